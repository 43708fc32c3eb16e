"""Fields that ask for several things: rows, picks, pairs of rows, and a grid of marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from leads_kit.form.fields import Field, Option, Problem, Scale, faults_of
from leads_kit.text import Text


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
