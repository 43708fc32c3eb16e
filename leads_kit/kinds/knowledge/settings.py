"""The topics of a room and how they are asked about."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field as Setting

from leads_kit.kinds._kind import supplied
from leads_kit.model import Ask, Exercise, Spec
from leads_kit.text import Text

LEAST, MOST = 3, 12
LEVELS = (0, 1, 2, 3)
ASK, NAME = "ask", "name"


class Settings(Spec):
    """`asked` is what the console asks the room, with `topics` to tap; alone they are the topics, and `examples` says so.

    `anchors` word the levels: not yet, a little, can do it, can teach it.
    """

    asked: Text
    topics: Annotated[dict[str, Text], Setting(min_length=LEAST)]
    examples: Text
    level: Text
    anchors: dict[Literal["0", "1", "2", "3"], Text]
    ask: Text
    ask_help: Text
    name: Text
    name_help: Text


def settings_of(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings


def question(exercise: Exercise) -> Ask:
    settings = settings_of(exercise)
    return Ask("topics", settings.asked, tuple(settings.topics.values()), LEAST, MOST)


def topics(exercise: Exercise) -> dict[str, Text]:
    """The room's topics by id, in its order; ids are positions, because a room may type anything."""
    return {f"t{at}": text for at, text in enumerate(supplied(exercise, question(exercise)), 1)}


def level_of(topic: str) -> str:
    """The id of the field that asks for a topic's level."""
    return f"level-{topic}"
