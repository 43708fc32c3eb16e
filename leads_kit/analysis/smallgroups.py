"""Small-group statistics on counts: where the middle lies, how large a share is in words, what moved between two rounds.

Medians and shares, no means or tests: with 5 to 30 ordinal answers on one occasion a mean to a decimal says more than the
data bear (Jamieson 2004, Medical Education 38:1217; Hesterberg 2015, The American Statistician 69:371).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from leads_kit.analysis.disclosure import FIVE
from leads_kit.model import Figure

SHARES = (
    (0.0, "share.none"),
    (0.25, "share.few"),
    (0.45, "share.some"),
    (0.55, "share.half"),
    (1.0, "share.most"),
)


def counted(id: str, marks: Iterable[Any]) -> Figure:
    """How many gave each mark from one to five; whatever is no mark (nothing, "not observed") is not counted."""
    given = [mark for mark in marks if isinstance(mark, int)]
    counts = tuple(sum(mark == int(name) for mark in given) for name in FIVE)
    return Figure(id, FIVE, counts, sum(counts))


def median_class(classes: Sequence[str], counts: Sequence[int]) -> str | None:
    """The class of the lower median; None for no answers. With an even number the lower of the two middle answers."""
    total, reached = sum(counts), 0
    for name, count in zip(classes, counts, strict=True):
        reached += count
        if total and reached * 2 >= total:
            return name
    return None


def share_word(part: int, whole: int) -> str:
    """The word id for a share: none, few (≤ ¼), some, half (45–55 %), most, all. Raises ValueError for an empty whole."""
    if whole <= 0 or not 0 <= part <= whole:
        raise ValueError("a share of nothing, or more than all")
    if part == whole:
        return "share.all"
    return next(word for limit, word in SHARES if part / whole <= limit)


def moved(before: Mapping[str, float], after: Mapping[str, float]) -> tuple[int, int, int]:
    """`(up, same, down)` over the people in both."""
    pairs = [(before[one], after[one]) for one in before.keys() & after.keys()]
    return (sum(b > a for a, b in pairs), sum(b == a for a, b in pairs), sum(b < a for a, b in pairs))
