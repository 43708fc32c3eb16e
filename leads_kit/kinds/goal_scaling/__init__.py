"""Goal scaling: one to three goals, five levels of each in words, where it stands now and when to look again. Private.

After Kiresuk and Sherman (1968), Community Mental Health Journal 4:443; today is one level below the hoped one, as in
Turner-Stokes (2009), Clinical Rehabilitation 23:362. The domains that goals serve may be offered, and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

from pydantic import Field as Setting

from leads_kit.form import Answer, Choice, Day, Field, Form, Group, Line, Option, Rows, Scale
from leads_kit.kinds._kind import Calendared, Kind, Picture
from leads_kit.kinds.goal_scaling import room, told
from leads_kit.kinds.goal_scaling.drawn import own_picture as drawn
from leads_kit.kinds.goal_scaling.goal import LEVELS, read
from leads_kit.model import Exercise, Figure, Part, Release, Spec, Tier
from leads_kit.text import Say, Text, Words

__all__ = ["KIND", "Settings"]
GOAL_LIMIT, LEVEL_LIMIT = 140, 100
ESSENTIAL = ("today", "glad")
Level = Literal["below", "today", "glad", "more", "most"]


class Settings(Spec):
    """`levels` ask for the words of each level, `names` name them on the scale; `areas` are what goals may serve, by id.

    `within` so many days is near enough to look again.
    """

    goals: Text
    goals_help: Text
    goal: Text
    goal_starter: Text | None = None
    area: Text
    areas: Annotated[dict[str, Text], Setting(min_length=2, max_length=6)]
    levels: Annotated[dict[Level, Text], Setting(min_length=len(LEVELS))]
    starters: dict[Level, Text] = Setting(default_factory=dict)
    names: dict[Level, Text]
    evidence: Text
    now: Text
    weight: Text
    weight_anchors: dict[Literal["1", "2", "3"], Text]
    day: Text
    add: Text
    within: Annotated[int, Setting(ge=1, le=365)] = 42
    most: Annotated[int, Setting(ge=1, le=3)] = 3


def form(exercise: Exercise, _words: Words) -> Form:
    settings = _settings(exercise)
    goals = Rows(
        "goals",
        settings.goals,
        help=settings.goals_help,
        fields=(*_wished(settings), *_levels(settings), *_followed(settings)),
        most=settings.most,
        add=settings.add,
        suggest="goal",
        short_most=1,
    )
    return Form((Group("goals", settings.goals, (goals,)),))


def parts(_exercise: Exercise) -> tuple[Part, ...]:
    return (Part("goals", Tier.PRIVATE, ("goals",)), Part(room.AREAS, Tier.GROUP, offered=True))


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    return told.feedback(read(answer), _settings(exercise).within, say)


def own_picture(_exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    return drawn(read(answer), say)


def calendar(_exercise: Exercise, answer: Answer, say: Say) -> tuple[Calendared, ...]:
    return tuple(Calendared(one.day, one.text, say("goal_scaling.calendar")) for one in read(answer) if one.day)


def gives(_exercise: Exercise, answer: Answer) -> dict[str, tuple[str, ...]]:
    goals = tuple(dict.fromkeys(one.text for one in read(answer)))
    return {"goal": goals} if goals else {}


def offer(exercise: Exercise, answer: Answer) -> dict[str, Any]:
    return room.offer(_areas(exercise), read(answer))


def preview(exercise: Exercise, _part: str, body: Answer, say: Say) -> tuple[str, ...]:
    return room.preview(_areas(exercise), body, say)


def summary(exercise: Exercise, answers: Sequence[Answer]) -> tuple[Figure, ...]:
    return room.summary(_areas(exercise), answers)


def room_picture(exercise: Exercise, release: Release, say: Say) -> Picture | None:
    return room.room_picture(_areas(exercise), release, say)


def _wished(settings: Settings) -> tuple[Field, ...]:
    options = tuple(Option(id, label) for id, label in settings.areas.items())
    return (
        Line("goal", settings.goal, most=GOAL_LIMIT, starter=settings.goal_starter),
        Choice("area", settings.area, options=options, optional=True),
    )


def _levels(settings: Settings) -> tuple[Field, ...]:
    """A line for each level from the lowest up; the short form asks for today and for what one would be glad of."""
    return tuple(
        Line(
            level,
            settings.levels[level],
            most=LEVEL_LIMIT,
            starter=settings.starters.get(level),
            full_only=level not in ESSENTIAL,
            optional=level not in ESSENTIAL,
        )
        for level in sorted(settings.levels, key=lambda name: LEVELS[name])
    )


def _followed(settings: Settings) -> tuple[Field, ...]:
    names = {LEVELS[level]: text for level, text in settings.names.items()}
    weights = {int(at): text for at, text in settings.weight_anchors.items()}
    return (
        Line("evidence", settings.evidence, most=LEVEL_LIMIT, optional=True),
        Scale("now", settings.now, low=min(LEVELS.values()), high=max(LEVELS.values()), anchors=names, optional=True),
        Scale("weight", settings.weight, high=3, anchors=weights, full_only=True, optional=True),
        Day("day", settings.day, optional=True),
    )


def _areas(exercise: Exercise) -> Mapping[str, Text]:
    return _settings(exercise).areas


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
    calendar=calendar,
    gives=gives,
)
