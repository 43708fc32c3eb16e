"""Evaluation: three taps for the group, and two lines that are shown without a name and only from enough authors."""

from __future__ import annotations

from leads_kit.form import Answer, Choice, Form, Group, Line, Option
from leads_kit.kinds._kind import Kind
from leads_kit.kinds.evaluation.room import room_picture, summary
from leads_kit.kinds.evaluation.settings import LINES, TAPS, Settings, Tapped, settings_of
from leads_kit.kinds.evaluation.told import feedback, typed
from leads_kit.model import Exercise, Note, Part, Tier
from leads_kit.text import Say, Words

__all__ = ["KIND", "Settings"]
COMMENTS = "comments"


def form(exercise: Exercise, _words: Words) -> Form:
    settings = settings_of(exercise)
    lines = tuple(Line(id, one.question, starter=one.starter, optional=True) for id, one in settings.typed.items())
    taps = (_tap(id, one) for id, one in settings.taps.items())
    return Form((*taps, Group(COMMENTS, settings.lines, lines, intro=settings.lines_help)))


def parts(_exercise: Exercise) -> tuple[Part, ...]:
    return Part("taps", Tier.GROUP, TAPS), Part(COMMENTS, Tier.SHARED, LINES, anonymous=True)


def notes(_exercise: Exercise, _part: str, body: Answer) -> tuple[Note, ...]:
    return tuple(Note(id, text, about=id) for id, text in typed(body).items())


def headings(exercise: Exercise, say: Say) -> dict[str, str]:
    return {id: say.text(one.title) for id, one in settings_of(exercise).typed.items()}


def _tap(id: str, one: Tapped) -> Group:
    options = tuple(Option(mark, text) for mark, text in one.labels.items())
    return Group(id, one.title, (Choice(id, one.question, options=options),))


KIND = Kind(
    Settings,
    form,
    parts,
    feedback,
    summary=summary,
    room_picture=room_picture,
    notes=notes,
    headings=headings,
)
