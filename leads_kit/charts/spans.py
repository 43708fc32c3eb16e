"""Rows with two marks on one scale and the way between them: where something stands, and how much it matters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from leads_kit.charts._house import FOOT, Row, Spec, Ticks, bases, data, finished, labels, places, whole_height

CONTENT = 22
FILLED, HOLLOW, NOTCH = 110, 330, 10


@dataclass(frozen=True)
class Span(Row):
    """A filled mark at `now`, a hollow one at `importance`; either may be missing."""

    now: float | None = None
    importance: float | None = None


def spans(rows: Sequence[Span], ticks: Ticks, title: str, description: str) -> Spec:
    """Both marks of each row; alike, the filled one lies inside the hollow one."""
    import altair as alt

    base, x = bases(len(rows), CONTENT, FOOT - 8), places(ticks, title)
    told = [(row, y + CONTENT / 2) for row, y in zip(rows, base, strict=True)]
    ground = [{"x": place, "y": y} for _, y in told for place, _ in ticks]
    ways = [
        {"x": row.now, "x2": row.importance, "y": y}
        for row, y in told
        if row.now is not None and row.importance is not None
    ]
    hollow = [{"x": row.importance, "y": y} for row, y in told if row.importance is not None]
    filled = [{"x": row.now, "y": y} for row, y in told if row.now is not None]
    layers = [
        *labels(rows, base, CONTENT, x),
        alt.Chart(data(ground))
        .mark_circle(size=NOTCH, color="var(--line-strong)", opacity=1)
        .encode(x=x, y=alt.Y("y:Q")),
        alt.Chart(data(ways))
        .mark_rule(strokeWidth=3, color="var(--accent)", opacity=0.45)
        .encode(x=x, x2=alt.X2("x2"), y=alt.Y("y:Q")),
        alt.Chart(data(hollow))
        .mark_point(size=HOLLOW, filled=True, fill="var(--card)", stroke="var(--accent)", strokeWidth=2.5, opacity=1)
        .encode(x=x, y=alt.Y("y:Q")),
        alt.Chart(data(filled)).mark_circle(size=FILLED, color="var(--accent)", opacity=1).encode(x=x, y=alt.Y("y:Q")),
    ]
    return finished(layers, whole_height(len(rows), CONTENT, FOOT - 8), description)
