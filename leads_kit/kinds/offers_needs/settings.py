"""What a coach may word, and how an answer is read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field as Setting

from leads_kit.form import Answer
from leads_kit.model import Exercise, Spec
from leads_kit.text import Text

# The two lists of the form, and what a note of each is about.
SIDES = {"offers": "offer", "needs": "need"}
Row = Mapping[str, Any]


class Settings(Spec):
    """`tags` by id, the same in both languages; `common` are words of both that say nothing about what is meant."""

    offers: Text
    offers_help: Text
    needs: Text
    needs_help: Text
    what: Text
    about: Text
    tags: Annotated[dict[str, Text], Setting(min_length=2)]
    how: Text
    terms: dict[str, Text]
    add: Text
    common: Annotated[list[str], Setting(default_factory=list)]
    most: Annotated[int, Setting(ge=1, le=12)] = 6


def settings_of(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings


def lines(answer: Answer, side: str) -> list[tuple[Row, str]]:
    """The rows of a side that say something, with what they say."""
    rows = [(row, str(row.get("what") or "").strip()) for row in answer.get(side) or []]
    return [(row, text) for row, text in rows if text]
