"""A grid of marks: what each row asks for, and how much of it each column has. Number, shape and colour say the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any

from leads_kit.charts._house import Spec, data, finished
from leads_kit.charts._names import packed, wrapped
from leads_kit.charts._words import said, said_down

# A phone's width in signs of the house's size, plain and bold; a label leaves room for its note.
WIDE, BOLD, LABEL = 44, 39, 25
LINE, CELL, GAP = 16, 34, 10
# Up to so many columns a name fits above each; beyond, a letter stands there and a key tells the names.
NAMED, HEAD_LINES, KEY_LINES = 3, 3, 2
# How a mark of 0, 1, 2 and 3 looks: shape, fill, line, ink. Squares count.
LOOKS: tuple[tuple[str, str, str, str], ...] = (
    ("circle", "var(--card)", "var(--line-strong)", "var(--ink-2)"),
    ("circle", "var(--card)", "var(--accent)", "var(--ink)"),
    ("square", "var(--accent-soft)", "var(--accent)", "var(--ink)"),
    ("square", "var(--accent)", "var(--accent)", "var(--accent-ink)"),
)
SIZE = 620
Spots = Sequence[tuple[float, float, int | None]]


@dataclass(frozen=True)
class Marked:
    """A row: its label, a mark 0 to 3 for each column (None: not given), and a note at its right end."""

    label: str
    marks: tuple[int | None, ...]
    note: str = ""

    @property
    def lines(self) -> list[str]:
        return wrapped(self.label, LABEL if self.note else BOLD, 2) or [""]

    @property
    def height(self) -> float:
        return len(self.lines) * LINE + CELL + GAP


def cells(
    names: Sequence[str], rows: Sequence[Marked], legend: Sequence[str], description: str, named: int = NAMED
) -> Spec:
    """Marks of 2 and 3 are squares, those below circles. Of more than `named` columns the first is me, letters are others."""
    import altair as alt

    x = alt.X("x:Q", scale=alt.Scale(domain=[0, len(names)], nice=False), axis=None)
    heads, key = _heads(names, named)
    foot = packed(legend, WIDE)
    top = len(foot) * LINE + sum(row.height for row in rows)
    head = max(len(lines) for lines in heads) * LINE + GAP
    height = top + head + len(key) * LINE + (GAP if key else 0)
    tops = [top - sum(row.height for row in rows[:at]) for at in range(len(rows))]
    layers = [
        said(((0, height - (at + 0.5) * LINE, line) for at, line in enumerate(key)), x),
        _titles(heads, top + GAP, x),
        *_rows(rows, tops, len(names), x),
        *_marks([spot for row, y in zip(rows, tops, strict=True) for spot in _spots(row, y)], x),
        said_down(foot, LINE, x),
    ]
    return finished(layers, height, description)


def _heads(names: Sequence[str], named: int) -> tuple[list[list[str]], list[str]]:
    """What stands above each column, and the lines that tell the letters."""
    if len(names) <= named:
        return [wrapped(name, BOLD // len(names), HEAD_LINES) or [""] for name in names], []
    letters = dict(zip(ascii_uppercase, names[1:], strict=False))
    key = [line for letter, name in letters.items() for line in wrapped(f"{letter} = {name}", WIDE, KEY_LINES)]
    return [[names[0]], *([letter] for letter in letters)], key


def _titles(heads: Sequence[Sequence[str]], foot: float, x: Any) -> Any:
    """Names end at the same height, right above the marks."""
    lines = [
        (at + 0.5, foot + (len(head) - line - 0.5) * LINE, text)
        for at, head in enumerate(heads)
        for line, text in enumerate(head)
    ]
    return said(lines, x, align="center", fontWeight=600, color="var(--ink)")


def _rows(rows: Sequence[Marked], tops: Sequence[float], count: int, x: Any) -> list[Any]:
    """Labels, their notes, and a hairline between one row and the next."""
    import altair as alt

    told = list(zip(rows, tops, strict=True))
    rules = [{"x": 0, "x2": count, "y": y - row.height + GAP / 2} for row, y in told]
    labels = [(0.0, y - (at + 0.5) * LINE, line) for row, y in told for at, line in enumerate(row.lines)]
    return [
        alt.Chart(data(rules))
        .mark_rule(color="var(--line)", strokeWidth=1, opacity=1)
        .encode(x=x, x2=alt.X2("x2"), y=alt.Y("y:Q")),
        said(labels, x, fontWeight=600, color="var(--ink)"),
        said(((count, y - LINE / 2, row.note) for row, y in told), x, align="right"),
    ]


def _spots(row: Marked, top: float) -> Spots:
    y = top - len(row.lines) * LINE - CELL / 2
    return [(at + 0.5, y, mark) for at, mark in enumerate(row.marks)]


def _marks(spots: Spots, x: Any) -> list[Any]:
    import altair as alt

    layers = []
    for value, (shape, fill, stroke, ink) in enumerate(LOOKS):
        there = [(px, py) for px, py, mark in spots if mark == value]
        look: dict[str, Any] = {"shape": shape, "fill": fill, "stroke": stroke, "strokeWidth": 2 if value else 1}
        point = alt.Chart(data([{"x": px, "y": py} for px, py in there])).mark_point(
            size=SIZE, filled=True, opacity=1, **look
        )
        number = said(((*spot, str(value)) for spot in there), x, align="center", color=ink, fontWeight=600)
        layers += [point.encode(x=x, y=alt.Y("y:Q")), number]
    return [*layers, said(((px, py, "–") for px, py, mark in spots if mark is None), x, align="center")]
