"""The cards of a values sort, dealt in hands that fit a phone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field as Setting
from pydantic import model_validator

from leads_kit.errors import SettingMisfit
from leads_kit.model import Exercise, Spec
from leads_kit.text import Text

SHOWN = (0, 10)


class Card(Spec):
    """A value and, in a line, what is meant by it."""

    label: Text
    meaning: Text


class Hand(Spec):
    """One card of the short form has `cards`; the full form deals `more` to it."""

    cards: Annotated[dict[str, Card], Setting(min_length=1)]
    more: dict[str, Card] = Setting(default_factory=dict)

    @property
    def dealt(self) -> dict[str, Card]:
        return {**self.cards, **self.more}


class Settings(Spec):
    """`very`, `more_very` and `somewhat` are what a card may be; of a hand's `cards` at most `most_each` are very much me.

    `enough` is how many values make a list to steer by, `most` how many it may have.
    """

    hands: Annotated[dict[str, Hand], Setting(min_length=1)]
    very: Text
    very_help: Text
    more_very: Text
    somewhat: Text
    somewhat_help: Text
    top: Text
    top_help: Text
    value: Text
    own: Text
    lived: Text
    lived_anchors: dict[Literal["0", "5", "10"], Text]
    add: Text
    story: Text
    story_help: Text
    most_each: Annotated[int, Setting(ge=1)] = 3
    enough: Annotated[int, Setting(ge=1)] = 5
    most: Annotated[int, Setting(ge=1, le=10)] = 7

    @model_validator(mode="after")
    def _each_card_once(self) -> Self:
        ids = [id for id, _ in self.dealt()]
        if len(ids) != len(set(ids)):
            raise SettingMisfit("card_twice")
        return self

    def dealt(self) -> Iterator[tuple[str, Card]]:
        """All cards with their ids, in order."""
        for hand in self.hands.values():
            yield from (*hand.cards.items(), *hand.more.items())


def settings_of(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings


def labels_of(exercise: Exercise) -> dict[str, Text]:
    return {id: card.label for id, card in settings_of(exercise).dealt()}
