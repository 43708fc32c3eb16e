"""A parcel made into a client's folder: whole or not at all, and never over one that is there."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from leads_kit.errors import ClientThere, IdRefused, NotWritten
from leads_kit.packs.documents import BASE
from leads_kit.packs.drafts.names import ID
from leads_kit.packs.parcels.names import device
from leads_kit.packs.parcels.opening import Parcel


def unpack(parcel: Parcel, root: Path, id: str | None = None) -> Path:
    """The new client's folder, under the parcel's own id or another. Raises IdRefused, ClientThere, NotWritten."""
    name = parcel.manifest.client if id is None else id
    if not ID.fullmatch(name) or device(name) or name == BASE:
        raise IdRefused(id=name)
    target = root / "clients" / name
    if target.exists() or target.is_symlink():
        raise ClientThere(id=name, free=_free(name, root))
    try:
        _written(parcel, root, target)
    except OSError as error:
        raise NotWritten(file=str(error.filename2 or error.filename or target), problem=error.strerror or "") from error
    return target


def _written(parcel: Parcel, root: Path, target: Path) -> None:
    """Everything is on the disk before anybody sees a client of this name."""
    target.parent.mkdir(exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=".unpacking-", dir=root))
    try:
        made = beside / target.name
        made.mkdir()
        for name, data in parcel.files.items():
            path = made / name
            path.parent.mkdir(exist_ok=True)
            with path.open("xb") as file:
                file.write(data)
        made.rename(target)
    finally:
        shutil.rmtree(beside)


def _free(name: str, root: Path) -> str:
    n = 2
    while (root / "clients" / f"{name}-{n}").exists():
        n += 1
    return f"{name}-{n}"
