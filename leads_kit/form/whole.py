"""A whole form: its groups of fields, and what still stands in the way of an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from leads_kit.form.fields import Answer, Field, Line, Problem, faults_of
from leads_kit.form.many import Grid, Rows
from leads_kit.text import Text


@dataclass(frozen=True)
class Group:
    """Fields that belong together: one card of the short form, one fieldset of the full one."""

    id: str
    title: Text
    fields: tuple[Field, ...]
    intro: Text | None = None


@dataclass(frozen=True)
class Form:
    groups: tuple[Group, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        return tuple(one for group in self.groups for one in group.fields)

    def faults(self, answer: Answer) -> list[Problem]:
        """What cannot be kept. Unknown field ids are faults too."""
        return faults_of(self.fields, answer)

    def gaps(self, answer: Answer, short: bool = False) -> list[str]:
        """Ids of the fields that are still empty and count for progress."""
        return [
            one.id
            for one in self.fields
            if not one.optional and not (short and one.full_only) and one.empty(answer.get(one.id))
        ]

    def taps(self, answer: Answer, short: bool = True) -> int:
        """How many times a finger touches a control to give this answer; typing is not counted."""
        return sum(_taps(one, answer.get(one.id), short) for one in self.fields)

    def kept(self, answer: Answer) -> dict[str, Any]:
        """The part of an answer that has no fault, field by field."""
        bad = {problem.field.split("/")[0] for problem in self.faults(answer)}
        return {key: value for key, value in answer.items() if key not in bad}


def _taps(field: Field, value: Any, short: bool) -> int:
    """A row costs the tap that adds it; a line costs none."""
    if field.empty(value) or value is False or (short and field.full_only):
        return 0
    match field:
        case Line():
            return 0
        case Rows():
            return sum(1 + sum(_taps(one, row.get(one.id), short) for one in field.fields) for row in value)
        case Grid():
            return sum(len(cells) for cells in value.values())
    return len(value) if isinstance(value, list) else 1
