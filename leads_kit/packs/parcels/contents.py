"""What the files of a parcel say: each is what its name promises, and nothing in it acts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from leads_kit.errors import Fault
from leads_kit.packs.parcels.names import YAML
from leads_kit.packs.pictures import TYPES, picture_faults
from leads_kit.packs.seen import FILE as SEEN
from leads_kit.packs.seen import read_seen
from leads_kit.packs.source import LARGEST, Mark, parse

# The kit's own words come to less; reading more than this would keep somebody waiting for minutes.
MOST_TEXT = 2_000_000


def content_faults(files: Mapping[str, bytes], where: str) -> list[Fault]:
    """Everything that is wrong, file by file; `where` is what stands before their names."""
    texts = sum(len(data) for name, data in files.items() if PurePosixPath(name).suffix not in TYPES)
    if texts > MOST_TEXT:
        return [Mark(where).fault("parcel_much_text", most=MOST_TEXT // 1_000_000)]
    return [fault for name, data in files.items() for fault in _faults(f"{where}/{name}", data)]


def _faults(name: str, data: bytes) -> list[Fault]:
    mark, ending = Mark(name), PurePosixPath(name).suffix
    if ending in TYPES:
        return picture_faults(name, data)
    if len(data) > LARGEST:
        return [mark.fault("too_large", most=LARGEST)]
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return [mark.fault("not_utf8")]
    faults: list[Fault] = []
    if ending == YAML:
        node = parse(text, mark, faults)
        if node is not None and not isinstance(node.value, dict):
            faults.append(node.mark.fault("not_a_mapping"))
    elif name.endswith(f"/{SEEN}"):
        read_seen(text, mark, faults)
    return faults
