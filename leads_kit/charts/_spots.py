"""Numbered marks on a plane and the names beside them: no mark lies on another, no name on a mark or on another name.

Everything is in pixels of a phone, where it is narrowest. A wider page only draws marks further apart, so what is free of each
other here stays so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import hypot
from typing import Literal

from leads_kit.charts._names import wrapped
from leads_kit.text import columns

MARK = 22
SIGN, LINE = 6.8, 14
NAME_WIDTH, NAME_LINES = 14, 3
STEPS = 12
Side = Literal["right", "left"]


@dataclass(frozen=True)
class Box:
    """Left, foot, right and top, from the foot of the plane upwards."""

    left: float
    foot: float
    right: float
    top: float

    def meets(self, other: Box) -> bool:
        return self.left < other.right and other.left < self.right and self.foot < other.top and other.foot < self.top

    def within(self, other: Box) -> bool:
        return (
            self.left >= other.left and self.right <= other.right and self.foot >= other.foot and self.top <= other.top
        )


@dataclass(frozen=True)
class Name:
    """The lines of a name and the side of its mark on which they stand."""

    lines: tuple[str, ...]
    side: Side


def spread(wanted: Sequence[tuple[float, float]], areas: Sequence[Box]) -> list[tuple[float, float]]:
    """A place for each mark, the nearest free one to where it belongs, in the area that it belongs to; earlier ones first."""
    placed: list[tuple[float, float]] = []
    for at in wanted:
        area = next((one for one in areas if _box(at).within(one)), _around(areas))
        placed.append(next(_free(at, area, placed), at))
    return placed


def named(marks: Sequence[tuple[float, float]], names: Sequence[str], frame: Box) -> list[Name | None]:
    """For each mark its name where there is room on one side, earlier ones first; None where there is none."""
    taken = [_box(mark) for mark in marks]
    found: list[Name | None] = []
    for mark, name in zip(marks, names, strict=True):
        lines = tuple(wrapped(name, NAME_WIDTH, NAME_LINES))
        boxes = [(side, _beside(mark, lines, side)) for side in _sides(mark, frame)]
        free = next(((side, box) for side, box in boxes if _clear(box, taken, frame)), None)
        taken += [free[1]] if free and lines else []
        found.append(Name(lines, free[0]) if free and lines else None)
    return found


def _sides(mark: tuple[float, float], frame: Box) -> tuple[Side, Side]:
    """Outwards in the right half there is less room, so names there look left only where they must."""
    return ("right", "left") if mark[0] < (frame.left + frame.right) / 2 else ("left", "right")


def _clear(box: Box, taken: Sequence[Box], frame: Box) -> bool:
    return box.within(frame) and not any(box.meets(other) for other in taken)


def _beside(mark: tuple[float, float], lines: Sequence[str], side: Side) -> Box:
    x, y = mark
    width, half = max(map(columns, lines), default=0) * SIGN, len(lines) * LINE / 2
    left = x + MARK / 2 + 2 if side == "right" else x - MARK / 2 - 2 - width
    return Box(left, y - half, left + width, y + half)


def _free(at: tuple[float, float], area: Box, placed: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Places of the area that touch no mark, the nearest first."""
    ways = product(range(-STEPS, STEPS + 1), repeat=2)
    offsets = sorted(((dx * MARK / 2, dy * MARK / 2) for dx, dy in ways), key=lambda way: (hypot(*way), way))
    for dx, dy in offsets:
        place = at[0] + dx, at[1] + dy
        if _box(place).within(area) and all(hypot(place[0] - x, place[1] - y) >= MARK for x, y in placed):
            yield place


def _box(mark: tuple[float, float]) -> Box:
    half = MARK / 2
    return Box(mark[0] - half, mark[1] - half, mark[0] + half, mark[1] + half)


def _around(areas: Sequence[Box]) -> Box:
    return Box(
        min(one.left for one in areas), min(one.foot for one in areas),
        max(one.right for one in areas), max(one.top for one in areas),
    )  # fmt: skip
