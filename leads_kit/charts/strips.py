"""Rows of stacked dots, one for each answer: how a group stands on one scale after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from leads_kit.charts._house import (
    FONT,
    FOOT,
    PLACES,
    Row,
    Spec,
    Ticks,
    bases,
    beside,
    data,
    finished,
    labels,
    places,
    whole_height,
)

STEP = 12
DOT = 0.56  # a dot's area, as a share of its place
UNIT = 58  # pixels of one place of the scale on a phone
NAMES_HEIGHT = 18
# Low and wide: rows of about this height, dots as large as they allow.
FLAT_UNIT, FLAT_FOOT, FLAT_HEIGHT = 50, 12, 30
# So high may all rows together be on a wall; where they are many, each is lower, and still has two lines of a label.
FLAT_ROOM, LOWEST = 210, 22
FLAT_STEPS = (12, 10, 9, 8, 7, 6, 5, 4)
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
    """Dots piled on their class; under the base line a pointer at the middle and the names of classes."""
    content = _lines(rows, STEP, UNIT) * STEP + 4
    foot = FOOT + (NAMES_HEIGHT if _names(rows) else 0)
    base, x = bases(len(rows), content, foot), places(ticks, title)
    layers = [*labels(rows, base, content, x), *_drawn(rows, base, STEP, UNIT, x)]
    height = whole_height(len(rows), content, foot)
    return finished(layers, height, description, _flat(rows, ticks, title, description))


def _flat(rows: Sequence[Strip], ticks: Ticks, title: str, description: str) -> Spec:
    """Label, dots and note of a row side by side."""
    foot = FLAT_FOOT + (NAMES_HEIGHT if _names(rows) else 0)
    room = min(FLAT_HEIGHT, max(LOWEST, FLAT_ROOM / max(1, len(rows)) - foot))
    fits = (step for step in FLAT_STEPS if _lines(rows, step, FLAT_UNIT) * step <= room)
    step = next(fits, FLAT_STEPS[-1])
    pitch = max(room, _lines(rows, step, FLAT_UNIT) * step) + foot
    base = [(len(rows) - 1 - at) * pitch + foot for at in range(len(rows))]
    told = [Row(row.label, row.note if row.piles else "") for row in rows]
    words, x = beside(told, [y + (pitch - foot) / 2 for y in base], places(ticks, title, padding=2))
    layers = [*words, *_reasons(rows, base, x), *_drawn(rows, base, step, FLAT_UNIT, x)]
    return finished(layers, len(rows) * pitch, description)


def _reasons(rows: Sequence[Strip], base: Sequence[float], x: Any) -> list[Any]:
    """Why a row shows nothing, where its dots would be."""
    import altair as alt

    empty = [
        {"x": sum(PLACES) / 2, "y": y + 6, "text": row.note} for row, y in zip(rows, base, strict=True) if not row.piles
    ]
    return [
        alt.Chart(data(empty))
        .mark_text(baseline="bottom", fontSize=FONT, color="var(--ink-2)", limit={"expr": "width * 0.6"})
        .encode(x=x, y=alt.Y("y:Q"), text=alt.Text("text:N"))
    ]


def _drawn(rows: Sequence[Strip], base: Sequence[float], step: float, unit: float, x: Any) -> list[Any]:
    """Ground, pointers and dots: all but the words beside or above a row."""
    import altair as alt

    told = list(zip(rows, base, strict=True))
    middles = [{"x": row.middle, "y": y - 8} for row, y in told if row.middle is not None]
    dots = [dot for row, y in told for pile in row.piles for dot in _dots(pile, y, step, unit)]
    return [
        *_ground(told, x),
        alt.Chart(data(middles))
        .mark_point(shape="triangle-up", filled=True, size=70, **INK)
        .encode(x=x, y=alt.Y("y:Q")),
        alt.Chart(data(dots))
        .mark_circle(size=DOT * step**2, color="var(--accent)", opacity=1, xOffset={"expr": "datum.dx"})
        .encode(x=x, y=alt.Y("y:Q")),
    ]


def _ground(told: Sequence[tuple[Strip, float]], x: Any) -> list[Any]:
    """The base line, one piece for each class, so that classes put together look like one; dashed where nothing is shown."""
    import altair as alt

    floor = [{"x": pile.low, "x2": pile.high, "y": y} for row, y in told for pile in row.piles]
    empty = [{"x": 0.5, "x2": 5.5, "y": y} for row, y in told if not row.piles]
    names = [{"x": pile.place, "y": y - 20, "text": pile.name} for row, y in told for pile in row.piles if pile.name]
    line: dict[str, Any] = {"color": "var(--line-strong)", "opacity": 1}
    return [
        alt.Chart(data(floor)).mark_rule(strokeWidth=1.5, **line).encode(x=x, x2=alt.X2("x2"), y=alt.Y("y:Q")),
        alt.Chart(data(empty)).mark_rule(strokeDash=[3, 5], **line).encode(x=x, x2=alt.X2("x2"), y=alt.Y("y:Q")),
        alt.Chart(data(names))
        .mark_text(baseline="middle", fontSize=FONT, color="var(--ink-2)", limit={"expr": "width * 0.3"})
        .encode(x=x, y=alt.Y("y:Q"), text=alt.Text("text:N")),
    ]


def _names(rows: Sequence[Strip]) -> bool:
    return any(pile.name for row in rows for pile in row.piles)


def _lines(rows: Sequence[Strip], step: float, unit: float) -> int:
    """How many lines the highest pile has."""
    return max((-(-pile.count // _per_line(pile, step, unit)) for row in rows for pile in row.piles), default=1) or 1


def _per_line(pile: Pile, step: float, unit: float) -> int:
    """As many dots as lie on the piece of ground that the class takes."""
    return max(1, int((pile.high - pile.low) * unit / step))


def _dots(pile: Pile, base: float, step: float, unit: float) -> list[dict[str, float]]:
    """Each dot's pixels from the middle of its class: full lines, the last one centred, piled from the base line."""
    found, most = [], _per_line(pile, step, unit)
    for at in range(pile.count):
        line, column = divmod(at, most)
        width = min(most, pile.count - line * most)
        found.append({"x": pile.place, "dx": (column - (width - 1) / 2) * step, "y": base + step * (line + 2 / 3)})
    return found
