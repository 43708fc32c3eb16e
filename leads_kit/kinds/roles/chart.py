"""An answer read once: the tasks, the people, and what each of them has to do with each task."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from leads_kit.analysis.duties import Duties
from leads_kit.form import Answer


@dataclass(frozen=True)
class Chart:
    """Names by row id, in the order they were typed; `duties` knows ids only."""

    work: str
    tasks: Mapping[str, str]
    people: Mapping[str, str]
    duties: Duties


def read(answer: Answer) -> Chart:
    """Rows without a word do not count yet; marks of rows that are gone are left out."""
    tasks, people = _named(answer.get("tasks")), _named(answer.get("people"))
    given = answer.get("marks") or {}
    marks = {task: {one: mark for one, mark in given.get(task, {}).items() if one in people and mark} for task in tasks}
    return Chart(str(answer.get("work") or "").strip(), tasks, people, Duties(tuple(tasks), tuple(people), marks))


def _named(rows: list[Mapping[str, Any]] | None) -> dict[str, str]:
    names = {row["id"]: str(row.get("name") or "").strip() for row in rows or []}
    return {id: name for id, name in names.items() if name}
