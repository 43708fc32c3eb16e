"""The pictures that a client's files name, as data URIs: in the copy of a pack that a room keeps they need no folder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from leads_kit.errors import Fault
from leads_kit.packs.pictures import data_uri, picture_faults
from leads_kit.packs.source import NOTHING_DRAFTED, Drafted, Mark, Node

FOLDER = "pictures"
NAMED = re.compile(rf"{FOLDER}/[\w-][\w.-]*")


def embedded(
    folder: Path, documents: Iterable[Node], root: Path, faults: list[Fault], drafted: Drafted = NOTHING_DRAFTED
) -> dict[str, Node]:
    """Data URIs by `pictures/NAME` of those files of a client's folder that its documents name; faults for unfit ones."""
    found: dict[str, Node] = {}
    for name in sorted(set(_named(documents))):
        path = folder / name
        data = drafted[path] if path in drafted else path.read_bytes() if path.is_file() else None
        if isinstance(data, bytes):
            mark = Mark(path.relative_to(root.parent).as_posix())
            unfit = picture_faults(mark.file, data)
            faults.extend(unfit)
            found[name] = Node("" if unfit else data_uri(name, data), mark)
    return found


def _named(documents: Iterable[Node]) -> Iterator[str]:
    for document in documents:
        for _, node in document.walk():
            if isinstance(node.value, str):
                yield from NAMED.findall(node.value)
