"""YAML and overlays into a Pack, with file and line of every value. The only YAML in the kit."""

from leads_kit.packs.copies import pack_from_json, pack_of, pack_to_json
from leads_kit.packs.cover import exercises_of
from leads_kit.packs.documents import data_root
from leads_kit.packs.loader import explain, load_pack, load_words
from leads_kit.packs.samples import Sample, load_samples

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
