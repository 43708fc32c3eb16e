"""Claims about groups of raters: who is joined, who stands alone, and when nothing is shown. Numbers of the worked sample."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads_kit.analysis.raters import SUPERVISOR, merged

SAMPLE = {"supervisor": 1, "peers": 4, "reports": 2, "partners": 1}
REST = ("reports", "partners")


def test_a_small_group_joins_the_smallest_other_and_the_rest_stands() -> None:
    assert merged(SAMPLE) == {("peers",): 4, REST: 3}


def test_a_supervisor_is_shown_only_where_that_was_agreed() -> None:
    assert merged(SAMPLE, supervisor_knows=True) == {(SUPERVISOR,): 1, ("peers",): 4, REST: 3}
    assert merged({"peers": 4}, supervisor_knows=True) == {("peers",): 4}


def test_too_few_on_both_sides_become_one_group() -> None:
    assert merged({**SAMPLE, "peers": 2}) == {("peers", *REST): 5}


def test_where_all_others_are_too_few_nothing_of_them_is_shown() -> None:
    assert merged({"supervisor": 1, "peers": 1, "reports": 1}) == {}
    assert merged({}) == {}


def test_no_minimum_under_three_is_taken() -> None:
    with pytest.raises(ValueError, match="minimum"):
        merged(SAMPLE, 2)


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 6)), st.integers(3, 6))
def test_no_group_is_under_the_minimum_and_nobody_is_lost_unless_all_are_too_few(
    raters: dict[str, int], least: int
) -> None:
    shown, everybody = merged(raters, least), sum(raters.values())
    assert all(n >= least for n in shown.values())
    assert sum(shown.values()) == (everybody if everybody >= least else 0)
