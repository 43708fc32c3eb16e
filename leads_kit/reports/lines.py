"""An answer as plain lines to read: each field's label and what the person gave, in their language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import singledispatch
from typing import Any

from leads_kit.form import NOT_OBSERVED, Answer, Choice, Day, Field, Form, Pairs, Rows, Scale, Tick
from leads_kit.text import Say


def lines(form: Form, answer: Answer, say: Say) -> tuple[tuple[str, str], ...]:
    """`(label, value)` of every field that was given something, in the form's order."""
    given = ((field, answer.get(field.id)) for field in form.fields)
    return tuple(
        (_label(form, field, say), told(field, value, answer, say)) for field, value in given if not field.empty(value)
    )


def _label(form: Form, field: Field, say: Say) -> str:
    """In a form of several groups the group's title tells like-named fields apart."""
    group = next(group for group in form.groups if field in group.fields)
    title, label = say.text(group.title), say.text(field.label)
    return label if len(form.groups) == 1 or title == label else f"{title} – {label}"


@singledispatch
def told(field: Field, value: Any, answer: Answer, say: Say) -> str:
    """One value in words. Text stays as it was typed."""
    return str(value)


@told.register
def _scale(field: Scale, value: Any, answer: Answer, say: Say) -> str:
    return say("card.na") if value == NOT_OBSERVED else say("report.of", value=value, high=field.high)


@told.register
def _choice(field: Choice, value: Any, answer: Answer, say: Say) -> str:
    chosen = value if isinstance(value, list) else [value]
    return ", ".join(say.text(option.label) for option in field.options if option.id in chosen)


@told.register
def _day(field: Day, value: Any, answer: Answer, say: Say) -> str:
    return say.date(dt.date.fromisoformat(value))


@told.register
def _tick(field: Tick, value: Any, answer: Answer, say: Say) -> str:
    return say("card.yes" if value else "card.no")


@told.register
def _rows(field: Rows, value: Any, answer: Answer, say: Say) -> str:
    return "\n".join(_row(field, row, answer, say) for row in value)


def _row(field: Rows, row: Mapping[str, Any], answer: Answer, say: Say) -> str:
    given = [(one, row.get(one.id)) for one in field.fields]
    return " · ".join(
        told(one, value, answer, say) for one, value in given if not one.empty(value) and value is not False
    )


@told.register
def _pairs(field: Pairs, value: Any, answer: Answer, say: Say) -> str:
    names = {row["id"]: str(row.get(field.row_label) or "…") for row in answer.get(field.rows) or []}
    return "\n".join(f"{names[one]} – {names[other]}" for one, other in value if one in names and other in names)
