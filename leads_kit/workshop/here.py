"""Who opened this notebook and where: read once from what the server set, else alone on one's own computer."""

from __future__ import annotations

import os
from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Literal

from leads_kit.text import Lang

Role = Literal["seat", "host", "wall", "coach", "alone"]
PREFIX = "HTTP_X_LEADS_"


@dataclass(frozen=True)
class Here:
    """`secret` is the seat's own, in this process's memory only; `base` is the address phones open. A coach
    has no store and no room, but a client once one is chosen, and in a preview an exercise."""

    role: Role
    lang: Lang
    store: str | None = None
    room: str | None = None
    seat: str | None = None
    secret: bytes | None = None
    base: str = ""
    client: str | None = None
    exercise: str | None = None


def here(environ: MutableMapping[str, str] = os.environ) -> Here:
    """The identity the server's own headers gave this kernel. The secret is taken out of the environment."""
    secret = environ.pop(f"{PREFIX}SECRET", "")
    role = environ.get(f"{PREFIX}ROLE", "")
    lang: Lang = "fr" if environ.get(f"{PREFIX}LANG", environ.get("LEADS_LANG", "en")) == "fr" else "en"
    if role == "coach":
        client, exercise = (environ.get(f"{PREFIX}{name}") or None for name in ("CLIENT", "EXERCISE"))
        return Here(role="coach", lang=lang, client=client, exercise=exercise)
    if role not in ("seat", "host", "wall"):
        return Here(role="alone", lang=lang)
    return Here(
        role=role,  # type: ignore[arg-type]
        lang=lang,
        store=environ["LEADS_STORE"],
        room=environ[f"{PREFIX}ROOM"],
        seat=environ.get(f"{PREFIX}SEAT") or None,
        secret=bytes.fromhex(secret) if secret else None,
        base=environ.get(f"{PREFIX}HERE", ""),
    )
