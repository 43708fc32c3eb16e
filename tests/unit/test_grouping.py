"""How a room divides: nobody is left alone where two are here, and the sizes are those that were asked for, nearly."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads_kit.analysis.grouping import dealt, smallest, split


@pytest.mark.parametrize(
    ("people", "size", "tables"),
    [
        (4, 3, (2, 2)), (5, 3, (3, 2)), (7, 3, (3, 2, 2)), (8, 3, (3, 3, 2)), (12, 3, (3, 3, 3, 3)),
        (5, 2, (3, 2)), (3, 2, (3,)), (6, 2, (2, 2, 2)), (10, 4, (4, 3, 3)), (1, 3, (1,)), (0, 3, ()),
    ],
)  # fmt: skip
def test_numbers_that_do_not_divide_make_the_nearest_tables(people: int, size: int, tables: tuple[int, ...]) -> None:
    assert split(people, size) == tables


@given(people=st.integers(2, 200), size=st.integers(2, 8))
def test_everybody_sits_nobody_alone_and_no_table_is_larger_than_one_more(people: int, size: int) -> None:
    tables = split(people, size)
    assert sum(tables) == people
    assert min(tables) >= 2
    assert max(tables) <= max(size, 3)
    assert max(tables) - min(tables) <= 1


def test_a_table_of_one_is_refused() -> None:
    with pytest.raises(ValueError, match="a table of one"):
        split(5, 1)


@given(seed=st.integers(), people=st.integers(2, 40))
def test_the_lot_gives_everyone_one_table(seed: int, people: int) -> None:
    names = [str(one) for one in range(people)]
    told = dealt(names, 3, random.Random(seed))
    assert sorted(told) == sorted(names)
    assert sorted(list(told.values()).count(number) for number in set(told.values())) == sorted(split(people, 3))


def test_who_comes_late_goes_to_the_smallest_table_or_to_none() -> None:
    assert smallest([1, 1, 2, 3, 3, None]) == 2
    assert smallest([2, 1]) == 1
    assert smallest([None, None]) is None
