"""What moves what: things on an oval, arrows between them with + or −, a ring around what lies on most of the loops.

Distances are pixels, on a phone as on a wide page, so that an arrow's head points where its line goes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from leads_kit.charts._arrows import Block, Place, arrow, head, spot, strokes
from leads_kit.charts._house import Spec, data, finished
from leads_kit.charts._names import packed, wrapped
from leads_kit.charts._words import said, said_down
from leads_kit.text import columns

# Half of a phone's width, half of the oval's, and the height of a row of two things.
HALF, OVAL, ROW, LEAST, EDGE = 150, 48, 66, 100, 4
NAME_FONT, NAME_WIDTH, NAME_LINES, NAME_LINE, SIGN, GAP = 12, 13, 3, 14, 6.6, 17
LEGEND_WIDE, LINE = 44, 16
DISC, RING, MARK = 110, 520, 210
# A stroke that takes its time stands behind the arrow's beginning.
SLOW_AT = 4
SAME, OPPOSITE = "+", "−"


@dataclass(frozen=True)
class Thing:
    """Something that goes up and down: its place on the unit circle, and whether it is the one to look at first."""

    label: str
    x: float
    y: float
    first: bool = False


@dataclass(frozen=True)
class Cause:
    """From one thing to another, by their place in the list; `same`: both go the same way."""

    start: int
    end: int
    same: bool
    slow: bool = False


@dataclass(frozen=True)
class _Drawn:
    """A thing's pixels and the lines of its name, which stand outside the oval."""

    thing: Thing
    x: float
    y: float

    @property
    def lines(self) -> list[str]:
        return wrapped(self.thing.label, NAME_WIDTH, NAME_LINES)

    @property
    def left(self) -> bool:
        return self.thing.x < 0

    @property
    def block(self) -> Block:
        wide, half = max(map(columns, self.lines), default=0) * SIGN, len(self.lines) * NAME_LINE / 2
        near, far = (self.x - GAP - wide, self.x - GAP) if self.left else (self.x + GAP, self.x + GAP + wide)
        return near, self.y - half, far, self.y + half


