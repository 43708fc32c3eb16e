"""Values in their order as a line, with levels across it and letters where something was changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from leads_kit.charts._house import Spec, data, finished
from leads_kit.charts._names import packed, wrapped
from leads_kit.charts._words import said, said_down
from leads_kit.text import columns

# Pixels: the plane, the band of letters above it, the numbers of points below it; and signs of the house's size.
TALL, BAND, AXIS, EDGE = 190, 22, 24, 12
SIGN, WIDE, LINE = 7.6, 44, 16
# A label of two lines keeps clear of the next one.
APART = 2 * LINE + 2
Look = Literal["long", "off", "on"]
# Part of the long run; any other point; on the median, which counts for neither rule. Shape, size, fill, line.
LOOKS: dict[Look, tuple[str, int, str, str]] = {
    "long": ("circle", 80, "var(--accent)", "var(--accent)"),
    "off": ("circle", 55, "var(--card)", "var(--accent)"),
    "on": ("diamond", 75, "var(--card)", "var(--ink-2)"),
}


@dataclass(frozen=True)
class Point:
    """A value and how it is written; `marks` are the letters of what was changed just before it."""

    value: float
    text: str
    look: Look
    marks: str = ""


@dataclass(frozen=True)
class Level:
    """A line across, named at its right end: `name` over `text`. One that is `aimed` at is dashed."""

    value: float
    name: str
    text: str
    aimed: bool = False


@dataclass(frozen=True)
class RunWords:
    """Below the line: what its marks mean, and what each letter stands for."""

    legend: Sequence[str]
    key: Sequence[str]


def runs(points: Sequence[Point], levels: Sequence[Level], words: RunWords, description: str) -> Spec:
    """At least one point. The numbers under the line count points; the highest and the lowest value stand at its left."""
    import altair as alt

    foot = [*packed(words.legend, WIDE), *(line for text in words.key for line in wrapped(text, WIDE, 2))]
    floor = len(foot) * LINE + AXIS
    heights = _Heights(points, levels, floor)
    right = max(max(columns(one.name), columns(one.text)) for one in levels) * SIGN + 8
    left = max(columns(one.text) for one in points) * SIGN + 10
    scale = alt.Scale(domain=[0.5, len(points) + 0.5], nice=False, range=[left, {"expr": f"width - {right}"}])
    x = alt.X("x:Q", scale=scale, axis=None)
    layers = [
        *_levels(levels, len(points), heights, x),
        *_changes(points, floor, x),
        *_line(points, heights, x),
        said(_numbers(len(points), floor - AXIS / 2), x, align="center"),
        _ends(points, heights),
        said_down(foot, LINE, alt.value(0)),
    ]
    return finished(layers, floor + TALL + BAND, description)


class _Heights:
    """Where a value lies, in pixels from the bottom: all values and levels fit into the plane."""

    def __init__(self, points: Sequence[Point], levels: Sequence[Level], floor: float) -> None:
        shown = [*(one.value for one in points), *(one.value for one in levels)]
        self._low, self._span, self._floor = min(shown), max(shown) - min(shown), floor

    def __call__(self, value: float) -> float:
        share = (value - self._low) / self._span if self._span else 0.5
        return self._floor + EDGE + share * (TALL - 2 * EDGE)


def _levels(levels: Sequence[Level], count: int, heights: _Heights, x: Any) -> list[Any]:
    """Lines from edge to edge of the plane, and their names beside them: the higher one's above where they are near."""
    import altair as alt

    layers: list[Any] = []
    for dash, aimed in (([1, 0], False), ([6, 4], True)):
        rows = [{"x": 0.5, "x2": count + 0.5, "y": heights(one.value)} for one in levels if one.aimed is aimed]
        rule = alt.Chart(data(rows)).mark_rule(strokeDash=dash, strokeWidth=1.5, color="var(--ink-2)", opacity=1)
        layers.append(rule.encode(x=x, x2=alt.X2("x2"), y=alt.Y("y:Q")))
    order = sorted(levels, key=lambda one: one.value)
    lines = [
        (0, y + (0.5 - line) * LINE, text)
        for one, y in zip(order, _apart([heights(one.value) for one in order], APART), strict=True)
        for line, text in enumerate((one.name, one.text))
    ]
    return [*layers, said(lines, alt.value("width"), align="right", color="var(--ink)")]


def _apart(heights: Sequence[float], least: float) -> list[float]:
    """Heights for words, from the lowest up, each far enough above the one before."""
    placed: list[float] = []
    for y in heights:
        placed.append(max(y, placed[-1] + least) if placed else y)
    return placed


def _changes(points: Sequence[Point], floor: float, x: Any) -> list[Any]:
    """A dotted line just before the point that came after a change, and its letter on top."""
    import altair as alt

    there = [(at + 0.5, point.marks) for at, point in enumerate(points) if point.marks]
    rules = [{"x": px, "y": floor, "y2": floor + TALL} for px, _ in there]
    rule = alt.Chart(data(rules)).mark_rule(strokeDash=[2, 3], strokeWidth=1.5, color="var(--ink)", opacity=1)
    letters = said(
        ((px, floor + TALL + BAND / 2, marks) for px, marks in there),
        x, align="center", fontWeight=700, color="var(--ink)",
    )  # fmt: skip
    return [rule.encode(x=x, y=alt.Y("y:Q"), y2=alt.Y2("y2")), letters]


def _line(points: Sequence[Point], heights: _Heights, x: Any) -> list[Any]:
    import altair as alt

    placed = [{"x": at, "y": heights(one.value), "look": one.look} for at, one in enumerate(points, 1)]
    line = alt.Chart(data(placed)).mark_line(color="var(--accent)", strokeWidth=2, opacity=0.7)
    layers = [line.encode(x=x, y=alt.Y("y:Q"))]
    for look, (shape, size, fill, stroke) in LOOKS.items():
        rows = [row for row in placed if row["look"] == look]
        mark = alt.Chart(data(rows)).mark_point(
            shape=shape, size=size, filled=True, fill=fill, stroke=stroke, strokeWidth=2, opacity=1
        )
        layers.append(mark.encode(x=x, y=alt.Y("y:Q")))
    return layers


def _numbers(count: int, y: float) -> list[tuple[float, float, str]]:
    """The first point, every fifth one where there are many, and the last."""
    step = 1 if count <= 8 else 2 if count <= 14 else 5
    shown = [1, *(at for at in range(step, count, step) if at > 2 and count - at >= min(step, 2)), count]
    return [(at, y, str(at)) for at in dict.fromkeys(shown)]


def _ends(points: Sequence[Point], heights: _Heights) -> Any:
    """How far the values reach: the lowest and the highest in figures."""
    import altair as alt

    ends = {one.value: one.text for one in sorted(points, key=lambda point: point.value)[:: max(1, len(points) - 1)]}
    placed = zip(_apart([heights(value) for value in ends], LINE), ends.values(), strict=True)
    return said(((0, y, text) for y, text in placed), alt.value(0))
