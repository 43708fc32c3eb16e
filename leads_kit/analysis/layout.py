"""Where the contacts of an ego network stand: around an ellipse, circles of acquaintance together, the same every time."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Point:
    """A contact's place; the ego is at 0, 0 and the ellipse has radius 1. The name stands on its `side`."""

    id: str
    label: str
    x: float
    y: float
    wished: bool
    side: Literal["left", "right"]


def around(contacts: Mapping[str, str], circles: Sequence[Sequence[str]], wished: frozenset[str]) -> tuple[Point, ...]:
    """Places for contacts (id → label): circle after circle, whoever is in none after them in the order they were named.

    Angles begin half a step off the top, so that no name stands above or below another.
    """
    placed = [one for circle in circles for one in circle if one in contacts]
    order = [*placed, *(one for one in contacts if one not in placed)]
    return tuple(_point(one, contacts[one], at, len(order), one in wished) for at, one in enumerate(order))


def _point(id: str, label: str, at: int, count: int, wished: bool) -> Point:
    angle = math.pi / 2 - (at + 0.5) * 2 * math.pi / count
    x, y = round(math.cos(angle), 4), round(math.sin(angle), 4)
    return Point(id, label, x, y, wished, "left" if x < 0 else "right")
