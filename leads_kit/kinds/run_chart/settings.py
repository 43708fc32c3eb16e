"""What a coach can set: the questions, and the invented example for people who bring no numbers."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field as Setting

from leads_kit.model import Exercise, Spec
from leads_kit.text import Text


class Change(Spec):
    """Something that was changed, just before the value of that point."""

    point: Annotated[int, Setting(ge=1, le=24)]
    what: Text


class Example(Spec):
    """Invented numbers with all that belongs to them; `better` says which way is wanted."""

    measure: Text
    values: Annotated[list[float], Setting(min_length=10, max_length=24)]
    target: float | None = None
    better: Literal["higher", "lower", ""] = ""
    changes: Annotated[list[Change], Setting(max_length=4)]


class Settings(Spec):
    """`whose` is asked first: `own` numbers, or the `invented` ones of the `example`."""

    whose: Text
    own: Text
    invented: Text
    invented_help: Text
    measure: Text
    measure_starter: Text | None = None
    values: Text
    values_help: Text
    target: Text
    target_help: Text
    better: Text
    changes: Text
    changes_help: Text
    what: Text
    point: Text
    add: Text
    next: Text
    next_starter: Text | None = None
    example: Example


def settings_of(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings
