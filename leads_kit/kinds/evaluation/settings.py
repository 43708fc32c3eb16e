"""What an evaluation asks, in the words of its file."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field as Setting

from leads_kit.model import Exercise, Spec
from leads_kit.text import Text

PACE = "pace"
TAPS = ("useful", "use", PACE)
LINES = ("keep", "change")


class Tapped(Spec):
    """Five worded answers in order. `low` names the first two together and `high` the last two, where answers are few.

    In the room's picture the ends and the middle are named: there a word or two of ten letters fit on a phone.
    """

    title: Text
    question: Text
    options: Annotated[dict[Literal["1", "2", "3", "4", "5"], Text], Setting(min_length=5)]
    low: Text
    high: Text

    @property
    def labels(self) -> dict[str, Text]:
        """In the order of the scale, however the file has them."""
        return dict(sorted(self.options.items()))


class Typed(Spec):
    """One line; `title` is the heading under which lines are shown."""

    title: Text
    question: Text
    starter: Text | None = None


class Settings(Spec):
    """Was it useful, will it be used, was the pace right (the middle of its five answers); what to keep, what to change.

    `version` is of these words: figures of two rooms can be compared where it is the same.
    """

    useful: Tapped
    use: Tapped
    pace: Tapped
    lines: Text
    lines_help: Text
    keep: Typed
    change: Typed
    version: str = "1"

    @property
    def taps(self) -> dict[str, Tapped]:
        return {"useful": self.useful, "use": self.use, "pace": self.pace}

    @property
    def typed(self) -> dict[str, Typed]:
        return {"keep": self.keep, "change": self.change}


def settings_of(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings
