"""Claims about the order of risks: weight first, then what can be moved; and what is out of reach is told apart."""

from __future__ import annotations

import pytest

from leads_kit.analysis.risks import Influence, Risk, be_ready_for, begin_with, ordered


def risk(id: str, likelihood: int | None, impact: int | None, influence: Influence | None = None) -> Risk:
    return Risk(id, likelihood, impact, influence)


@pytest.mark.parametrize(("likelihood", "impact", "weight"), [(1, 1, 1), (3, 3, 9), (2, 3, 6), (None, 3, None)])
def test_weight_is_the_product_and_nothing_where_a_mark_is_missing(
    likelihood: int | None, impact: int | None, weight: int | None
) -> None:
    assert risk("a", likelihood, impact).weight == weight


def test_heavy_is_three_by_two_and_more() -> None:
    assert risk("a", 3, 2).heavy
    assert risk("a", 3, 3).heavy
    assert not risk("a", 2, 2).heavy
    assert not risk("a", 3, 1).heavy
    assert not risk("a", 3, None).heavy


def test_the_heaviest_comes_first_and_of_equals_the_one_that_can_be_moved() -> None:
    risks = [
        risk("a", 2, 2, "yes"),
        risk("b", 3, 3, "no"),
        risk("c", 2, 2, "partly"),
        risk("d", None, 3),
        risk("e", 3, 3, "yes"),
    ]
    assert [one.id for one in ordered(risks)] == ["e", "b", "a", "c", "d"]


def test_one_begins_with_the_heaviest_that_can_be_moved() -> None:
    risks = [risk("a", 3, 3, "no"), risk("b", 2, 2, "yes"), risk("c", 3, 2, "partly")]
    begun, ready = begin_with(risks), be_ready_for(risks)
    assert begun is not None
    assert ready is not None
    assert (begun.id, ready.id) == ("c", "a")


def test_there_is_nothing_to_begin_with_where_nothing_can_be_moved_or_nothing_is_said() -> None:
    assert begin_with([risk("a", 3, 3, "no"), risk("b", 3, 3)]) is None
    assert be_ready_for([risk("a", 2, 2, "no"), risk("b", 3, 3, "yes"), risk("c", 3, 3)]) is None
    assert begin_with([]) is None
