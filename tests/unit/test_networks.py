"""Claims about the figures of ego networks and where contacts stand: published examples and their edges."""

from __future__ import annotations

import itertools
import math

import pytest

from leads_kit.analysis.layout import around
from leads_kit.analysis.networks import centralization, ego_network

FOUR = {"a": 1.0, "b": 1.0, "c": 1.0, "d": 1.0}
ALL_PAIRS = list(itertools.combinations("abcd", 2))


@pytest.mark.parametrize(
    ("ties", "constraint", "effective_size", "density"),
    [([], 0.25, 4, 0), (ALL_PAIRS, 0.7656, 1, 1), ([("a", "b"), ("c", "d")], 0.5625, 3, 1 / 3)],
    ids=["none know each other", "all know each other", "two linked pairs"],
)
def test_four_contacts_have_the_figures_that_were_worked_out_by_hand(
    ties: list[tuple[str, str]], constraint: float, effective_size: float, density: float
) -> None:
    found = ego_network(FOUR, ties)
    assert found.degree == 4
    assert found.constraint == pytest.approx(constraint, abs=5e-5)
    assert found.effective_size == pytest.approx(effective_size)
    assert found.density == pytest.approx(density)


def test_strengths_of_ties_count_where_they_differ() -> None:
    weighted = ego_network({"a": 3, "b": 1, "c": 1}, [("a", "b", 2)])
    alike = ego_network({"a": 2, "b": 2, "c": 2}, [("a", "b", 2)])
    unweighted = ego_network({"a": 1, "b": 1, "c": 1}, [("a", "b")])
    assert weighted.constraint == pytest.approx(0.7714, abs=5e-5)
    assert alike.constraint == pytest.approx(unweighted.constraint)
    assert weighted.constraint != pytest.approx(unweighted.constraint)


def test_constraint_is_the_formula_of_burt() -> None:
    """Σ_j (p_ij + Σ_q p_iq p_qj)², straight from the definition."""
    ties = [("a", "b"), ("b", "c"), ("c", "d")]
    knows = {one: {"me", *(other for pair in ties for other in pair if one in pair and other != one)} for one in FOUR}
    share = 1 / len(FOUR)
    expected = sum(
        (share + sum(share / len(knows[other]) for other in FOUR if other != one and one in knows[other])) ** 2
        for one in FOUR
    )
    assert ego_network(FOUR, ties).constraint == pytest.approx(expected)


def test_nobody_has_no_figures_and_one_has_no_density() -> None:
    nobody, one = ego_network({}, []), ego_network({"a": 1.0}, [])
    assert (nobody.degree, nobody.density, nobody.constraint, nobody.effective_size, nobody.circles) == (
        0, None, None, None, (),
    )  # fmt: skip
    assert (one.degree, one.density, one.constraint, one.effective_size) == (1, None, 1, 1)


@pytest.mark.parametrize("count", range(1, 13))
def test_no_figure_is_ever_not_a_number(count: int) -> None:
    names = [f"r{at}" for at in range(count)]
    for ties in ([], list(itertools.combinations(names, 2)), list(itertools.pairwise(names))):
        found = ego_network(dict.fromkeys(names, 1.0), ties)
        assert not any(math.isnan(one) for one in (found.constraint, found.effective_size, found.density or 0.0))


def test_ties_with_strangers_or_oneself_say_nothing_about_the_network() -> None:
    assert ego_network(FOUR, [("a", "nobody"), ("b", "b")]) == ego_network(FOUR, [])


def test_circles_are_told_largest_first_and_loners_are_circles_of_one() -> None:
    assert ego_network(FOUR, [("c", "d"), ("a", "c")]).circles == (("a", "c", "d"), ("b",))


def test_a_contact_may_have_any_id() -> None:
    assert ego_network({"__ego__": 1.0, "ego": 1.0}, [("__ego__", "ego")]).degree == 2


@pytest.mark.parametrize("count", range(1, 13))
def test_contacts_stand_on_the_circle_and_names_on_one_side_have_a_row_each(count: int) -> None:
    names = [f"r{at}" for at in range(count)]
    places = around(names, [names])
    assert list(places) != []
    assert set(places) == set(names)
    assert all(math.hypot(*place) == pytest.approx(1, abs=1e-3) for place in places.values())
    for side in (1, -1):
        heights = sorted(y for x, y in places.values() if x * side > 0)
        rows = -(-count // 2)
        assert all(high - low == pytest.approx(2 / rows, abs=1e-3) for low, high in itertools.pairwise(heights))


def test_a_circle_of_acquaintance_stands_together_and_the_same_every_time() -> None:
    names = ["a", "b", "c", "d", "e"]
    places = around(names, [("b", "e"), ("a",)])
    assert places == around(names, [("b", "e"), ("a",)])
    assert places["b"][0] > 0
    assert places["e"][0] > 0
    assert places["b"][1] > places["e"][1] > places["a"][1]


@pytest.mark.parametrize(
    ("people", "ties", "expected"),
    [
        ("abcde", [("a", other) for other in "bcde"], 1.0),
        ("abcde", list(itertools.combinations("abcde", 2)), 0.0),
        ("eabcd", [*(("e", other) for other in "abcd"), ("a", "b"), ("c", "d")], 0.6667),
    ],
    ids=["star of five", "everybody with everybody", "two linked pairs around one"],
)
def test_centralization_of_introductions(people: str, ties: list[tuple[str, str]], expected: float) -> None:
    assert centralization(people, ties) == pytest.approx(expected, abs=5e-5)


def test_two_people_have_no_centre_and_strangers_to_the_room_make_none() -> None:
    assert centralization("ab", [("a", "b")]) is None
    assert centralization("abc", [("a", "x"), ("b", "y")]) == 0
