"""Commitments: three steps at most, “if …, then I will …”, each with a partner and a day. Private; a step may be shared.

What is shared is an offered part: only steps that are ticked for it, each without its partner unless that is ticked too.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field as Setting

from leads_kit.form import Answer, Day, Field, Form, Group, Line, Rows, Tick
from leads_kit.kinds._kind import Calendared, Kind, Picture
from leads_kit.kinds.commitments import told
from leads_kit.kinds.commitments.hints import Hints, WordList
from leads_kit.kinds.commitments.step import read
from leads_kit.model import Exercise, Note, Part, Spec, Tier
from leads_kit.text import Say, Text, Words

__all__ = ["KIND", "Settings"]
NAME_LIMIT = 60
SHARED = "shared"
LISTS = 11


class Settings(Spec):
    """`within` so many days a step counts as within reach; `words` are the lists that hints go by, commas between entries."""

    steps: Text
    steps_help: Text
    cue: Text
    cue_starter: Text | None = None
    act: Text
    act_starter: Text | None = None
    partner: Text
    day: Text
    share: Text
    names: Text
    add: Text
    within: Annotated[int, Setting(ge=1, le=60)] = 14
    most: Annotated[int, Setting(ge=1, le=3)] = 3
    words: Annotated[dict[WordList, Text], Setting(min_length=LISTS)]


def form(exercise: Exercise, _words: Words) -> Form:
    settings = _settings(exercise)
    steps = Rows(
        "steps",
        settings.steps,
        help=settings.steps_help,
        fields=_step(settings),
        most=settings.most,
        add=settings.add,
    )
    return Form((Group("steps", settings.steps, (steps,)),))


def parts(_exercise: Exercise) -> tuple[Part, ...]:
    return (Part("steps", Tier.PRIVATE, ("steps",)), Part(SHARED, Tier.SHARED, offered=True))


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    settings = _settings(exercise)
    return told.feedback(read(answer), Hints(settings.words), settings.within, say)


def own_picture(exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    return told.own_picture(read(answer), _settings(exercise).within, say)


def calendar(_exercise: Exercise, answer: Answer, say: Say) -> tuple[Calendared, ...]:
    return tuple(
        Calendared(step.day, step.act, say("commitments.calendar")) for step in read(answer) if step.day and step.act
    )


def offer(_exercise: Exercise, answer: Answer) -> dict[str, Any]:
    """The ticked steps that have an act, by row id."""
    ticked = {step.id: step.shared for step in read(answer) if step.share and step.act}
    return {SHARED: ticked} if ticked else {}


def preview(_exercise: Exercise, _part: str, body: Answer, _say: Say) -> tuple[str, ...]:
    """Exactly what others would read."""
    return tuple(body.values())


def notes(_exercise: Exercise, _part: str, body: Answer) -> tuple[Note, ...]:
    return tuple(Note(id, text) for id, text in body.items())


def _step(settings: Settings) -> tuple[Field, ...]:
    return (
        Line("cue", settings.cue, starter=settings.cue_starter),
        Line("act", settings.act, starter=settings.act_starter),
        Line("partner", settings.partner, most=NAME_LIMIT, suggest="people", optional=True),
        Day("day", settings.day, optional=True),
        Tick("share", settings.share, optional=True),
        Tick("names", settings.names, optional=True),
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
    preview=preview,
    calendar=calendar,
    notes=notes,
)
