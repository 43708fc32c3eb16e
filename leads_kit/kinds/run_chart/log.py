"""An answer read once: what is counted, its values around their median, a target, and what was changed when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from leads_kit.analysis.pasted import one_number, pasted
from leads_kit.analysis.runs import RunChart, run_chart
from leads_kit.form import Answer
from leads_kit.kinds.run_chart.settings import Example, Settings
from leads_kit.text import Say

# More points than these are no line to read on a phone.
MOST = 24
EXAMPLE = "example"


@dataclass(frozen=True)
class Changed:
    """Something that was changed just before the value of `point`, which counts from 1."""

    point: int
    what: str


@dataclass(frozen=True)
class Log:
    """`unread` pieces are no numbers; `beyond` so many values came after the last that is looked at.

    `typed_target` is what was written as a target, `target` the number in it.
    """

    measure: str
    chart: RunChart | None
    unread: tuple[str, ...] = ()
    beyond: int = 0
    target: float | None = None
    typed_target: str = ""
    better: str = ""
    changes: tuple[Changed, ...] = ()
    next: str = ""
    invented: bool = False

    @property
    def reached(self) -> int | None:
        """How many values are at the target or better; None where nobody said what is better, or there is no target."""
        if self.chart is None or self.target is None or not self.better:
            return None
        sign = 1 if self.better == "higher" else -1
        return sum((value - self.target) * sign >= 0 for value in self.chart.values)


def read(settings: Settings, answer: Answer, say: Say) -> Log:
    if answer.get("whose") == EXAMPLE:
        return _example(settings.example, text_of(answer, "next"), say)
    found, target = pasted(text_of(answer, "values")), text_of(answer, "target")
    values = found.values[:MOST]
    return Log(
        measure=text_of(answer, "measure").removesuffix("."),
        chart=run_chart(values) if values else None,
        unread=found.unread,
        beyond=len(found.values) - len(values),
        target=one_number(target),
        typed_target=target,
        better=str(answer.get("better") or ""),
        changes=_changes(answer.get("changes") or []),
        next=text_of(answer, "next").removesuffix("."),
    )


def text_of(answer: Mapping[str, Any], field: str) -> str:
    return str(answer.get(field) or "").strip()


def _example(example: Example, planned: str, say: Say) -> Log:
    changes = (Changed(one.point, say.text(one.what)) for one in example.changes)
    return Log(
        measure=say.text(example.measure),
        chart=run_chart(example.values),
        target=example.target,
        better=example.better,
        changes=tuple(sorted(changes, key=lambda one: one.point)),
        next=planned.removesuffix("."),
        invented=True,
    )


def _changes(rows: Iterable[Mapping[str, Any]]) -> tuple[Changed, ...]:
    """In the order of their points; a row without a point is not drawn yet."""
    placed = (Changed(int(row["point"]), text_of(row, "what").removesuffix(".")) for row in rows if row.get("point"))
    return tuple(sorted(placed, key=lambda one: one.point))
