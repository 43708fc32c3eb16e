"""Network: who helps with one goal, and who of them knows whom. Private; two classes may be offered to the group.

A wished partner stands dashed and counts as a tie only when the person says so; contacts who know them are the way in.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field as Setting

from leads_kit.form import Answer, Choice, Field, Form, Group, Line, Option, Pairs, Rows, Scale, Tick
from leads_kit.kinds._kind import Kind, Picture
from leads_kit.kinds.network import told
from leads_kit.kinds.network.room import offer, room_picture, summary
from leads_kit.model import Exercise, Part, Spec, Tier
from leads_kit.text import Say, Text, Words

__all__ = ["KIND", "Settings"]
NAME_LIMIT = 60
SHORT_MOST = 8


class Settings(Spec):
    """`sectors` are kinds of organisation by id; `most` contacts, twelve at the most: more cannot be drawn on a phone."""

    goal: Text
    contacts: Text
    contacts_help: Text
    name: Text
    sector: Text
    sectors: dict[str, Text]
    closeness: Text
    closeness_anchors: dict[Literal["1", "2", "3"], Text]
    wished: Text
    tie: Text
    knows: Text
    knows_help: Text
    add: Text
    most: Annotated[int, Setting(ge=1, le=12)] = 12


def form(exercise: Exercise, _words: Words) -> Form:
    settings = _settings(exercise)
    knows = Pairs("knows", settings.knows, help=settings.knows_help, rows="contacts", optional=True)
    contacts = Rows(
        "contacts",
        settings.contacts,
        help=settings.contacts_help,
        fields=_contact(settings),
        most=settings.most,
        add=settings.add,
        suggest="people",
        short_most=SHORT_MOST,
    )
    return Form(
        (
            Group("goal", settings.goal, (Line("goal", settings.goal, suggest="goal"),)),
            Group("contacts", settings.contacts, (contacts,)),
            Group("knows", settings.knows, (knows,)),
        )
    )


def parts(_exercise: Exercise) -> tuple[Part, ...]:
    return (
        Part("map", Tier.PRIVATE, ("goal", "contacts", "knows")),
        Part("classes", Tier.GROUP, offered=True),
    )


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    return told.feedback(answer, _settings(exercise).sectors, say)


def own_picture(exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    return told.own_picture(answer, _settings(exercise).sectors, say)


def gives(_exercise: Exercise, answer: Answer) -> dict[str, tuple[str, ...]]:
    """The goal and everybody named, each once."""
    names = [str(row.get("name") or "").strip() for row in answer.get("contacts") or []]
    told = {"goal": [str(answer.get("goal") or "").strip()], "people": names}
    return {what: tuple(dict.fromkeys(filter(None, given))) for what, given in told.items() if any(given)}


def _contact(settings: Settings) -> tuple[Field, ...]:
    sectors = tuple(Option(id, label) for id, label in settings.sectors.items())
    anchors = {int(at): text for at, text in settings.closeness_anchors.items()}
    return (
        Line("name", settings.name, most=NAME_LIMIT),
        Choice("sector", settings.sector, options=sectors, optional=True),
        Scale("closeness", settings.closeness, high=3, anchors=anchors, full_only=True, optional=True),
        Tick("wished", settings.wished, optional=True),
        Tick("tie", settings.tie, full_only=True, optional=True),
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
