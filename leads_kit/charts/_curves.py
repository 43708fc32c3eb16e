"""Lines between two contacts that pass neither through me nor through anybody else: straight where they can be."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

Place = tuple[float, float]
# Pixels on a phone, where it is narrowest: half the oval's width, and how much room a mark and I need.
HALF_WIDTH = 60
ROOM, MY_ROOM = 15, 28
BENDS = (0, 12, -12, 24, -24, 36, -36, 48, -48, 64, -64, 84, -84)
STEPS = 16


def around_others(start: Place, end: Place, contacts: Sequence[Place], half_height: float) -> list[Place]:
    """Points of a curve on the unit circle's plane; of all bends the slightest that is clear, else the clearest."""
    a, b = _pixels(start, half_height), _pixels(end, half_height)
    marks = [(place, ROOM) for one in contacts if (place := _pixels(one, half_height)) not in (a, b)]
    tried = [_curve(a, b, bend) for bend in BENDS]
    room = [_room(curve, [*marks, ((0.0, 0.0), MY_ROOM)]) for curve in tried]
    best = next((at for at, clear in enumerate(room) if clear >= 1), room.index(max(room)))
    return [(round(x / HALF_WIDTH, 4), round(y / half_height, 4)) for x, y in tried[best]]


def _curve(a: Place, b: Place, bend: float) -> list[Place]:
    """A quadratic Bézier curve whose middle lies `bend` pixels beside the straight line, towards me where positive."""
    length = hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
    beside = ((a[1] - b[1]) / length, (b[0] - a[0]) / length)
    inward = -1 if beside[0] * middle[0] + beside[1] * middle[1] > 0 else 1
    pull = tuple(at + 2 * bend * inward * way for at, way in zip(middle, beside, strict=True))
    return [
        ((1 - t) ** 2 * a[0] + 2 * t * (1 - t) * pull[0] + t**2 * b[0],
         (1 - t) ** 2 * a[1] + 2 * t * (1 - t) * pull[1] + t**2 * b[1])
        for t in (step / STEPS for step in range(STEPS + 1))
    ]  # fmt: skip


def _room(curve: Sequence[Place], marks: Sequence[tuple[Place, float]]) -> float:
    """How near the curve comes to any mark, as a share of the room that mark needs."""
    return min((hypot(x - mx, y - my) / need for x, y in curve for (mx, my), need in marks), default=1.0)


def _pixels(place: Place, half_height: float) -> Place:
    return place[0] * HALF_WIDTH, place[1] * half_height
