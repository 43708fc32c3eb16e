"""The pieces that every schema is made of (JSON Schema draft 7, which editors know best)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from leads_kit.packs.overlay import ORDER
from leads_kit.text import LANGS

Schema = dict[str, Any]
ID = r"^[A-Za-z0-9][A-Za-z0-9_-]*$"
WORD: Schema = {"type": "string", "pattern": r"\S"}
TEXT: Schema = {
    "type": "object",
    "properties": dict.fromkeys(LANGS, WORD),
    "minProperties": 1,
    "additionalProperties": False,
}


def ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def told(said: str, schema: Schema) -> Schema:
    """A schema with a description; draft 7 hears nothing beside a reference."""
    return {"description": said, **({"allOf": [schema]} if "$ref" in schema else schema)} if said else schema


def nothing_else(properties: Schema) -> Schema:
    """A mapping with these keys at the most."""
    return {"type": "object", "properties": properties, "additionalProperties": False}


def ordered(known: Mapping[str, Schema], more: Schema | Literal[False]) -> Schema:
    """A mapping whose keys a client may put into another order."""
    return {"type": "object", "properties": {**known, ORDER: listed({"type": "string"})}, "additionalProperties": more}


def listed(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def or_null(schema: Schema) -> Schema:
    """What an overlay may also take away."""
    if isinstance(schema.get("type"), str):
        return {**schema, "type": [schema["type"], "null"]}
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    return {"anyOf": [schema, {"type": "null"}]}


def suggested(names: Iterable[str]) -> Schema:
    """Names that are offered while typing; a client's own are as good."""
    return {"anyOf": [{"enum": list(names)}, {"type": "string", "pattern": ID}]}


def whole_number(least: int) -> Schema:
    return {"type": "integer", "minimum": least}
