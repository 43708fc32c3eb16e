"""What a coach can set: the words of the three steps, how long a message may be, and how many speakers one listens to."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field as Setting

from leads_kit.analysis.fidelity import PLACES
from leads_kit.model import Exercise, Spec
from leads_kit.text import Text


class Settings(Spec):
    """`places` name the three messages by where they stand. A message of more than `most_words` is hard to carry."""

    what: Text
    what_starter: Text
    messages: Text
    messages_intro: Text
    places: Annotated[dict[Literal["1", "2", "3"], Text], Setting(min_length=3)]
    listening: Text
    listening_intro: Text
    heard: Text
    heard_help: Text
    came: Text
    came_help: Text
    none: Text
    also: Text
    also_help: Text
    again: Text
    again_help: Text
    most_words: Annotated[int, Setting(ge=5)] = 12
    listenings: Annotated[int, Setting(ge=1, le=4)] = 3

    @property
    def named(self) -> dict[str, Text]:
        """The places in order, however the file has them."""
        return {place: text for place, text in sorted(self.places.items()) if place in PLACES}


def settings_of(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings


def turns(settings: Settings) -> tuple[str, ...]:
    """What the listenings are called in ids, in their order."""
    return tuple(str(at) for at in range(1, settings.listenings + 1))
