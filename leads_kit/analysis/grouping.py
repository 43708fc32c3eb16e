"""How a room divides into small tables when the numbers do not. Pure."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

PAIR, TRIAD = 2, 3


def split(people: int, size: int) -> tuple[int, ...]:
    """Sizes of the tables, largest first, nobody left alone where two are here.

    Pairs: an odd one makes one a triad. Triads: one too many makes two pairs (4 = 2 + 2), two too many a pair (5 = 3 + 2).
    Larger tables: as many as are needed, as even as they can be. Raises ValueError for a size under two.
    """
    if size < PAIR:
        raise ValueError("a table of one")
    if people <= 0:
        return ()
    tables = max(1, people // PAIR if size == PAIR else -(-people // size))
    small, large = divmod(people, tables)
    return tuple(small + 1 if at < large else small for at in range(tables))


def dealt(people: Sequence[str], size: int, chance: random.Random | Any) -> dict[str, int]:
    """A table number from 1 for each, by lot."""
    order = list(people)
    chance.shuffle(order)
    numbers = [number for number, count in enumerate(split(len(order), size), 1) for _ in range(count)]
    return dict(zip(order, numbers, strict=True))


def smallest(tables: Sequence[int | None]) -> int | None:
    """The table with the fewest people, the lowest number of several; None where nobody sits anywhere."""
    taken = [number for number in tables if number is not None]
    return min(sorted(set(taken)), key=taken.count, default=None)
