"""The ZIP of a parcel: nothing compressed, one order, one date, so that the same content is the same bytes everywhere.

Read back, it must be these bytes again: nothing before, between or behind, and no second meaning of any of them.
"""

from __future__ import annotations

import io
import stat
import struct
from collections.abc import Mapping
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from leads_kit.errors import Fault, PackBroken
from leads_kit.packs.parcels.manifest import NAME as MANIFEST
from leads_kit.packs.parcels.names import YAML, name_faults, shown
from leads_kit.packs.source import Mark

LARGEST = 25_000_000
MOST = 500
EPOCH = (1980, 1, 1, 0, 0, 0)
UNIX, PLAIN_FILE = 3, (stat.S_IFREG | 0o644) << 16
ENCRYPTED = 0x1 | 0x40 | 0x2000
# Whatever the standard library makes of bytes that are no ZIP, or one that means to confuse.
BROKEN = (BadZipFile, ValueError, EOFError, NotImplementedError, RuntimeError, OSError, struct.error, LookupError)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files in the order given, as they are."""
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as archive:
        for name, data in files.items():
            info = ZipInfo(name, EPOCH)
            info.create_system, info.external_attr = UNIX, PLAIN_FILE
            archive.writestr(info, data)
    return made.getvalue()


def unzipped(data: bytes, mark: Mark) -> dict[str, bytes]:
    """The files of a ZIP that `zipped` made, in their order.

    Raises PackBroken: no ZIP, or not one of ours. Nothing in it is expanded, and nothing written anywhere.
    """
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if faults := _faults(infos, len(data), mark):
                raise PackBroken(faults)
            files = {one.filename: archive.read(one) for one in infos}
    except BROKEN as error:
        raise PackBroken([mark.fault("parcel_not_zip")]) from error
    if zipped(files) != data:
        raise PackBroken([mark.fault("parcel_altered")])
    return files


def _faults(infos: list[ZipInfo], size: int, mark: Mark) -> list[Fault]:
    if len(infos) > MOST:
        return [mark.fault("parcel_many", most=MOST)]
    names = [one.orig_filename for one in infos if not one.is_dir()]
    # Which file of official wording a client has, its own file says; that is read later.
    top = {MANIFEST, *(name for name in names if "/" not in name and name.endswith(YAML))}
    faults = name_faults(names, mark, top)
    for one in infos:
        name = shown(one.orig_filename)
        if one.flag_bits & ENCRYPTED:
            faults.append(mark.fault("parcel_encrypted", name=name))
        elif one.is_dir() or not _is_plain(one):
            faults.append(mark.fault("parcel_link", name=name))
        elif one.compress_type != ZIP_STORED or one.compress_size != one.file_size:
            faults.append(mark.fault("parcel_compressed", name=name))
    # Entries that are stored take at least their own size; where they claim more than there is, they lie over each other.
    if not faults and sum(one.file_size for one in infos) > size:
        faults.append(mark.fault("parcel_overlap"))
    return faults


def _is_plain(one: ZipInfo) -> bool:
    kind = stat.S_IFMT(one.external_attr >> 16)
    return kind in (0, stat.S_IFREG)
