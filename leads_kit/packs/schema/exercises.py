"""The schema of files of exercises: settings depend on the kind, which an overlay takes from the base by its id."""

from __future__ import annotations

import inspect
from collections.abc import Mapping

from leads_kit.kinds import Kind, all_kinds
from leads_kit.packs.schema.known import Known
from leads_kit.packs.schema.parts import ID, Schema, listed, nothing_else, or_null, ordered, ref, whole_number
from leads_kit.packs.schema.types import settings_schema, whole_schema

TEXT = ref("text")
EXERCISE, ACTIVITY = ("kind", "title", "intro", "minutes"), ("title", "instruction", "minutes")


def exercises_schema(known: Known) -> Schema:
    """`exercises` and `activities` by id. An id that the base has takes any part; any other is new and whole."""
    kinds = all_kinds()
    theirs = {id: known.titled(id, ref(f"change-{kind}")) for id, kind in known.kinds.items()}
    acts = {id: known.titled(id, ref("common-activity")) for id in known.activities}
    ids = {"propertyNames": {"pattern": ID}}
    sections = known.described(
        "file",
        exercises=ordered(theirs, ref("exercise")) | ids,
        activities=ordered(acts, ref("activity")) | ids,
    )
    return nothing_else(sections) | {
        "definitions": {
            "common": or_null(nothing_else(_exercise(known, kinds))),
            "exercise": _new_exercise(kinds),
            "common-activity": or_null(nothing_else(_activity(known))),
            "activity": {"allOf": [ref("common-activity"), {"type": "object", "required": list(ACTIVITY)}]},
            **{f"settings-{name}": _settings(known, name, kind) for name, kind in kinds.items()},
            **{f"change-{name}": _change(name) for name in kinds},
        }
    }


def _exercise(known: Known, kinds: Mapping[str, Kind]) -> Schema:
    return known.described(
        "exercise",
        kind={"enum": list(kinds), "enumDescriptions": [known.kind(name) for name in kinds]},
        title=TEXT,
        intro=TEXT,
        minutes=whole_number(1),
        capabilities=listed({"enum": list(known.capabilities)}),
        settings={"type": "object"},
        source=or_null(TEXT),
    )


def _activity(known: Known) -> Schema:
    return known.described(
        "activity",
        title=TEXT,
        instruction=TEXT,
        minutes=whole_number(1),
        size=or_null(whole_number(0)),
        turns=or_null(listed(whole_number(1))),
        roles=or_null(listed(TEXT)),
    )


def _settings(known: Known, name: str, kind: Kind) -> Schema:
    said = " ".join(inspect.cleandoc(kind.settings.__doc__ or "").replace("`", "").split())
    return {"description": f"{known.kind(name)}: {said}", **settings_schema(kind.settings, known.settings_of(name))}


def _new_exercise(kinds: Mapping[str, Kind]) -> Schema:
    cases = [
        {"if": {"properties": {"kind": {"const": name}}, "required": ["kind"]}, "then": _whole(name, kind)}
        for name, kind in kinds.items()
    ]
    return {"allOf": [ref("common"), {"type": "object", "required": list(EXERCISE)}, *cases]}


def _whole(name: str, kind: Kind) -> Schema:
    whole = whole_schema(kind.settings)
    settings = {"properties": {"settings": {"allOf": [ref(f"settings-{name}"), whole]}}}
    return ({"required": ["settings"]} if "required" in whole else {}) | settings


def _change(name: str) -> Schema:
    """What is laid over an exercise of a kind, null to take it away. What fits one that becomes another kind, the check says."""
    same = {"properties": {"kind": {"const": name}}}
    return {
        "allOf": [ref("common"), {"if": same, "then": {"properties": {"settings": ref(f"settings-{name}")}}}],
    }
