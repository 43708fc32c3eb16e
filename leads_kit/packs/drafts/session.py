"""The files of one client as they would be: read, changed one after the other, undone, redone, saved all or nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from leads_kit.errors import NotWritable
from leads_kit.model import Pack
from leads_kit.packs.drafts import written
from leads_kit.packs.drafts.base import CLIENT
from leads_kit.packs.drafts.folder import Folder
from leads_kit.packs.drafts.history import History
from leads_kit.packs.drafts.names import check_file, modeline
from leads_kit.packs.drafts.opened import Files, encoded, opened
from leads_kit.packs.loader import load_pack
from leads_kit.packs.seen import remember


class Session:
    """What is on the disk, what is meant, and the way between them."""

    def __init__(self, client: str, root: Path, folder: Folder) -> None:
        self.client, self.root, self._folder = client, root, folder
        self._saved: Files = {}
        self._history: History = History({})
        self.reload()

    def reload(self) -> None:
        """Takes what the disk says; changes that are not saved are gone. Raises PackBroken, and then nothing changes."""
        found = self._folder.read()
        files = opened(found, self._folder.path, self.root)
        self._folder.known = found
        self._saved = files
        self._history = History(files)

    def keep(self) -> None:
        """After ChangedMeanwhile: what was changed here stands, over what the disk has, which the next save lays aside in
        `.backup`; every other file is as the disk has it. Raises PackBroken, and then nothing changes."""
        found = self._folder.read()
        files = opened(found, self._folder.path, self.root)
        self._history.rebase(self._saved, files)
        self._folder.known = found
        self._saved = files

    def text_of(self, file: str) -> str:
        """What a file of the client's would say; empty where there would be none."""
        text = self._history.now.get(file, "")
        return text if isinstance(text, str) else ""

    def pack(self) -> Pack:
        """The pack as it would be. Raises PackBroken, with places in the files as they would be written."""
        names = {*self._history.now, *self._saved}
        return load_pack(
            self.client, self.root, drafted={self._folder.path / name: self._history.now.get(name) for name in names}
        )

    @property
    def undoable(self) -> bool:
        return self._history.undoable

    @property
    def redoable(self) -> bool:
        return self._history.redoable

    @property
    def dirty(self) -> bool:
        """Whether the disk has something else than what was set here."""
        return self._history.now != self._saved

    def undo(self) -> None:
        self._history.undo()

    def redo(self) -> None:
        self._history.redo()

    def save(self) -> list[Path]:
        """Writes what changed, all or nothing, and keeps the former bytes in `.backup`. Raises ChangedMeanwhile, NotSaved.

        What the base says under a new change is written down beside the files: see `packs.seen`.
        """
        paths = self._folder.save(encoded(self._history.now))
        self._saved = self._history.now
        if paths:
            remember(self.client, self.root)
        return paths

    def _edit(self, file: str, change: Callable[[str], str]) -> None:
        """One change to a file of YAML; a file that then says nothing is none."""
        check_file(file)
        before = self.text_of(file) or modeline(file)
        try:
            after = change(before)
        except (written.Unwritten, UnicodeError) as error:
            raise NotWritable(file=file) from error
        kept = file == CLIENT or after.strip() not in ("", modeline(file).strip())
        self._put(file, after if kept else None)

    def _put(self, file: str, content: str | bytes | None) -> None:
        """A file's content; None for one that is to be gone."""
        others = {name: one for name, one in self._history.now.items() if name != file}
        added = {} if content is None else {file: content}
        self._history.to(dict(sorted({**others, **added}.items())))

    def _plain(self) -> dict[str, Any]:
        return {name: written.plain(text) for name, text in self._history.now.items() if isinstance(text, str)}
