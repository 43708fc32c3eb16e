"""Rows with a bar for how much something matters, and two marks for how well it is met, seen from two sides.

An importance–performance grid (Martilla & James 1977) laid on its side: eight labels in four quadrants cannot be read on a
phone, the same distances row by row can. The line through the rows is the grid's cross-hair.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from leads_kit.charts._house import Row, Spec, Ticks, bases, data, finished, labels, places, whole_height

CONTENT, FOOT = 26, 8
UPPER, LOWER = 19, 6
INK: dict[str, Any] = {"color": "var(--ink)", "opacity": 1}


@dataclass(frozen=True)
class View(Row):
    """A bar at `matters`; a round mark at `upper` and a square one at `lower`. Each may be missing."""

    matters: float | None = None
    upper: float | None = None
    lower: float | None = None


def views(rows: Sequence[View], ticks: Ticks, cross: float, title: str, description: str) -> Spec:
    """Both marks of each row on lanes of their own, with the way from each to the bar; a dotted line at `cross`."""
    import altair as alt

    base, x = bases(len(rows), CONTENT, FOOT), places(ticks, title)
    told = list(zip(rows, base, strict=True))
    bars = [{"x": row.matters, "y": y - 2, "y2": y + CONTENT + 1} for row, y in told if row.matters is not None]
    layers = [
        alt.Chart(data([{"x": cross, "y": y - 3, "y2": y + CONTENT} for y in base]))
        .mark_rule(strokeDash=[2, 3], color="var(--line-strong)", opacity=1)
        .encode(x=x, y="y:Q", y2="y2"),
        *labels(rows, base, CONTENT, x),
        *_lanes(told, ticks, x),
        alt.Chart(data(bars)).mark_rule(strokeWidth=4, **INK).encode(x=x, y="y:Q", y2="y2"),
        *_marks(told, x),
    ]
    return finished(layers, whole_height(len(rows), CONTENT, FOOT), description)


def _lanes(told: Sequence[tuple[View, float]], ticks: Ticks, x: Any) -> list[Any]:
    """The ground of both lanes, dashed where a row shows nothing, and the ways from mark to bar."""
    import altair as alt

    low, high = ticks[0][0], ticks[-1][0]
    ground: list[dict[str, Any]] = [
        {"x": low, "x2": high, "y": y + lane, "empty": (row.matters, row.upper, row.lower) == (None,) * 3}
        for row, y in told
        for lane in (UPPER, LOWER)
    ]
    ways = [
        {"x": at, "x2": row.matters, "y": y + lane}
        for row, y in told
        for at, lane in ((row.upper, UPPER), (row.lower, LOWER))
        if at is not None and row.matters is not None
    ]
    return [
        *(
            alt.Chart(data([line for line in ground if line["empty"] is empty]))
            .mark_rule(color="var(--line)", strokeWidth=1.5, strokeDash=dash, opacity=1)
            .encode(x=x, x2="x2", y="y:Q")
            for empty, dash in ((False, [1, 0]), (True, [3, 5]))
        ),
        alt.Chart(data(ways)).mark_rule(strokeWidth=3, color="var(--accent)", opacity=0.45).encode(
            x=x, x2="x2", y="y:Q"
        ),
    ]  # fmt: skip


def _marks(told: Sequence[tuple[View, float]], x: Any) -> list[Any]:
    import altair as alt

    upper = [{"x": row.upper, "y": y + UPPER, "side": "upper"} for row, y in told if row.upper is not None]
    lower = [{"x": row.lower, "y": y + LOWER, "side": "lower"} for row, y in told if row.lower is not None]
    return [
        alt.Chart(data(upper)).mark_circle(size=120, color="var(--accent)", opacity=1).encode(x=x, y="y:Q"),
        alt.Chart(data(lower))
        .mark_point(
            shape="square",
            size=90,
            filled=True,
            fill="var(--card)",
            stroke="var(--accent)",
            strokeWidth=2.5,
            opacity=1,
        )
        .encode(x=x, y="y:Q"),
    ]
