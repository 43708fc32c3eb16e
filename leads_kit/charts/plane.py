"""A plane of two marks from one to three: numbers lie on it, shapes say a third thing, corners have names, words stand below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from leads_kit.charts._house import FONT, Spec, data, finished
from leads_kit.charts._names import packed, wrapped
from leads_kit.charts._spots import MARK, Box, spread
from leads_kit.charts._words import said, said_down

# Pixels of the plane on a phone, and where a little of something ends, between 1 and 2.
NARROW, TALL, EDGE, BORDER = 300, 210, 0.5, 1.5
UNIT_X, UNIT_Y = NARROW / 3, TALL / 3
BAND, LINE, GAP, WIDE, LABEL, LINES = 20, 16, 6, 44, 36, 2
SIZE = 380
# By undoing, and where it is not said: shape, fill, line, ink, dash.
LOOKS: tuple[tuple[str, str, str, str, list[int]], ...] = (
    ("circle", "var(--accent)", "var(--accent)", "var(--accent-ink)", [1, 0]),
    ("square", "var(--card)", "var(--accent)", "var(--ink)", [1, 0]),
    ("diamond", "var(--ink)", "var(--ink)", "var(--card)", [1, 0]),
    ("circle", "var(--card)", "var(--line-strong)", "var(--ink)", [3, 3]),
)


@dataclass(frozen=True)
class Spot:
    """`across` and `up` are 1 to 3; `look` is 0, 1 or 2, None where it was not said."""

    label: str
    across: int
    up: int
    look: int | None = None


@dataclass(frozen=True)
class PlaneWords:
    """`corners`: up and left, up and right, down and left, down and right."""

    axes: str
    corners: tuple[str, ...]
    legend: tuple[str, ...]


def plane(spots: Sequence[Spot], words: PlaneWords, description: str) -> Spec:
    """Numbers follow the order of the spots. One that would hide another stands beside it, in the same cell where it can."""
    x = _across()
    legend = packed(words.legend, WIDE)
    names = [wrapped(spot.label, LABEL, LINES) or [""] for spot in spots]
    below = len(legend) * LINE + GAP
    floor = below + sum(len(lines) * LINE for lines in names) + BAND + GAP
    wanted = [((spot.across - EDGE) * UNIT_X, (spot.up - EDGE) * UNIT_Y) for spot in spots]
    places = [(EDGE + px / UNIT_X, floor + py) for px, py in spread(wanted, _cells())]
    layers = [
        *_ground(words, floor, x),
        *_marks(spots, places, x),
        *_names(names, below, x),
        said_down(legend, LINE, x, EDGE),
    ]
    return finished(layers, floor + TALL + 2 * BAND, description)


def _across() -> Any:
    import altair as alt

    return alt.X("x:Q", scale=alt.Scale(domain=[EDGE, EDGE + 3], nice=False), axis=None)


def _cells() -> list[Box]:
    """Where each pair of marks belongs, with room for two in a row."""
    return [Box(at * UNIT_X, up * UNIT_Y, (at + 1) * UNIT_X, (up + 1) * UNIT_Y) for up in range(3) for at in range(3)]


def _ground(words: PlaneWords, floor: float, x: Any) -> Iterator[Any]:
    """Four corners, the first one tinted, each named outside the plane where no mark can be."""
    import altair as alt

    middle, top, right = floor + (BORDER - EDGE) * UNIT_Y, floor + TALL, EDGE + 3
    across = ((EDGE, BORDER - 0.01), (BORDER + 0.01, right))
    corners = [(*side, *level) for level in ((middle + 1, top), (floor, middle - 1)) for side in across]
    tints = ("var(--accent-soft)", "var(--soft)", "var(--soft)", "var(--soft)")
    for (left, end, foot, head), tint in zip(corners, tints, strict=True):
        yield (
            alt.Chart(data([{"x": left, "x2": end, "y": foot, "y2": head}]))
            .mark_rect(color=tint, opacity=1, cornerRadius=4)
            .encode(x=x, x2=alt.X2("x2"), y=alt.Y("y:Q"), y2=alt.Y2("y2"))
        )
    one, two, three, four = words.corners
    high, low = top + BAND / 2, floor - BAND / 2
    yield said([(EDGE, high + BAND, words.axes)], x)
    yield said([(EDGE, high, one), (EDGE, low, three)], x, fontWeight=600)
    yield said([(right, high, two), (right, low, four)], x, align="right", fontWeight=600)


def _marks(spots: Sequence[Spot], places: Sequence[tuple[float, float]], x: Any) -> Iterator[Any]:
    import altair as alt

    for look, (shape, fill, stroke, ink, dash) in enumerate(LOOKS):
        there = [
            {"x": px, "y": py, "text": str(at + 1)}
            for at, (spot, (px, py)) in enumerate(zip(spots, places, strict=True))
            if (len(LOOKS) - 1 if spot.look is None else spot.look) == look
        ]
        point: dict[str, Any] = {"shape": shape, "size": SIZE, "filled": True, "fill": fill, "stroke": stroke}
        yield (
            alt.Chart(data(there))
            .mark_point(strokeWidth=2, strokeDash=dash, opacity=1, **point)
            .encode(x=x, y=alt.Y("y:Q"))
        )
        yield (
            alt.Chart(data(there))
            .mark_text(baseline="middle", fontSize=FONT, fontWeight=700, color=ink)
            .encode(x=x, y=alt.Y("y:Q"), text=alt.Text("text:N"))
        )


def _names(names: Sequence[Sequence[str]], below: float, x: Any) -> Iterator[Any]:
    """Number and words of each, one under the other."""
    foot = below + sum(map(len, names)) * LINE
    starts = [foot - sum(map(len, names[:at])) * LINE - LINE / 2 for at in range(len(names))]
    yield said([(EDGE, y, str(at + 1)) for at, y in enumerate(starts)], x, fontWeight=700, color="var(--ink)")
    lines = [
        (EDGE + MARK / UNIT_X, y - at * LINE, line)
        for y, told in zip(starts, names, strict=True)
        for at, line in enumerate(told)
    ]
    yield said(lines, x, color="var(--ink)")
