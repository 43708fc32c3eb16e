"""On how many people a piece of knowledge rests. Few is no fault of theirs; it is where sharing pays first.

How many must be away before nobody is left who can is known as the bus or truck factor: Avelino, Passos, Hora & Valente
(2016), A novel approach for estimating truck factors, 24th International Conference on Program Comprehension. Here it is
read off what people say of themselves, as their number for each topic.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

# Own levels: 0 not yet, 1 a little, 2 can do it, 3 can teach it.
LITTLE, CAN = 1, 2


def hands(levels: Iterable[Any]) -> tuple[int, int]:
    """`(know a little, can do it)`; whatever is no level is nobody's."""
    given = [level for level in levels if isinstance(level, int)]
    return sum(level == LITTLE for level in given), sum(level >= CAN for level in given)


def by_risk(topics: Mapping[str, tuple[int, int]]) -> list[str]:
    """Topics from `hands`, those that rest on the fewest first; among these, those that fewest know a little of."""
    return sorted(topics, key=lambda one: (topics[one][1], topics[one][0]))
