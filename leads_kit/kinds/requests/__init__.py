"""Requests: what one table needs from another, in plain words; then four answers, and no other. One answer a table.

An exercise with `replies_to` is the second half: it hears the notes of the first. What was asked of the table that looks is
its supply `requests`, one Text for each request, always in the same places; one that is not released is an empty Text. An
empty supply says that nothing was asked; without any, alone, the settings' samples stand as examples.

Answers are shared, so that those who asked can read them. Most have no typed word: then the note's text is empty, and
its heading and `values` say which of the four it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from leads_kit.form import Answer, Form
from leads_kit.kinds._kind import Kind, Picture
from leads_kit.kinds.requests import answering, asking
from leads_kit.kinds.requests.drawn import own_picture, room_picture
from leads_kit.kinds.requests.settings import Settings, settings_of
from leads_kit.model import Exercise, Note, Part, Release, Said
from leads_kit.text import Say, Text, Words

__all__ = ["KIND", "Settings"]


def form(exercise: Exercise, words: Words) -> Form:
    return answering.form(exercise, words) if _answers(exercise) else asking.form(settings_of(exercise), words)


def parts(exercise: Exercise) -> tuple[Part, ...]:
    return (answering.part(exercise) if _answers(exercise) else asking.PART,)


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    return answering.feedback(exercise, answer, say) if _answers(exercise) else asking.feedback(answer, say)


def own(exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    return own_picture(exercise, answer, say) if _answers(exercise) else None


def room(exercise: Exercise, release: Release, say: Say) -> Picture | None:
    return room_picture(release, say) if _answers(exercise) else None


def notes(exercise: Exercise, part: str, body: Answer) -> tuple[Note, ...]:
    return answering.notes(exercise, body) if _answers(exercise) else asking.notes(body)


def headings(exercise: Exercise, say: Say) -> Mapping[str, str]:
    return answering.headings(say) if _answers(exercise) else asking.headings(settings_of(exercise), say)


def hears(exercise: Exercise) -> tuple[str, ...]:
    asked_in = settings_of(exercise).replies_to
    return () if asked_in is None else (asked_in,)


def heard(_exercise: Exercise, said: Sequence[Said], table: int | None, words: Words) -> Mapping[str, tuple[Text, ...]]:
    """Of somebody without a table nothing is asked."""
    return {answering.SUPPLIED: () if table is None else answering.heard(said, table, words)}


def _answers(exercise: Exercise) -> bool:
    return settings_of(exercise).replies_to is not None


KIND = Kind(
    Settings,
    form,
    parts,
    feedback,
    own_picture=own,
    room_picture=room,
    notes=notes,
    headings=headings,
    hears=hears,
    heard=heard,
    unit="table",
)
