"""One drawing for all pages of a server: whoever first draws what a room is shown leaves it there for the others.

Two hundred pages that each draw the same picture keep two processors busy for seconds. The folder is the server's own, for
its owner alone, and goes with it; in it lies only what everybody may see. Without one, each page draws for itself.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any

from leads_kit.kinds import kind_of
from leads_kit.model import Exercise, Pack, Release
from leads_kit.text import Say
from leads_kit.ui.chart import pictured

DRAWN_ENV = "LEADS_DRAWN"
Drawn = dict[str, Any] | None


def room_drawn(pack: Pack, exercise: Exercise, release: Release, say: Say) -> Drawn:
    """What everybody is shown of a round, as a page takes it (`chart.pictured`), or None where there is nothing to draw."""
    text = drawn_text(pack, exercise, release, say)
    found: Drawn = json.loads(text) if text else None
    return found


def drawn_text(pack: Pack, exercise: Exercise, release: Release, say: Say) -> str:
    """The same as JSON text, "" for nothing. A seat's page only passes it on; reading it would be most of its work."""
    if not (release.figures or release.notes):
        return ""
    folder = os.environ.get(DRAWN_ENV)
    if not folder:
        return _draw(exercise, release, say)
    path = Path(folder) / _name(pack, exercise, release, say)
    if path.exists():
        return path.read_text("utf-8")
    text = _draw(exercise, release, say)
    _leave(path, text)
    return text


def _draw(exercise: Exercise, release: Release, say: Say) -> str:
    drawn = pictured(kind_of(exercise).room_picture(exercise, release, say))
    return json.dumps(drawn, ensure_ascii=False, separators=(",", ":")) if drawn else ""


def _name(pack: Pack, exercise: Exercise, release: Release, say: Say) -> str:
    """Two pages share a drawing only where all that it says is the same: words, what the room supplied, what was released."""
    told = (pack.digest, say.lang, exercise.id, sorted(exercise.supplied.items()), release)
    return hashlib.sha256(repr(told).encode()).hexdigest()


def _leave(path: Path, text: str) -> None:
    """Whole or not at all: another page may look at the same moment."""
    number, unready = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(number, "w", encoding="utf-8") as file:
        file.write(text)
    Path(unready).replace(path)
