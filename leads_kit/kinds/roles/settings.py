"""What a coach can set: the questions, how many tasks and people, and the letter and meaning of each part in a task."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field as Setting

from leads_kit.model import Exercise, Spec
from leads_kit.text import Text


class Part(Spec):
    """One part in a task: the letter on its mark, and what it means."""

    letter: Text
    label: Text


class Settings(Spec):
    """`parts` in order: is told, is asked, does it, decides, decides and does it.

    `short_tasks` and `short_people` of the short form stay within forty taps.
    """

    work: Text
    work_starter: Text
    tasks: Text
    tasks_help: Text
    task: Text
    add_task: Text
    people: Text
    people_help: Text
    name: Text
    add_person: Text
    marks: Text
    marks_help: Text
    parts: Annotated[dict[Literal["1", "2", "3", "4", "5"], Part], Setting(min_length=5)]
    first: Text
    first_help: Text
    most_tasks: Annotated[int, Setting(ge=1, le=6)] = 6
    most_people: Annotated[int, Setting(ge=2, le=5)] = 5
    short_tasks: Annotated[int, Setting(ge=1)] = 5
    short_people: Annotated[int, Setting(ge=1)] = 5

    @property
    def ordered(self) -> dict[int, Part]:
        """By mark, however the file has them."""
        return {int(mark): part for mark, part in sorted(self.parts.items())}


def settings_of(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings
