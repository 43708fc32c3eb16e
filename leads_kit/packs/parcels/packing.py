"""A client's folder made into a parcel: the files that the kit reads, and no others."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from leads_kit.errors import Fault, FileThere, NotWritten, PackBroken
from leads_kit.packs.checks import check
from leads_kit.packs.clients import FILE as CLIENT
from leads_kit.packs.clients import official_of
from leads_kit.packs.parcels.archive import zipped
from leads_kit.packs.parcels.manifest import NAME, File, Manifest, line
from leads_kit.packs.parcels.names import name_faults, readable, shown
from leads_kit.packs.parcels.opening import read
from leads_kit.packs.source import Mark, parse

KIT = "leads-kit"


@dataclass(frozen=True)
class Packed:
    """A parcel's bytes, and which files of the folder stayed behind because the kit does not read them."""

    data: bytes
    manifest: Manifest
    left_out: tuple[str, ...]


def pack(client: str, root: Path, on: dt.date, author: str = "", licence: str = "") -> Packed:
    """The same bytes for the same content, words and day. Raises PackBroken for a client with faults, and for files whose
    names mean something else on another system; nothing that could not be unpacked is packed."""
    mark = Mark(f"{root.name}/clients/{client}")
    faults = [
        mark.fault("parcel_line", key=key) for key, told in (("author", author), ("licence", licence)) if not line(told)
    ]
    faults += check(client, root).faults
    if faults:
        raise PackBroken(faults)
    folder = root / "clients" / client
    told = parse((folder / CLIENT).read_text("utf-8"), mark, [])
    official = official_of(told)
    files, left_out = _files(folder, mark, official)
    name = told.plain()["name"] if told else {}
    listed = tuple(File.of(one, data) for one, data in files.items())
    manifest = Manifest(client, name, author, licence, version(KIT), on, listed)
    data = zipped({NAME: manifest.text().encode(), **files})
    read(data, mark)
    return Packed(data, manifest, left_out)


def write(packed: Packed, path: Path) -> None:
    """Puts a parcel on the disk, where nothing of this name may be. Raises FileThere, NotWritten."""
    try:
        with path.open("xb") as file:
            file.write(packed.data)
    except FileExistsError as error:
        raise FileThere(file=str(path)) from error
    except OSError as error:
        raise NotWritten(file=str(path), problem=error.strerror or "") from error


def _files(folder: Path, mark: Mark, official: str) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """In order of their names. What is hidden stays behind unnamed: copies of former files, and other programs' notes."""
    found = sorted(
        one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_symlink() or not one.is_dir()
    )
    seen = [name for name in found if not any(part.startswith(".") for part in name.split("/"))]
    names = [name for name in seen if readable(name) or name == official]
    faults: list[Fault] = name_faults(names, mark, {official})
    faults += [mark.fault("parcel_link", name=shown(name)) for name in seen if not _is_plain(folder / name)]
    if faults:
        raise PackBroken(faults)
    return {name: (folder / name).read_bytes() for name in names}, tuple(name for name in seen if name not in names)


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()
