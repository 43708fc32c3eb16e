"""What a coach can set, the same for both halves: tables ask each other, then answer."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field as Setting

from leads_kit.model import Exercise, Spec
from leads_kit.text import Text


class Settings(Spec):
    """Asking; or, with `replies_to`, answering what the tables asked each other in that exercise.

    `question` stands over the list of requests, or over the four answers; `line` over the request, or over why. Asking:
    tables have numbers up to `most_tables`, and take `most_each` requests from one other. Answering: `samples` are shown
    as examples where there is no room that could supply what was asked.
    """

    replies_to: str | None = None
    question: Text
    line: Text
    help: Text | None = None
    starter: Text | None = None
    most_tables: Annotated[int, Setting(ge=2, le=12)] = 8
    most_each: Annotated[int, Setting(ge=1, le=4)] = 2
    samples: list[Text] = Setting(default_factory=list)


def settings_of(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings
