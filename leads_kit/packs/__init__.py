"""YAML and overlays into a Pack, with file and line of every value. The only YAML in the kit."""

from leads_kit.packs.cover import exercises_of
from leads_kit.packs.loader import (
    Sample,
    data_root,
    explain,
    load_pack,
    load_samples,
    load_words,
    pack_from_json,
    pack_of,
    pack_to_json,
)  # fmt: skip

__all__ = [
    "Sample",
    "data_root",
    "exercises_of",
    "explain",
    "load_pack",
    "load_samples",
    "load_words",
    "pack_from_json",
    "pack_of",
    "pack_to_json",
]
