"""Pages that stand alone: style and pictures inside, everything that people typed escaped."""

from __future__ import annotations

import logging
import subprocess
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from leads_kit.kinds._kind import Picture
from leads_kit.model import Client
from leads_kit.text import Say

log = logging.getLogger(__name__)
Drawn = Callable[[dict[str, Any]], str]


def page(template: str, *, say: Say, client: Client | None = None, **values: Any) -> str:
    """One of reports/templates, in the language of `say` and the look of a client; without one in the kit's."""
    env = Environment(loader=PackageLoader("leads_kit.reports"), autoescape=True, undefined=StrictUndefined)
    return env.get_template(template).render(say=say, lang=say.lang, client=client, **values)


def drawn_all(drawn: Drawn, pictures: Mapping[str, Picture | None]) -> dict[str, str]:
    """SVG by id; "" for one that cannot be drawn: its sentence and its table stay."""
    return {id: _tried(drawn, picture.spec, id) for id, picture in pictures.items() if picture}


def _tried(drawn: Drawn, spec: dict[str, Any], id: str) -> str:
    """The SVG, or "". What the engine says is not logged: it may quote what people typed."""
    try:
        return drawn(spec)
    except (OSError, subprocess.SubprocessError) as trouble:
        log.warning("the picture of %s could not be drawn: %s", id, type(trouble).__name__)
        return ""
