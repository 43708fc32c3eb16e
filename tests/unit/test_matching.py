"""Pairs over a room: as many as possible meet somebody, and of those ways the one worth the most, as brute force finds it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from hypothesis import given
from hypothesis import strategies as st

from leads_kit.analysis.matching import Match, best_pairs

PEOPLE = "abcdefg"
scores = st.dictionaries(
    st.sampled_from(list(itertools.combinations(PEOPLE, 2))), st.integers(1, 9), min_size=0, max_size=12
)


def every_way(people: Sequence[str], scored: dict[tuple[str, str], int]) -> Iterator[list[tuple[str, str]]]:
    """All ways to pair some of the people."""
    if len(people) < 2:
        yield []
        return
    first, rest = people[0], people[1:]
    yield from every_way(rest, scored)
    for at, other in enumerate(rest):
        if (first, other) in scored:
            for way in every_way([*rest[:at], *rest[at + 1 :]], scored):
                yield [(first, other), *way]


def matches(scored: dict[tuple[str, str], int]) -> list[Match]:
    return [Match(one, other, score, ("x",)) for (one, other), score in scored.items()]


@given(scored=scores)
def test_no_way_to_pair_the_room_is_better(scored: dict[tuple[str, str], int]) -> None:
    found = best_pairs(matches(scored))
    worth = sum(score for pair, score in scored.items() if frozenset(pair) in found)
    best = max((len(way), sum(scored[pair] for pair in way)) for way in every_way(PEOPLE, scored))
    assert (len(found), worth) == best


@given(scored=scores, seed=st.randoms())
def test_the_order_in_which_matches_come_changes_nothing(scored: dict[tuple[str, str], int], seed: object) -> None:
    told = matches(scored)
    turned = [Match(one.other, one.one, one.score, one.reasons) for one in reversed(told)]
    assert best_pairs(turned) == best_pairs(told)


def test_nobody_is_in_two_pairs() -> None:
    found = best_pairs(matches({("a", "b"): 9, ("b", "c"): 8, ("c", "d"): 1}))
    assert found == {frozenset("ab"), frozenset("cd")}


def test_a_match_knows_the_other_one() -> None:
    match = Match("a", "b", 1, ())
    assert (match.of("a"), match.of("b"), match.of("c")) == ("b", "a", None)
