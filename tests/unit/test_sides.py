"""Claims about sides of a scale: told from three classes, and only more than half is a majority."""

from __future__ import annotations

import pytest

from leads_kit.analysis.disclosure import FIVE
from leads_kit.analysis.sides import HIGH, LOW, MIDDLE, majority, members, sides
from leads_kit.model import Figure


def five(*counts: int) -> Figure:
    return Figure("x", FIVE, counts, sum(counts))


def three(*counts: int) -> Figure:
    return Figure("x", (LOW, MIDDLE, HIGH), counts, sum(counts))


def test_five_classes_and_three_have_the_same_sides() -> None:
    assert sides(five(1, 2, 3, 4, 5)) == sides(three(3, 3, 9)) == {LOW: 3, MIDDLE: 3, HIGH: 9}


@pytest.mark.parametrize(
    ("figure", "side"),
    [
        (five(4, 3, 2, 2, 1), LOW),
        (five(1, 2, 7, 1, 1), MIDDLE),
        (five(1, 1, 3, 3, 4), HIGH),
        (three(1, 2, 4), HIGH),
        (five(2, 2, 2, 4, 2), None),  # six of twelve are half and not more
        (three(3, 3, 3), None),
    ],
)
def test_only_more_than_half_is_a_majority(figure: Figure, side: str | None) -> None:
    assert majority(figure) == side


def test_a_class_put_together_has_two_marks() -> None:
    assert members(LOW) == ("1", "2")
    assert members("4") == ("4",)
