"""Partners: the result I cannot reach alone, and the people I would like on the way there, with why. Private.

The people and the goal go on to later exercises; nobody else ever sees them.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field as Setting

from leads_kit.form import Answer, Choice, Field, Form, Group, Line, Option, Rows
from leads_kit.kinds._kind import Kind, Picture
from leads_kit.kinds.partners import told
from leads_kit.kinds.partners.wishes import goal_of, read
from leads_kit.model import Exercise, Part, Spec, Tier
from leads_kit.text import Say, Text, Words

__all__ = ["KIND", "Settings"]
NAME_LIMIT = 60


class Settings(Spec):
    """`reasons` by id, three at the most: more is a form, not a tap. The goal lies `months` ahead; ten people at the most."""

    goal: Text
    goal_starter: Text | None = None
    people: Text
    people_help: Text
    name: Text
    why: Text
    reasons: Annotated[dict[str, Text], Setting(min_length=1, max_length=3)]
    brings: Text
    add: Text
    months: Annotated[int, Setting(ge=1)] = 6
    most: Annotated[int, Setting(ge=1, le=10)] = 10


def form(exercise: Exercise, _words: Words) -> Form:
    settings = _settings(exercise)
    goal = Line("goal", settings.goal, starter=settings.goal_starter, suggest="goal")
    people = Rows(
        "people",
        settings.people,
        help=settings.people_help,
        fields=_person(settings),
        most=settings.most,
        add=settings.add,
        suggest="people",
    )
    return Form((Group("goal", settings.goal, (goal,)), Group("people", settings.people, (people,))))


def parts(_exercise: Exercise) -> tuple[Part, ...]:
    return (Part("wishes", Tier.PRIVATE, ("goal", "people")),)


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    settings = _settings(exercise)
    return told.feedback(answer, settings.reasons, settings.months, say)


def own_picture(exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    return told.own_picture(answer, _settings(exercise).reasons, say)


def gives(_exercise: Exercise, answer: Answer) -> dict[str, tuple[str, ...]]:
    """The goal and everybody named, each once."""
    names, goal = tuple(dict.fromkeys(one.name for one in read(answer))), goal_of(answer)
    return ({"people": names} if names else {}) | ({"goal": (goal,)} if goal else {})


def _person(settings: Settings) -> tuple[Field, ...]:
    reasons = tuple(Option(id, label) for id, label in settings.reasons.items())
    return (
        Line("name", settings.name, most=NAME_LIMIT),
        Choice("reasons", settings.why, options=reasons, most=len(reasons), optional=True),
        Line("brings", settings.brings, full_only=True, optional=True),
    )


def _settings(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings


KIND = Kind(Settings, form, parts, feedback, own_picture=own_picture, gives=gives)
