"""What a coach can set: the questions, the words of weights and marks, and how large a matrix may grow."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field as Setting

from leads_kit.model import Exercise, Spec
from leads_kit.text import Text


class Settings(Spec):
    """`short_options` by `short_criteria` stay within forty taps. `evidence` words what an option's marks rest on."""

    question: Text
    options: Text
    options_help: Text
    name: Text
    evidence_asked: Text
    evidence: Annotated[dict[Literal["data", "experience", "guess"], Text], Setting(min_length=3)]
    add_option: Text
    criteria: Text
    criteria_help: Text
    criterion: Text
    weight: Text
    weight_anchors: dict[Literal["1", "3", "5"], Text]
    value: Text
    add_criterion: Text
    marks: Text
    marks_help: Text
    mark_anchors: dict[Literal["0", "3", "5"], Text]
    decided: Text
    decided_starter: Text | None = None
    most_options: Annotated[int, Setting(ge=2, le=5)] = 5
    most_criteria: Annotated[int, Setting(ge=2, le=6)] = 6
    short_options: Annotated[int, Setting(ge=2)] = 3
    short_criteria: Annotated[int, Setting(ge=2)] = 4


def settings_of(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings
