"""JSON Schemas of everything a coach writes, made from the models: editors complete and check by them while somebody types.

They say what may stand where. What only the whole content can say, such as an agenda's sum, stays with `leads check`.
"""

from __future__ import annotations

import json
from pathlib import Path

from leads_kit.packs.documents import data_root
from leads_kit.packs.schema.exercises import exercises_schema
from leads_kit.packs.schema.folders import (
    agendas_schema,
    client_schema,
    framework_schema,
    official_schema,
    prose_schema,
    samples_schema,
    words_schema,
)
from leads_kit.packs.schema.known import Known
from leads_kit.packs.schema.parts import TEXT, Schema, told

FOLDER = "schema"
# An identifier that every editor knows; nobody fetches it.
DRAFT = "http://json-schema.org/draft-07/schema#"
SORTS = {
    "client": client_schema,
    "exercises": exercises_schema,
    "agendas": agendas_schema,
    "prose": prose_schema,
    "words": words_schema,
    "framework": framework_schema,
    "official": official_schema,
    "samples": samples_schema,
}


def schemas(root: Path | None = None) -> dict[str, Schema]:
    """The schema of each sort of file, by its name. Raises PackBroken where the base, whose ids they offer, is broken."""
    known = Known.of_base(root or data_root())
    found = {}
    for name, schema_of in SORTS.items():
        schema = schema_of(known)
        texts = {"text": told(known.say("schema.text"), TEXT), **schema.pop("definitions", {})}
        found[name] = {"$schema": DRAFT, "description": known.say(f"schema.{name}"), **schema, "definitions": texts}
    return found


def schema_files(root: Path | None = None) -> dict[Path, str]:
    """What stands in each file of the folder of schemas. Raises PackBroken."""
    folder = (root or data_root()) / FOLDER
    return {
        folder / f"{name}.json": json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for name, schema in schemas(root).items()
    }


def stale_schemas(root: Path | None = None) -> list[Path]:
    """The files that say something else than the models do now. Raises PackBroken."""
    return list(_stale(root))


def write_schemas(root: Path | None = None) -> list[Path]:
    """Makes every file current; those that were not. Raises PackBroken."""
    stale = _stale(root)
    for path, text in stale.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    return list(stale)


def _stale(root: Path | None) -> dict[Path, str]:
    files = schema_files(root)
    return {path: text for path, text in files.items() if not path.is_file() or path.read_bytes() != text.encode()}
