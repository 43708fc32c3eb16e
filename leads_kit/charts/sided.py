"""Bars from one middle line to either side: what takes on the left, what gives on the right, in the order given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from leads_kit.charts._house import Spec, data, finished
from leads_kit.charts._names import wrapped
from leads_kit.charts._words import said

# A phone's width in signs, bold; the longest bar has so many steps.
BOLD, LINE, LINES = 39, 16, 2
BAR, GAP, FOOT = 14, 14, 20
MOST = 3


@dataclass(frozen=True)
class Sided:
    """A row: what it is, −3 to 3 steps from the middle line, and the word for them."""

    label: str
    value: int
    note: str = ""

    @property
    def lines(self) -> list[str]:
        return wrapped(self.label, BOLD, LINES) or [""]

    @property
    def height(self) -> float:
        return len(self.lines) * LINE + BAR + GAP


def sided(rows: Sequence[Sided], ends: tuple[str, str], description: str) -> Spec:
    """Left bars are hollow and right ones filled, so that a side is read without colour; the word stands across the line."""
    import altair as alt

    x = alt.X("x:Q", scale=alt.Scale(domain=[-MOST, MOST], nice=False), axis=None)
    height = sum(row.height for row in rows) + FOOT
    tops = [height - sum(row.height for row in rows[:at]) for at in range(len(rows))]
    told = list(zip(rows, tops, strict=True))
    labels = [(-MOST, top - (at + 0.5) * LINE, line) for row, top in told for at, line in enumerate(row.lines)]
    bars = [(row, top - len(row.lines) * LINE - BAR / 2 - 4) for row, top in told]
    layers = [
        said(labels, x, fontWeight=600, color="var(--ink)"),
        *_bars(bars, x),
        alt.Chart(data([{"x": 0, "y": y - BAR / 2 - 3, "y2": y + BAR / 2 + 3} for _, y in bars]))
        .mark_rule(color="var(--line-strong)", strokeWidth=2, opacity=1)
        .encode(x=x, y=alt.Y("y:Q"), y2=alt.Y2("y2")),
        said(((0, y, row.note) for row, y in bars if row.value > 0), x, align="right", dx=-8),
        said(((0, y, row.note) for row, y in bars if row.value <= 0), x, dx=8),
        said([(-MOST, LINE / 2, ends[0])], x),
        said([(MOST, LINE / 2, ends[1])], x, align="right"),
    ]
    return finished(layers, height, description)


def _bars(rows: Sequence[tuple[Sided, float]], x: Any) -> list[Any]:
    import altair as alt

    drawn: list[dict[str, Any]] = [
        {"x": min(0, row.value), "x2": max(0, row.value), "y": y - BAR / 2, "y2": y + BAR / 2, "left": row.value < 0}
        for row, y in rows
    ]
    looks = ((True, "var(--card)"), (False, "var(--accent)"))
    return [
        alt.Chart(data([one for one in drawn if one["left"] is left]))
        .mark_rect(fill=fill, stroke="var(--accent)", strokeWidth=2, opacity=1, cornerRadius=2)
        .encode(x=x, x2=alt.X2("x2"), y=alt.Y("y:Q"), y2=alt.Y2("y2"))
        for left, fill in looks
    ]
