"""A parcel read and checked, every byte of it, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from leads_kit.errors import Fault, PackBroken
from leads_kit.packs.clients import FILE as CLIENT
from leads_kit.packs.clients import official_of
from leads_kit.packs.parcels.archive import LARGEST, unzipped
from leads_kit.packs.parcels.contents import content_faults
from leads_kit.packs.parcels.manifest import NAME, File, Manifest, manifest_of
from leads_kit.packs.parcels.names import readable, shown
from leads_kit.packs.source import Mark, parse


@dataclass(frozen=True)
class Parcel:
    """What a parcel says of itself, and its files by their names in the client's folder."""

    manifest: Manifest
    files: Mapping[str, bytes]


def opened(path: Path) -> Parcel:
    """Raises PackBroken with all that keeps a parcel from being unpacked; places begin with the file's name."""
    mark = Mark(path.name)
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise PackBroken([mark.fault("parcel_missing", problem=error.strerror or "")]) from error
    return read(data, mark)


def read(data: bytes, mark: Mark) -> Parcel:
    """The same of bytes."""
    if len(data) > LARGEST:
        raise PackBroken([mark.fault("parcel_too_large", most=LARGEST // 1_000_000)])
    files = unzipped(data, mark)
    if NAME not in files:
        raise PackBroken([mark.fault("parcel_manifest")])
    manifest = manifest_of(files.pop(NAME), Mark(f"{mark.file}/{NAME}"))
    faults = [*_listed(manifest, files, mark), *content_faults(files, mark.file)]
    faults = faults or _at_the_top(files, mark)
    if faults:
        raise PackBroken(faults)
    return Parcel(manifest, files)


def _listed(manifest: Manifest, files: Mapping[str, bytes], mark: Mark) -> list[Fault]:
    """The files are those of the manifest, each with its size and checksum."""
    told = {one.name: one for one in manifest.files}
    faults = [mark.fault("parcel_unlisted", name=shown(name)) for name in files if name not in told]
    for name, one in told.items():
        if name not in files:
            faults.append(mark.fault("parcel_absent", name=shown(name)))
        elif File.of(name, files[name]) != one:
            faults.append(mark.fault("parcel_changed", name=shown(name)))
    return faults


def _at_the_top(files: Mapping[str, bytes], mark: Mark) -> list[Fault]:
    """A client has its own file; beside it stands only what that names."""
    if CLIENT not in files:
        return [mark.fault("parcel_absent", name=CLIENT)]
    named = official_of(parse(files[CLIENT].decode(), mark, []))
    return [mark.fault("parcel_type", name=shown(name)) for name in files if not readable(name) and name != named]
