"""What a coach can set: the statements about a team, which of them are worded the other way round, which pull apart."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field as Setting
from pydantic import model_validator

from leads_kit.errors import SettingMisfit
from leads_kit.model import Exercise, Spec
from leads_kit.text import Text

TEAM = "team"
Anchors = dict[Literal["1", "2", "3", "4", "5"], Text]


class Item(Spec):
    """One statement. `label` is the good it is about, as pictures name it; `turned`: agreeing says that it is missing."""

    label: Text
    says: Text
    turned: bool = False


class Pair(Spec):
    """Two items that are curious apart, the one high and the other low, and what is then asked."""

    high: str
    low: str
    asks: Text


class Settings(Spec):
    """`anchors` word the ends of the scale; `pairs` are looked through in order where two items lie apart."""

    team: Text
    team_help: Text
    team_starter: Text
    statements: Text
    statements_intro: Text
    anchors: Anchors
    items: Annotated[dict[str, Item], Setting(min_length=2, max_length=8)]
    pairs: list[Pair] = Setting(default_factory=list)

    @model_validator(mode="after")
    def _pairs_are_of_items(self) -> Self:
        if any({pair.high, pair.low} - self.items.keys() for pair in self.pairs):
            raise SettingMisfit("pair_of_nothing")
        return self


def settings_of(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings


def field(item: str) -> str:
    """The id of the field that asks for an item's mark."""
    return f"mark-{item}"
