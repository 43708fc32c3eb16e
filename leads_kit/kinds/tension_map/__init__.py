"""Tension map: two poles that need each other, the good of each and too much of each, what is seen now, and early signs.

One answer a table. The poles come from the room, else from the settings' pairs or in the table's own words. After Johnson
(1992): a tension between two goods is not solved, it is worked with.
"""

from __future__ import annotations

from collections.abc import Mapping

from leads_kit.form import Answer
from leads_kit.kinds._kind import Kind, Picture
from leads_kit.kinds.tension_map import told
from leads_kit.kinds.tension_map.asked import WARNINGS, form
from leads_kit.kinds.tension_map.drawn import picture
from leads_kit.kinds.tension_map.settings import POLES, Settings, poles_of, settings_of, supplied_poles
from leads_kit.kinds.tension_map.tension import QUARTERS, SIDES, Tension, read, text_of
from leads_kit.model import Ask, Exercise, Note, Part, Tier
from leads_kit.text import Say

__all__ = ["KIND", "Settings"]


def parts(exercise: Exercise) -> tuple[Part, ...]:
    chosen = () if supplied_poles(exercise) else ("pair", "own-a", "own-b")
    quarters = (field for id in QUARTERS for field in (id, f"{id}-seen"))
    steps = (f"step-{side}" for side in SIDES)
    return (Part("map", Tier.TABLE, (*chosen, *quarters, *steps)), Part(WARNINGS, Tier.SHARED, (WARNINGS,)))


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    return told.feedback(_read(exercise, answer, say), say)


def own_picture(exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    return picture(_read(exercise, answer, say), say)


def notes(_exercise: Exercise, _part: str, body: Answer) -> tuple[Note, ...]:
    """Every early sign, under the pole that it warns of."""
    rows = body.get(WARNINGS) or []
    return tuple(Note(row["id"], text_of(row, "sign"), row.get("side") or "") for row in rows if text_of(row, "sign"))


def headings(exercise: Exercise, say: Say) -> Mapping[str, str]:
    poles = poles_of(exercise, {}, say.words)
    return {side: say("tension_map.heading", pole=pole) for side, pole in zip(SIDES, poles, strict=True)}


def asks(exercise: Exercise) -> tuple[Ask, ...]:
    settings = settings_of(exercise)
    suggestions = tuple(pole for pair in settings.pairs.values() for pole in (pair.a, pair.b))
    return (Ask(POLES, settings.poles_ask, suggestions, least=2, most=2),)


def _read(exercise: Exercise, answer: Answer, say: Say) -> Tension:
    return read(poles_of(exercise, answer, say.words), answer)


KIND = Kind(
    Settings,
    form,
    parts,
    feedback,
    own_picture=own_picture,
    notes=notes,
    headings=headings,
    asks=asks,
    unit="table",
)
