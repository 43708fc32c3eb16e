"""A client's folder on disk: its files read as they are, and written all or none, each with a copy of what it was."""

from __future__ import annotations

import datetime as dt
import os
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from leads_kit.errors import ChangedMeanwhile, NotSaved

BACKUPS = ".backup"
KEPT = 20
STAMP = "%Y%m%dT%H%M%S.%fZ"
Contents = Mapping[str, bytes | None]


@dataclass
class Folder:
    """Files by their name in the folder, such as `exercises/dc-wheel.yaml`. `held` are patterns of those that count; `known` is
    what was read or last saved."""

    path: Path
    held: tuple[str, ...]
    known: dict[str, bytes] = field(default_factory=dict)

    def read(self) -> dict[str, bytes]:
        """What the disk says now."""
        files = {one for pattern in self.held for one in self.path.glob(pattern)}
        return {one.relative_to(self.path).as_posix(): one.read_bytes() for one in sorted(files) if one.is_file()}

    def save(self, wanted: Mapping[str, bytes]) -> list[Path]:
        """Makes the folder's files these. Raises ChangedMeanwhile or NotSaved; the folder is then as it was."""
        changed = {
            name: wanted.get(name)
            for name in sorted({*wanted, *self.known})
            if wanted.get(name) != self.known.get(name)
        }
        try:
            self._check({*self.known, *changed})
            self._back_up(name for name in changed if name in self.known)
            self._write(changed)
        except OSError as error:
            raise NotSaved(
                file=str(error.filename2 or error.filename or self.path), problem=error.strerror or ""
            ) from error
        self.known = dict(wanted)
        return [self.path / name for name in changed]

    def _check(self, names: Iterable[str]) -> None:
        for name in sorted(names):
            path = self.path / name
            if (path.read_bytes() if path.is_file() else None) != self.known.get(name):
                raise ChangedMeanwhile(file=name)

    def _back_up(self, names: Iterable[str]) -> None:
        stamp = dt.datetime.now(dt.UTC).strftime(STAMP)
        for name in names:
            target = self.path / BACKUPS / f"{name}.{stamp}"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(self.known[name])
            for old in sorted(target.parent.glob(f"{target.name.removesuffix(stamp)}*Z"))[:-KEPT]:
                old.unlink()

    def _write(self, changed: Contents) -> None:
        """All new contents are on the disk before the first file changes; an error then puts back what had changed."""
        made: dict[str, Path] = {}
        done: list[str] = []
        try:
            for name, content in changed.items():
                if content is not None:
                    made[name] = _beside(self.path / name, content)
            # Once more at the last moment: writing all this took a while, and another studio may have saved in it.
            self._check(changed)
            for name in changed:
                done.append(name)
                self._exchange(name, made.get(name))
        except OSError:
            for name in done:
                before = self.known.get(name)
                with suppress(OSError):
                    self._exchange(name, None if before is None else _beside(self.path / name, before))
            raise
        finally:
            for path in made.values():
                path.unlink(missing_ok=True)

    def _exchange(self, name: str, made: Path | None) -> None:
        path = self.path / name
        if made:
            made.replace(path)
        else:
            path.unlink(missing_ok=True)
        _sync_folder(path.parent)


def _beside(path: Path, content: bytes) -> Path:
    """The content in a file of its own in the same folder, safely on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, made = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        Path(made).unlink(missing_ok=True)
        raise
    Path(made).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
    return Path(made)


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    # Windows opens no folders; there the exchange itself is all that can be asked for.
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
