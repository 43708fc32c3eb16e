"""Bent arrows between places in pixels: past other places, past the names beside them, and past the arrow that runs back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import hypot

Place = tuple[float, float]
# Left, foot, right, top.
Block = tuple[float, float, float, float]
# How far the middle of an arrow may lie beside the straight line; the slightest that is clear is taken.
BENDS = (9, -9, 18, -18, 28, -28, 40, -40, 54, -54, 70, -70)
STEPS = 24
# Pixels: how near an arrow may come to a place, a name, and the arrow that runs the other way.
ROOM, NAME_ROOM, BACK_ROOM = 17, 3, 16
HEAD, SPREAD = 8, 4.5
STROKE, APART = 5, 2.5
# Where along an arrow its sign may stand: in the middle rather than at an end.
AT = (12, 10, 14, 8, 16, 6, 18)


def arrow(
    start: Place, end: Place, others: Sequence[Place], names: Sequence[Block], back: Sequence[Place]
) -> list[Place]:
    """Points of a line from beside `start` to beside `end`: of all bends the slightest that is clear, else the clearest."""
    tried = [_curve(start, end, bend) for bend in BENDS]
    clear = [_clear(points, others, names, back) for points in tried]
    return tried[next((at for at, share in enumerate(clear) if share >= 1), clear.index(max(clear)))]


def head(points: Sequence[Place]) -> list[Place]:
    """Three points of an arrow's head, its tip in the middle."""
    (x, y), (dx, dy) = points[-1], _way(points[-4], points[-1])
    return [
        (x - HEAD * dx - turn * SPREAD * dy, y - HEAD * dy + turn * SPREAD * dx) if turn else (x, y)
        for turn in (-1, 0, 1)
    ]


def strokes(points: Sequence[Place], at: int) -> list[list[Place]]:
    """Two short strokes across an arrow at one of its points."""
    (x, y), (dx, dy) = points[at], _way(points[at - 1], points[at + 1])
    return [
        [(x + along * dx - side * dy, y + along * dy + side * dx) for side in (-STROKE, STROKE)]
        for along in (-APART, APART)
    ]


def spot(points: Sequence[Place], taken: Iterable[Place]) -> int:
    """At which of its points an arrow's sign stands furthest from what is there already; the middle where all are free."""
    there = list(taken)
    return max(AT, key=lambda at: min((_far(points[at], one) for one in there), default=0.0))


def _far(one: Place, other: Place) -> float:
    """How far two marks are apart, up to where it does not matter any more."""
    return min(22.0, hypot(one[0] - other[0], one[1] - other[1]))


def _curve(start: Place, end: Place, bend: float) -> list[Place]:
    """A quadratic Bézier curve whose middle lies `bend` pixels to the left of the way, cut short at both ends."""
    dx, dy = _way(start, end)
    pull = ((start[0] + end[0]) / 2 - 2 * bend * dy, (start[1] + end[1]) / 2 + 2 * bend * dx)
    begun, ended = _beside(start, pull, ROOM - 6), _beside(end, pull, ROOM - 5)
    return [
        (
            round((1 - t) ** 2 * begun[0] + 2 * t * (1 - t) * pull[0] + t**2 * ended[0], 2),
            round((1 - t) ** 2 * begun[1] + 2 * t * (1 - t) * pull[1] + t**2 * ended[1], 2),
        )
        for t in (step / STEPS for step in range(STEPS + 1))
    ]


def _beside(place: Place, towards: Place, far: float) -> Place:
    dx, dy = _way(place, towards)
    return place[0] + far * dx, place[1] + far * dy


def _way(one: Place, other: Place) -> Place:
    length = hypot(other[0] - one[0], other[1] - one[1]) or 1.0
    return (other[0] - one[0]) / length, (other[1] - one[1]) / length


def _clear(points: Sequence[Place], others: Sequence[Place], names: Sequence[Block], back: Sequence[Place]) -> float:
    """How near the line comes to anything, as a share of the room that it needs; 1 and more is clear."""
    shares = [hypot(x - px, y - py) / ROOM for x, y in points for px, py in others]
    shares += [_outside(point, name) / NAME_ROOM for point in points for name in names]
    if back:
        middle, theirs = points[STEPS // 2], back[STEPS // 2]
        shares.append(hypot(middle[0] - theirs[0], middle[1] - theirs[1]) / BACK_ROOM)
    return min(shares, default=1.0)


def _outside(point: Place, block: Block) -> float:
    """How far a point lies outside a block; 0 within."""
    x, y = point
    return hypot(max(block[0] - x, 0, x - block[2]), max(block[1] - y, 0, y - block[3]))
