"""A grid of marks: what each row asks for, and how much of it, or which part in it, each column has.

Sign, shape and colour say the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_uppercase, digits
from typing import Any

from leads_kit.charts._house import Spec, data, finished
from leads_kit.charts._names import packed, wrapped
from leads_kit.charts._words import said, said_down

# A phone's width in signs of the house's size, plain and bold; a label leaves room for its note.
WIDE, BOLD, LABEL = 44, 39, 25
LINE, CELL, GAP = 16, 34, 10
# Up to so many columns a name fits above each; beyond, a letter stands there and a key tells the names.
NAMED, HEAD_LINES, KEY_LINES = 3, 3, 2
SIZE = 620
# Shape, fill, line, ink of four looks, each stronger than the one before.
FAINT = ("circle", "var(--card)", "var(--line-strong)", "var(--ink-2)")
LIGHT = ("circle", "var(--card)", "var(--accent)", "var(--ink)")
MIDDLE = ("square", "var(--accent-soft)", "var(--accent)", "var(--ink)")
STRONG = ("square", "var(--accent)", "var(--accent)", "var(--accent-ink)")
LEADING = ("diamond", "var(--accent)", "var(--accent)", "var(--accent-ink)")
Spots = Sequence[tuple[float, float, int | None]]


@dataclass(frozen=True)
class Style:
    """The sign and the look of each mark, from 0 on; what stands above the columns where they are many.

    With `mine` the first column is me, and keeps its name; up to `named` columns all keep theirs.
    """

    signs: tuple[str, ...] = ("0", "1", "2", "3")
    looks: tuple[tuple[str, str, str, str], ...] = (FAINT, LIGHT, MIDDLE, STRONG)
    keys: str = ascii_uppercase
    mine: bool = True
    named: int = NAMED


LEVELS = Style()


def duties(told: str, asked: str, does: str, decides: str, both: str) -> Style:
    """For marks 0 to 4: letters of what people have to do with a task. Columns have numbers, so that letters mean one thing."""
    looks = (FAINT, LIGHT, MIDDLE, LEADING, STRONG)
    return Style((told, asked, does, decides, both), looks, digits[1:], mine=False)


@dataclass(frozen=True)
class Marked:
    """A row: its label, a mark for each column (None: not given), and a note at its right end."""

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
    names: Sequence[str], rows: Sequence[Marked], legend: Sequence[str], description: str, style: Style = LEVELS
) -> Spec:
    """Marks of levels are squares from 2 on, circles below. Letters or numbers stand for many names."""
    import altair as alt

    x = alt.X("x:Q", scale=alt.Scale(domain=[0, len(names)], nice=False), axis=None)
    heads, key = _heads(names, style)
    foot = packed(legend, WIDE)
    top = len(foot) * LINE + sum(row.height for row in rows)
    head = max(len(lines) for lines in heads) * LINE + GAP
    height = top + head + len(key) * LINE + (GAP if key else 0)
    tops = [top - sum(row.height for row in rows[:at]) for at in range(len(rows))]
    layers = [
        said(((0, height - (at + 0.5) * LINE, line) for at, line in enumerate(key)), x),
        _titles(heads, top + GAP, x),
        *_rows(rows, tops, len(names), x),
        *_marks([spot for row, y in zip(rows, tops, strict=True) for spot in _spots(row, y)], style, x),
        said_down(foot, LINE, x),
    ]
    return finished(layers, height, description)


def _heads(names: Sequence[str], style: Style) -> tuple[list[list[str]], list[str]]:
    """What stands above each column, and the lines that tell the keys."""
    if len(names) <= style.named:
        return [wrapped(name, BOLD // len(names), HEAD_LINES) or [""] for name in names], []
    mine = [[names[0]]] if style.mine else []
    keys = dict(zip(style.keys, names[len(mine) :], strict=False))
    told = [line for key, name in keys.items() for line in wrapped(f"{key} = {name}", WIDE, KEY_LINES)]
    return [*mine, *([key] for key in keys)], told


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


def _marks(spots: Spots, style: Style, x: Any) -> list[Any]:
    import altair as alt

    layers = []
    for value, (sign, (shape, fill, stroke, ink)) in enumerate(zip(style.signs, style.looks, strict=True)):
        there = [(px, py) for px, py, mark in spots if mark == value]
        look: dict[str, Any] = {"shape": shape, "fill": fill, "stroke": stroke, "strokeWidth": 2 if value else 1}
        point = alt.Chart(data([{"x": px, "y": py} for px, py in there])).mark_point(
            size=SIZE, filled=True, opacity=1, **look
        )
        signs = said(((*spot, sign) for spot in there), x, align="center", color=ink, fontWeight=600)
        layers += [point.encode(x=x, y=alt.Y("y:Q")), signs]
    return [*layers, said(((px, py, "–") for px, py, mark in spots if mark is None), x, align="center")]
