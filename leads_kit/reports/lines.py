"""An answer as plain lines to read: each field's label and what the person gave, in their language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from leads_kit.form import (
    NOT_OBSERVED,
    Answer,
    Choice,
    Day,
    Field,
    Form,
    Grid,
    Line,
    Pairs,
    Pick,
    Rows,
    Scale,
    Tick,
)
from leads_kit.text import Say

UNKNOWN = "…"


@dataclass(frozen=True)
class Given:
    """A whole answer with its form: where a value names rows of another field, they are looked up here."""

    form: Form
    answer: Answer

    def names(self, rows: str, label: str, say: Say) -> dict[str, str]:
        """What each row of a list is called, by row id: what `label` says, else its first line, else what was chosen first."""
        lists = [field for field in self.form.fields if field.id == rows and isinstance(field, Rows)]
        fields = lists[0].fields if lists else ()
        return {
            row["id"]: _name(fields, row, label, self, say) or say("card.row", n=at)
            for at, row in enumerate(self.answer.get(rows) or [], 1)
        }


def lines(form: Form, answer: Answer, say: Say) -> tuple[tuple[str, str], ...]:
    """`(label, value)` of every field that was given something, in the form's order."""
    given = Given(form, answer)
    return tuple(
        (_label(form, field, say), told(field, answer[field.id], given, say))
        for field in form.fields
        if not field.empty(answer.get(field.id))
    )


def _label(form: Form, field: Field, say: Say) -> str:
    """In a form of several groups the group's title tells like-named fields apart."""
    group = next(group for group in form.groups if field in group.fields)
    title, label = say.text(group.title), say.text(field.label)
    return label if len(form.groups) == 1 or title == label else f"{title} – {label}"


@singledispatch
def told(field: Field, value: Any, given: Given, say: Say) -> str:
    """One value in words. Text stays as it was typed."""
    return str(value)


@told.register
def _scale(field: Scale, value: Any, given: Given, say: Say) -> str:
    return say("card.na") if value == NOT_OBSERVED else _mark(value, field.low, field.high, say)


@told.register
def _choice(field: Choice, value: Any, given: Given, say: Say) -> str:
    chosen = value if isinstance(value, list) else [value]
    return ", ".join(say.text(option.label) for option in field.options if option.id in chosen)


@told.register
def _day(field: Day, value: Any, given: Given, say: Say) -> str:
    return say.date(dt.date.fromisoformat(value))


@told.register
def _tick(field: Tick, value: Any, given: Given, say: Say) -> str:
    return say("card.yes" if value else "card.no")


@told.register
def _rows(field: Rows, value: Any, given: Given, say: Say) -> str:
    return "\n".join(_row(field, row, given, say) for row in value)


def _row(field: Rows, row: Mapping[str, Any], given: Given, say: Say) -> str:
    """Text and choices speak for themselves; a mark, a day or a tick is told with its label."""
    filled = [one for one in field.fields if not one.empty(row.get(one.id)) and row[one.id] is not False]
    return " · ".join(_labelled(one, told(one, row[one.id], given, say), say) for one in filled) or UNKNOWN


def _labelled(field: Field, text: str, say: Say) -> str:
    label = say.text(field.label)
    if not isinstance(field, (Scale, Day, Tick)):
        return text
    return f"{label} {text}" if label.endswith(("?", "!")) else say("card.told_row", name=label, told=text)


@told.register
def _pick(field: Pick, value: Any, given: Given, say: Say) -> str:
    return given.names(field.rows, field.row_label, say).get(value, UNKNOWN)


@told.register
def _pairs(field: Pairs, value: Any, given: Given, say: Say) -> str:
    names = given.names(field.rows, field.row_label, say)
    return "\n".join(f"{names[one]} – {names[other]}" for one, other in value if one in names and other in names)


@told.register
def _grid(field: Grid, value: Any, given: Given, say: Say) -> str:
    rows = given.names(field.rows, field.row_label, say)
    columns = {option.id: say.text(option.label) for option in field.own}
    columns |= given.names(field.columns, field.column_label, say)

    def line(row: str, cells: Mapping[str, int]) -> str:
        order = sorted(cells, key=[*columns, *cells].index)
        marks = (f"{columns.get(one, UNKNOWN)} {_cell(field, cells[one], say)}" for one in order)
        return say("card.told_row", name=rows.get(row, UNKNOWN), told=", ".join(marks))

    return "\n".join(line(row, value[row]) for row in sorted(value, key=[*rows, *value].index) if value[row])


def _cell(field: Grid, value: int, say: Say) -> str:
    """Where signs stand for marks, what the mark means: it is a sort, not so much of something."""
    if field.signs and value in field.anchors:
        return say.text(field.anchors[value])
    return _mark(value, field.low, field.high, say)


def _mark(value: int, low: int, high: int, say: Say) -> str:
    if low >= 0:
        return say("report.of", value=value, high=high)
    return say("card.told_signed", value=_signed(value), low=_signed(low), high=_signed(high))


def _signed(value: int) -> str:
    return f"{value:+d}".replace("-", "−") if value else "0"


def _name(fields: Sequence[Field], row: Mapping[str, Any], label: str, given: Given, say: Say) -> str:
    """As the page calls it (told.js); empty while nothing names it."""
    filled = [one for one in fields if str(row.get(one.id) or "").strip()]
    order = [one for one in filled if one.id == label]
    order += [one for named in (Line.type, Pick.type, Choice.type) for one in filled if one.type == named]
    return told(order[0], row[order[0].id], given, say).strip() if order else ""
