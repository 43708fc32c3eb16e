"""What can be asked, as plain values: field types, forms, and what still stands in the way of an answer.

An answer is `{field id: value}` with JSON values. A form never draws itself; `ui` does. Two kinds of trouble:
a *fault* (out of range, too long, unknown option) means the value cannot be kept, and says so;
a *gap* (nothing given yet) is only counted, because stopping early is as good as finishing.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from leads_kit.text import Text

Answer = Mapping[str, Any]
NOT_OBSERVED = "na"
LINE_LIMIT = 280
PARAGRAPH_LIMIT = 2000
DAY = re.compile("20[0-9]{2}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class Problem:
    """One thing that stands in the way: which field (a path such as `contacts/c1/name`), which sentence."""

    field: str
    word: str
    values: Mapping[str, Any] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Option:
    id: str
    label: Text
    help: Text | None = None


@dataclass(frozen=True)
class Field:
    """One question. `full_only` fields are left out of the short form and are never a gap."""

    type: ClassVar[str]
    id: str
    label: Text
    help: Text | None = None
    full_only: bool = False
    optional: bool = False

    def faults(self, value: Any, path: str) -> list[Problem]:
        """Why this value cannot be kept. `None` and a missing value are never a fault."""
        raise NotImplementedError(type(self).__name__)

    def empty(self, value: Any) -> bool:
        return value is None or value in ("", [], {})


@dataclass(frozen=True)
class Scale(Field):
    """One of `low`…`high`, with worded anchors, and "not observed" where `na` is set (value `"na"`, never 0)."""

    type: ClassVar[str] = "scale"
    low: int = 1
    high: int = 5
    anchors: Mapping[int, Text] = field(default_factory=dict)
    na: bool = False

    def faults(self, value: Any, path: str) -> list[Problem]:
        if value == NOT_OBSERVED and self.na:
            return []
        if isinstance(value, int) and not isinstance(value, bool) and self.low <= value <= self.high:
            return []
        return [Problem(path, "form.out_of_range", {"low": self.low, "high": self.high})]


@dataclass(frozen=True)
class Choice(Field):
    """One option id; or, with `most` > 1, a list of at most that many.

    `among` are ids of other choices of the form: a menu offers only what is chosen there, once something is, and no row of a
    list offers what another row has. Nothing is refused for it, because what is chosen there may change afterwards.
    """

    type: ClassVar[str] = "choice"
    options: tuple[Option, ...] = ()
    most: int = 1
    among: tuple[str, ...] = ()

    def faults(self, value: Any, path: str) -> list[Problem]:
        known = {option.id for option in self.options}
        chosen = value if isinstance(value, list) and self.most > 1 else [value]
        if any(not isinstance(one, str) or one not in known for one in chosen) or len(set(chosen)) != len(chosen):
            return [Problem(path, "form.unknown_option")]
        if len(chosen) > self.most:
            return [Problem(path, "form.too_many", {"most": self.most})]
        return []


@dataclass(frozen=True)
class Line(Field):
    """One line of text, `most` characters at most.

    `suggest` names what the person's own earlier answers may offer as chips: `people`, `goal`, …
    """

    type: ClassVar[str] = "line"
    most: int = LINE_LIMIT
    starter: Text | None = None
    suggest: str = ""

    def faults(self, value: Any, path: str) -> list[Problem]:
        if not isinstance(value, str):
            return [Problem(path, "form.not_text")]
        if len(value) > self.most:
            return [Problem(path, "form.too_long", {"count": len(value), "most": self.most})]
        return []


@dataclass(frozen=True)
class Paragraph(Line):
    type: ClassVar[str] = "paragraph"
    most: int = PARAGRAPH_LIMIT


@dataclass(frozen=True)
class Day(Field):
    """A date as `YYYY-MM-DD`, of this century: a year is typed digit by digit, and 0202 is on the way to 2026."""

    type: ClassVar[str] = "day"

    def faults(self, value: Any, path: str) -> list[Problem]:
        try:
            dt.date.fromisoformat(value if DAY.fullmatch(value) else "")
        except (TypeError, ValueError):
            return [Problem(path, "form.not_a_day")]
        return []


@dataclass(frozen=True)
class Tick(Field):
    """Yes or no; unset is no."""

    type: ClassVar[str] = "tick"

    def faults(self, value: Any, path: str) -> list[Problem]:
        return [] if isinstance(value, bool) else [Problem(path, "form.not_a_tick")]


@dataclass(frozen=True)
class Rows(Field):
    """A list that grows: value `[{"id": "r1", …field values}]`; row ids are made by the page and never reused.

    `suggest` offers earlier answers as chips: a tap adds a row with its first line filled. The short form takes
    `short_most` rows (0: as many as the full one).
    """

    type: ClassVar[str] = "rows"
    fields: tuple[Field, ...] = ()
    most: int = 12
    add: Text | None = None
    suggest: str = ""
    short_most: int = 0

    def faults(self, value: Any, path: str) -> list[Problem]:
        if not isinstance(value, list) or not all(
            isinstance(row, dict) and isinstance(row.get("id"), str) for row in value
        ):
            return [Problem(path, "form.not_rows")]
        if len(value) > self.most:
            return [Problem(path, "form.too_many", {"most": self.most})]
        if len({row["id"] for row in value}) != len(value):
            return [Problem(path, "form.not_rows")]
        return [
            problem
            for row in value
            for problem in faults_of(self.fields, {k: v for k, v in row.items() if k != "id"}, f"{path}/{row['id']}/")
        ]


@dataclass(frozen=True)
class Pick(Field):
    """Which row of the Rows field `rows`: value its row id. Drawn as a menu of their names, also inside rows of another list.

    The id of a row that was removed is kept, so that it comes back with its row; whoever reads an answer leaves it out.
    """

    type: ClassVar[str] = "pick"
    rows: str = ""
    row_label: str = "name"

    def faults(self, value: Any, path: str) -> list[Problem]:
        return [] if isinstance(value, str) else [Problem(path, "form.unknown_option")]


@dataclass(frozen=True)
class Pairs(Field):
    """Which rows of `rows` know each other: value `[[row id, row id]]`, each pair once, in row order. Drawn as chips per row."""

    type: ClassVar[str] = "pairs"
    rows: str = ""
    row_label: str = "name"

    def faults(self, value: Any, path: str) -> list[Problem]:
        ok = isinstance(value, list) and all(
            isinstance(pair, list)
            and len(pair) == 2
            and all(isinstance(end, str) for end in pair)
            and pair[0] != pair[1]
            for pair in value
        )
        return [] if ok else [Problem(path, "form.not_pairs")]


@dataclass(frozen=True)
class Grid(Field):
    """How much each column has of each row: value `{row id: {column id: low…high}}`, cells left out where not given.

    Rows are those of the Rows field `rows`; columns are `own` options, then the rows of the Rows field `columns`.
    Drawn row by row as chips, never as a table that scrolls sideways. Where marks are no amounts but sorts, `signs` stand
    on the chips in place of numbers, and `anchors` say what each means.
    """

    type: ClassVar[str] = "grid"
    rows: str = ""
    columns: str = ""
    own: tuple[Option, ...] = ()
    row_label: str = "name"
    column_label: str = "name"
    low: int = 0
    high: int = 3
    anchors: Mapping[int, Text] = field(default_factory=dict)
    signs: Mapping[int, Text] = field(default_factory=dict)

    def empty(self, value: Any) -> bool:
        return super().empty(value) or (isinstance(value, dict) and not any(value.values()))

    def faults(self, value: Any, path: str) -> list[Problem]:
        if not isinstance(value, dict) or not all(isinstance(cells, dict) for cells in value.values()):
            return [Problem(path, "form.not_a_grid")]
        scale = Scale(self.id, self.label, low=self.low, high=self.high)
        return [
            problem
            for row, cells in value.items()
            for column, mark in cells.items()
            for problem in scale.faults(mark, f"{path}/{row}/{column}")
        ]


@dataclass(frozen=True)
class Group:
    """Fields that belong together: one card of the short form, one fieldset of the full one."""

    id: str
    title: Text
    fields: tuple[Field, ...]
    intro: Text | None = None


@dataclass(frozen=True)
class Form:
    groups: tuple[Group, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        return tuple(one for group in self.groups for one in group.fields)

    def faults(self, answer: Answer) -> list[Problem]:
        """What cannot be kept. Unknown field ids are faults too."""
        return faults_of(self.fields, answer)

    def gaps(self, answer: Answer, short: bool = False) -> list[str]:
        """Ids of the fields that are still empty and count for progress."""
        return [
            one.id
            for one in self.fields
            if not one.optional and not (short and one.full_only) and one.empty(answer.get(one.id))
        ]

    def taps(self, answer: Answer, short: bool = True) -> int:
        """How many times a finger touches a control to give this answer; typing is not counted."""
        return sum(_taps(one, answer.get(one.id), short) for one in self.fields)

    def kept(self, answer: Answer) -> dict[str, Any]:
        """The part of an answer that has no fault, field by field."""
        bad = {problem.field.split("/")[0] for problem in self.faults(answer)}
        return {key: value for key, value in answer.items() if key not in bad}


def _taps(field: Field, value: Any, short: bool) -> int:
    """A row costs the tap that adds it; a line costs none."""
    if field.empty(value) or value is False or (short and field.full_only):
        return 0
    match field:
        case Line():
            return 0
        case Rows():
            return sum(1 + sum(_taps(one, row.get(one.id), short) for one in field.fields) for row in value)
        case Grid():
            return sum(len(cells) for cells in value.values())
    return len(value) if isinstance(value, list) else 1


def faults_of(fields: Sequence[Field], answer: Answer, prefix: str = "") -> list[Problem]:
    """Faults of an answer against fields, each with its path under `prefix`."""
    known = {one.id: one for one in fields}
    found: list[Problem] = []
    for key, value in answer.items():
        if key not in known:
            found.append(Problem(f"{prefix}{key}", "form.unknown_field"))
        elif value is not None:
            found.extend(known[key].faults(value, f"{prefix}{key}"))
    return found
