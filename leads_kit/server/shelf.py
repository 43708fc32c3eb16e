"""The notebooks that may be served: a list made from the folder, so that no address can name another file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

from leads_kit.errors import UnknownRoom
from leads_kit.model import Pack, Room
from leads_kit.packs import data_root

FACILITATOR = "facilitator"


@dataclass(frozen=True)
class Shelf:
    """Notebooks by name (`4-develop-coalitions`), and the facilitator's two beside them."""

    root: Path
    names: tuple[str, ...]

    @classmethod
    def of(cls, root: Path | None) -> Shelf:
        folder = root or data_root().parent / "notebooks"
        return cls(folder, tuple(sorted(path.stem for path in folder.glob("*.ipynb"))))

    def participant(self, name: str) -> Path:
        """Raises UnknownRoom for a name that is not on the list."""
        if name not in self.names:
            raise UnknownRoom(name=name)
        return self.root / f"{name}.ipynb"

    def facilitator(self, name: str) -> Path:
        return self.root / FACILITATOR / f"{name}.ipynb"

    def first(self, room: Room, pack: Pack) -> str:
        """The notebook of the domain that the room's agenda is about: of its first exercise's first
        capability."""
        does = [step.does for step in pack.agendas[room.agenda].steps if step.does in pack.exercises]
        domains = [capability.domain for one in does for capability in pack.exercises[one].capabilities]
        fitting = [name for domain in domains for name in self.names if name.endswith(domain)]
        return (fitting or list(self.names))[0]


def read(path: Path) -> Any:
    """A notebook as nbformat gives it."""
    return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
