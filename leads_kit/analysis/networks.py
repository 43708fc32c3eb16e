"""Ego networks: how many contacts, how tightly they know each other, and how far one person bridges between them.

Constraint and effective size: Burt 1992, Structural Holes; effective size of an unweighted network n − 2t/n: Borgatti 1997,
Connections 20(1). Computed by networkx. Ties are symmetric; weights are strengths, not distances.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import networkx as nx

# No contact has this id: theirs are strings.
EGO = ("ego",)
Tie = tuple[str, str]


@dataclass(frozen=True)
class EgoNetwork:
    """Figures of one person's network. `constraint` and `effective_size` are None for nobody, `density` for fewer than two."""

    degree: int
    density: float | None
    constraint: float | None
    effective_size: float | None
    circles: tuple[tuple[str, ...], ...]


def ego_network(alters: Mapping[str, float], ties: Iterable[Tie | tuple[str, str, float]]) -> EgoNetwork:
    """Figures from contacts (id → strength of the tie to me, above 0) and the ties among them (`(id, id)` or with a strength).

    Ties that name somebody else are left out: they say nothing about one's own network. All strengths alike, the
    unweighted measures come out.
    """
    graph = nx.Graph()
    graph.add_node(EGO)
    graph.add_weighted_edges_from((EGO, alter, weight) for alter, weight in alters.items())
    graph.add_weighted_edges_from(
        (one, other, rest[0] if rest else 1.0)
        for one, other, *rest in ties
        if one in alters and other in alters and one != other
    )
    among = graph.subgraph(alters)
    circles = sorted((tuple(sorted(circle)) for circle in nx.connected_components(among)), key=lambda c: (-len(c), c))
    weighted = len(set(nx.get_edge_attributes(graph, "weight").values())) > 1
    if not alters:
        return EgoNetwork(0, None, None, None, ())
    return EgoNetwork(
        degree=len(alters),
        density=nx.density(among) if len(alters) > 1 else None,
        constraint=float(nx.constraint(graph, [EGO], weight="weight" if weighted else None)[EGO]),
        effective_size=float(nx.effective_size(graph, [EGO], weight="weight" if weighted else None)[EGO]),
        circles=tuple(circles),
    )


def centralization(people: Iterable[str], ties: Iterable[Tie]) -> float | None:
    """How far a network's ties run through one person: 0 where all have as many, 1 for a star; None for fewer than three.

    Degree centralization: Freeman 1978, Social Networks 1:215. Ties that name somebody else are left out.
    """
    graph = nx.Graph()
    graph.add_nodes_from(people)
    graph.add_edges_from((one, other) for one, other in ties if one in graph and other in graph and one != other)
    count = len(graph)
    if count < 3:
        return None
    degrees = [degree for _, degree in graph.degree()]
    return float(sum(max(degrees) - degree for degree in degrees) / ((count - 1) * (count - 2)))
