"""Files for browsers: ours under an address that names their content, Voilà's own, and three front-end
extensions."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import re
from dataclasses import dataclass
from pathlib import Path

from tornado.web import HTTPError, RequestHandler, StaticFileHandler

from leads_kit.server.headers import lock
from leads_kit.ui.bundle import static_files

HERE = Path(__file__).parent
PREFIX = "/leads/static"
OWN = ("pages.css", "page.js", "resume.js")
EXTENSIONS = ("@jupyter-widgets/jupyterlab-manager", "@voila-dashboards/widgets-manager8", "anywidget")
EXTENSION_PATH = rf"((?:{'|'.join(map(re.escape, EXTENSIONS))})/static/[\w.-]+)"
VOILA_PATH = r"([\w.-]+\.(?:js|woff2?|ttf|eot|svg))"
FOREVER = "public, max-age=31536000, immutable"
SQUEEZABLE = ("text/", "application/json", "image/svg")


@dataclass(frozen=True)
class File:
    type: str
    plain: bytes
    squeezed: bytes | None


@dataclass(frozen=True)
class StaticFiles:
    """Our own files, read and compressed once. Their address changes with any byte of any of them."""

    digest: str
    files: dict[str, File]

    @property
    def address(self) -> str:
        return f"{PREFIX}/{self.digest}"

    @classmethod
    def read(cls) -> StaticFiles:
        paths = {**static_files(), **{name: HERE / name for name in OWN}}
        files = {name: _file(path) for name, path in sorted(paths.items())}
        whole = hashlib.sha256()
        for name, file in files.items():
            whole.update(f"{name} {len(file.plain)}\n".encode() + file.plain)
        return cls(whole.hexdigest()[:16], files)


def _file(path: Path) -> File:
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    plain = path.read_bytes()
    squeezed = gzip.compress(plain, 6, mtime=0) if kind.startswith(SQUEEZABLE) else None
    return File(f"{kind}; charset=utf-8" if kind.startswith("text/") else kind, plain, squeezed)


class OwnFiles(RequestHandler):
    """`/leads/static/<digest>/<file>`: the only answers that a browser may keep for good."""

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


class VoilaFiles(StaticFileHandler):
    """Voilà's front end and the extensions, under addresses that a new version may reuse: asked for again
    every time."""

    def set_default_headers(self) -> None:
        lock(self)

    def set_extra_headers(self, _path: str) -> None:
        self.set_header("Cache-Control", "no-cache")


class ExtensionFiles(VoilaFiles):
    """The same over several folders: the first that has the file."""

    def initialize(self, paths: list[str]) -> None:  # type: ignore[override]
        self._folders = paths
        super().initialize(path=paths[0])

    def parse_url_path(self, url_path: str) -> str:
        path = super().parse_url_path(url_path)
        found = [folder for folder in self._folders if (Path(folder) / path).is_file()]
        self.root = found[0] if found else self.root
        return path
