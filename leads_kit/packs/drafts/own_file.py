"""`client.yaml` in a draft: a key of it stands whole, so that what a client says of its look takes the place of the base's."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from leads_kit.analysis.colours import is_colour, lightened
from leads_kit.packs.clients import DARK_CARD, READABLE
from leads_kit.packs.drafts.base import spoken
from leads_kit.packs.drafts.edits import nested
from leads_kit.packs.drafts.values import Keys

LOOK, ACCENT, DARK, LOGO = "look", "accent", "accent_dark", "logo"


def meant(own: Any, base: Any, path: Keys, value: Any, languages: Collection[str]) -> Any:
    """What the first key of the path is to say with this value at the path; None where it may be left out."""
    inside = path[1:]
    begun = own if own is not None else base
    if path == (LOOK, ACCENT) and isinstance(begun, dict):
        # The base's accent in the dark belongs to its own accent.
        begun = {name: one for name, one in begun.items() if own is not None or name != DARK}
    told = spoken(nested(begun if inside else None, inside, value), languages)
    same = base is not None and told == spoken(base, languages)
    return None if told is None or same else told


def without(own: Any, base: Any, name: str) -> Any:
    """What the look says without one thing of the client's own; None where it may be left out."""
    gone = (ACCENT, DARK) if name == ACCENT else (name,)
    told, theirs = {key: one for key, one in (own or {}).items() if key not in gone}, base or {}
    if told.get(ACCENT) in (None, theirs.get(ACCENT)):
        # The base's accent comes with its accent in the dark.
        told = {**{key: one for key, one in theirs.items() if key in (ACCENT, DARK)}, **told}
    return None if told == base else told


def look(own: Any, base: Any) -> Mapping[str, tuple[Any, Any]]:
    """For accent, accent_dark and logo what the base says and what the client does. The base of a dark accent that belongs
    to the client's own accent is what is made of that one."""
    theirs, ours = (one if isinstance(one, dict) else {} for one in (base, own))
    dark = theirs.get(DARK)
    if is_colour(ours.get(ACCENT)):
        dark = lightened(ours[ACCENT], DARK_CARD, READABLE)
    return {
        ACCENT: (theirs.get(ACCENT), ours.get(ACCENT)),
        DARK: (dark, ours.get(DARK)),
        LOGO: (theirs.get(LOGO), ours.get(LOGO)),
    }
