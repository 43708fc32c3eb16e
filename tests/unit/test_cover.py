"""Claims about covering capacities together: who adds most, what is missing, and how far greedy picking may fall short."""

from __future__ import annotations

import math
import random
from itertools import combinations

import pytest

from leads_kit.analysis.cover import HAS, cover, has

CAPACITIES = ("a", "b", "c", "d", "e")


def test_a_capacity_is_had_from_well_on() -> None:
    marks = {"a": 0, "b": 1, "c": HAS, "d": 3}
    assert has(CAPACITIES, marks) == ("c", "d")


def test_the_partner_who_adds_most_comes_first_whoever_has_most() -> None:
    partners = {"mirror": {"a": 3, "b": 3, "c": 2}, "other": {"d": 2, "e": 3}}
    found = cover(CAPACITIES, {"a": 2, "b": 2}, partners)
    assert [(pick.partner, pick.adds) for pick in found.picks] == [("other", ("d", "e")), ("mirror", ("c",))]
    assert found.covered == ("a", "b", "d", "e", "c")
    assert found.missing == ()


def test_gain_counts_only_what_nobody_before_has() -> None:
    partners = {"one": {"a": 2, "b": 2}, "two": {"a": 3, "b": 3, "c": 2}, "three": {"d": 2}}
    found = cover(CAPACITIES, {}, partners)
    assert [pick.partner for pick in found.picks] == ["two", "three"]


def test_of_partners_who_add_as_many_the_first_named_is_picked_and_the_others_are_told() -> None:
    partners = {"z": {"a": 2}, "b": {"b": 3}, "a": {"c": 2}}
    found = cover(CAPACITIES, {}, partners)
    assert found.picks[0].partner == "z"
    assert found.picks[0].alike == ("b", "a")
    assert cover(CAPACITIES, {}, partners) == found


def test_what_nobody_marked_is_neither_had_nor_missing() -> None:
    found = cover(("a", "b", "c"), {"a": 2, "b": 0}, {"p": {"b": 1}})
    assert (found.alone, found.missing, found.unmarked) == (("a",), ("b",), ("c",))


def test_partners_who_have_only_what_i_have_repeat_and_those_who_have_nothing_do_not() -> None:
    partners = {"same": {"a": 3}, "more": {"a": 2, "b": 2}, "none": {"a": 1}}
    assert cover(("a", "b"), {"a": 2}, partners).repeats == ("same",)


def test_what_one_person_alone_has_is_single() -> None:
    assert cover(("a", "b", "c"), {"a": 2}, {"p": {"a": 2, "b": 3}, "q": {"c": 1}}).single == ("b",)


def test_nothing_covers_nothing() -> None:
    found = cover((), {}, {})
    assert (found.covered, found.picks, found.missing, found.repeats) == ((), (), (), ())


@pytest.mark.parametrize("seed", range(30))
def test_greedy_picking_is_never_below_its_published_share_of_the_best(seed: int) -> None:
    chance = random.Random(seed)
    capacities = [str(at) for at in range(10)]
    partners = {f"p{at}": {one: chance.choice((0, 1, 2, 3)) for one in capacities} for at in range(6)}
    mine = {one: chance.choice((0, 0, 1, 2)) for one in capacities}
    found = cover(capacities, mine, partners)
    alone = set(found.alone)
    for count in range(1, len(found.picks) + 1):
        greedy = sum(len(pick.adds) for pick in found.picks[:count])
        held = {id: set(has(capacities, marks)) for id, marks in partners.items()}
        best = max(len(set().union(*(held[id] for id in some)) - alone) for some in combinations(partners, count))
        assert greedy <= best
        assert greedy >= best * (1 - 1 / math.e)


@pytest.mark.parametrize("seed", range(10))
def test_picks_and_gaps_account_for_every_marked_capacity_once(seed: int) -> None:
    chance = random.Random(seed)
    partners = {f"p{at}": {one: chance.randrange(4) for one in CAPACITIES if chance.random() < 0.6} for at in range(3)}
    found = cover(CAPACITIES, {"a": chance.randrange(4)}, partners)
    told = [*found.covered, *found.missing, *found.unmarked]
    assert sorted(told) == sorted(CAPACITIES)
