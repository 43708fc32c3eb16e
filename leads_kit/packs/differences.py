"""What a client says otherwise than the base, with both places: read before merging, so a broken pack has them too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Any

from leads_kit.errors import Fault, PackBroken
from leads_kit.packs.clients import official_of
from leads_kit.packs.documents import BASE, FOLDERS, SECTIONS, Documents
from leads_kit.packs.overlay import OPEN, ORDER, brings, near
from leads_kit.packs.pictures import TYPES
from leads_kit.packs.source import Mark, Node, read
from leads_kit.text import LANGS

Steps = tuple[str, ...]
CLIENT = "client.yaml"
TERMS = "framework/terms.yaml"
SAMPLES = "samples"


class What(StrEnum):
    """How a client differs from the base in one place."""

    CHANGED = "changed"
    REMOVED = "removed"
    ORDERED = "ordered"
    ADDED = "added"
    PICTURE = "picture"
    FILE = "file"


# These lie over nothing: they stand whole beside the files that do.
BESIDE = (What.PICTURE, What.FILE)


@dataclass(frozen=True)
class Difference:
    """One value of a client. `file` is the base's, from the data root; `base` is None where the base has nothing."""

    what: What
    file: str
    path: Steps
    base: Node | None
    own: Node

    @property
    def hits_nothing(self) -> bool:
        return self.base is None and self.what is not What.ADDED and self.what not in BESIDE


@dataclass(frozen=True)
class Sides:
    """The documents of the base and of a client, by their names under the data root, none merged; `beside` are the client's
    pictures, samples and file of official wording, by name."""

    client: str
    base: Documents
    own: Documents
    beside: tuple[str, ...]


def sides(client: str, root: Path) -> Sides:
    """Both sides as they are written. Raises PackBroken when there is no such client or a file cannot be read at all."""
    faults: list[Fault] = []
    folder = root / "clients" / client
    if not folder.is_dir():
        known = sorted(path.name for path in (root / "clients").glob("*") if path.is_dir())
        raise PackBroken([Mark(f"{root.name}/clients").fault("unknown_client", name=client, near=near(client, known))])
    base, own = _documents(root, root, faults), _documents(folder, root, faults)
    for documents, where in ((base, root / "clients" / BASE), (own, folder)):
        node = read(where / CLIENT, root, faults) if (where / CLIENT).exists() else None
        if node:
            documents[CLIENT] = node
    if faults:
        raise PackBroken(sorted(faults, key=lambda one: (one.file, one.line, one.column)))
    return Sides(client, base, own, _beside(folder, own.get(CLIENT)))


def differences(client: str, root: Path) -> list[Difference]:
    """Everything this client changes, adds, removes or reorders, in the order of its files. Raises PackBroken as `sides` does."""
    return differences_of(sides(client, root), root)


def differences_of(both: Sides, root: Path) -> list[Difference]:
    """The same of documents already read."""
    found: list[Difference] = []
    for name, own in both.own.items():
        found += _of_client(both, own) if name == CLIENT else _of_document(both, name, own)
    folder = f"{root.name}/clients/{both.client}"
    for one in both.beside:
        what = What.PICTURE if PurePosixPath(one).suffix in TYPES else What.FILE
        found.append(Difference(what, one, (), None, Node(one, Mark(f"{folder}/{one}"))))
    return found


def leaf(node: Node) -> bool:
    """Whether a value is shown and kept as one: a scalar, a list, a text in its languages, an empty mapping."""
    return not isinstance(node.value, dict) or not node.value or set(node.value) <= set(LANGS)


def leaves(node: Node, path: Steps = ()) -> Iterator[tuple[Steps, Node]]:
    """Every leaf with its path."""
    if leaf(node) or not isinstance(node.value, dict):
        yield path, node
        return
    for key, one in node.value.items():
        yield from leaves(one, (*path, key))


def at(node: Node | None, path: Steps) -> Node | None:
    """The node at a path, or None."""
    for step in path:
        node = node.value.get(step) if node and isinstance(node.value, dict) else None
    return node


