"""Claims about loops of a causal map: small maps whose loops were worked out by hand, and random ones against brute force."""

from __future__ import annotations

import random
from itertools import permutations
from math import prod

import pytest

from leads_kit.analysis.loops import LONGEST, Link, at_odds, in_most, longest_way, loops_of


def links(*told: str) -> list[Link]:
    """`a+b` or `a-b`; a stroke at the end is a slow one."""
    return [Link(one[0], one[2], 1 if one[1] == "+" else -1, one.endswith("|")) for one in told]


def names(*told: str) -> list[str]:
    return ["".join(loop.things) for loop in loops_of(links(*told))]


@pytest.mark.parametrize(
    ("told", "reinforcing"),
    [
        (("a+b", "b+a"), True),
        (("a-b", "b-a"), True),
        (("a+b", "b-a"), False),
        (("a+b", "b+c", "c-a"), False),
        (("a-b", "b+c", "c-a"), True),
        (("a-b", "b-c", "c-a"), False),
    ],
)
def test_an_even_number_of_opposite_links_reinforces_and_an_odd_one_balances(
    told: tuple[str, ...], reinforcing: bool
) -> None:
    (loop,) = loops_of(links(*told))
    assert loop.reinforcing is reinforcing


def test_two_loops_that_share_a_thing_are_two_and_it_lies_on_both() -> None:
    told = ("a+b", "b+a", "b+c", "c-b")
    assert names(*told) == ["ab", "bc"]
    assert in_most(loops_of(links(*told))) == (2, ("b",))


def test_a_way_that_does_not_come_back_is_no_loop() -> None:
    assert names("a+b", "b+c", "a+c") == []
    assert in_most(()) == (0, ())
    assert longest_way(links("a+b", "b+c", "a+c")) == ("a", "b", "c")
    assert longest_way([]) == ()
    with pytest.raises(ValueError, match="a loop"):
        longest_way(links("a+b", "b+a"))


def test_a_loop_can_be_told_from_any_of_its_things() -> None:
    (loop,) = loops_of(links("a+b", "b-c|", "c+a"))
    assert loop.begun_at("c").things == ("c", "a", "b")
    assert loop.begun_at("c").reinforcing is loop.reinforcing
    assert loop.slow
    with pytest.raises(ValueError, match="x"):
        loop.begun_at("x")


def test_a_second_link_between_the_same_two_does_not_count_and_is_told_where_it_disagrees() -> None:
    told = links("a+b", "a-b", "b+a", "b+a")
    (loop,) = loops_of(told)
    assert loop.reinforcing
    assert at_odds(told) == (("a", "b"),)


def test_a_link_to_itself_is_left_out() -> None:
    assert names("a+a", "a+b") == []


def test_the_order_does_not_hang_on_the_order_of_hashes() -> None:
    told = ("c+a", "a+b", "b+c", "b+a")
    assert names(*told) == ["ab", "cab"]


def brute(told: list[Link]) -> dict[frozenset[tuple[str, str]], int]:
    """Every closed way through different things, tried one by one: its links, and the product of their signs."""
    ways = {(one.start, one.end): one.sign for one in told if one.start != one.end}
    things = sorted({thing for way in ways for thing in way})
    found = {}
    for length in range(2, len(things) + 1):
        for order in permutations(things, length):
            steps = list(zip(order, (*order[1:], order[0]), strict=True))
            if all(step in ways for step in steps):
                found[frozenset(steps)] = prod(ways[step] for step in steps)
    return found


@pytest.mark.parametrize("seed", range(12))
def test_all_loops_of_a_random_map_are_found_each_once_with_its_sign(seed: int) -> None:
    chance = random.Random(seed)
    pairs = chance.sample(list(permutations("abcdef", 2)), 14)
    told = [Link(one, other, chance.choice((1, -1))) for one, other in pairs]
    found = loops_of(told)
    assert {
        frozenset((step.start, step.end) for step in loop.links): 1 if loop.reinforcing else -1 for loop in found
    } == (brute(told))
    assert len(found) == len(brute(told))


def test_a_ring_longer_than_anybody_can_follow_is_no_loop() -> None:
    ring = [Link(str(at), str((at + 1) % count), 1) for count in (LONGEST + 1,) for at in range(count)]
    assert loops_of(ring) == ()
    assert len(loops_of([*ring[: LONGEST - 1], Link(str(LONGEST - 1), "0", 1)])) == 1
