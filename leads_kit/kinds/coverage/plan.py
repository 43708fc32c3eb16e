"""An answer read once: the capacities a goal needs, who is considered, and what the marks cover."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from leads_kit.analysis.cover import Cover, cover
from leads_kit.form import Answer
from leads_kit.text import Text

ME = "me"
Listed = Mapping[str, Text]


@dataclass(frozen=True)
class Plan:
    """Capacities and candidates by row id, in the order they were named.

    `listed` are ids of the list by row id; `marks` are by holder (ME or a candidate) and capacity row.
    """

    goal: str
    labels: Mapping[str, Text]
    listed: Mapping[str, str]
    own_words: tuple[str, ...]
    names: Mapping[str, str]
    marks: Mapping[str, Mapping[str, int]]
    cover: Cover

    @property
    def marked(self) -> bool:
        return any(self.marks.values())

    def mark(self, holder: str, capacity: str) -> int | None:
        return self.marks[holder].get(capacity)


def read(answer: Answer, listed: Listed) -> Plan:
    """Rows without a word do not count yet; marks of rows that are gone are left out."""
    chosen = {row["id"]: row for row in answer.get("capacities") or [] if _own(row) or row.get("capacity") in listed}
    labels = {id: Text(own, own) if (own := _own(row)) else listed[row["capacity"]] for id, row in chosen.items()}
    names = {row["id"]: _own(row) for row in answer.get("candidates") or [] if _own(row) and row["id"] != ME}
    marks = {holder: _column(answer.get("marks") or {}, holder, labels) for holder in (ME, *names)}
    return Plan(
        goal=str(answer.get("goal") or "").strip(),
        labels=labels,
        listed={id: row["capacity"] for id, row in chosen.items() if row.get("capacity") in listed},
        own_words=tuple(own for row in chosen.values() if (own := _own(row))),
        names=names,
        marks=marks,
        cover=cover(tuple(labels), marks[ME], {id: marks[id] for id in names}),
    )


def _column(marks: Mapping[str, Mapping[str, int]], holder: str, capacities: Iterable[str]) -> dict[str, int]:
    return {one: marks[one][holder] for one in capacities if marks.get(one, {}).get(holder) is not None}


def _own(row: Mapping[str, Any]) -> str:
    return str(row.get("name") or "").strip()
