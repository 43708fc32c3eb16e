"""An answer read once: every risk with its marks, who looks after it, what is planned, and by which day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from leads_kit.analysis.risks import Risk, ordered
from leads_kit.form import Answer


@dataclass(frozen=True)
class Row:
    """One risk as the table wrote it; words that are missing are empty."""

    name: str
    risk: Risk
    owner: str
    then: str
    day: str | None

    @property
    def quoted(self) -> str:
        """As it stands inside a sentence, which has a stop of its own."""
        return self.name.removesuffix(".")

    @property
    def whole(self) -> bool:
        """Whether it has its three marks."""
        return self.risk.weight is not None and self.risk.influence is not None


def read(answer: Answer) -> tuple[Row, ...]:
    """The heaviest first; rows without words do not count yet."""
    rows = {row["id"]: row for row in answer.get("risks") or [] if _text(row, "risk")}
    risks = ordered(
        Risk(id, *(row.get(mark) for mark in ("likelihood", "impact", "influence"))) for id, row in rows.items()
    )
    return tuple(
        Row(_text(row, "risk"), risk, _text(row, "owner"), _text(row, "then"), row.get("day"))
        for risk in risks
        for row in [rows[risk.id]]
    )


def _text(row: Mapping[str, Any], field: str) -> str:
    return str(row.get(field) or "").strip()
