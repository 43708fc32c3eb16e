"""A preview that follows the files: it looks twice a second whether one was saved, and reads the pack again."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from pathlib import Path

from leads_kit.errors import Fault, PackBroken
from leads_kit.model import Pack
from leads_kit.packs import data_root, load_pack
from leads_kit.packs.overlay import near
from leads_kit.packs.source import Mark
from leads_kit.text import Say
from leads_kit.ui.preview import Preview
from leads_kit.ui.rehearsal import typical_answers

LOOK_SECONDS = 0.5
Stamps = Mapping[Path, tuple[int, int]]


class Watched:
    """One exercise of a client. While its pack is broken the page says where, above the last that was good."""

    def __init__(self, client: str, exercise: str, say: Say, root: Path | None = None) -> None:
        self._client, self._exercise, self._root = client, exercise, root or data_root()
        self.page = Preview(say)
        self._say = say
        self._stamps: Stamps = {}
        self._task: asyncio.Task[None] | None = None
        self.look()

    def start(self) -> None:
        """Begin to look, where an event loop runs; a plain script calls `look` itself."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return
        self._task = loop.create_task(self._run())

    def look(self) -> bool:
        """Draw again what has changed; whether anything had."""
        stamps = dict(self._found())
        if stamps == self._stamps:
            return False
        self._stamps = stamps
        try:
            pack = load_pack(self._client, self._root)
            typical = typical_answers(self._exercise, self._client, pack, self._root)
        except PackBroken as broken:
            self.page.faults(broken.faults)
            return True
        if self._exercise in pack.exercises or self._exercise in pack.activities:
            self.page.show(pack, self._exercise, typical=typical)
        else:
            self.page.faults([self._missing(pack)])
        return True

    def _missing(self, pack: Pack) -> Fault:
        known = near(self._exercise, [*pack.exercises, *pack.activities])
        place = Mark(f"{self._root.name}/clients/{self._client}")
        return place.fault("unknown_step", name=self._exercise, near=known)

    def _found(self) -> Iterator[tuple[Path, tuple[int, int]]]:
        """Every file that a pack may be made of; not other clients', nor what lies in hidden folders."""
        shared = (one for one in self._root.iterdir() if one.is_dir() and one.name not in ("clients", "schema"))
        for folder in (*shared, *(self._root / "clients" / name for name in {"base", self._client})):
            for path in folder.rglob("*"):
                hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
                if not hidden and path.is_file():
                    told = path.stat()
                    yield path, (told.st_mtime_ns, told.st_size)

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            try:
                self.look()
            except OSError:
                # Editors replace files: one may be gone between listing and reading it. The next look finds it.
                self._stamps = {}
