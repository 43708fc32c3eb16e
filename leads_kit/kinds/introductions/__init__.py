"""Introductions: a small ledger of who brought whom together, given and received, and what came of it. Private.

For the weeks after a workshop: five minutes now and then. Three classes of it may be offered to the group, described in room.py.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field as Setting

from leads_kit.analysis.introductions import CAME, WAYS
from leads_kit.form import Answer, Choice, Day, Field, Form, Group, Line, Option, Rows
from leads_kit.kinds._kind import Kind
from leads_kit.kinds.introductions.drawn import own_picture
from leads_kit.kinds.introductions.ledger import read
from leads_kit.kinds.introductions.room import COUNTS, offer, room_picture, summary
from leads_kit.kinds.introductions.told import feedback
from leads_kit.model import Exercise, Part, Spec, Tier
from leads_kit.text import Text, Words

__all__ = ["KIND", "Settings"]
NAME_LIMIT = 60


class Settings(Spec):
    """`short_most` introductions in the short form; ten at the most, which are forty taps."""

    introductions: Text
    introductions_help: Text
    who: Text
    whom: Text
    way: Text
    ways: Annotated[dict[Literal["given", "received"], Text], Setting(min_length=len(WAYS))]
    day: Text
    came: Text
    results: Annotated[dict[Literal["nothing", "talk", "together"], Text], Setting(min_length=len(CAME))]
    add: Text
    most: Annotated[int, Setting(ge=1, le=10)] = 10
    short_most: Annotated[int, Setting(ge=1, le=10)] = 6


def form(exercise: Exercise, _words: Words) -> Form:
    settings = _settings(exercise)
    introductions = Rows(
        "introductions",
        settings.introductions,
        settings.introductions_help,
        fields=_introduction(settings),
        most=settings.most,
        add=settings.add,
        suggest="people",
        short_most=settings.short_most,
    )
    return Form((Group("introductions", settings.introductions, (introductions,)),))


def parts(_exercise: Exercise) -> tuple[Part, ...]:
    return (Part("introductions", Tier.PRIVATE, ("introductions",)), Part(COUNTS, Tier.GROUP, offered=True))


def gives(_exercise: Exercise, answer: Answer) -> dict[str, tuple[str, ...]]:
    """Everybody named, each once."""
    names = tuple(dict.fromkeys(name for one in read(answer) for name in (one.who, one.whom) if name))
    return {"people": names} if names else {}


def _introduction(settings: Settings) -> tuple[Field, ...]:
    ways = tuple(Option(id, text) for id, text in settings.ways.items())
    results = tuple(Option(id, text) for id, text in settings.results.items())
    return (
        Line("who", settings.who, most=NAME_LIMIT, suggest="people"),
        Line("whom", settings.whom, most=NAME_LIMIT, suggest="people", optional=True),
        Choice("way", settings.way, options=ways),
        Day("day", settings.day, optional=True),
        Choice("came", settings.came, options=results, optional=True),
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
    gives=gives,
)
