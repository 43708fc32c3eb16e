"""Files for browsers, ours and Voilà's: each compressed once, under one address that names the content of them all."""

from __future__ import annotations

import functools
import gzip
import hashlib
import mimetypes
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tornado.web import HTTPError, RequestHandler

from leads_kit.server.headers import lock
from leads_kit.ui.bundle import static_files

HERE = Path(__file__).parent
PREFIX = "/leads/static"
# What a path may look like; what it names is looked up in a list, never on the disk.
PATH = r"([\w.@/-]{1,200})"
OWN = ("pages.css", "line.js", "page.js", "place.js", "resume.js")
EXTENSIONS = ("@jupyter-widgets/jupyterlab-manager", "@voila-dashboards/widgets-manager8", "anywidget")
VOILA, LABEXTENSIONS = "voila", "ext"
VOILA_TYPES = frozenset({".js", ".woff", ".woff2", ".ttf", ".eot", ".svg"})
FOREVER = "public, max-age=31536000, immutable"
SQUEEZABLE = ("text/", "application/json", "application/javascript", "image/svg")


@dataclass
class File:
    """One file as a browser gets it."""

    path: Path

    @functools.cached_property
    def plain(self) -> bytes:
        return self.path.read_bytes()

    @functools.cached_property
    def squeezed(self) -> bytes | None:
        """Compressed, where that makes it smaller."""
        return gzip.compress(self.plain, 9, mtime=0) if self._kind.startswith(SQUEEZABLE) else None

    @property
    def type(self) -> str:
        return f"{self._kind}; charset=utf-8" if self._kind.startswith("text/") else self._kind

    @property
    def _kind(self) -> str:
        return mimetypes.guess_type(self.path.name)[0] or "application/octet-stream"


@dataclass(frozen=True)
class StaticFiles:
    """All files by their path under the address. The address changes with any byte of any of them."""

    digest: str
    files: Mapping[str, File]

    @property
    def address(self) -> str:
        return f"{PREFIX}/{self.digest}"

    @classmethod
    def read(cls, front: Mapping[str, Path] | None = None) -> StaticFiles:
        """Ours, and those of a front end (`front_end`)."""
        paths = {**static_files(), **{name: HERE / name for name in OWN}, **(front or {})}
        files = {name: File(path) for name, path in sorted(paths.items())}
        whole = hashlib.sha256()
        for name, file in files.items():
            whole.update(f"{name} {len(file.plain)}\n".encode() + file.plain)
        return cls(whole.hexdigest()[:16], files)

    def squeeze(self) -> None:
        """Compress them all now, so that no visitor waits for it."""
        for file in self.files.values():
            _ = file.squeezed


def front_end(voila: Path, extensions: Iterable[Path]) -> dict[str, Path]:
    """Voilà's own files and those of the extensions that our pages use; of two folders, the first that has one."""
    found = {f"{VOILA}/{path.name}": path for path in voila.iterdir() if path.suffix in VOILA_TYPES}
    for folder in extensions:
        for name in EXTENSIONS:
            for path in (folder / name / "static").glob("*.js"):
                found.setdefault(f"{LABEXTENSIONS}/{name}/static/{path.name}", path)
    return found


class OwnFiles(RequestHandler):
    """`/leads/static/<digest>/<path>`: the only answers that a browser may keep, and it may keep them for good."""

    def initialize(self, static: StaticFiles) -> None:
        self._static = static

    def set_default_headers(self) -> None:
        lock(self)

    def get(self, digest: str, name: str) -> None:
        file = self._static.files.get(name)
        if file is None or digest != self._static.digest:
            raise HTTPError(404)
        self.set_header("Content-Type", file.type)
        self.set_header("Cache-Control", FOREVER)
        self.set_header("Vary", "Accept-Encoding")
        if file.squeezed is not None and "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            self.finish(file.squeezed)
        else:
            self.finish(file.plain)
