"""The notebooks that may be served: a list made from the folder, so that no address can name another file."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat

from leads_kit.errors import UnknownRoom
from leads_kit.model import Pack, Room, Step
from leads_kit.packs import data_root
from leads_kit.packs.notebooks import fill
from leads_kit.room import current
from leads_kit.server.run import Cell, cells
from leads_kit.text import Lang

FACILITATOR, COACH = "facilitator", "coach"


@dataclass(frozen=True)
class Shelf:
    """Notebooks by name (`4-develop-coalitions`), and the facilitator's two beside them."""

    root: Path
    names: tuple[str, ...]
    filler: Filler = field(default_factory=lambda: Filler())  # noqa: PLW0108 — it is made further down

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

    def coach(self, name: str) -> Path:
        return self.root / COACH / f"{name}.ipynb"

    def first(self, room: Room, pack: Pack, steps: tuple[Step, ...]) -> str:
        """The notebook of the domain that the meeting the room is at is about: of its first exercise's first
        capability."""
        agenda, now = pack.agendas[room.agenda], current(steps)
        meeting = (agenda.steps[at].does for at in agenda.meeting(now.position if now else 0))
        does = [one for one in meeting if one in pack.exercises]
        domains = [capability.domain for one in does for capability in pack.exercises[one].capabilities]
        fitting = [name for domain in domains for name in self.names if name.endswith(domain)]
        return (fitting or list(self.names))[0]


@functools.lru_cache(maxsize=64)
def read(path: Path, _changed: int) -> Any:
    """A notebook as nbformat gives it; of each version of a file, once."""
    return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]


@dataclass(frozen=True)
class Filled:
    """A notebook in one language with one pack's words, as a page shows and runs it."""

    title: str
    cells: tuple[Cell, ...]


class Filler:
    """Notebooks filled once for each pack and language, not for each page."""

    def __init__(self) -> None:
        self._made: dict[tuple[Path, int, str, Lang], Filled] = {}

    def filled(self, path: Path, room: Room, pack: Pack, lang: Lang) -> Filled:
        """Raises UnknownText."""
        changed = path.stat().st_mtime_ns
        key = (path, changed, room.pack, lang)
        if key not in self._made:
            notebook = fill(read(path, changed), pack, lang)
            title = notebook["metadata"].get("title") or pack.client.name.of(lang)
            self._made[key] = Filled(title, tuple(cells(notebook)))
        return self._made[key]
