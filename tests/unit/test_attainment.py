"""Claims about the goal attainment scale, on values worked out by hand."""

from __future__ import annotations

import pytest

from leads_kit.analysis.attainment import attainment


def test_three_equal_goals_one_level_up_come_to_the_published_value() -> None:
    assert round(attainment([(1, 1), (1, 1), (1, 1)]), 2) == 63.69


@pytest.mark.parametrize("weights", [(1,), (1, 2, 3), (0.5, 0.5)])
def test_goals_just_as_hoped_come_to_fifty(weights: tuple[float, ...]) -> None:
    assert attainment([(weight, 0) for weight in weights]) == 50


def test_one_goal_moves_ten_a_level_whatever_its_weight() -> None:
    assert attainment([(3, 2)]) == pytest.approx(70)
    assert attainment([(1, -1)]) == pytest.approx(40)


def test_what_weighs_more_moves_more_and_the_scale_of_weights_does_not_matter() -> None:
    assert attainment([(3, 1), (1, -1)]) > 50 > attainment([(1, 1), (3, -1)])
    assert attainment([(3, 1), (1, -1)]) == pytest.approx(attainment([(6, 1), (2, -1)]))


@pytest.mark.parametrize("goals", [[], [(0, 1)], [(1, 1), (-1, 2)]])
def test_no_goal_and_no_weight_come_to_nothing(goals: list[tuple[float, int]]) -> None:
    with pytest.raises(ValueError, match="weight"):
        attainment(goals)
