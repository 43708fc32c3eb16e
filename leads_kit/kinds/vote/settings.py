"""What is voted on: the released notes of another exercise, each by its place; examples where there is no room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import Field as Setting

from leads_kit.form import Answer
from leads_kit.kinds._kind import Supplied
from leads_kit.model import Exercise, Said, Spec
from leads_kit.text import Text

DOTS, WHY = "dots", "why"
# That a room was asked at all, though it may have released nothing.
HEARD = "heard"


class Settings(Spec):
    """`hears` are exercises whose notes are voted on: of the first that has a released one. `dots` each person has."""

    hears: Annotated[list[str], Setting(min_length=1)]
    question: Text
    help: Text
    why: Text
    samples: Annotated[list[Text], Setting(min_length=2)]
    dots: Annotated[int, Setting(ge=2, le=5)] = 3


def settings_of(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings


def heard(said: Sequence[Said]) -> dict[str, tuple[Text, ...]]:
    """One supply for each released note, by its place."""
    told = {one.key: (Text(one.note.text, one.note.text),) for one in said if one.note.text.strip()}
    return {HEARD: (), **told}


def in_room(supplies: Supplied) -> bool:
    return HEARD in supplies


def choices(exercise: Exercise, supplies: Supplied) -> dict[str, Text]:
    """What there is to choose from, by place; alone the samples, as if they were notes of the first exercise."""
    if in_room(supplies):
        return {place: texts[0] for place, texts in supplies.items() if texts}
    settings = settings_of(exercise)
    return {f"{settings.hears[0]}:1:{at}": text for at, text in enumerate(settings.samples, 1)}


def chosen(known: Mapping[str, Text], answer: Answer) -> list[str]:
    """The places that have a dot; one that was taken back since has none."""
    return [place for place in answer.get(DOTS) or [] if place in known]
