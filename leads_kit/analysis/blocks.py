"""Who may be in a picture of a group, given who was in earlier ones of the same question. Pure.

Two people are in one *block* when they are in exactly the same pictures. Every picture is a sum over whole blocks, so
whatever anybody computes from all pictures together is computed from the sums of blocks. Here no block ever gets smaller
than the minimum: that is the guarantee across rounds, and decision 0005 has its proof. Unlike pairwise overlap control
(Dobkin, Jones & Lipton 1979, ACM TODS 4:97) it holds for any number of rounds and any arithmetic on them.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from leads_kit.analysis.disclosure import COARSE_BELOW


@dataclass(frozen=True)
class Group:
    """The people of one picture of one question; `fine` where it may show all its classes."""

    question: str
    people: frozenset[str]
    fine: bool = False


def draw(said: Mapping[str, Group], earlier: Iterable[Group], min_group: int, salt: str) -> dict[str, Group]:
    """Who may be in each figure, by figure id, of those who `said` something to it; nobody where that cannot be.

    A figure and its parts (whose `question` is the figure's id) have one history: totals come before their parts, and
    large parts before small ones.
    """
    history = list(earlier)
    drawn: dict[str, Group] = {}
    for id in sorted(said, key=lambda one: (said[one].question != one, -len(said[one].people), one)):
        question, able = said[id].question, said[id].people
        able = able & drawn[question].people if question in drawn else able
        before = [one for one in history if one.question == question]
        chosen = fitting(able, [one.people for one in before], min_group, salt)
        fine = fine_enough(chosen, [one.people for one in before if one.fine])
        drawn[id] = Group(question, chosen, fine)
        history += [drawn[id]] if chosen else []
    return drawn


def fitting(
    people: AbstractSet[str], earlier: Sequence[AbstractSet[str]], min_group: int, salt: str = ""
) -> frozenset[str]:
    """The most of `people` on whom a new picture may rest.

    Newcomers are in when they are `min_group`. An earlier block is in when all of it is here again. Where some are gone,
    so many more are left out, by lot, that both halves of the block keep `min_group`; where that cannot be, all of it is
    out. The lot depends on ids and `salt` alone, never on an answer.
    """
    group: set[str] = set()
    for block in blocks(earlier):
        gone = len(block - people)
        left_out = max(0, min_group - gone) if gone else 0
        kept = sorted(block & people, key=lambda one: _lot(one, salt))[left_out:]
        group.update(kept if len(kept) >= min_group else ())
    newcomers = people - frozenset[str]().union(*earlier)
    return frozenset(group | newcomers if len(newcomers) >= min_group else group)


def fine_enough(people: AbstractSet[str], earlier_fine: Sequence[AbstractSet[str]]) -> bool:
    """Whether five classes may be shown: subtracting the five-class pictures never leaves fewer than eight people."""
    return all(len(block) >= COARSE_BELOW for block in blocks([*earlier_fine, people]))


def blocks(pictures: Sequence[AbstractSet[str]]) -> tuple[frozenset[str], ...]:
    """The people of some pictures, together where they are in exactly the same of them."""
    where: dict[str, list[int]] = defaultdict(list)
    for at, picture in enumerate(pictures):
        for one in picture:
            where[one].append(at)
    together: dict[tuple[int, ...], set[str]] = defaultdict(set)
    for one, places in where.items():
        together[tuple(places)].add(one)
    return tuple(frozenset(block) for block in together.values())


def _lot(one: str, salt: str) -> bytes:
    return hashlib.sha256(f"{salt} {one}".encode()).digest()
