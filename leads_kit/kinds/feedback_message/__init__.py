"""Feedback message: what happened, what the person did, what came of it, one question. Private; hints block nothing.

The order situation, behaviour, effect keeps what was seen apart from what it did to somebody, so that the person can hear
both (Weitzel 2000, Feedback That Works, Center for Creative Leadership). The question at the end hands the word over.
"""

from __future__ import annotations

from typing import Annotated, get_args

from pydantic import Field as Setting

from leads_kit.form import Answer, Form, Group, Line, Paragraph
from leads_kit.kinds._kind import Kind
from leads_kit.kinds.feedback_message import told
from leads_kit.kinds.feedback_message.hints import Hints, WordList
from leads_kit.kinds.feedback_message.message import Piece, read
from leads_kit.model import Exercise, Part, Spec, Tier
from leads_kit.text import Say, Text, Words

__all__ = ["KIND", "Settings"]
PERSON: Piece = "person"
NAME_LIMIT, SAID_LIMIT = 60, 280
LONG: tuple[Piece, ...] = ("behaviour", "effect")


class Asked(Spec):
    """`title` names the piece in feedback and on its card."""

    title: Text
    label: Text
    help: Text | None = None
    starter: Text | None = None


class Settings(Spec):
    """What is asked for each piece; `words` are the lists that hints go by, commas between entries."""

    pieces: Annotated[dict[Piece, Asked], Setting(min_length=len(get_args(Piece)))]
    words: Annotated[dict[WordList, Text], Setting(min_length=len(get_args(WordList)))]


def form(exercise: Exercise, _words: Words) -> Form:
    return Form(tuple(Group(one, asked.title, (_field(one, asked),)) for one, asked in _pieces(exercise).items()))


def parts(exercise: Exercise) -> tuple[Part, ...]:
    return (Part("message", Tier.PRIVATE, tuple(_pieces(exercise))),)


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    titles = {one: asked.title for one, asked in _pieces(exercise).items()}
    return told.feedback(read(answer), Hints(_settings(exercise).words), titles, say)


def gives(_exercise: Exercise, answer: Answer) -> dict[str, tuple[str, ...]]:
    person = read(answer).person
    return {"people": (person,)} if person else {}


def _field(piece: Piece, asked: Asked) -> Line:
    if piece == PERSON:
        return Line(piece, asked.label, help=asked.help, starter=asked.starter, most=NAME_LIMIT, suggest="people")
    drawn = Paragraph if piece in LONG else Line
    return drawn(piece, asked.label, help=asked.help, starter=asked.starter, most=SAID_LIMIT)


def _pieces(exercise: Exercise) -> dict[Piece, Asked]:
    """In the order in which they are said, whatever the order of the file."""
    pieces = _settings(exercise).pieces
    return {one: pieces[one] for one in get_args(Piece)}


def _settings(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings


KIND = Kind(Settings, form, parts, feedback, gives=gives)
