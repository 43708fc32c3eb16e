"""Claims about run charts: the published limits, points on the median, and what is no signal."""

from __future__ import annotations

import random
from math import comb

import pytest

from leads_kit.analysis.runs import LEAST, fewest_crossings, longest_limit, run_chart

LIMITS = [(10, 6, 2), (12, 7, 3), (16, 7, 4), (20, 7, 6), (24, 8, 8)]


@pytest.mark.parametrize(("useful", "longest", "crossings"), LIMITS)
def test_limits_are_the_published_ones(useful: int, longest: int, crossings: int) -> None:
    assert longest_limit(useful) == longest
    assert fewest_crossings(useful) == crossings


def test_fewer_crossings_than_the_limit_are_rarer_than_one_in_twenty_and_the_limit_is_not() -> None:
    for useful in range(2, 25):
        limit, all_ways = fewest_crossings(useful), 2 ** (useful - 1)
        assert sum(comb(useful - 1, at) for at in range(limit)) < all_ways * 0.05
        assert sum(comb(useful - 1, at) for at in range(limit + 1)) >= all_ways * 0.05


def test_points_on_the_median_neither_end_a_run_nor_make_it_longer() -> None:
    found = run_chart([1, 2, 5, 1, 5, 9, 8, 7, 5])
    assert found.median == 5
    assert found.sides == (-1, -1, 0, -1, 0, 1, 1, 1, 0)
    assert (found.useful, found.crossings) == (6, 1)
    assert found.longest is not None
    assert (found.longest.first, found.longest.last, found.longest.length) == (0, 3, 3)


def test_a_line_that_crosses_every_time_has_a_crossing_between_any_two() -> None:
    found = run_chart([1, 9] * 6)
    assert (found.crossings, found.longest and found.longest.length) == (11, 1)
    assert not found.shifted
    assert not found.seldom_crosses


def test_a_step_in_the_middle_is_a_shift_and_crosses_too_seldom() -> None:
    found = run_chart([10, 11, 9, 10, 12, 11, 10, 9, 20, 21, 19, 22, 20, 21, 23, 20])
    assert found.shifted
    assert found.seldom_crosses
    assert found.rises is True
    assert found.longest is not None
    assert (found.longest.first, found.longest.last, found.longest.above) == (0, 7, False)


def test_a_run_as_long_as_the_limit_is_no_shift_and_one_more_is() -> None:
    before = [1, 9, 1, 1, 9, 1]
    at_the_limit = run_chart([*before, *[9] * 7, 1, 1, 9, 1, 1, 1, 1])
    one_more = run_chart([*before, *[9] * 8, 1, 1, 1, 1, 1, 1])
    assert at_the_limit.useful == one_more.useful == 20
    assert [found.longest and found.longest.length for found in (at_the_limit, one_more)] == [7, 8]
    assert not at_the_limit.shifted
    assert one_more.shifted


def test_as_few_crossings_as_the_limit_are_usual_and_one_fewer_is_not() -> None:
    at_the_limit, one_fewer = run_chart([9, 9, 9, 1, 1, 1, 1, 1, 9, 9]), run_chart([9] * 5 + [1] * 5)
    assert (at_the_limit.crossings, one_fewer.crossings, at_the_limit.fewest_crossings) == (2, 1, 2)
    assert not at_the_limit.seldom_crosses
    assert one_fewer.seldom_crosses


def test_fewer_than_ten_useful_points_are_no_signal_whatever_they_look_like() -> None:
    found = run_chart([1, 1, 1, 1, 9, 9, 9, 9])
    assert found.useful == 8 < LEAST
    assert not found.enough
    assert not found.shifted
    assert not found.seldom_crosses


def test_values_that_are_all_alike_have_no_useful_point() -> None:
    found = run_chart([4] * 20)
    assert (found.useful, found.longest, found.crossings, found.rises) == (0, None, 0, None)
    assert not found.shifted


def test_a_steady_rise_is_a_signal_by_its_runs_and_by_no_rule_of_its_own() -> None:
    assert run_chart(range(20)).shifted
    rising = [5, 9, 1, 8, 2, 9, 3, 4, 5.5, 6, 7, 2, 8, 1, 9, 2]
    assert not run_chart(rising).shifted


def test_chance_alone_raises_an_alarm_about_one_time_in_twenty() -> None:
    chance, alarms = random.Random(7), 0
    for _ in range(2000):
        found = run_chart([chance.gauss(0, 1) for _ in range(24)])
        alarms += found.shifted or found.seldom_crosses
    assert 0.02 < alarms / 2000 < 0.09


def test_no_value_is_an_error_and_one_is_not() -> None:
    with pytest.raises(ValueError, match="no value"):
        run_chart([])
    assert run_chart([3]).rises is None
