"""Claims about importance and performance: gaps, views and quadrants, with the cross-hairs at the middle of the scale."""

from __future__ import annotations

import pytest

from leads_kit.analysis.importance import Standing


@pytest.mark.parametrize(
    ("importance", "customer", "quadrant"),
    [
        (5, 2, "work"),
        (4, 2, "work"),
        (5, 4, "keep"),
        (2, 2, "wait"),
        (1, 5, "more"),
        (3, 1, "line"),
        (5, 3, "line"),
        (3, 3, "line"),
        (4.5, 1.5, "work"),
        (1.5, 4.5, "more"),
    ],
)
def test_the_quadrant_goes_by_the_middle_of_the_scale(importance: float, customer: float, quadrant: str) -> None:
    assert Standing(importance, customer).quadrant == quadrant


def test_the_gap_is_what_matters_less_how_it_goes_for_the_customer() -> None:
    assert Standing(5, 2, 4).gap == 3
    assert Standing(2, 4, 1).gap == -2


def test_the_views_are_apart_by_customer_less_provider() -> None:
    assert Standing(5, 2, 4).apart == -2
    assert Standing(None, 4, 1).apart == 3


def test_a_missing_mark_makes_no_figure() -> None:
    assert (Standing(5).gap, Standing(5).quadrant, Standing(5, None, 3).apart) == (None, None, None)
    assert Standing(customer=2, provider=2).gap is None
