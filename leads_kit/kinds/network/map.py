"""An answer read once as a map: who is a tie, who is wished for, who knows whom, and the ways in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from leads_kit.analysis.networks import EgoNetwork, ego_network
from leads_kit.form import Answer


@dataclass(frozen=True)
class Map:
    """Rows by id, and ids in the order they were named. `ties` count in the figures, `wished` do not (yet)."""

    rows: Mapping[str, Mapping[str, Any]]
    ties: tuple[str, ...]
    wished: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]
    figures: EgoNetwork

    def name(self, id: str) -> str:
        return str(self.rows[id]["name"]).strip()

    def known(self, id: str) -> list[str]:
        """Everybody on the list whom one of them knows, in the order they were named."""
        return [one for one in self.rows if one != id and any({one, id} == set(pair) for pair in self.pairs)]

    def ways_in(self, wished: str) -> list[str]:
        """Ties who know a wished partner."""
        return [one for one in self.known(wished) if one in self.ties]

    @property
    def circles(self) -> list[tuple[str, ...]]:
        """Ties who know each other, directly or through another; circles of one are `apart`."""
        return [circle for circle in self.figures.circles if len(circle) > 1]

    @property
    def apart(self) -> int:
        return len(self.ties) - sum(len(circle) for circle in self.circles)

    @property
    def reach(self) -> float | None:
        """Effective size as a share of the ties, 0 to 1; None for fewer than two ties."""
        figures = self.figures
        return None if figures.effective_size is None or figures.degree < 2 else figures.effective_size / figures.degree


def read(answer: Answer) -> Map:
    """Rows without a name do not count yet; pairs with a row that is gone, or told twice, are left out."""
    rows = {row["id"]: row for row in answer.get("contacts") or [] if str(row.get("name") or "").strip()}
    wished = tuple(id for id, row in rows.items() if row.get("wished") and not row.get("tie"))
    ties = tuple(id for id in rows if id not in wished)
    told = {frozenset(pair): (pair[0], pair[1]) for pair in answer.get("knows") or [] if rows.keys() >= set(pair)}
    pairs = tuple(told.values())
    return Map(rows, ties, wished, pairs, ego_network(dict.fromkeys(ties, 1.0), pairs))
