"""Interests of two to four parties, from one's own to what is promised: the walk in the woods. One answer a table.

After Marcus, Dorn and McNulty (2012), who build on Fisher and Ury: own interests, what is shared and what surprises, new ideas,
commitments. A weight for each party and interest tells what is shared and what could be traded. Promises become notes.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field as Setting

from leads_kit.form import Answer, Form, Grid, Group, Line, Rows, Tick
from leads_kit.kinds._kind import Kind, Picture
from leads_kit.kinds.interests import told
from leads_kit.kinds.interests.drawn import picture
from leads_kit.kinds.interests.walk import PROMISES, read, text_of
from leads_kit.model import Exercise, Note, Part, Spec, Tier
from leads_kit.text import Say, Text, Words

__all__ = ["KIND", "Settings"]
NAME, LINE = 40, 120
PARTIES, INTERESTS, IDEAS, PROMISED = 4, 8, 4, 4
SHORT_INTERESTS, SHORT_IDEAS = 6, 2


class Settings(Spec):
    """Titles and words of four steps; `weight_anchors` say what 0 to 3 mean, and from 2 on something matters much."""

    parties: Text
    parties_help: Text
    name: Text
    add_party: Text
    interests: Text
    interests_help: Text
    interest: Text
    interest_starter: Text
    surprising: Text
    add_interest: Text
    weights: Text
    weights_help: Text
    weight_anchors: Annotated[dict[Literal["0", "1", "2", "3"], Text], Setting(min_length=4)]
    ideas: Text
    ideas_help: Text
    idea: Text
    cost: Text
    add_idea: Text
    promises: Text
    promises_help: Text
    promise: Text
    promise_starter: Text
    add_promise: Text


def form(exercise: Exercise, _words: Words) -> Form:
    settings = _settings(exercise)
    name = Line("name", settings.name, most=NAME)
    parties = Rows(
        "parties", settings.parties, settings.parties_help, fields=(name,), most=PARTIES, add=settings.add_party
    )
    return Form(
        (
            Group("parties", settings.parties, (parties,)),
            Group("interests", settings.interests, (_interests(settings),)),
            Group("weights", settings.weights, (_weights(settings),)),
            Group("ideas", settings.ideas, (_ideas(settings),)),
            Group(PROMISES, settings.promises, (_promises(settings),)),
        )
    )


def parts(_exercise: Exercise) -> tuple[Part, ...]:
    return (
        Part("walk", Tier.TABLE, ("parties", "interests", "weights", "ideas")),
        Part(PROMISES, Tier.SHARED, (PROMISES,)),
    )


def feedback(_exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    return told.feedback(read(answer), say)


def own_picture(exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    anchors = {int(at): text for at, text in _settings(exercise).weight_anchors.items()}
    return picture(read(answer), anchors, say)


def notes(_exercise: Exercise, _part: str, body: Answer) -> tuple[Note, ...]:
    """Every promise, as it was written."""
    rows = body.get(PROMISES) or []
    return tuple(Note(row["id"], text_of(row, "promise")) for row in rows if text_of(row, "promise"))


def _interests(settings: Settings) -> Rows:
    fields = (
        Line("interest", settings.interest, most=LINE, starter=settings.interest_starter),
        Tick("surprising", settings.surprising, optional=True),
    )
    return Rows(
        "interests",
        settings.interests,
        settings.interests_help,
        fields=fields,
        most=INTERESTS,
        add=settings.add_interest,
        short_most=SHORT_INTERESTS,
    )


def _weights(settings: Settings) -> Grid:
    return Grid(
        "weights",
        settings.weights,
        settings.weights_help,
        rows="interests",
        columns="parties",
        row_label="interest",
        anchors={int(at): text for at, text in settings.weight_anchors.items()},
    )


def _ideas(settings: Settings) -> Rows:
    fields = (
        Line("idea", settings.idea, most=LINE),
        Line("cost", settings.cost, most=LINE, optional=True),
    )
    return Rows(
        "ideas",
        settings.ideas,
        settings.ideas_help,
        fields=fields,
        most=IDEAS,
        add=settings.add_idea,
        short_most=SHORT_IDEAS,
    )


def _promises(settings: Settings) -> Rows:
    promise = Line("promise", settings.promise, most=LINE, starter=settings.promise_starter)
    return Rows(
        PROMISES,
        settings.promises,
        settings.promises_help,
        fields=(promise,),
        most=PROMISED,
        add=settings.add_promise,
    )


def _settings(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings


KIND = Kind(Settings, form, parts, feedback, own_picture=own_picture, notes=notes, unit="table")
