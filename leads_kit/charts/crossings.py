"""How often each row meets each column: discs as large as the number in them, an empty ring where they never meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from leads_kit.charts._house import Spec, data, finished
from leads_kit.charts._names import wrapped
from leads_kit.charts._words import said
from leads_kit.text import columns

# A phone's width in signs, bold and plain; the height of a label and of a row of discs.
BOLD, WIDE, LINE, CELL, GAP = 36, 44, 16, 36, 6
HEAD_LINES, REASON_LINES = 3, 4
LARGEST, SMALLEST, NEVER = 800, 240, 60
# Low and wide: labels of so many signs in a column of their own, rows as low as a disc.
FLAT_LABEL, FLAT_ROW, SIGN = 24, 33, 7.6


@dataclass(frozen=True)
class Crossing:
    """A column: its name and a count for each row; without counts the `reason` why there are none."""

    name: str
    counts: tuple[int, ...]
    reason: str = ""


def crossings(rows: Sequence[str], named: Sequence[Crossing], title: str, description: str) -> Spec:
    """Labels above their discs, column names above all; `title` says what is counted."""
    pitch = LINE + CELL + GAP
    x, foot = _across(len(named)), wrapped(title, WIDE, 2)
    below = len(foot) * LINE + GAP
    top = below + len(rows) * pitch
    heads = [wrapped(one.name, BOLD // len(named), HEAD_LINES) for one in named]
    middles = [top - at * pitch - LINE - CELL / 2 for at in range(len(rows))]
    labels = [(0.0, y + CELL / 2 + LINE / 2, label) for y, label in zip(middles, rows, strict=True)]
    layers = [
        _heads(heads, top + GAP, x),
        said(labels, x, fontWeight=600, color="var(--ink)"),
        *_drawn(named, middles, (below + top) / 2, x),
        said([(0, (len(foot) - at - 0.5) * LINE, line) for at, line in enumerate(foot)], x),
    ]
    height = top + GAP + max(map(len, heads)) * LINE
    return finished(layers, height, description, _flat(rows, named, title, description))


def _flat(rows: Sequence[str], named: Sequence[Crossing], title: str, description: str) -> Spec:
    """Labels in a column on the left of their discs."""
    below = LINE + GAP
    top = below + len(rows) * FLAT_ROW
    labels = [wrapped(label, FLAT_LABEL, 1) for label in rows]
    left = max((columns(line) for lines in labels for line in lines), default=0) * SIGN
    x = _across(len(named), left)
    heads = [wrapped(one.name, BOLD // len(named), 2) for one in named]
    middles = [top - (at + 0.5) * FLAT_ROW for at in range(len(rows))]
    told = [{"y": y, "text": line} for y, lines in zip(middles, labels, strict=True) for line in lines]
    layers = [
        _heads(heads, top + GAP, x),
        _aside(told),
        *_drawn(named, middles, (below + top) / 2, x),
        _aside([{"y": LINE / 2, "text": title}], fontWeight=400, color="var(--ink-2)"),
    ]
    return finished(layers, top + GAP + max(map(len, heads)) * LINE, description)


def _across(count: int, left: float = 0) -> Any:
    import altair as alt

    reach: Any = {"range": [left, {"expr": "width"}]} if left else {}
    return alt.X("x:Q", scale=alt.Scale(domain=[0, count], nice=False, **reach), axis=None)


def _aside(rows: list[dict[str, Any]], **look: Any) -> Any:
    """Words at the left edge, whatever the discs' own scale."""
    import altair as alt

    words: dict[str, Any] = {
        "align": "left",
        "baseline": "middle",
        "fontSize": 13,
        "fontWeight": 600,
        "color": "var(--ink)",
    }
    return (
        alt.Chart(data(rows))
        .mark_text(**(words | look))
        .encode(x=alt.value(0), y=alt.Y("y:Q"), text=alt.Text("text:N"))
    )


def _heads(heads: Sequence[Sequence[str]], foot: float, x: Any) -> Any:
    """Names end at the same height, right above the first row."""
    lines = [
        (at + 0.5, foot + (len(head) - line - 0.5) * LINE, text)
        for at, head in enumerate(heads)
        for line, text in enumerate(head)
    ]
    return said(lines, x, align="center", fontWeight=600, color="var(--ink)")


def _drawn(named: Sequence[Crossing], middles: Sequence[float], middle: float, x: Any) -> list[Any]:
    """Discs with their numbers, rings, and for a column without counts the reason down its middle."""
    import altair as alt

    met = [
        (at + 0.5, y, count)
        for at, one in enumerate(named)
        if one.counts
        for y, count in zip(middles, one.counts, strict=True)
    ]
    most = max((count for *_, count in met), default=0) or 1
    discs = [{"x": px, "y": py, "size": _size(count, most)} for px, py, count in met if count]
    rings = [{"x": px, "y": py} for px, py, count in met if not count]
    reasons = [
        (at + 0.5, middle - (line - (len(lines) - 1) / 2) * LINE, text)
        for at, one in enumerate(named)
        if not one.counts
        for lines in [wrapped(one.reason, BOLD // len(named), REASON_LINES)]
        for line, text in enumerate(lines)
    ]
    return [
        alt.Chart(data(rings))
        .mark_point(size=NEVER, filled=False, stroke="var(--line-strong)", strokeWidth=1.5, opacity=1)
        .encode(x=x, y=alt.Y("y:Q")),
        alt.Chart(data(discs))
        .mark_circle(
            fill="var(--accent-soft)", stroke="var(--accent)", strokeWidth=1.5, opacity=1, size={"expr": "datum.size"}
        )
        .encode(x=x, y=alt.Y("y:Q")),
        said(
            [(px, py, str(count)) for px, py, count in met if count],
            x,
            align="center",
            fontWeight=700,
            color="var(--ink)",
        ),
        said(reasons, x, align="center"),
    ]


def _size(count: int, most: int) -> float:
    """Area by number; the smallest still holds one."""
    return max(SMALLEST, LARGEST * count / most)
