"""What matters to several parties: what they share, and what one could give another at little cost. Pure.

Interests rather than positions: Fisher & Ury 1981, Getting to Yes. From each one's own interests to common ones in four steps:
Marcus, Dorn & McNulty 2012, The walk in the woods, Negotiation Journal 28:337. What weighs differently can be traded: Lax &
Sebenius 1986, The Manager as Negotiator. Where much begins is the kit's own line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

# Weights go from 0 to 3; from here on something matters much.
MUCH = 2


@dataclass(frozen=True)
class Matter:
    """One interest: how much it matters to each party, by party id; a party left out has not said."""

    id: str
    text: str
    weights: Mapping[str, int]
    surprising: bool = False

    @property
    def much(self) -> tuple[str, ...]:
        """The parties to whom it matters much."""
        return tuple(party for party, weight in self.weights.items() if weight >= MUCH)

    @property
    def shared(self) -> bool:
        return len(self.much) > 1

    @property
    def apart(self) -> bool:
        """Whether it matters much to one party and little to all others that have said."""
        return len(self.much) == 1 and len(self.weights) > 1


@dataclass(frozen=True)
class Trade:
    """`one` matters much to `mine` and little to `theirs`, who could give it lightly; `other` the other way round."""

    mine: str
    one: Matter
    theirs: str
    other: Matter


def shared(matters: Iterable[Matter]) -> list[Matter]:
    """What matters much to two parties or more, what matters to most of them first."""
    return sorted((one for one in matters if one.shared), key=lambda one: -len(one.much))


def apart(matters: Iterable[Matter]) -> list[Matter]:
    return [one for one in matters if one.apart]


def trades(matters: Sequence[Matter]) -> Iterator[Trade]:
    """Pairs of interests that two parties could give each other, each cheap for the one who gives."""
    for one, other in combinations(apart(matters), 2):
        (mine,), (theirs,) = one.much, other.much
        if mine != theirs and theirs in one.weights and mine in other.weights:
            yield Trade(mine, one, theirs, other)
