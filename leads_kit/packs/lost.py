"""Files that could not be read, and what is only their consequence: not a mistake of its own, so not told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from leads_kit.errors import Fault
from leads_kit.packs.clients import FILE as CLIENT
from leads_kit.packs.source import Drafted
from leads_kit.text import LANGS

NOWHERE, MISSING = "data", "faults.missing_key"
# In which folder stands what a fault of building did not find.
COMES_FROM = {
    "faults.unknown_step": ("exercises",),
    "faults.unknown_agenda": ("agendas",),
    "faults.unknown_capability": ("framework",),
    "faults.unknown_official": ("framework",),
    "faults.unknown_terms": ("framework",),
    "faults.unknown_hole": ("framework",),
    "faults.unused_term": ("framework", "exercises", "agendas", "prose", "words"),
}
# An override that hits nothing leaves its file readable.
READ_ALL_THE_SAME = "faults.hits_nothing"
# What only a client's own file could have said otherwise.
OF_CLIENT = ("faults.unknown_hole", "faults.untranslated", "faults.unknown_terms", "faults.unknown_agenda")


@dataclass(frozen=True)
class Lost:
    """Texts of the files that have faults of reading, by their path from the root's parent."""

    texts: dict[Path, str]

    @classmethod
    def of(cls, faults: Iterable[Fault], root: Path, drafted: Drafted) -> Lost:
        files = sorted({Path(one.file) for one in faults if not one.id.startswith(READ_ALL_THE_SAME)})
        return cls({file: _text(root.parent / file, drafted) for file in files})

    def explains(self, fault: Fault) -> bool:
        """Whether a fault of building may only come from one of these files."""
        id = fault.id.removesuffix("_near")
        if id in COMES_FROM and any(self._may_hold(fault, folder) for folder in COMES_FROM[id]):
            return True
        names = {path.name for path in self.texts}
        if CLIENT in names and (id in OF_CLIENT or fault.values.get("key") in LANGS):
            return True
        return (bool(names) and fault.file == NOWHERE) or (Path(fault.file).name in names and id == MISSING)

    def _may_hold(self, fault: Fault, folder: str) -> bool:
        """Whether a lost file of this folder is, or names, what was not found."""
        name = str(fault.values.get("name") or fault.values.get("hole"))
        word = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
        lost = [(path, text) for path, text in self.texts.items() if path.parent.name == folder]
        return any(path.stem == name or word.search(text) for path, text in lost)


def _text(path: Path, drafted: Drafted) -> str:
    if path in drafted:
        text = drafted[path]
        return text if isinstance(text, str) else ""
    return path.read_text("utf-8", errors="replace") if path.is_file() else ""
