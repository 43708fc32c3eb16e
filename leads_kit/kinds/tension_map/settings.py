"""What a coach can set, and which two poles an exercise is about."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field as Setting

from leads_kit.form import Answer
from leads_kit.kinds.tension_map.tension import SIDES, Poles, text_of
from leads_kit.model import Exercise, Spec
from leads_kit.text import Text, Words

POLES = "poles"


class Pair(Spec):
    """Two poles, both of them good."""

    a: Text
    b: Text


class Settings(Spec):
    """`pairs` are suggested poles by id, also to the facilitator, who is asked `poles_ask`."""

    poles: Text
    poles_help: Text
    poles_ask: Text
    own_a: Text
    own_b: Text
    pairs: Annotated[dict[str, Pair], Setting(min_length=1)]
    good: Text
    much: Text
    lines_help: Text
    good_starter: Text | None = None
    much_starter: Text | None = None
    seen: Text
    seen_anchors: dict[Literal["1", "2", "3", "4", "5"], Text]
    warnings: Text
    warnings_help: Text
    sign: Text
    side: Text
    add: Text
    steps: Text
    step: Text


def poles_of(exercise: Exercise, answer: Answer, words: Words) -> Poles:
    """What the room supplied; else the table's own words, the pair it chose, or two letters."""
    if supplied := supplied_poles(exercise):
        return supplied
    pair = settings_of(exercise).pairs.get(str(answer.get("pair")))
    given = (pair.a, pair.b) if pair else (words["tension_map.pole.a"], words["tension_map.pole.b"])
    own = [text_of(answer, f"own-{side}") for side in SIDES]
    a, b = (Text(mine, mine) if mine else theirs for mine, theirs in zip(own, given, strict=True))
    return a, b


def supplied_poles(exercise: Exercise) -> Poles | None:
    match exercise.supplied.get(POLES, ()):
        case (a, b):
            return a, b
    return None


def settings_of(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings
