"""Rows of dots in a line, one for each plan, answer or person, and their number: how often something was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from leads_kit.charts._house import FONT, Spec, data, finished
from leads_kit.charts._names import wrapped
from leads_kit.charts._words import said, said_down
from leads_kit.text import columns

# A phone's width holds so many dots beside their number, and so many signs of a label.
PER_LINE, STEP, DOT = 22, 12.5, 80
WIDE, BOLD, LINE = 44, 39, 16
ROOM, GAP = 14, 10
# Low and wide: labels of so many signs, then all dots of a row; rows and dots are closer where there are many.
FLAT_LABEL, FLAT_WIDE, FLAT_FOOT, SIGN = 34, 420, 20, 7.6
FLAT_ROW, TIGHT_ROW, FEW = 21, 18, 8
# A label that is somebody's whole line takes so many lines; low and wide, as many as all rows together leave room for.
SHORT_LABEL, LONG_LABEL, FLAT_LINES = 2, 4, 12


@dataclass(frozen=True)
class Tally:
    """So many dots, or a `note` why they are not counted out. A `long` label is a sentence rather than a name."""

    label: str
    count: int
    note: str = ""
    long: bool = False

    @property
    def lines(self) -> list[str]:
        return wrapped(self.label, BOLD, LONG_LABEL if self.long else SHORT_LABEL) or [""]

    @property
    def height(self) -> float:
        return len(self.lines) * LINE + max(1, -(-self.count // PER_LINE)) * ROOM + GAP


def tallies(rows: Sequence[Tally], title: str, description: str) -> Spec:
    """The label above the dots, lines of twenty-two; `title` says what a dot is."""
    x = _across()
    foot = wrapped(title, WIDE, 2)
    height = sum(row.height for row in rows) + len(foot) * LINE
    tops = [height - sum(row.height for row in rows[:at]) for at in range(len(rows))]
    told = list(zip(rows, tops, strict=True))
    labels = [(0.0, y - (at + 0.5) * LINE, line) for row, y in told for at, line in enumerate(row.lines)]
    starts = [(row, y - len(row.lines) * LINE - ROOM / 2) for row, y in told]
    layers = [
        said(labels, x, fontWeight=600, color="var(--ink)"),
        *_dots(starts, 0, STEP, PER_LINE, x),
        said_down(foot, LINE, x),
    ]
    return finished(layers, height, description, _flat(rows, title, description))


def _flat(rows: Sequence[Tally], title: str, description: str) -> Spec:
    """Label, dots and number of a row side by side, all dots in one line."""
    x = _across()
    most = max(1, min(LONG_LABEL, FLAT_LINES // len(rows))) if any(row.long for row in rows) else 1
    told = [wrapped(row.label, FLAT_LABEL, most) for row in rows]
    pitch = (FLAT_ROW if len(rows) <= FEW else TIGHT_ROW) + (max(map(len, told), default=1) - 1) * LINE
    starts = [(row, FLAT_FOOT + (len(rows) - at - 0.5) * pitch) for at, row in enumerate(rows)]
    labels = [
        (0.0, y + ((len(lines) - 1) / 2 - at) * LINE, line)
        for (_, y), lines in zip(starts, told, strict=True)
        for at, line in enumerate(lines)
    ]
    left = max((columns(line) for _, _, line in labels), default=0) * SIGN + GAP
    widest = max((row.count for row in rows), default=0) or 1
    layers = [
        said(labels, x, color="var(--ink)"),
        *_dots(starts, left, min(STEP, (FLAT_WIDE - left) / widest), widest, x),
        said([(0, LINE / 2, title)], x),
    ]
    return finished(layers, FLAT_FOOT + len(rows) * pitch, description)


def _dots(starts: Sequence[tuple[Tally, float]], left: float, step: float, per_line: int, x: Any) -> list[Any]:
    """The dots of each row from its height downwards, and their number behind the first line of them; or its note."""
    import altair as alt

    dots = [
        {"x": 0, "dx": left + (at % per_line + 0.5) * step, "y": y - at // per_line * ROOM}
        for row, y in starts
        for at in range(row.count)
    ]
    ends = [
        {
            "x": 0,
            "dx": left + min(row.count, per_line) * step + 6 * (not row.note),
            "y": y,
            "text": row.note or str(row.count),
        }
        for row, y in starts
    ]
    point: dict[str, Any] = {"size": DOT * (step / STEP) ** 2, "color": "var(--accent)", "opacity": 1}
    number: dict[str, Any] = {"align": "left", "baseline": "middle", "fontSize": FONT, "color": "var(--ink-2)"}
    across = {"expr": "datum.dx"}
    return [
        alt.Chart(data(dots)).mark_circle(xOffset=across, **point).encode(x=x, y=alt.Y("y:Q")),
        alt.Chart(data(ends)).mark_text(xOffset=across, **number).encode(x=x, y=alt.Y("y:Q"), text=alt.Text("text:N")),
    ]


def _across() -> Any:
    import altair as alt

    return alt.X("x:Q", scale=alt.Scale(domain=[0, 1], nice=False), axis=None)
