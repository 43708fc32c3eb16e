"""What every kind is: one class of settings and a handful of pure functions. A kind's name is its file's name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from leads_kit.analysis.matching import Match
from leads_kit.form import Answer, Form
from leads_kit.model import Ask, Exercise, Figure, Note, Part, Release, Said, Spec, Table
from leads_kit.text import Say, Text, Words

Supplied = Mapping[str, tuple[Text, ...]]


@dataclass(frozen=True)
class Picture:
    """A chart as a Vega-Lite dict, with the sentence that says the same and its table twin."""

    spec: dict[str, Any]
    sentence: str
    table: Table


@dataclass(frozen=True)
class Calendared:
    """Something with a day that goes to the phone's calendar. `title` is the person's own words, `neutral` a harmless one."""

    day: str
    title: str
    neutral: str


def nothing_to_sum(_exercise: Exercise, _answers: Sequence[Answer]) -> tuple[Figure, ...]:
    """For kinds whose answers are nobody else's."""
    return ()


def no_picture(*_: Any) -> None:
    """For kinds without a chart in that place."""


def worded_by_class(exercise: Exercise, part: str, body: Answer, say: Say) -> tuple[str, ...]:
    """For bodies of classes: each has a sentence of its own, `KIND.offer.PART.KEY.VALUE`."""
    return tuple(say(f"{exercise.kind}.offer.{part}.{key}.{value}") for key, value in body.items())


@dataclass(frozen=True)
class Kind:
    """Pure functions only. `summary` gets group-tier bodies of one round; `room_picture` only what was released.

    form(exercise, words) → Form
    parts(exercise) → the answer's parts and tiers; every field of the form is in exactly one part
    feedback(exercise, answer, say) → sentences; quotes the answer and says one thing that was not typed
    own_picture(exercise, answer, say) → Picture or None, for the author's eyes
    offer(exercise, answer) → bodies of the offered parts by part id, {} where there is nothing to offer
    preview(exercise, part id, body, say) → what an offered body gives away, sentence by sentence
    summary(exercise, answers) → raw figures, to be protected by room.release and by nobody else
    room_picture(exercise, release, say) → Picture or None, for everybody
    calendar(exercise, answer, say) → dated things to take home
    notes(exercise, part id, body) → what a shared part's body holds that was typed, to be released one by one
    headings(exercise, say) → the heading of each `about` of its notes, in order
    gives(exercise, answer) → strings that later exercises may offer as chips, by what they are: people, goal, capacities …
    asks(exercise) → what the room must supply before it opens; `supplied` reads it
    hears(exercise) → the exercises whose notes this one answers: of the first that has a released one
    heard(exercise, their notes, table, words) → what those notes supply to whoever answers, at a table or at none; a note's
      key is its place, an unreleased one has an empty text
    matches(exercise, notes by owner) → who could do something for whom; None for kinds that introduce nobody
    because(exercise, reasons of a match, say) → why two should meet, in one sentence
    unit: who gives one answer together: each person, or a table (every seat of it sees and changes the same answer)
    """

    settings: type[Spec]
    form: Callable[[Exercise, Words], Form]
    parts: Callable[[Exercise], tuple[Part, ...]]
    feedback: Callable[[Exercise, Answer, Say], tuple[str, ...]]
    own_picture: Callable[[Exercise, Answer, Say], Picture | None] = no_picture
    offer: Callable[[Exercise, Answer], dict[str, Any]] = lambda _exercise, _answer: {}
    preview: Callable[[Exercise, str, Answer, Say], tuple[str, ...]] = worded_by_class
    summary: Callable[[Exercise, Sequence[Answer]], tuple[Figure, ...]] = nothing_to_sum
    room_picture: Callable[[Exercise, Release, Say], Picture | None] = no_picture
    calendar: Callable[[Exercise, Answer, Say], tuple[Calendared, ...]] = lambda _exercise, _answer, _say: ()
    notes: Callable[[Exercise, str, Answer], tuple[Note, ...]] = lambda _exercise, _part, _body: ()
    headings: Callable[[Exercise, Say], Mapping[str, str]] = lambda _exercise, _say: {}
    gives: Callable[[Exercise, Answer], Mapping[str, tuple[str, ...]]] = lambda _exercise, _answer: {}
    asks: Callable[[Exercise], tuple[Ask, ...]] = lambda _exercise: ()
    hears: Callable[[Exercise], tuple[str, ...]] = lambda _exercise: ()
    heard: Callable[[Exercise, Sequence[Said], int | None, Words], Supplied] = (
        lambda _exercise, _notes, _table, _words: {}
    )
    matches: Callable[[Exercise, Mapping[str, Sequence[Note]]], tuple[Match, ...]] | None = None
    because: Callable[[Exercise, Sequence[str], Say], str] = lambda _exercise, _reasons, _say: ""
    unit: Literal["person", "table"] = "person"


def supplied(exercise: Exercise, ask: Ask) -> tuple[Text, ...]:
    """What the room gave, else the first suggestions: alone, and in a preview, there is nobody to ask."""
    return exercise.supplied.get(ask.id) or ask.suggestions[: ask.most]
