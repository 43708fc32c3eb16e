"""What a client takes away and an agenda still has: told once, where it is taken away, and not at every agenda of the base."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from leads_kit.errors import Fault
from leads_kit.packs.documents import SECTIONS, Documents
from leads_kit.packs.source import Mark

UNKNOWN = ("faults.unknown_step", "faults.unknown_step_near")


def removals(overlays: Documents) -> dict[str, Mark]:
    """Exercises and activities that a client's own files set to `null`, by id."""
    return {
        id: node.mark
        for name, document in overlays.items()
        if name.startswith("exercises/") and isinstance(document.value, dict)
        for section in SECTIONS
        if section in document.value and isinstance(inside := document.value[section].value, dict)
        for id, node in inside.items()
        if node.value is None
    }


def told_once(faults: Sequence[Fault], removed: dict[str, Mark]) -> Iterator[Fault]:
    """The faults, those about something that was taken away joined into one at its place."""
    still: dict[str, list[str]] = {}
    for fault in faults:
        name = str(fault.values.get("name", ""))
        if fault.id in UNKNOWN and name in removed and not _beside(fault, removed[name]):
            still.setdefault(name, []).append(Path(fault.file).stem)
        else:
            yield fault
    for name, agendas in still.items():
        yield removed[name].fault("still_on_agendas", name=name, agendas=sorted(set(agendas)))


def _beside(fault: Fault, removed: Mark) -> bool:
    """Whether both stand in the client's own folder: then it has contradicted itself, and where is worth saying."""
    return fault.file.startswith(f"{Path(removed.file).parents[1].as_posix()}/")
