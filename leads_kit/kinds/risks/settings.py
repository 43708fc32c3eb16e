"""What a coach can set: the questions, the words of the marks, and from which exercise chips come."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field as Setting

from leads_kit.model import Exercise, Spec
from leads_kit.text import Text

Anchors = Annotated[dict[Literal["1", "2", "3"], Text], Setting(min_length=3)]


class Settings(Spec):
    """`hears` names the exercise whose released notes are offered as chips; eight risks at the most."""

    hears: str | None = None
    risks: Text
    risks_help: Text
    risk: Text
    likelihood: Text
    likelihood_anchors: Anchors
    impact: Text
    impact_anchors: Anchors
    influence: Text
    influences: Annotated[dict[Literal["no", "partly", "yes"], Text], Setting(min_length=3)]
    owner: Text
    then: Text
    then_starter: Text | None = None
    day: Text
    add: Text
    most: Annotated[int, Setting(ge=1, le=8)] = 8
    short_most: Annotated[int, Setting(ge=1)] = 5


def settings_of(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings
