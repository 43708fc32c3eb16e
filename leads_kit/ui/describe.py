"""A form as plain JSON in one language: all that the drawing in fields.js knows about an exercise."""

from __future__ import annotations

from collections.abc import Mapping
from functools import singledispatch
from typing import Any

from leads_kit.form import (
    Choice,
    Day,
    Field,
    Form,
    Grid,
    Group,
    Line,
    Option,
    Pairs,
    Paragraph,
    Pick,
    Rows,
    Scale,
    Tick,
)
from leads_kit.text import Say, Text


def describe(form: Form, say: Say) -> dict[str, Any]:
    """`{groups: [{id, title, intro, fields: [{type, id, label, help, full_only, optional, …}]}]}`."""
    return {"groups": [_group(group, say) for group in form.groups]}


@singledispatch
def describe_field(field: Field, say: Say) -> dict[str, Any]:
    """What is particular to one type of field; register a function for every new one."""
    raise NotImplementedError(type(field).__name__)


@describe_field.register
def _scale(field: Scale, say: Say) -> dict[str, Any]:
    return {"low": field.low, "high": field.high, "anchors": _anchors(field.anchors, say), "na": field.na}


@describe_field.register
def _choice(field: Choice, say: Say) -> dict[str, Any]:
    return {
        "options": [_option(option, say) for option in field.options],
        "most": field.most,
        "among": list(field.among),
    }


@describe_field.register
def _line(field: Line, say: Say) -> dict[str, Any]:
    return {"most": field.most, "starter": _text(field.starter, say), "suggest": field.suggest}


@describe_field.register
def _paragraph(field: Paragraph, say: Say) -> dict[str, Any]:
    return _line(field, say)


@describe_field.register
def _day(_field: Day, _say: Say) -> dict[str, Any]:
    return {}


@describe_field.register
def _tick(_field: Tick, _say: Say) -> dict[str, Any]:
    return {}


@describe_field.register
def _rows(field: Rows, say: Say) -> dict[str, Any]:
    return {
        "fields": [_field(one, say) for one in field.fields],
        "most": field.most,
        "short_most": field.short_most,
        "add": _text(field.add, say),
        "suggest": field.suggest,
    }


@describe_field.register
def _pick(field: Pick, _say: Say) -> dict[str, Any]:
    return {"rows": field.rows, "row_label": field.row_label}


@describe_field.register
def _pairs(field: Pairs, _say: Say) -> dict[str, Any]:
    return {"rows": field.rows, "row_label": field.row_label}


@describe_field.register
def _grid(field: Grid, say: Say) -> dict[str, Any]:
    return {
        "rows": field.rows,
        "columns": field.columns,
        "own": [_option(option, say) for option in field.own],
        "row_label": field.row_label,
        "column_label": field.column_label,
        "low": field.low,
        "high": field.high,
        "anchors": _anchors(field.anchors, say),
        "signs": _anchors(field.signs, say),
    }


def _group(group: Group, say: Say) -> dict[str, Any]:
    fields = [_field(field, say) for field in group.fields]
    return {
        "id": group.id,
        "title": say.text(group.title),
        "intro": _text(group.intro, say),
        "fields": fields,
    }


def _field(field: Field, say: Say) -> dict[str, Any]:
    common = {
        "type": field.type,
        "id": field.id,
        "label": say.text(field.label),
        "help": _text(field.help, say),
        "full_only": field.full_only,
        "optional": field.optional,
    }
    return common | describe_field(field, say)


def _option(option: Option, say: Say) -> dict[str, Any]:
    return {"id": option.id, "label": say.text(option.label), "help": _text(option.help, say)}


def _anchors(anchors: Mapping[int, Text], say: Say) -> list[list[Any]]:
    return [[value, say.text(text)] for value, text in sorted(anchors.items())]


def _text(text: Text | None, say: Say) -> str | None:
    return None if text is None else say.text(text)
