"""Claims about weighing options: shares and sums, level options, missing marks, and how firmly the first one stands."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from leads_kit.analysis.weighing import CLOSE, Case, Turn, _drawn, compared, deciding, turn, wins

MARKS = {"cost": {"a": 4, "b": 2}, "reach": {"a": 3, "b": 5}}


def case(weights: tuple[int, ...], *marks: tuple[int, ...], guessed: tuple[str, ...] = ()) -> Case:
    names = tuple("abcde"[: len(marks)])
    return Case(names, tuple("uvwxyz"[: len(weights)]), weights, marks, frozenset(guessed))


def test_weights_come_to_one_and_totals_are_weighted_means() -> None:
    found = case((3, 1), (4, 0), (1, 5))
    assert found.shares == (0.75, 0.25)
    assert found.totals == {"a": 3.0, "b": 2.0}
    assert found.parts("b") == (0.75, 1.25)
    assert found.order == ("a", "b")


def test_without_any_weight_all_criteria_count_alike() -> None:
    assert case((0, 0), (4, 0), (1, 5)).shares == (0.5, 0.5)
    assert case((0, 0), (4, 0), (1, 5)).first == ("b",)


def test_weights_alike_in_proportion_say_the_same() -> None:
    assert case((1, 2), (4, 0), (1, 5)).totals == case((2, 4), (4, 0), (1, 5)).totals


def test_level_options_are_all_first_and_share_every_draw() -> None:
    found = case((2, 2), (4, 2), (2, 4), (1, 1))
    assert found.first == ("a", "b")
    same = case((2, 3), (4, 2), (4, 2))
    assert wins(same) == (0.5, 0.5)
    assert deciding(same) is None


def test_an_option_that_is_better_in_everything_always_wins() -> None:
    assert wins(case((1, 1, 1), (5, 4, 5), (2, 3, 4))) == (1.0, 0.0)


def test_a_narrow_lead_is_won_less_often_than_a_wide_one() -> None:
    shares = [wins(case((3, 3), (lead, 1), (2, 4)))[0] for lead in (3, 4, 5)]
    assert all(one < other for one, other in pairwise(shares))
    assert shares[-1] == pytest.approx(0.5, abs=0.05)


def test_the_same_case_gives_the_same_shares_every_time() -> None:
    found = case((2, 3), (4, 2), (2, 4))
    first = wins(found)
    wins.cache_clear()
    assert wins(found) == first
    assert sum(first) == pytest.approx(1)


def test_a_guess_makes_a_lead_less_sure_and_experience_does_not() -> None:
    sure = wins(case((3, 3, 3), (4, 3, 3), (3, 3, 3)))
    guessed = wins(case((3, 3, 3), (4, 3, 3), (3, 3, 3), guessed=("a",)))
    assert sure[0] == 1.0
    assert 0.5 < guessed[0] < 0.9


def test_draws_keep_to_the_weights_in_the_mean_and_move_by_about_a_point_of_five() -> None:
    chance = random.Random(1)
    drawn = [_drawn((0.25, 0.25, 0.25, 0.25), chance) for _ in range(4000)]
    assert all(sum(one) == pytest.approx(1) for one in drawn)
    first = [one[0] for one in drawn]
    mean = sum(first) / len(first)
    spread = (sum((one - mean) ** 2 for one in first) / len(first)) ** 0.5
    assert mean == pytest.approx(0.25, abs=0.01)
    assert spread == pytest.approx((0.25 * 0.75 / (CLOSE + 1)) ** 0.5, abs=0.01)
    # Three points of twelve: one more of them is a share of about a twelfth.
    assert spread * 12 == pytest.approx(1, abs=0.25)


def test_a_criterion_without_weight_stays_without_in_every_draw() -> None:
    assert wins(case((3, 0), (4, 0), (3, 5))) == (1.0, 0.0)


def test_the_smallest_turn_is_found_and_more_is_told_before_less() -> None:
    assert turn(case((3, 2), (4, 2), (2, 4))) == Turn("v", 2, "b")
    assert turn(case((5, 5), (4, 3), (2, 4), (1, 1))) == Turn("u", -3, "b")
    assert turn(case((3, 3), (5, 4), (2, 3))) is None


def test_a_turn_leaves_nobody_level_with_the_first() -> None:
    found = case((3, 2), (4, 2), (2, 4))
    told = turn(found)
    assert told is not None
    moved = case((3, 2 + told.points), (4, 2), (2, 4))
    assert moved.first == (told.option,)
    nearly = case((3, 2 + told.points - 1), (4, 2), (2, 4))
    assert found.first[0] in nearly.first


def test_two_options_that_would_be_level_ahead_of_the_first_are_no_turn() -> None:
    assert turn(case((3, 3), (5, 2), (2, 4))) == Turn("v", 2, "b")
    assert turn(case((3, 3), (5, 2), (2, 4), (2, 4))) is None


def test_what_decides_is_what_does_most_for_the_lead() -> None:
    assert deciding(case((2, 1), (4, 5), (1, 1))) == "u"
    assert deciding(case((1, 3), (4, 5), (1, 1))) == "v"


def test_like_is_compared_with_like() -> None:
    whole = compared(["a", "b"], {"cost": 3, "reach": 1}, MARKS)
    assert whole.case == Case(("a", "b"), ("cost", "reach"), (3, 1), ((4, 3), (2, 5)))
    gap = compared(["a", "b", "c"], {"cost": 3, "reach": 1}, {"cost": {"a": 4, "b": 2}, "reach": {"a": 3}})
    assert gap.case is not None
    assert gap.case.criteria == ("cost",)
    assert (gap.unmarked_options, gap.unmarked_criteria) == (("c",), ("reach",))


@pytest.mark.parametrize("marks", [{}, {"cost": {"a": 4}}, {"cost": {"a": 4}, "reach": {"b": 2}}])
def test_what_cannot_be_compared_is_no_case(marks: dict[str, dict[str, int]]) -> None:
    assert compared(["a", "b"], {"cost": 3, "reach": 1}, marks).case is None
