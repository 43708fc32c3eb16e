"""Where the contacts of an ego network stand: on an oval around me, circles of acquaintance together, the same every time."""

from __future__ import annotations

from collections.abc import Sequence

Place = tuple[float, float]


def around(contacts: Sequence[str], circles: Sequence[Sequence[str]]) -> dict[str, Place]:
    """A place on the unit circle for each contact: down the right side, then up the left.

    Circle after circle; whoever is in none comes after them, in the order they were named. Those of one side stand evenly
    below each other and never at the very top or foot, so that a name beside each has a height of its own.
    """
    placed = [one for circle in circles for one in circle if one in contacts]
    order = [*placed, *(one for one in contacts if one not in placed)]
    rows = -(-len(order) // 2)
    right, left = order[:rows], order[rows:][::-1]
    return {
        one: _place(at, len(side), rows, sign) for sign, side in ((1, right), (-1, left)) for at, one in enumerate(side)
    }


def _place(at: int, count: int, rows: int, sign: int) -> Place:
    y = (count - 1 - 2 * at) / rows
    return round(sign * (1 - y * y) ** 0.5, 4), round(y, 4)
