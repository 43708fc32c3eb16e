"""What a coach can set: three horizons, where signals come from, and the words around them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field as Setting

from leads_kit.model import Exercise, Spec
from leads_kit.text import Text

Horizon = Literal["h1", "h2", "h3"]
# From what is losing its hold to what takes its place.
HORIZONS: tuple[Horizon, ...] = ("h1", "h2", "h3")
Mark = Literal["1", "2", "3"]


class Settings(Spec):
    """`sources` are where signals come from, by id; `horizons` are labels, also above the waves."""

    signals: Text
    signals_help: Text
    signal: Text
    source: Text
    sources: Annotated[dict[str, Text], Setting(min_length=2, max_length=8)]
    horizon: Text
    horizons: Annotated[dict[Horizon, Text], Setting(min_length=len(HORIZONS))]
    likely: Text
    likely_anchors: dict[Mark, Text]
    matters: Text
    matters_anchors: dict[Mark, Text]
    share: Text
    add: Text
    here: Text
    here_help: Text
    most: Annotated[int, Setting(ge=1, le=6)] = 6
    short_most: Annotated[int, Setting(ge=1)] = 4


def settings_of(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings


def named(exercise: Exercise) -> dict[str, Text]:
    """The horizons by id, in their order however the file has them."""
    labels = settings_of(exercise).horizons
    return {id: labels[id] for id in HORIZONS}
