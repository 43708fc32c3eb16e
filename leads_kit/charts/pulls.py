"""Bars to both sides of a middle line: what pulls one way and what the other, the strongest of each side on top.

A bar's length is how strong it is; how high it is filled, how much of it is in one's own hands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from leads_kit.charts._house import Spec, data, finished
from leads_kit.charts._names import packed, wrapped
from leads_kit.charts._words import said, said_down

# Half a phone's width in signs, bold and plain, and the whole of it.
HEAD_WIDE, HALF, WIDE = 18, 19, 44
LINE, BAR, GAP, LINES = 16, 20, 10, 3
# Strengths that are drawn, with room for a number beyond the longest bar; from the middle to the words.
EDGE, INSET = 7, 0.2
MOST_INFLUENCE = 2
# How far the outline stands out, and how far the words stand above a bar.
AROUND, CLEAR = 3, 5


@dataclass(frozen=True)
class Pull:
    """Strength 1 to 5 and influence 0 to 2, None where not given; `moved` is the strength it would have, drawn as an outline."""

    label: str
    strength: int | None
    influence: int | None = None
    moved: int | None = None

    @property
    def lines(self) -> list[str]:
        return wrapped(self.label, HALF, LINES) or [""]

    @property
    def note(self) -> str:
        told = "–" if self.strength is None else str(self.strength)
        return told if self.moved is None else f"{told} → {self.moved}"


@dataclass(frozen=True)
class PullSide:
    """What stands above one side, and its bars from the top."""

    head: str
    pulls: Sequence[Pull]


def pulls(left: PullSide, right: PullSide, legend: Sequence[str], description: str) -> Spec:
    """Bars of both sides share their rows; each has its words above it."""
    x = _across()
    foot = packed(legend, WIDE)
    heights = _heights(left.pulls, right.pulls)
    heads = [wrapped(side.head, HEAD_WIDE, 2) for side in (left, right)]
    floor = len(foot) * LINE + GAP / 2
    top = floor + sum(heights)
    tops = [top - sum(heights[:at]) for at in range(len(heights))]
    layers = [_middle(floor, top, x)]
    for side, sign, head in ((left, -1, heads[0]), (right, 1, heads[1])):
        placed = [
            (pull, y, y - _words_height(left.pulls, right.pulls, at) - BAR / 2)
            for at, (pull, y) in enumerate(zip(side.pulls, tops, strict=False))
        ]
        layers += [*_words(placed, sign, head, top, x), *_bars(placed, sign, x)]
    height = top + GAP / 2 + max(map(len, heads)) * LINE
    return finished([*layers, said_down(foot, LINE, x, -EDGE)], height, description)


def _across() -> Any:
    import altair as alt

    return alt.X("x:Q", scale=alt.Scale(domain=[-EDGE, EDGE], nice=False), axis=None)


def _words_height(left: Sequence[Pull], right: Sequence[Pull], at: int) -> float:
    return max(len(side[at].lines) for side in (left, right) if at < len(side)) * LINE + CLEAR


def _heights(left: Sequence[Pull], right: Sequence[Pull]) -> list[float]:
    return [_words_height(left, right, at) + BAR + GAP for at in range(max(len(left), len(right)))]


def _middle(floor: float, top: float, x: Any) -> Any:
    import altair as alt

    line = {"x": 0, "y": floor, "y2": top + GAP / 2}
    return (
        alt.Chart(data([line]))
        .mark_rule(color="var(--line-strong)", strokeWidth=1.5, opacity=1)
        .encode(x=x, y=alt.Y("y:Q"), y2=alt.Y2("y2"))
    )


def _words(
    placed: Sequence[tuple[Pull, float, float]], sign: int, head: Sequence[str], top: float, x: Any
) -> Iterator[Any]:
    """The head of a side, the words of each bar towards the middle, and its number beyond its end."""
    align = "left" if sign > 0 else "right"
    ends = [(max(pull.strength or 0, pull.moved or 0), y, pull) for pull, _, y in placed]
    heads = [(sign * INSET, top + GAP / 2 + (len(head) - at - 0.5) * LINE, line) for at, line in enumerate(head)]
    lines = [
        (sign * INSET, bar + BAR / 2 + CLEAR + (len(pull.lines) - at - 0.5) * LINE, line)
        for pull, _, bar in placed
        for at, line in enumerate(pull.lines)
    ]
    yield said(heads, x, align=align, fontWeight=700, color="var(--ink)")
    yield said(lines, x, align=align, color="var(--ink)")
    yield said([(sign * (end + INSET), y, pull.note) for end, y, pull in ends], x, align=align)


def _bars(placed: Sequence[tuple[Pull, float, float]], sign: int, x: Any) -> Iterator[Any]:
    """The frame of each bar, what of it is filled from below, and the outline of the one that moves."""
    marked = [(pull, pull.strength, y) for pull, _, y in placed if pull.strength is not None]
    frames = [_rect(sign * strength, y - BAR / 2, y + BAR / 2) for _, strength, y in marked]
    fills = [
        _rect(sign * strength, y - BAR / 2, y - BAR / 2 + BAR * pull.influence / MOST_INFLUENCE)
        for pull, strength, y in marked
        if pull.influence
    ]
    moved = [
        _rect(sign * pull.moved, y - BAR / 2 - AROUND, y + BAR / 2 + AROUND)
        for pull, _, y in marked
        if pull.moved is not None
    ]
    outline: dict[str, Any] = {"fillOpacity": 0, "stroke": "var(--ink)", "strokeWidth": 2, "strokeDash": [5, 3]}
    yield _drawn(fills, x, fill="var(--accent)")
    yield _drawn(frames, x, fillOpacity=0, stroke="var(--accent)", strokeWidth=1.5)
    yield _drawn(moved, x, **outline)


def _rect(end: float, foot: float, head: float) -> dict[str, float]:
    return {"x": 0, "x2": end, "y": foot, "y2": head}


def _drawn(rects: Sequence[dict[str, float]], x: Any, **look: Any) -> Any:
    import altair as alt

    return (
        alt.Chart(data(list(rects)))
        .mark_rect(opacity=1, **look)
        .encode(x=x, x2=alt.X2("x2"), y=alt.Y("y:Q"), y2=alt.Y2("y2"))
    )
