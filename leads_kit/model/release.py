"""What may be seen of many answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from leads_kit.text import Text


@dataclass(frozen=True)
class Interest:
    """That one seat would like to meet another over an exercise. When both do, each sees the `name` the other types then."""

    room: str
    exercise: str
    seat: str
    other: str
    at: dt.datetime
    name: str = ""


@dataclass(frozen=True)
class Figure:
    """Counts of one question over classes: what the group tier may become.

    With `multiple`, one person may count in several classes. `part_of` names the figure of the same question
    over everybody, where this one is of a subgroup.
    """

    id: str
    classes: tuple[str, ...]
    counts: tuple[int, ...]
    n: int
    multiple: bool = False
    part_of: str = ""


@dataclass(frozen=True)
class Counts:
    """All that leaves a room while a step is open."""

    here: int
    seats: int
    started: int
    finished: int
    passed: int


@dataclass(frozen=True)
class Note:
    """One thing that was typed into a shared part: it waits for the facilitator's release and may be hidden again.

    `id` lasts while the thing is edited: a field's or a row's id. `about` is the id of the heading it stands under, and
    `values` is more of it that is not free text, such as tags; its `asked`, `{en, fr}`, is what the note answers.
    """

    id: str
    text: str
    about: str = ""
    values: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Said:
    """A note as others see it. `by` is a pseudonym or a table's number, empty where nobody is named.

    Only the console ever sees one that is not `released`: it is `waiting`, or `hidden` again.
    """

    key: str
    note: Note
    by: str = ""
    state: Literal["waiting", "released", "hidden"] = "released"


@dataclass(frozen=True)
class Release:
    """What may be seen of one round by others: counts always, figures and notes only as released.

    `withheld` maps figure ids (or `*`) to the word id that says why. `n` people answered; `left_out` of them are
    missing from some figure, so that subtracting two rounds shows nobody. `heard` is what the round was about where that
    was others' notes, as far as they are released now.
    """

    exercise: str
    round: int
    counts: Counts
    figures: tuple[Figure, ...] = ()
    withheld: Mapping[str, str] = field(default_factory=dict)
    n: int = 0
    left_out: int = 0
    notes: tuple[Said, ...] = ()
    heard: Mapping[str, tuple[Text, ...]] = field(default_factory=dict, hash=False)