def _documents(folder: Path, root: Path, faults: list[Fault]) -> Documents:
    paths = [(part, path) for part in FOLDERS for path in sorted((folder / part).glob("*.yaml"))]
    nodes = {f"{part}/{path.name}": read(path, root, faults) for part, path in paths}
    return {name: node for name, node in nodes.items() if node}


def _beside(folder: Path, own: Node | None) -> tuple[str, ...]:
    pictures = (path for path in folder.rglob("*") if path.suffix in TYPES)
    samples = (folder / SAMPLES).glob("*.yaml")
    names = sorted(path.relative_to(folder).as_posix() for path in (*pictures, *samples))
    shown = (name for name in names if not any(part.startswith(".") for part in name.split("/")))
    official = official_of(own)
    return (*((official,) if official and (folder / official).is_file() else ()), *shown)


def _of_document(both: Sides, name: str, own: Node) -> Iterator[Difference]:
    base = both.base.get(name)
    if name.startswith("exercises/"):
        yield from _of_exercises(both, name, own)
    elif base is None:
        yield Difference(What.ADDED, name, (), None, own)
    else:
        yield from _below(name, (), base, own, name.startswith(("prose", "words")))


def _of_exercises(both: Sides, name: str, own: Node) -> Iterator[Difference]:
    """Entries are found by id: one whose base moved to another file hits nothing, and is not a new one."""
    base = both.base.get(name, Node({}, own.mark))
    for key, section in _items(own):
        if key not in SECTIONS or not isinstance(section.value, dict):
            yield from _below(name, (), base, Node({key: section}, own.mark), False)
            continue
        yield from _below(name, (key,), at(base, (key,)) or Node({}, base.mark), section, False)


def _below(file: str, path: Steps, base: Node | None, own: Node, open_: bool) -> Iterator[Difference]:
    """What `own` says on top of `base`, as `overlay.merge` would take it."""
    if own.value is None:
        yield Difference(What.REMOVED, file, path, base, own)
    elif (
        base is not None and isinstance(base.value, dict) and isinstance(own.value, dict) and not _both_texts(base, own)
    ):
        for key, node in own.value.items():
            inside = open_ or key in OPEN
            if key == ORDER:
                names = Node([Node(one, base.mark) for one in base.value], base.mark)
                yield Difference(What.ORDERED, file, (*path, ORDER), names, node)
            elif key in base.value or node.value is None:
                yield from _below(file, (*path, key), base.value.get(key), node, inside)
            else:
                yield from _hitting_nothing(file, (*path, key), node, open_)
    else:
        yield Difference(What.CHANGED, file, path, base, own)


def _hitting_nothing(file: str, path: Steps, own: Node, open_: bool) -> Iterator[Difference]:
    if brings(path[-1], own):
        yield Difference(What.ADDED, file, path, None, own)
        return
    for inside, node in leaves(own):
        told = What.REMOVED if node.value is None else What.CHANGED
        yield Difference(What.ADDED if open_ else told, file, (*path, *inside), None, node)


def _both_texts(base: Node, own: Node) -> bool:
    return leaf(base) and leaf(own) and bool(base.value) and bool(own.value)


def _of_client(both: Sides, own: Node) -> Iterator[Difference]:
    """A client's own file is laid over nothing; it is compared with that of the base, where both say something."""
    base = both.base.get(CLIENT, Node({}, own.mark))
    for path, node in leaves(own):
        there = at(_with_named_terms(base, both.base), path)
        if there is None:
            yield Difference(What.ADDED, CLIENT, path, None, node)
        elif there.plain() != node.plain():
            yield Difference(What.CHANGED, CLIENT, path, there, node)


def _with_named_terms(client: Node, base: Mapping[str, Node]) -> Node:
    """The base names a set of terms; a client that writes its own is compared with what that set says."""
    named = at(client, ("terms",))
    words = at(base.get(TERMS), (str(named.value),)) if named and isinstance(named.value, str) else None
    return Node({**dict(_items(client)), "terms": words}, client.mark) if words else client


def _items(node: Node) -> list[tuple[str, Any]]:
    return list(node.value.items()) if isinstance(node.value, dict) else []
