"""Reflection: a few questions, answered for oneself. Private; names and goals in them may be offered to later exercises."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field as Setting

from leads_kit.analysis.times import names_a_time
from leads_kit.form import Answer, Form, Group, Line, Paragraph
from leads_kit.kinds._kind import Kind
from leads_kit.model import Exercise, Part, Spec, Tier
from leads_kit.text import LANGS, Say, Text, Words, folded

PEOPLE = "people"
EXCERPT = 120
# Shorter names are looked for as whole answers only: "A" is a word in both languages.
LEAST_IN_TEXT = 3


class Question(Spec):
    """`title` names it in feedback; `suggest` says what it asks for, if earlier answers may be offered as chips.

    With `act` the answer is something to do, and feedback looks for a time in it.
    """

    title: Text
    label: Text
    help: Text | None = None
    starter: Text | None = None
    long: bool = False
    suggest: Literal["", "people", "goal", "capacities"] = ""
    act: bool = False


class Settings(Spec):
    """Questions by id: a client's file can change or drop one of them."""

    questions: Annotated[dict[str, Question], Setting(min_length=1)]


def form(exercise: Exercise, _words: Words) -> Form:
    return Form(tuple(Group(id, one.title, (_field(id, one),)) for id, one in _questions(exercise).items()))


def parts(exercise: Exercise) -> tuple[Part, ...]:
    return (Part("thoughts", Tier.PRIVATE, tuple(_questions(exercise))),)


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    questions, given = _questions(exercise), _given(exercise, answer)
    if not given:
        return (say("reflection.feedback.nothing"),)
    noticed = [*_untimed(questions, given, say), *_left_open(questions, given, say)]
    return (
        *_people(questions, given, say),
        *_words(questions, given, say),
        *(noticed or [say("reflection.feedback.later")]),
    )


def gives(exercise: Exercise, answer: Answer) -> dict[str, tuple[str, ...]]:
    """Answers by what their question asks for, the same name once."""
    found: dict[str, dict[str, str]] = {}
    for id, text in _given(exercise, answer).items():
        if asked := _questions(exercise)[id].suggest:
            found.setdefault(asked, {}).setdefault(folded(text), text)
    return {asked: tuple(texts.values()) for asked, texts in found.items()}


def _field(id: str, one: Question) -> Line:
    drawn = Paragraph if one.long else Line
    return drawn(id, one.label, help=one.help, starter=one.starter, suggest=one.suggest)


def _people(questions: dict[str, Question], given: dict[str, str], say: Say) -> list[str]:
    """Who is named, and whether somebody comes back in another answer."""
    named = {id: text for id, text in given.items() if questions[id].suggest == PEOPLE}
    for id, name in named.items():
        again = [other for other, text in given.items() if other != id and _mentions(text, name)]
        if again:
            titles = _titles((questions[one] for one in given if one in (id, *again)), say)
            return [say("reflection.feedback.again", name=_excerpt(name), titles=titles)]
    if not named:
        return []
    return [say("reflection.feedback.people", names=_quoted(named.values(), say), n=len(named))]


def _words(questions: dict[str, Question], given: dict[str, str], say: Say) -> list[str]:
    own = [text for id, text in given.items() if questions[id].suggest != PEOPLE]
    return [say("reflection.feedback.words", words=_quoted(own, say))] if own else []


def _untimed(questions: dict[str, Question], given: dict[str, str], say: Say) -> list[str]:
    """Something to do without a time: in either language, because people write in theirs."""
    known = [say.words["reflection.times"].of(lang) for lang in LANGS]
    acts = [questions[id] for id, text in given.items() if questions[id].act and not names_a_time(text, known)]
    return [say("reflection.feedback.no_time", titles=_titles(acts, say))] if acts else []


def _left_open(questions: dict[str, Question], given: dict[str, str], say: Say) -> list[str]:
    left = [one for id, one in questions.items() if id not in given]
    return [say("reflection.feedback.open", titles=_titles(left, say), n=len(left))] if left else []


def _mentions(text: str, name: str) -> bool:
    """Whether a name is the whole text or stands in it as words of its own."""
    inside, sought = folded(text), folded(name)
    found = re.search(rf"(?<!\w){re.escape(sought)}(?!\w)", inside) if len(sought) >= LEAST_IN_TEXT else None
    return inside == sought or found is not None


def _titles(questions: Iterable[Question], say: Say) -> list[str]:
    return [say("reflection.quoted", text=one.title) for one in questions]


def _quoted(texts: Iterable[str], say: Say) -> list[str]:
    return [say("reflection.quoted", text=_excerpt(text)) for text in texts]


def _excerpt(text: str) -> str:
    """The beginning of a long answer; all of it stands above."""
    return textwrap.shorten(text, EXCERPT, placeholder=" …")


def _given(exercise: Exercise, answer: Answer) -> dict[str, str]:
    texts = {id: str(answer.get(id) or "").strip() for id in _questions(exercise)}
    return {id: text for id, text in texts.items() if text}


def _questions(exercise: Exercise) -> dict[str, Question]:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings.questions


KIND = Kind(Settings, form, parts, feedback, gives=gives)
