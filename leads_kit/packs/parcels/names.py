"""Which names may stand in a parcel: those that the kit reads in a client's folder, and that mean one file on every system."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import PurePosixPath

from leads_kit.errors import Fault
from leads_kit.packs.clients import FILE as CLIENT
from leads_kit.packs.documents import FOLDERS
from leads_kit.packs.embedded import FOLDER as PICTURES
from leads_kit.packs.pictures import TYPES
from leads_kit.packs.seen import FILE as SEEN
from leads_kit.packs.source import Mark
from leads_kit.text import printable

YAML = ".yaml"
TEXTS = (*FOLDERS, "samples")
# Windows opens these as devices in any folder and with any ending (Microsoft, "Naming Files, Paths, and Namespaces").
DEVICES = {
    "CON",
    "PRN",
    "AUX",
    "NUL",
    "CONIN$",
    "CONOUT$",
    *(f"{port}{n}" for port in ("COM", "LPT") for n in "0123456789¹²³"),
}
FORBIDDEN = set('<>"|?*')
RESOURCES = "__MACOSX"
DRIVE = re.compile(r"[A-Za-z]:")
LONGEST = 120


def name_faults(names: Sequence[str], mark: Mark, more: Collection[str] = ()) -> list[Fault]:
    """What is wrong with the names of a parcel. `more` are names at the top that may stand there too."""
    counted, folded = Counter(names), Counter(_folded(name) for name in set(names))
    faults = [mark.fault("parcel_twice", name=shown(name)) for name, n in counted.items() if n > 1]
    for name in counted:
        id = _wrong(name) or ("" if readable(name) or name in more else "type")
        if id:
            faults.append(mark.fault(f"parcel_{id}", name=shown(name)))
        elif folded[_folded(name)] > 1:
            faults.append(mark.fault("parcel_alike", name=shown(name)))
    return faults


def readable(name: str) -> bool:
    """Whether the kit reads a file of this name in a client's folder."""
    folder, _, file = name.rpartition("/")
    ending = PurePosixPath(file).suffix
    if not folder:
        return file in (CLIENT, SEEN)
    return (folder in TEXTS and ending == YAML) or (folder == PICTURES and ending in TYPES)


def device(part: str) -> bool:
    """Whether Windows takes a name for a device, or for another name."""
    return part.split(".")[0].rstrip(" ").upper() in DEVICES or part.endswith((".", " "))


def shown(name: str) -> str:
    """A name as it can be printed, whatever is in it."""
    told = printable(name).replace("\n", "\N{REPLACEMENT CHARACTER}")
    return told if len(told) <= LONGEST else f"{told[:LONGEST]}…"


def _wrong(name: str) -> str:
    return next(_troubles(name), "")


def _troubles(name: str) -> Iterator[str]:
    parts = name.split("/")
    if "\\" in name or DRIVE.match(name) or {"", ".", ".."} & set(parts):
        yield "outside"
    if not name.isprintable() or FORBIDDEN & set(name) or ":" in name or len(name) > LONGEST:
        yield "name"
    if any(part.startswith(".") or part == RESOURCES for part in parts):
        yield "hidden"
    if any(device(part) for part in parts):
        yield "device"
    # The same letters may be written in two ways; on some systems that is one file, on others two.
    if unicodedata.normalize("NFC", name) != name:
        yield "name"


def _folded(name: str) -> str:
    """What names have in common that some system takes for the same."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
