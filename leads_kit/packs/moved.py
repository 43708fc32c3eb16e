"""Where a value of the base has gone that a client still says otherwise: another file, another key, or a name much like it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Any

from leads_kit.packs.differences import Difference, Sides, Steps, at, leaf
from leads_kit.packs.documents import SECTIONS
from leads_kit.packs.overlay import ORDER, near
from leads_kit.packs.seen import entry
from leads_kit.packs.source import Node
from leads_kit.text import LANGS

# What is the same in two places by chance: a number, a switch, a word such as "weeks".
FEW_WORDS = 2


class How(StrEnum):
    """What speaks for a place: the same id in another file, the same words, or a name much like the old one."""

    FILE = "file"
    SAME = "same"
    NEAR = "near"


@dataclass(frozen=True)
class Went:
    """A place of the base where something probably stands now."""

    how: How
    file: str
    path: Steps


def went(lost: Difference, kept: Mapping[str, Mapping[str, Any]], both: Sides) -> Went | None:
    """The likeliest place, or None. `kept` is what was kept of the base's value, or of what was in it, by pointers below."""
    same = (_same_words(lost, then, both) for then in kept.values())
    return _other_file(lost, both) or next((one for one in same if one), None) or _near_name(lost, both)


def _other_file(lost: Difference, both: Sides) -> Went | None:
    """Ids are for ever, files are not: the same path in another file of the same folder."""
    folder = PurePosixPath(lost.file).parent
    for file, document in both.base.items():
        if file != lost.file and PurePosixPath(file).parent == folder and lost.path:
            if at(document, lost.path) is not None:
                return Went(How.FILE, file, lost.path)
            # A key that is gone may be gone from an exercise that also moved: then the exercise is what to look for.
            whole = lost.path[:2]
            if lost.path[0] in SECTIONS and at(document, whole) and at(both.base.get(lost.file), whole) is None:
                return Went(How.FILE, file, whole)
    return None


def _same_words(lost: Difference, then: Mapping[str, Any], both: Sides) -> Went | None:
    """What the base said then, where it says it now: in the same exercise first, then in the file, then anywhere."""
    if not _worth_finding(then):
        return None
    digested = "digest" in then
    found = [
        (file, path)
        for file, document in both.base.items()
        for path, node in _nodes(document)
        if leaf(node) != digested and entry(node) == then and not (file == lost.file and path == lost.path)
    ]
    found.sort(key=lambda place: (place[0] != lost.file, place[1][:2] != lost.path[:2]))
    return Went(How.SAME, *found[0]) if found else None


def _near_name(lost: Difference, both: Sides) -> Went | None:
    """The key that is most like the first one that is gone, beside where it was."""
    document = both.base.get(lost.file)
    for deep, step in enumerate(lost.path):
        inside = at(document, lost.path[:deep])
        names = [] if inside is None or not isinstance(inside.value, dict) else [*inside.value]
        if step not in names:
            like = near(step, [name for name in names if name != ORDER])
            return Went(How.NEAR, lost.file, (*lost.path[:deep], like)) if like else None
    return None


def _worth_finding(then: Mapping[str, Any]) -> bool:
    if "digest" in then:
        return True
    told = then.get("value")
    texts = list(told.values()) if isinstance(told, dict) and set(told) <= set(LANGS) else [told]
    return any(isinstance(one, list) and one for one in texts) or any(
        isinstance(one, str) and len(one.split()) >= FEW_WORDS for one in texts
    )


def _nodes(node: Node, path: Steps = ()) -> Iterator[tuple[Steps, Node]]:
    """Every value with its path, mappings too."""
    yield path, node
    if not leaf(node) and isinstance(node.value, dict):
        for key, one in node.value.items():
            yield from _nodes(one, (*path, key))
