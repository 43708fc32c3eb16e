"""Energy: what fills a week, and whether it drains or gives; then one limit and one if-then plan. Private.

A time and energy audit as coaches commonly use it, in our own words. It is no measure of health and has no score: a week is
told in plain words, and where to find somebody to talk to stands on every card. What may be offered is described in room.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from pydantic import Field as Setting

from leads_kit.form import Answer, Choice, Field, Form, Group, Line, Option, Rows
from leads_kit.kinds._kind import Kind, Picture
from leads_kit.kinds.energy import room, told
from leads_kit.kinds.energy.week import EFFECTS, Effect, read
from leads_kit.model import Exercise, Figure, Part, Release, Spec, Tier
from leads_kit.text import Say, Text, Words

__all__ = ["KIND", "Settings"]
NAME_LIMIT = 60


class Settings(Spec):
    """Three sizes each of draining and giving, and `categories` by id. `small_words` say nothing of what a line is about:
    commas between them. `support` is where to find somebody to talk to.
    """

    week: Text
    week_help: Text
    what: Text
    effect: Text
    effects: Annotated[dict[Effect, Text], Setting(min_length=len(EFFECTS))]
    category: Text
    categories: Annotated[dict[str, Text], Setting(min_length=2, max_length=8)]
    add: Text
    limit: Text
    limit_help: Text
    limit_starter: Text | None = None
    plan: Text
    cue: Text
    cue_starter: Text | None = None
    act: Text
    act_starter: Text | None = None
    support: Text
    small_words: Text
    most: Annotated[int, Setting(ge=3, le=8)] = 8


def form(exercise: Exercise, _words: Words) -> Form:
    settings = _settings(exercise)
    week = Rows(
        "week", settings.week, help=settings.week_help, fields=_entry(settings), most=settings.most, add=settings.add
    )
    limit = Line("limit", settings.limit, help=settings.limit_help, starter=settings.limit_starter)
    plan = (
        Line("cue", settings.cue, starter=settings.cue_starter),
        Line("act", settings.act, starter=settings.act_starter),
    )
    return Form(
        (
            Group("week", settings.week, (week,), intro=settings.support),
            Group("limit", settings.limit, (limit,)),
            Group("plan", settings.plan, plan, intro=settings.support),
        )
    )


def parts(_exercise: Exercise) -> tuple[Part, ...]:
    return (
        Part("week", Tier.PRIVATE, ("week", "limit", "cue", "act")),
        Part(room.OFFERED, Tier.GROUP, offered=True),
    )


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    """Always ends with where to find somebody to talk to."""
    settings = _settings(exercise)
    return (*told.feedback(read(answer), settings.small_words, say), say.text(settings.support))


def own_picture(exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    settings = _settings(exercise)
    return told.own_picture(read(answer), _by_id(settings.effects), settings.categories, say)


def offer(exercise: Exercise, answer: Answer) -> dict[str, Any]:
    return room.offer(read(answer), _settings(exercise).categories)


def preview(exercise: Exercise, _part: str, body: Answer, say: Say) -> tuple[str, ...]:
    return room.preview(_settings(exercise).categories, body, say)


def summary(exercise: Exercise, answers: Sequence[Answer]) -> tuple[Figure, ...]:
    return room.summary(_settings(exercise).categories, answers)


def room_picture(exercise: Exercise, release: Release, say: Say) -> Picture | None:
    return room.room_picture(_settings(exercise).categories, release, say)


def _entry(settings: Settings) -> tuple[Field, ...]:
    return (
        Line("what", settings.what, most=NAME_LIMIT),
        Choice("effect", settings.effect, options=_options(settings.effects), optional=True),
        Choice("category", settings.category, options=_options(settings.categories), optional=True),
    )


def _by_id(texts: Mapping[Any, Text]) -> dict[str, Text]:
    """Texts by the plain ids that answers have, whatever the settings allow as such."""
    return dict(texts)


def _options(texts: Mapping[Any, Text]) -> tuple[Option, ...]:
    return tuple(Option(id, label) for id, label in texts.items())


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
    summary=summary,
    room_picture=room_picture,
)
