"""Feedback in a causal map: which ways come back to where they began, and which thing lies on most of them.

A loop whose signs multiply to + reinforces, one with − balances; simple cycles by networkx, no longer than eight links.
Richardson 1986, System Dynamics Review 2:158, on signs of links and loops; Sterman 2000, Business Dynamics, chapter 5.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from math import prod

import networkx as nx

# Longer loops exist and nobody can follow them; so many loops are more than a table can look at.
LONGEST, MOST = 8, 200


@dataclass(frozen=True)
class Link:
    """More of `start` makes more (`sign` 1) or less (−1) of `end` than there would be otherwise; `slow`: it takes its time."""

    start: str
    end: str
    sign: int
    slow: bool = False


@dataclass(frozen=True)
class Loop:
    """Links head to tail, the last one back to where the first begins."""

    links: tuple[Link, ...]

    @property
    def things(self) -> tuple[str, ...]:
        return tuple(link.start for link in self.links)

    @property
    def reinforcing(self) -> bool:
        return prod(link.sign for link in self.links) > 0

    @property
    def slow(self) -> bool:
        return any(link.slow for link in self.links)

    def begun_at(self, thing: str) -> Loop:
        """The same loop told from another of its things. Raises ValueError for one that is not on it."""
        at = self.things.index(thing)
        return Loop((*self.links[at:], *self.links[:at]))


def loops_of(links: Sequence[Link]) -> tuple[Loop, ...]:
    """Every loop, the shortest first, each told from the thing on it that was named first.

    Links of a thing to itself and a second link between the same two are left out.
    """
    ways = _ways(links)
    order = {thing: at for at, thing in enumerate(dict.fromkeys(thing for way in ways for thing in way))}
    cycles = islice(nx.simple_cycles(_graph(ways), length_bound=LONGEST), MOST)
    found = (Loop(tuple(ways[step] for step in zip(cycle, [*cycle[1:], cycle[0]], strict=True))) for cycle in cycles)
    told = (loop.begun_at(min(loop.things, key=order.__getitem__)) for loop in found)
    return tuple(sorted(told, key=lambda loop: (len(loop.links), [order[thing] for thing in loop.things])))


def in_most(loops: Iterable[Loop]) -> tuple[int, tuple[str, ...]]:
    """On how many loops the things lie that lie on most of them, and which those are; `(0, ())` without a loop."""
    counts: dict[str, int] = {}
    for loop in loops:
        for thing in loop.things:
            counts[thing] = counts.get(thing, 0) + 1
    most = max(counts.values(), default=0)
    return most, tuple(thing for thing, count in counts.items() if count == most)


def longest_way(links: Sequence[Link]) -> tuple[str, ...]:
    """The longest chain of things where nothing comes back; () without a link. Raises ValueError where something does."""
    graph = _graph(_ways(links))
    if not nx.is_directed_acyclic_graph(graph):
        raise ValueError("a loop")
    return tuple(nx.dag_longest_path(graph))


def at_odds(links: Sequence[Link]) -> tuple[tuple[str, str], ...]:
    """Between which two things links of both signs run in the same direction."""
    signs: dict[tuple[str, str], set[int]] = {}
    for link in links:
        signs.setdefault((link.start, link.end), set()).add(link.sign)
    return tuple(way for way, both in signs.items() if len(both) > 1)


def _ways(links: Iterable[Link]) -> dict[tuple[str, str], Link]:
    """The first link between any two different things."""
    ways: dict[tuple[str, str], Link] = {}
    for link in links:
        if link.start != link.end:
            ways.setdefault((link.start, link.end), link)
    return ways


def _graph(ways: Iterable[tuple[str, str]]) -> nx.DiGraph[str]:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from(ways)
    return graph
