"""What a coach can set: the words of four depths, of things and links, and of the line that is shared."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field as Setting

from leads_kit.model import Exercise, Spec
from leads_kit.text import Text

Depth = Literal["event", "pattern", "structure", "belief"]
# From what is seen to what is taken for granted.
LAYERS: tuple[Depth, ...] = ("event", "pattern", "structure", "belief")


class Layer(Spec):
    label: Text
    help: Text


class Settings(Spec):
    """`above` and `below` the surface are two cards; `about` says what the shared line may be, and heads it in the room."""

    above: Text
    below: Text
    layers: Annotated[dict[Depth, Layer], Setting(min_length=len(LAYERS))]
    things: Text
    things_help: Text
    thing: Text
    add_thing: Text
    links: Text
    links_help: Text
    start: Text
    end: Text
    way: Text
    same: Text
    opposite: Text
    slow: Text
    add_link: Text
    push: Text
    push_help: Text
    kind: Text
    about: Annotated[dict[str, Text], Setting(min_length=1)]


def settings_of(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings
