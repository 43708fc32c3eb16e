"""An answer read once: what is decided, the options, the criteria, and what of it can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from leads_kit.analysis.weighing import Sorted, compared
from leads_kit.form import Answer

Evidence = Literal["data", "experience", "guess"]
EVIDENCE: tuple[Evidence, ...] = ("data", "experience", "guess")


@dataclass(frozen=True)
class Matrix:
    """Names by row id, in the order they were given; `marks` by criterion, then option. A weight of 0: none was given."""

    question: str
    options: Mapping[str, str]
    evidence: Mapping[str, Evidence]
    criteria: Mapping[str, str]
    weights: Mapping[str, int]
    values: Mapping[str, str]
    marks: Mapping[str, Mapping[str, int]]
    decided: str
    found: Sorted

    @property
    def guessed(self) -> tuple[str, ...]:
        return tuple(id for id in self.options if self.evidence.get(id) == "guess")

    def mark(self, criterion: str, option: str) -> int | None:
        return self.marks.get(criterion, {}).get(option)


def read(answer: Answer) -> Matrix:
    """Rows without a name do not count yet; marks of rows that are gone are left out."""
    options, criteria = _named(answer.get("options") or []), _named(answer.get("criteria") or [])
    evidence = {id: row["evidence"] for id, row in options.items() if row.get("evidence")}
    weights = {id: row.get("weight") or 0 for id, row in criteria.items()}
    given = answer.get("marks") or {}
    marks = {id: {one: mark for one, mark in given.get(id, {}).items() if one in options} for id in criteria}
    guessed = [id for id in options if evidence.get(id) == "guess"]
    return Matrix(
        question=text_of(answer, "question").removesuffix("."),
        options={id: text_of(row, "name") for id, row in options.items()},
        evidence=evidence,
        criteria={id: text_of(row, "name") for id, row in criteria.items()},
        weights=weights,
        values={id: value for id, row in criteria.items() if (value := text_of(row, "value"))},
        marks=marks,
        decided=text_of(answer, "decided").removesuffix("."),
        found=compared(tuple(options), weights, marks, guessed),
    )


def text_of(answer: Mapping[str, Any], field: str) -> str:
    return str(answer.get(field) or "").strip()


def _named(rows: Iterable[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    return {row["id"]: row for row in rows if text_of(row, "name")}
