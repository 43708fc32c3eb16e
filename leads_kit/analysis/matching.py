"""Who meets whom: pairs over a room so that what they have in common is worth the most in all.

Maximum weight matching in a general graph: Edmonds 1965, Canadian Journal of Mathematics 17:449; computed by networkx.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx


@dataclass(frozen=True)
class Match:
    """What two owners could do for each other. `score` is above 0; `reasons` say what for, best first."""

    one: str
    other: str
    score: float
    reasons: tuple[str, ...]

    def of(self, owner: str) -> str | None:
        """The other one, for one of both."""
        return self.other if owner == self.one else self.one if owner == self.other else None


def best_pairs(matches: Iterable[Match]) -> frozenset[frozenset[str]]:
    """One partner each at the most, so that as many as possible have one, and of those ways the one worth the most.

    The same matches in any order give the same pairs.
    """
    graph = nx.Graph()
    ordered = sorted(matches, key=lambda one: (min(one.one, one.other), max(one.one, one.other)))
    graph.add_weighted_edges_from((*sorted((one.one, one.other)), one.score) for one in ordered)
    return frozenset(frozenset(pair) for pair in nx.max_weight_matching(graph, maxcardinality=True))