def causes(things: Sequence[Thing], arrows: Sequence[Cause], legend: Sequence[str], description: str) -> Spec:
    """Arrows bend around things and names; two that run both ways keep apart. A pair of strokes: it takes its time."""
    import altair as alt

    foot = packed(legend, LEGEND_WIDE)
    tall = max(LEAST, -(-len(things) // 2) * ROW)
    middle = len(foot) * LINE + EDGE + tall / 2
    drawn = [_Drawn(one, one.x * OVAL, middle + one.y * tall / 2) for one in things]
    across = f"min({HALF}, width / 2)"
    scale = alt.Scale(
        domain=[-HALF, HALF], nice=False, range=[{"expr": f"width / 2 - {across}"}, {"expr": f"width / 2 + {across}"}]
    )
    x = alt.X("x:Q", scale=scale, axis=None)
    lines = _lines(drawn, arrows)
    layers = [
        *_arrows(lines, arrows, x),
        *_things(drawn, x),
        *_signs(lines, arrows, drawn, x),
        said_down(foot, LINE, x, -HALF),
    ]
    return finished(layers, middle + tall / 2 + EDGE, description)


def _lines(drawn: Sequence[_Drawn], arrows: Sequence[Cause]) -> list[list[Place]]:
    """The points of every arrow; one that runs back keeps clear of the one that came before it."""
    found: dict[tuple[int, int], list[Place]] = {}
    names = [one.block for one in drawn]
    for one in arrows:
        start, end = drawn[one.start], drawn[one.end]
        others = [(other.x, other.y) for other in drawn if other not in (start, end)]
        back = found.get((one.end, one.start), [])
        found[one.start, one.end] = arrow((start.x, start.y), (end.x, end.y), others, names, back[::-1])
    return [found[one.start, one.end] for one in arrows]


def _arrows(lines: Sequence[Sequence[Place]], arrows: Sequence[Cause], x: Any) -> list[Any]:
    """Lines, heads and strokes: in the accent's colour where both go the same way, in ink where not."""
    layers = []
    for same, color in ((True, "var(--accent)"), (False, "var(--ink-2)")):
        there = [(points, one) for points, one in zip(lines, arrows, strict=True) if one.same is same]
        crosses = [stroke for points, one in there if one.slow for stroke in strokes(points, SLOW_AT)]
        layers += [
            _path([points for points, _ in there], x, strokeWidth=1.6, color=color, opacity=0.8),
            _path([head(points) for points, _ in there], x, strokeWidth=2.2, color=color, strokeJoin="round"),
            _path(crosses, x, strokeWidth=2.2, color=color),
        ]
    return layers


def _path(paths: Sequence[Sequence[Place]], x: Any, **look: Any) -> Any:
    import altair as alt

    rows = [
        {"x": px, "y": py, "path": at, "step": step}
        for at, points in enumerate(paths)
        for step, (px, py) in enumerate(points)
    ]
    line: dict[str, Any] = {"strokeCap": "round", "opacity": 1} | look
    return (
        alt.Chart(data(rows))
        .mark_line(**line)
        .encode(x=x, y=alt.Y("y:Q"), detail=alt.Detail("path:N"), order=alt.Order("step:Q"))
    )


def _things(drawn: Sequence[_Drawn], x: Any) -> list[Any]:
    """Discs, a ring around the first, and names that end or begin beside them."""
    import altair as alt

    sides: tuple[tuple[bool, Literal["left", "right"], float], ...] = ((True, "right", -GAP), (False, "left", GAP))
    rings = [{"x": one.x, "y": one.y} for one in drawn if one.thing.first]
    discs = [{"x": one.x, "y": one.y} for one in drawn]
    names = [
        said(
            [
                (one.x, one.y + ((len(one.lines) - 1) / 2 - at) * NAME_LINE, line)
                for one in drawn
                if one.left is left
                for at, line in enumerate(one.lines)
            ],
            x,
            align=align,
            dx=dx,
            fontSize=NAME_FONT,
            color="var(--ink)",
        )
        for left, align, dx in sides
    ]
    return [
        alt.Chart(data(rings))
        .mark_point(size=RING, filled=False, stroke="var(--accent)", strokeWidth=2.5, opacity=1)
        .encode(x=x, y=alt.Y("y:Q")),
        alt.Chart(data(discs))
        .mark_circle(size=DISC, color="var(--ink)", opacity=1)
        .encode(x=x, y=alt.Y("y:Q")),
        *names,
    ]  # fmt: skip


def _signs(lines: Sequence[Sequence[Place]], arrows: Sequence[Cause], drawn: Sequence[_Drawn], x: Any) -> list[Any]:
    """A sign on every arrow, where it stands clear of the others: a plus on a disc, a minus on a square."""
    import altair as alt

    taken: list[Place] = [(one.x, one.y) for one in drawn]
    spots: list[tuple[Place, bool]] = []
    for points, one in zip(lines, arrows, strict=True):
        spots.append((points[spot(points, taken)], one.same))
        taken.append(spots[-1][0])
    layers = []
    for same, sign, shape, fill, line, ink in (
        (True, SAME, "circle", "var(--card)", "var(--accent)", "var(--accent)"),
        (False, OPPOSITE, "square", "var(--ink-2)", "var(--ink-2)", "var(--card)"),
    ):
        there = [{"x": px, "y": py} for (px, py), is_same in spots if is_same is same]
        layers += [
            alt.Chart(data(there))
            .mark_point(shape=shape, size=MARK, filled=True, fill=fill, stroke=line, strokeWidth=1.5, opacity=1)
            .encode(x=x, y=alt.Y("y:Q")),
            said([(one["x"], one["y"], sign) for one in there], x, align="center", fontWeight=700, color=ink),
        ]
    return layers
