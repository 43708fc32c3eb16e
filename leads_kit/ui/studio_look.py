"""A client's look on the studio's page: its colours' contrasts in words, its logo, and what the preview wears."""

from __future__ import annotations

from typing import Any

from leads_kit.analysis.colours import PAPERS, READABLE, contrast, ink_on, is_colour
from leads_kit.packs.drafts.draft import Draft
from leads_kit.packs.drafts.values import Value
from leads_kit.packs.pictures import LARGEST, TYPES
from leads_kit.text import Say

LOOKS = ("accent", "accent_dark")
GROUNDS = dict(zip(LOOKS, PAPERS, strict=True))
LOGO = "logo"
LOGOS = {"endings": [*TYPES, ".jpeg"], "most": LARGEST}


def contrasts(values: list[Value], say: Say) -> dict[str, list[dict[str, Any]]]:
    """For each colour, its two contrasts in words: as writing on the page, and under the writing of a button."""
    found: dict[str, list[dict[str, Any]]] = {}
    for value in values:
        name = value.path[-1]
        if name in LOOKS and is_colour(value.now):
            found[name] = judged(value.now, name, say)
    return found


def judged(colour: str, name: str, say: Say) -> list[dict[str, Any]]:
    """The two contrasts of a colour as `accent` or `accent_dark`."""
    pairs = {f"ground.{name}": GROUNDS[name], "button": ink_on(colour)}
    return [_judged(where, contrast(colour, other), say) for where, other in pairs.items()]


def _judged(where: str, ratio: float, say: Say) -> dict[str, Any]:
    good = ratio >= READABLE
    word = say(f"studio.contrast.{'good' if good else 'poor'}")
    # Never rounded up to what it does not reach.
    return {"good": good, "said": say(f"studio.contrast.{where}", ratio=int(ratio * 10) / 10, judged=word)}


def logo_of(values: list[Value], draft: Draft) -> str:
    """The logo as an address that holds all of it; empty where there is none to show."""
    named = next((one.now for one in values if one.path[-1] == LOGO), None)
    return draft.picture(named) if isinstance(named, str) else ""
