"""What a coach can set, and the words that marks have."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field as Setting

from leads_kit.model import Exercise, Spec
from leads_kit.text import Text

Marks = Annotated[dict[Literal["1", "2", "3"], Text], Setting(min_length=3)]


class Settings(Spec):
    """`others` and `means` are words, with commas between them, that gentle hints go by; a star stands for any ending."""

    ideas: Text
    ideas_help: Text
    idea: Text
    idea_starter: Text
    effect: Text
    effects: Marks
    effort: Text
    efforts: Marks
    undo: Text
    undos: Annotated[dict[Literal["easily", "effort", "hardly"], Text], Setting(min_length=3)]
    chosen: Text
    share: Text
    add: Text
    card: Text
    card_help: Text
    expect: Text
    notice: Text
    stop: Text
    day: Text
    others: Text
    means: Text
    most: Annotated[int, Setting(ge=1, le=3)] = 3


def settings_of(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings
