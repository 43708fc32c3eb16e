"""Rows of dots, one for each pair of hands: who can, and who knows a little of it. Few dots are what to look for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from leads_kit.charts._house import FONT, LABEL_HEIGHT, PLACES, Row, Spec, data, finished, places
from leads_kit.charts._lines import aside, margins, words

PER_LINE = 22
STEP = 13
DOT = 0.5  # a dot's area, as a share of its place
GAP = 6
# Notes are short: labels may take most of the width.
LABEL_SHARE = {"expr": "width * 0.76"}
# Low and wide, for a wall of 1280 by 720: as high and wide as there is room for, and the least and most that a row takes.
FLAT_HEIGHT, FLAT_WIDTH, LOWEST, HIGHEST = 204, 455, 17, 30


@dataclass(frozen=True)
class Hand(Row):
    """So many filled dots, then so many hollow ones; or the `reason` why they may not be shown."""

    filled: int = 0
    hollow: int = 0
    reason: str = ""

    @property
    def count(self) -> int:
        return self.filled + self.hollow

    @property
    def height(self) -> float:
        return LABEL_HEIGHT + max(1, -(-self.count // PER_LINE)) * STEP + GAP


def hands(rows: Sequence[Hand], title: str, description: str) -> Spec:
    """Labels above their dots, 22 to a line; a row without anybody has a dashed line in their place."""
    height, x = sum(row.height for row in rows), places((), title)
    tops = [height - above for above in accumulate((row.height for row in rows[:-1]), initial=0.0)]
    told = list(zip(rows, tops, strict=True))
    layers = [
        *words(rows, [top - LABEL_HEIGHT / 2 for top in tops], LABEL_SHARE, (x, x)),
        *_drawn(rows, [top - (row.height - GAP + LABEL_HEIGHT) / 2 for row, top in told], STEP, PER_LINE, x),
    ]
    return finished(layers, height, description, _flat(rows, title, description))


def _flat(rows: Sequence[Hand], title: str, description: str) -> Spec:
    """Label, dots and note of a row side by side, dots as large as the longest row allows."""
    pitch = max(LOWEST, min(HIGHEST, FLAT_HEIGHT / len(rows)))
    step, per_line = _fitted(max(row.count for row in rows), pitch - 4, FLAT_WIDTH - sum(margins(rows)))
    middles = [(len(rows) - at - 0.5) * pitch for at in range(len(rows))]
    told, x = aside(rows, middles, places((), title, padding=2))
    return finished([*told, *_drawn(rows, middles, step, per_line, x)], len(rows) * pitch, description)


def _fitted(most: int, height: float, width: float) -> tuple[float, int]:
    """How far apart dots lie at best, on one line or on two, and how many are on a line."""
    tried = [(min(STEP, height / lines, width / max(1, -(-most // lines))), -(-most // lines)) for lines in (1, 2)]
    return max(tried, key=lambda one: one[0])


def _drawn(rows: Sequence[Hand], middles: Sequence[float], step: float, per_line: int, x: Any) -> list[Any]:
    """Dots in lines around `middles`, or the reason why there are none, or a dashed line."""
    import altair as alt

    told = list(zip(rows, middles, strict=True))
    dots = [dot for row, y in told for dot in _dots(row, y, step, per_line)]
    reasons = [{"x": PLACES[0], "y": y, "text": row.reason} for row, y in told if row.reason]
    empty = [{"x": PLACES[0], "x2": 2, "y": y} for row, y in told if not row.count and not row.reason]
    looks: dict[str, Any] = {"xOffset": {"expr": "datum.dx"}, "opacity": 1}
    return [
        alt.Chart(data(empty))
        .mark_rule(strokeDash=[3, 5], color="var(--line-strong)", opacity=1)
        .encode(x=x, x2=alt.X2("x2"), y=alt.Y("y:Q")),
        alt.Chart(data(reasons))
        .mark_text(align="left", baseline="middle", fontSize=FONT, color="var(--ink-2)")
        .encode(x=x, y=alt.Y("y:Q"), text=alt.Text("text:N")),
        alt.Chart(data([dot for dot in dots if dot["filled"]]))
        .mark_circle(size=DOT * step**2, color="var(--accent)", **looks)
        .encode(x=x, y=alt.Y("y:Q")),
        alt.Chart(data([dot for dot in dots if not dot["filled"]]))
        .mark_point(
            size=DOT * (step * 0.84) ** 2,
            filled=True,
            fill="var(--card)",
            stroke="var(--accent)",
            strokeWidth=step / 6.5,
            **looks,
        )
        .encode(x=x, y=alt.Y("y:Q")),
    ]


def _dots(row: Hand, middle: float, step: float, per_line: int) -> list[dict[str, Any]]:
    """Each dot's pixels from the left edge, and its height; the filled ones first."""
    found, lines = [], -(-row.count // per_line) if row.count else 0
    for at in range(row.count):
        line, column = divmod(at, per_line)
        place = {"x": PLACES[0], "dx": (column + 0.5) * step, "y": middle + ((lines - 1) / 2 - line) * step}
        found.append({**place, "filled": at < row.filled})
    return found
