"""Rows with a bar for how much something matters, and two marks for how well it is met, seen from two sides.

An importance–performance grid (Martilla & James 1977) laid on its side: eight labels in four quadrants cannot be read on a
phone, the same distances row by row can. The line through the rows is the grid's cross-hair.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from leads_kit.charts._house import FONT, PLACES, Row, Spec, Ticks, bases, data, finished, labels, places, whole_height
from leads_kit.charts._lines import aside

CONTENT, FOOT = 26, 8
# On the wall a row is as low as its two lanes allow.
FLAT_CONTENT, PITCH = 20, 24
INK: dict[str, Any] = {"color": "var(--ink)", "opacity": 1}


@dataclass(frozen=True)
class View(Row):
    """A bar at `matters`; a round mark at `upper` and a square one at `lower`. Each may be missing.

    `brief` is the note where there is little room: on the wall.
    """

    matters: float | None = None
    upper: float | None = None
    lower: float | None = None
    brief: str = ""

    @property
    def empty(self) -> bool:
        return (self.matters, self.upper, self.lower) == (None,) * 3


@dataclass(frozen=True)
class Band:
    """A row's ground: where it begins, in pixels from the bottom, and how high it is; each mark has a lane of its own.

    Where no row has a second mark, the first is `alone` and lies in the middle.
    """

    row: View
    floor: float
    height: float
    alone: bool

    @property
    def upper(self) -> float:
        return self.middle if self.alone else self.floor + self.height * 0.74

    @property
    def lower(self) -> float:
        return self.floor + self.height * 0.25

    @property
    def middle(self) -> float:
        return self.floor + self.height / 2


def views(rows: Sequence[View], ticks: Ticks, cross: float, title: str, description: str) -> Spec:
    """Both marks of each row on lanes of their own, with the way from each to the bar; a dotted line at `cross`."""
    base, x = bases(len(rows), CONTENT, FOOT), places(ticks, title)
    bands = [Band(row, floor, CONTENT, _alone(rows)) for row, floor in zip(rows, base, strict=True)]
    layers = [*labels(rows, base, CONTENT, x), *_drawn(bands, ticks, cross, x)]
    wall = _flat(rows, ticks, cross, title, description)
    return finished(layers, whole_height(len(rows), CONTENT, FOOT), description, wall)


def _flat(rows: Sequence[View], ticks: Ticks, cross: float, title: str, description: str) -> Spec:
    """Label, lanes and note of a row side by side; a row that shows nothing says why on its lanes."""
    import altair as alt

    floors = [(len(rows) - 1 - at) * PITCH + 2 for at in range(len(rows))]
    bands = [Band(row, floor, FLAT_CONTENT, _alone(rows)) for row, floor in zip(rows, floors, strict=True)]
    briefly = [Row(row.label, "" if row.empty else row.brief) for row in rows]
    words, x = aside(briefly, [band.middle for band in bands], places(ticks, title, padding=2))
    reasons = [{"x": sum(PLACES) / 2, "y": one.middle, "text": one.row.note} for one in bands if one.row.empty]
    layers = [
        *words,
        *_drawn(bands, ticks, cross, x),
        alt.Chart(data(reasons))
        .mark_text(baseline="middle", fontSize=FONT, color="var(--ink-2)")
        .encode(x=x, y=alt.Y("y:Q"), text=alt.Text("text:N")),
    ]
    return finished(layers, len(rows) * PITCH, description)


def _alone(rows: Sequence[View]) -> bool:
    return all(row.lower is None for row in rows)


def _drawn(bands: Sequence[Band], ticks: Ticks, cross: float, x: Any) -> list[Any]:
    """All but the words: the ground, the cross-hair, the ways, the bars and the marks."""
    import altair as alt

    shown = [one for one in bands if not one.row.empty]
    ends = {"x": ticks[0][0] - 0.2, "x2": ticks[-1][0] + 0.2}
    ground = [{**ends, "y": one.floor, "y2": one.floor + one.height} for one in shown]
    hair = [{"x": cross, "y": one.floor, "y2": one.floor + one.height} for one in shown]
    bars = [line | {"x": one.row.matters} for line, one in zip(hair, shown, strict=True) if one.row.matters is not None]
    return [
        alt.Chart(data(ground))
        .mark_rect(color="var(--line)", opacity=0.45, cornerRadius=3)
        .encode(x=x, x2=alt.X2("x2"), y=alt.Y("y:Q"), y2=alt.Y2("y2")),
        alt.Chart(data(hair))
        .mark_rule(strokeDash=[2, 3], color="var(--line-strong)", opacity=1)
        .encode(x=x, y=alt.Y("y:Q"), y2=alt.Y2("y2")),
        *_ways(shown, x),
        alt.Chart(data(bars)).mark_rule(strokeWidth=4, **INK).encode(x=x, y=alt.Y("y:Q"), y2=alt.Y2("y2")),
        *_marks(shown, x),
    ]


def _ways(bands: Sequence[Band], x: Any) -> list[Any]:
    """From each mark to the bar."""
    import altair as alt

    ways = [
        {"x": at, "x2": one.row.matters, "y": lane}
        for one in bands
        for at, lane in ((one.row.upper, one.upper), (one.row.lower, one.lower))
        if at is not None and one.row.matters is not None
    ]
    rule: dict[str, Any] = {"strokeWidth": 3, "color": "var(--accent)", "opacity": 0.55}
    return [alt.Chart(data(ways)).mark_rule(**rule).encode(x=x, x2=alt.X2("x2"), y=alt.Y("y:Q"))]


def _marks(bands: Sequence[Band], x: Any) -> list[Any]:
    import altair as alt

    upper = [{"x": one.row.upper, "y": one.upper, "side": "upper"} for one in bands if one.row.upper is not None]
    lower = [{"x": one.row.lower, "y": one.lower, "side": "lower"} for one in bands if one.row.lower is not None]
    square: dict[str, Any] = {"shape": "square", "size": 72, "filled": True, "strokeWidth": 2.5, "opacity": 1}
    return [
        alt.Chart(data(upper)).mark_circle(size=100, color="var(--accent)", opacity=1).encode(x=x, y=alt.Y("y:Q")),
        alt.Chart(data(lower))
        .mark_point(fill="var(--card)", stroke="var(--accent)", **square)
        .encode(x=x, y=alt.Y("y:Q")),
    ]  # fmt: skip
