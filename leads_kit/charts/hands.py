"""Rows of dots, one for each pair of hands: who can, and who knows a little of it. Few dots are what to look for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from leads_kit.charts._house import LABEL_HEIGHT, PLACES, Row, Spec, data, finished, labels, places

PER_LINE = 22
STEP = 13
DOT = 85
GAP = 6


@dataclass(frozen=True)
class Hand(Row):
    """So many filled dots, then so many hollow ones."""

    filled: int = 0
    hollow: int = 0

    @property
    def height(self) -> float:
        return LABEL_HEIGHT + max(1, -(-(self.filled + self.hollow) // PER_LINE)) * STEP + GAP


def hands(rows: Sequence[Hand], title: str, description: str) -> Spec:
    """Rows as high as their dots need, 22 to a line; a row without dots has a dashed line in their place."""
    import altair as alt

    height = sum(row.height for row in rows)
    tops = [height - above for above in accumulate((row.height for row in rows), initial=0.0)]
    told, x = list(zip(rows, tops, strict=False)), places((), title)
    dots = [dot for row, top in told for dot in _dots(row, top - LABEL_HEIGHT)]
    empty = [
        {"x": PLACES[0], "x2": 2, "y": top - LABEL_HEIGHT - STEP / 2}
        for row, top in told
        if not row.filled + row.hollow
    ]
    offset: dict[str, Any] = {"xOffset": {"expr": "datum.dx"}, "opacity": 1}
    return finished(
        [
            *labels(rows, [top - LABEL_HEIGHT for _, top in told], 0, x),
            alt.Chart(data(empty))
            .mark_rule(strokeDash=[3, 5], color="var(--line-strong)", opacity=1)
            .encode(x=x, x2="x2", y="y:Q"),
            alt.Chart(data([dot for dot in dots if dot["filled"]]))
            .mark_circle(size=DOT, color="var(--accent)", **offset)
            .encode(x=x, y="y:Q"),
            alt.Chart(data([dot for dot in dots if not dot["filled"]]))
            .mark_point(size=DOT - 20, filled=True, fill="var(--card)", stroke="var(--accent)", strokeWidth=2, **offset)
            .encode(x=x, y="y:Q"),
        ],
        height,
        description,
    )


def _dots(row: Hand, top: float) -> list[dict[str, Any]]:
    """Each dot's pixels from the left edge, and its height; the filled ones first."""
    found = []
    for at in range(row.filled + row.hollow):
        line, column = divmod(at, PER_LINE)
        place = {"x": PLACES[0], "dx": column * STEP + STEP / 2, "y": top - line * STEP - STEP / 2}
        found.append({**place, "filled": at < row.filled})
    return found
