"""A client's files as a draft holds them: YAML as text, pictures as bytes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from leads_kit.errors import Fault, PackBroken
from leads_kit.packs.drafts.base import CLIENT
from leads_kit.packs.seen import seen_of
from leads_kit.packs.source import Mark, parse

Files = Mapping[str, str | bytes]
YAML = ".yaml"


def opened(found: Mapping[str, bytes], folder: Path, root: Path) -> Files:
    """What was read, decoded. Raises PackBroken for files that are no YAML of ours, for a record of the base that cannot be read,
    and where there is no `client.yaml`."""
    faults: list[Fault] = []
    place = folder.relative_to(root.parent).as_posix()
    files = {
        name: _text(raw, Mark(f"{place}/{name}"), faults) if name.endswith(YAML) else raw for name, raw in found.items()
    }
    if CLIENT not in found:
        faults.append(Mark(place).fault("missing_file", name=CLIENT))
    if faults:
        raise PackBroken(faults)
    # A save adds to it.
    seen_of(folder.name, root)
    return files


def _text(raw: bytes, mark: Mark, faults: list[Fault]) -> str:
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        faults.append(mark.fault("not_utf8"))
        return ""
    node = parse(text, mark, faults)
    if node is not None and not isinstance(node.value, dict):
        faults.append(node.mark.fault("not_a_mapping"))
    return text


def encoded(files: Files) -> dict[str, bytes]:
    return {name: one.encode() if isinstance(one, str) else one for name, one in files.items()}
