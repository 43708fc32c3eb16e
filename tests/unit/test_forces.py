"""Claims about forces around a change: how they balance, where to begin, and what follows when one moves."""

from __future__ import annotations

import pytest

from leads_kit.analysis.forces import Force, Side, begin, larger, net, reach, strength, strongest, without


def drive(text: str, strength: int | None = None, influence: int | None = None) -> Force:
    return Force(text, "drives", strength, influence)


def hold(text: str, strength: int | None = None, influence: int | None = None) -> Force:
    return Force(text, "holds", strength, influence)


SAMPLE = [drive("a", 4, 1), drive("b", 3, 2), drive("c", None, 2), hold("x", 5, 0), hold("y", 3, 2), hold("z", 2)]


def test_the_balance_is_what_drives_minus_what_holds_back() -> None:
    assert (strength("drives", SAMPLE), strength("holds", SAMPLE), net(SAMPLE)) == (7, 10, -3)
    assert net([]) == 0


def test_priority_is_strength_times_influence_and_none_where_one_is_missing() -> None:
    assert [one.priority for one in SAMPLE] == [4, 6, None, 0, 6, None]
    assert (reach("drives", SAMPLE), reach("holds", SAMPLE)) == (10, 6)


@pytest.mark.parametrize(
    ("drives", "holds", "side"), [(7, 5, "drives"), (5, 7, "holds"), (6, 5, None), (5, 6, None), (5, 5, None)]
)
def test_a_difference_of_one_is_about_even(drives: int, holds: int, side: Side | None) -> None:
    assert larger(drives, holds) == side


def test_the_strongest_of_a_side_may_be_several_or_none() -> None:
    assert [one.text for one in strongest("holds", SAMPLE)] == ["x"]
    assert [one.text for one in strongest("drives", [drive("a", 2), drive("b", 2), drive("c")])] == ["a", "b"]
    assert strongest("drives", [drive("c", None, 2)]) == []


def test_one_begins_where_strength_and_influence_meet_and_of_equals_with_what_holds_back() -> None:
    assert begin(SAMPLE) is SAMPLE[4]
    assert begin([drive("a", 4, 2), hold("x", 5, 1)]).text == "a"  # type: ignore[union-attr]
    assert begin([hold("x", 3, 1), hold("y", 3, 1)]).text == "x"  # type: ignore[union-attr]


def test_without_any_influence_there_is_no_place_to_begin() -> None:
    assert begin([drive("a", 5, 0), hold("x", 5), hold("y", None, 2)]) is None


@pytest.mark.parametrize(
    ("force", "moved"),
    [
        (drive("a", 2), 4),
        (drive("a", 4), 5),
        (drive("a", 5), 5),
        (hold("x", 5), 3),
        (hold("x", 1), 0),
        (hold("x"), None),
    ],
)
def test_a_force_moves_by_two_as_one_would_wish_and_no_further_than_the_scale(force: Force, moved: int | None) -> None:
    assert force.moved.strength == moved


def test_what_moves_changes_the_balance_by_so_much_and_nothing_else() -> None:
    assert net(without(SAMPLE, SAMPLE[3])) == -1
    assert net(without(SAMPLE, SAMPLE[0])) == -2
    assert [one.text for one in without(SAMPLE, SAMPLE[3])] == [one.text for one in SAMPLE]


def test_of_two_forces_told_alike_only_the_chosen_one_moves() -> None:
    twins = [hold("x", 4), hold("x", 4)]
    assert [one.strength for one in without(twins, twins[0])] == [2, 4]
