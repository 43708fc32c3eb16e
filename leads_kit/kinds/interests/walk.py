"""An answer read once: the parties, what matters to each, new ideas, and what is promised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from leads_kit.analysis.interests import Matter
from leads_kit.form import Answer

PROMISES = "promises"


@dataclass(frozen=True)
class Walk:
    """Parties by row id, in the order they were named; ideas with what each would cost."""

    parties: Mapping[str, str]
    matters: tuple[Matter, ...]
    ideas: tuple[tuple[str, str], ...]
    promises: tuple[str, ...]

    @property
    def weighed(self) -> bool:
        return any(one.weights for one in self.matters)

    @property
    def unweighed(self) -> list[Matter]:
        """What some party has not said a weight for."""
        return [one for one in self.matters if len(one.weights) < len(self.parties)]


def read(answer: Answer) -> Walk:
    """Rows without a word do not count yet; weights of parties that are gone are left out."""
    parties = {row["id"]: name for row in answer.get("parties") or [] if (name := text_of(row, "name"))}
    weights = answer.get("weights") or {}
    return Walk(
        parties,
        tuple(
            Matter(row["id"], text, _weights(weights.get(row["id"], {}), parties), bool(row.get("surprising")))
            for row in answer.get("interests") or []
            if (text := text_of(row, "interest"))
        ),
        tuple((idea, text_of(row, "cost")) for row in answer.get("ideas") or [] if (idea := text_of(row, "idea"))),
        tuple(text for row in answer.get(PROMISES) or [] if (text := text_of(row, "promise"))),
    )


def text_of(row: Mapping[str, Any], field: str) -> str:
    return str(row.get(field) or "").strip()


def _weights(given: Mapping[str, Any], parties: Mapping[str, str]) -> dict[str, int]:
    return {party: given[party] for party in parties if given.get(party) is not None}
