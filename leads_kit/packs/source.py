"""YAML files as nodes that remember where they stand. The only YAML in the kit.

YAML 1.2: only `true` and `false` are booleans. Refused, each with its place: a key twice, anchors and tags, a file that is
not UTF-8 or too large, lists and mappings nested too deep.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, ReusedAnchorWarning, YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from leads_kit.errors import Fault
from leads_kit.packs.syntax import BEGUN, meaning

LARGEST = 1_000_000
DEEPEST = 20
PREFIX = "tag:yaml.org,2002:"
UNTAGGED = (f"{PREFIX}map", f"{PREFIX}seq")
SCALARS = {
    "str": str,
    "int": int,
    "float": float,
    "bool": lambda text: text.lower() == "true",
    "null": lambda _text: None,
}

Scalar = str | int | float | bool | None
# Files as they would be written, by path: YAML as text, pictures as bytes; None for one that would be removed.
Drafted = Mapping[Path, str | bytes | None]
NOTHING_DRAFTED: Drafted = {}


@dataclass(frozen=True)
class Mark:
    """A place in a file; line and column count from one."""

    file: str
    line: int = 1
    column: int = 1

    def fault(self, id: str, **values: Any) -> Fault:
        """A mistake at this place. With a value `near`, the sentence that suggests it is taken."""
        near = values.get("near")
        told = {key: value for key, value in values.items() if key != "near" or value}
        return Fault(f"faults.{id}_near" if near else f"faults.{id}", self.file, self.line, self.column, told)


@dataclass(frozen=True)
class Node:
    """A value of a file with its place: a scalar, a mapping of nodes, or a list of nodes."""

    value: Scalar | dict[str, Node] | list[Node]
    mark: Mark

    def plain(self) -> Any:
        """The value without places."""
        match self.value:
            case dict():
                return {key: node.plain() for key, node in self.value.items()}
            case list():
                return [node.plain() for node in self.value]
        return self.value

    def walk(self, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Node]]:
        """Every scalar below, with its path."""
        match self.value:
            case dict():
                for key, node in self.value.items():
                    yield from node.walk((*path, key))
            case list():
                for at, node in enumerate(self.value):
                    yield from node.walk((*path, str(at)))
            case _:
                yield path, self


def from_plain(value: Any, mark: Mark) -> Node:
    """Plain data as nodes that all stand in one place: the copy of a pack that a room keeps."""
    match value:
        case dict():
            return Node({key: from_plain(one, mark) for key, one in value.items()}, mark)
        case list():
            return Node([from_plain(one, mark) for one in value], mark)
    return Node(value, mark)


def read(path: Path, root: Path, faults: list[Fault], drafted: Drafted = NOTHING_DRAFTED) -> Node | None:
    """A file as nodes, or None with its faults added; as it would be where it is drafted, and none where it would be removed.

    Places name files from `root`'s parent.
    """
    mark = Mark(path.relative_to(root.parent).as_posix())
    if path in drafted:
        told = drafted[path]
        return parse(told, mark, faults) if isinstance(told, str) else None
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError:
        faults.append(mark.fault("not_utf8"))
        return None
    if len(text) > LARGEST:
        faults.append(mark.fault("too_large", most=LARGEST))
        return None
    return parse(text, mark, faults)


def parse(text: str, mark: Mark, faults: list[Fault]) -> Node | None:
    """YAML text as nodes, or None with its faults added."""
    node, found = _parsed(text, mark)
    faults.extend(found)
    return node


# A pack is read again at every save while somebody works on one of its hundred files; the rest have not changed.
@lru_cache(maxsize=512)
def _parsed(text: str, mark: Mark) -> tuple[Node | None, tuple[Fault, ...]]:
    faults: list[Fault] = []
    return _composed(text, mark, faults), tuple(faults)


def _composed(text: str, mark: Mark, faults: list[Fault]) -> Node | None:
    try:
        with warnings.catch_warnings():
            # A name given twice harms nobody: what refers to a name is a fault of its own.
            warnings.simplefilter("ignore", ReusedAnchorWarning)
            found = YAML(typ="safe").compose(text)
    except MarkedYAMLError as error:
        id = meaning(f"{error.problem} {error.context}")
        marks = (error.context_mark, error.problem_mark)
        at = next((one for one in (marks if id in BEGUN else marks[::-1]) if one), None)
        faults.append((Mark(mark.file, at.line + 1, at.column + 1) if at else mark).fault(id))
        return None
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        faults.append(Mark(mark.file, line).fault(meaning(str(error))))
        return None
    except (YAMLError, RecursionError, ValueError) as error:
        faults.append(mark.fault("too_deep" if isinstance(error, RecursionError) else meaning(str(error))))
        return None
    if found is None:
        return Node({}, mark)
    node = _node(found, mark.file, faults, set(), 0)
    return None if faults else node


def _node(found: Any, file: str, faults: list[Fault], seen: set[int], depth: int) -> Node:
    mark = Mark(file, found.start_mark.line + 1, found.start_mark.column + 1)
    if id(found) in seen or depth > DEEPEST:
        faults.append(mark.fault("anchor" if id(found) in seen else "too_deep"))
        return Node(None, mark)
    seen.add(id(found))
    if not isinstance(found, ScalarNode) and str(found.tag) not in UNTAGGED:
        faults.append(mark.fault("unknown_value", value=str(found.tag)[:40]))
    match found:
        case MappingNode():
            return Node(_mapping(found, file, faults, seen, depth), mark)
        case SequenceNode():
            return Node([_node(one, file, faults, seen, depth + 1) for one in found.value], mark)
        case ScalarNode():
            return Node(_scalar(found, mark, faults), mark)
    return Node(None, mark)


def _mapping(found: MappingNode, file: str, faults: list[Fault], seen: set[int], depth: int) -> dict[str, Node]:
    told: dict[str, Node] = {}
    for key, value in found.value:
        mark = Mark(file, key.start_mark.line + 1, key.start_mark.column + 1)
        if not isinstance(key, ScalarNode):
            faults.append(mark.fault("key_not_text"))
            continue
        if key.value in told:
            faults.append(mark.fault("duplicate_key", key=key.value))
        told[key.value] = _node(value, file, faults, seen, depth + 1)
    return told


def _scalar(found: ScalarNode, mark: Mark, faults: list[Fault]) -> Scalar:
    kind = str(found.tag).removeprefix(PREFIX)
    try:
        return SCALARS[kind](found.value)  # type: ignore[no-any-return, operator]
    except (KeyError, ValueError):
        faults.append(mark.fault("unknown_value", value=found.value[:40]))
        return None
