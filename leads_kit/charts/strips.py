"""Rows of stacked dots, one for each answer: how a group stands on one scale after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from leads_kit.charts._house import FONT, FOOT, Row, Spec, Ticks, bases, data, finished, labels, places, whole_height

PER_LINE = 4
STEP = 12
DOT = 80
NAMES_HEIGHT = 18
INK: dict[str, Any] = {"color": "var(--ink)", "opacity": 1}


@dataclass(frozen=True)
class Pile:
    """The answers of one class: how many, and the part of the scale the class takes; `name` where rows name their own."""

    low: float
    high: float
    count: int
    name: str = ""

    @property
    def place(self) -> float:
        return (self.low + self.high) / 2


@dataclass(frozen=True)
class Strip(Row):
    """One row of piles, with the place of the middle answer; no piles where the row may not be shown."""

    piles: tuple[Pile, ...] = ()
    middle: float | None = None


def strips(rows: Sequence[Strip], ticks: Ticks, title: str, description: str) -> Spec:
    """Dots piled on their class, four to a line; under the base line a pointer at the middle and the names of classes."""
    import altair as alt

    lines = max((-(-pile.count // PER_LINE) for row in rows for pile in row.piles), default=1) or 1
    content = lines * STEP + 4
    foot = FOOT + (NAMES_HEIGHT if _names(rows) else 0)
    base, x = bases(len(rows), content, foot), places(ticks, title)
    told = list(zip(rows, base, strict=True))
    middles = [{"x": row.middle, "y": y - 8} for row, y in told if row.middle is not None]
    dots = [dot for row, y in told for pile in row.piles for dot in _dots(pile, y)]
    layers = [
        *labels(rows, base, content, x),
        *_ground(told, x),
        alt.Chart(data(middles)).mark_point(shape="triangle-up", filled=True, size=70, **INK).encode(x=x, y="y:Q"),
        alt.Chart(data(dots))
        .mark_circle(size=DOT, color="var(--accent)", opacity=1, xOffset={"expr": "datum.dx"})
        .encode(x=x, y="y:Q"),
    ]
    return finished(layers, whole_height(len(rows), content, foot), description)


def _ground(told: Sequence[tuple[Strip, float]], x: Any) -> list[Any]:
    """The base line, one piece for each class, so that classes put together look like one; dashed where nothing is shown."""
    import altair as alt

    floor = [{"x": pile.low, "x2": pile.high, "y": y} for row, y in told for pile in row.piles]
    empty = [{"x": 0.5, "x2": 5.5, "y": y} for row, y in told if not row.piles]
    names = [{"x": pile.place, "y": y - 20, "text": pile.name} for row, y in told for pile in row.piles if pile.name]
    line: dict[str, Any] = {"color": "var(--line-strong)", "opacity": 1}
    return [
        alt.Chart(data(floor)).mark_rule(strokeWidth=1.5, **line).encode(x=x, x2="x2", y="y:Q"),
        alt.Chart(data(empty)).mark_rule(strokeDash=[3, 5], **line).encode(x=x, x2="x2", y="y:Q"),
        alt.Chart(data(names))
        .mark_text(baseline="middle", fontSize=FONT, color="var(--ink-2)", limit={"expr": "width * 0.3"})
        .encode(x=x, y="y:Q", text="text:N"),
    ]


def _names(rows: Sequence[Strip]) -> bool:
    return any(pile.name for row in rows for pile in row.piles)


def _dots(pile: Pile, base: float) -> list[dict[str, float]]:
    """Each dot's pixels from the middle of its class: lines of four, the last one centred, piled from the base line."""
    found = []
    for at in range(pile.count):
        line, column = divmod(at, PER_LINE)
        width = min(PER_LINE, pile.count - line * PER_LINE)
        found.append({"x": pile.place, "dx": (column - (width - 1) / 2) * STEP, "y": base + 8 + line * STEP})
    return found
