"""Force field: one change, what drives it and what holds it back, and one force to work on. Private.

After Lewin (1947). Two classes of it may be offered to the group, described in room.py; never a force, never the change.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field as Setting

from leads_kit.analysis.forces import SIDES, STRONGEST, Side
from leads_kit.form import Answer, Choice, Day, Field, Form, Group, Line, Option, Rows, Scale, Tick
from leads_kit.kinds._kind import Calendared, Kind, Picture
from leads_kit.kinds.force_field import told
from leads_kit.kinds.force_field.drawn import picture
from leads_kit.kinds.force_field.field import INFLUENCE, read
from leads_kit.kinds.force_field.room import FIELD, offer, room_picture, summary
from leads_kit.model import Exercise, Part, Spec, Tier
from leads_kit.text import Say, Text, Words

__all__ = ["KIND", "Settings"]
FORCE_LIMIT, ACT_LIMIT = 80, 160


class Settings(Spec):
    """`most` forces on either side, `short_most` in the short form: both sides in full stay within forty taps."""

    change: Text
    change_help: Text
    change_starter: Text
    drives: Text
    drives_help: Text
    add_drive: Text
    holds: Text
    holds_help: Text
    add_hold: Text
    force: Text
    strength: Text
    strength_anchors: dict[Literal["1", "2", "3", "4", "5"], Text]
    influence: Text
    influences: Annotated[dict[Literal["no", "little", "much"], Text], Setting(min_length=len(INFLUENCE))]
    chosen: Text
    first: Text
    first_help: Text
    day: Text
    most: Annotated[int, Setting(ge=1, le=6)] = 6
    short_most: Annotated[int, Setting(ge=1, le=6)] = 4


def form(exercise: Exercise, _words: Words) -> Form:
    settings = _settings(exercise)
    change = Line("change", settings.change, settings.change_help, starter=settings.change_starter, suggest="goal")
    first = (
        Line("first", settings.first, settings.first_help, most=ACT_LIMIT),
        Day("day", settings.day, optional=True),
    )
    return Form(
        (
            Group("change", settings.change, (change,)),
            *(Group(side, rows.label, (rows,)) for side in SIDES for rows in [_forces(settings, side)]),
            Group("first", settings.first, first),
        )
    )


def parts(_exercise: Exercise) -> tuple[Part, ...]:
    return (
        Part("forces", Tier.PRIVATE, ("change", *SIDES, "first", "day")),
        Part(FIELD, Tier.GROUP, offered=True),
    )


def feedback(_exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    return told.feedback(read(answer), say)


def own_picture(exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    return picture(read(answer), list(_settings(exercise).influences.values()), say)


def calendar(_exercise: Exercise, answer: Answer, say: Say) -> tuple[Calendared, ...]:
    found = read(answer)
    return (Calendared(found.day, found.first, say("force_field.calendar")),) if found.day and found.first else ()


def gives(_exercise: Exercise, answer: Answer) -> dict[str, tuple[str, ...]]:
    found = read(answer)
    return {"goal": (found.change,)} if found.change else {}


def _forces(settings: Settings, side: Side) -> Rows:
    label, about, add = {
        "drives": (settings.drives, settings.drives_help, settings.add_drive),
        "holds": (settings.holds, settings.holds_help, settings.add_hold),
    }[side]
    return Rows(
        side, label, about, fields=_force(settings), most=settings.most, add=add, short_most=settings.short_most
    )


def _force(settings: Settings) -> tuple[Field, ...]:
    anchors = {int(at): text for at, text in settings.strength_anchors.items()}
    options = tuple(Option(id, text) for id, text in settings.influences.items())
    return (
        Line("force", settings.force, most=FORCE_LIMIT),
        Scale("strength", settings.strength, high=STRONGEST, anchors=anchors),
        Choice("influence", settings.influence, options=options, optional=True),
        Tick("chosen", settings.chosen, optional=True),
    )


def _settings(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings


KIND = Kind(
    Settings,
    form,
    parts,
    feedback,
    own_picture=own_picture,
    offer=offer,
    summary=summary,
    room_picture=room_picture,
    calendar=calendar,
    gives=gives,
)
