"""The types of settings as JSON Schema (draft 7): what may stand in a file, and what a whole one must say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from leads_kit.model import Spec
from leads_kit.packs.asked import bare
from leads_kit.packs.naming import ANY, FIRST, Keys
from leads_kit.packs.schema.parts import Schema, listed, nothing_else, or_null, ordered, ref, told
from leads_kit.text import Text

NUMBERS = {"ge": "minimum", "le": "maximum"}
LISTS = {"min_length": "minItems", "max_length": "maxItems"}
Named = Callable[[Keys], str]
SCALARS: Mapping[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    Text: ref("text"),
}


def settings_schema(spec: type[Spec], named: Named) -> Schema:
    """What may stand in settings, any of it left out, as a client's overlay does; `named` describes the value at a path."""
    return _spec(spec, named, ())


def whole_schema(kind: Any) -> Schema:
    """Only what must be there where nothing lies underneath: to stand beside `settings_schema`."""
    kind = bare(kind)
    if _is_spec(kind):
        fields = kind.model_fields
        needed = [name for name, field in fields.items() if field.is_required()]
        inside = {name: whole for name, field in fields.items() if (whole := _whole_field(field))}
        return ({"required": needed} if needed else {}) | ({"properties": inside} if inside else {})
    if get_origin(kind) is dict:
        each = whole_schema(get_args(kind)[1])
        return {"additionalProperties": {"if": {"type": "object"}, "then": each}} if each else {}
    if get_origin(kind) in (list, tuple):
        each = whole_schema(get_args(kind)[0])
        return {"items": each} if each else {}
    return {}


def _whole_field(field: FieldInfo) -> Schema:
    kind = bare(field.annotation)
    least = [one.min_length for one in field.metadata if hasattr(one, "min_length") and get_origin(kind) is dict]
    return whole_schema(kind) | ({"minProperties": least[0]} if least else {})


def _spec(spec: type[Spec], named: Named, path: Keys) -> Schema:
    return nothing_else({name: _field(field, named, (*path, name)) for name, field in spec.model_fields.items()})


def _field(field: FieldInfo, named: Named, path: Keys) -> Schema:
    asked = _value(field.annotation, named, path) | _limits(field.metadata, bare(field.annotation))
    if not field.is_required():
        asked = or_null(asked)
    return told(named(path), asked)


def _value(kind: Any, named: Named, path: Keys) -> Schema:
    kind = bare(kind)
    if kind in SCALARS:
        return dict(SCALARS[kind])
    if _is_spec(kind):
        return _spec(kind, named, path)
    if get_origin(kind) is Literal:
        return {"enum": list(get_args(kind))}
    if get_origin(kind) in (list, tuple):
        return listed(_value(get_args(kind)[0], named, (*path, FIRST)))
    if get_origin(kind) is dict:
        names, inside = get_args(kind)
        return _mapping(names, inside, named, path)
    raise TypeError(kind)


def _mapping(names: Any, kind: Any, named: Named, path: Keys) -> Schema:
    """Keys of one's own, or those that the kind names; an overlay may take each away."""
    if get_origin(bare(names)) is Literal:
        inside = {name: (*path, name) for name in get_args(names)}
        return ordered({name: told(named(at), or_null(_value(kind, named, at))) for name, at in inside.items()}, False)
    return ordered({}, or_null(_value(kind, named, (*path, ANY))))


def _limits(metadata: list[Any], kind: Any) -> Schema:
    """What pydantic keeps beside a type. How many keys are needed is not said: an overlay may give one of them."""
    words = NUMBERS if get_origin(kind) is not list else LISTS
    return {word: getattr(one, name) for one in metadata for name, word in words.items() if hasattr(one, name)}


def _is_spec(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Spec)
