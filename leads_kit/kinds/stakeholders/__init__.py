"""Stakeholders: power, interest, where they stand and where they are needed. Private; nothing of it is for the room."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field as Setting

from leads_kit.form import Answer, Field, Form, Group, Line, Rows, Scale
from leads_kit.kinds._kind import Kind
from leads_kit.kinds.stakeholders.told import feedback, own_picture, read
from leads_kit.model import Exercise, Part, Spec, Tier
from leads_kit.text import Text, Words

__all__ = ["KIND", "Settings"]
NAME_LIMIT = 60


class Settings(Spec):
    """Power and interest go from 0 to 10, stances from −2 to +2; `short_most` stakeholders in the short form."""

    stakeholders: Text
    stakeholders_help: Text
    name: Text
    power: Text
    power_anchors: dict[Literal["0", "5", "10"], Text]
    interest: Text
    interest_anchors: dict[Literal["0", "5", "10"], Text]
    now: Text
    needed: Text
    stance_anchors: dict[Literal["-2", "-1", "0", "1", "2"], Text]
    clash: Text
    gain: Text
    reach: Text
    add: Text
    most: Annotated[int, Setting(ge=1, le=12)] = 12
    short_most: Annotated[int, Setting(ge=1)] = 5


def form(exercise: Exercise, _words: Words) -> Form:
    settings = _settings(exercise)
    stakeholders = Rows(
        "stakeholders",
        settings.stakeholders,
        help=settings.stakeholders_help,
        fields=_stakeholder(settings),
        most=settings.most,
        add=settings.add,
        suggest="people",
        short_most=settings.short_most,
    )
    return Form((Group("stakeholders", settings.stakeholders, (stakeholders,)),))


def parts(_exercise: Exercise) -> tuple[Part, ...]:
    return (Part("stakeholders", Tier.PRIVATE, ("stakeholders",)),)


def gives(_exercise: Exercise, answer: Answer) -> dict[str, tuple[str, ...]]:
    return {"people": tuple(dict.fromkeys(one.name for one in read(answer)))}


def _stakeholder(settings: Settings) -> tuple[Field, ...]:
    power = {int(at): text for at, text in settings.power_anchors.items()}
    interest = {int(at): text for at, text in settings.interest_anchors.items()}
    stance = {int(at): text for at, text in settings.stance_anchors.items()}
    return (
        Line("name", settings.name, most=NAME_LIMIT),
        Scale("power", settings.power, low=0, high=10, anchors=power),
        Scale("interest", settings.interest, low=0, high=10, anchors=interest),
        Scale("now", settings.now, low=-2, high=2, anchors=stance),
        Scale("needed", settings.needed, low=-2, high=2, anchors=stance),
        Line("clash", settings.clash, full_only=True, optional=True),
        Line("gain", settings.gain, full_only=True, optional=True),
        Line("reach", settings.reach, most=NAME_LIMIT, suggest="people", full_only=True, optional=True),
    )


def _settings(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings


KIND = Kind(Settings, form, parts, feedback, own_picture=own_picture, gives=gives)
