"""Documents: every file of the base and of a client by its name, the client's differences already on them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from leads_kit.errors import Fault, PackBroken
from leads_kit.packs import clients
from leads_kit.packs.embedded import FOLDER as PICTURES
from leads_kit.packs.embedded import embedded
from leads_kit.packs.overlay import merge, near, versioned
from leads_kit.packs.reader import Reader
from leads_kit.packs.source import NOTHING_DRAFTED, Drafted, Mark, Node, read

BASE = "base"
ENV = "LEADS_DATA"
FOLDERS = ("framework", "exercises", "agendas", "prose", "words")
SECTIONS = ("exercises", "activities")
Documents = dict[str, Node]


def data_root() -> Path:
    """The data folder: `LEADS_DATA`, else the one beside the package."""
    return Path(os.environ.get(ENV) or Path(__file__).resolve().parents[2] / "data")


def documents_of(client: str, root: Path) -> Documents:
    """Every document of a client by its name, with the places of its values. Raises PackBroken."""
    faults: list[Fault] = []
    documents = read_documents(client, root, faults)
    if faults:
        raise PackBroken(faults)
    return documents


def folder_of(client: str, root: Path, faults: list[Fault]) -> Path:
    """A client's folder; a fault where there is none of this name."""
    folder = root / "clients" / client
    if not folder.is_dir():
        mark = Mark(f"{root.name}/clients")
        faults.append(mark.fault("unknown_client", name=client, near=near(client, clients.names(root))))
    return folder


def read_documents(client: str, root: Path, faults: list[Fault], drafted: Drafted = NOTHING_DRAFTED) -> Documents:
    """Every document by its name under the root, the client's differences already on it."""
    folder = folder_of(client, root, faults)
    if faults:
        return {}
    documents = dict(_folder(root, root, faults))
    own = clients.documents(folder, root, root / "clients" / BASE, faults, drafted)
    overlays = dict(_folder(folder, root, faults, drafted))
    for name, over in overlays.items():
        base = documents.get(name)
        if base is None:
            documents[name] = over
            continue
        merged = merge(_open(name, base), over, faults, name.startswith(("prose", "words")))
        documents[name] = versioned(base, merged)
    pictures = embedded(folder, [*own.values(), *overlays.values()], root, faults, drafted)
    return {**documents, **own, PICTURES: Node(pictures, Mark(f"{root.name}/clients/{client}/{PICTURES}"))}


def overlays_of(client: str, root: Path, drafted: Drafted = NOTHING_DRAFTED) -> Documents:
    """What a client's own files say, not merged; those that cannot be read are left out."""
    return dict(_folder(root / "clients" / client, root, [], drafted))


def _open(name: str, base: Node) -> Node:
    """A file of exercises takes activities too, and the other way round, whichever of them the base's file has."""
    if not name.startswith("exercises/") or not isinstance(base.value, dict):
        return base
    return Node({key: Node({}, base.mark) for key in SECTIONS} | base.value, base.mark)


def _folder(
    folder: Path, root: Path, faults: list[Fault], drafted: Drafted = NOTHING_DRAFTED
) -> Iterator[tuple[str, Node]]:
    for part in FOLDERS:
        paths = {*(folder / part).glob("*.yaml"), *(path for path in drafted if path.parent == folder / part)}
        for path in sorted(paths):
            node = read(path, root, faults, drafted)
            if node is not None:
                yield f"{part}/{path.name}", node


def entries(
    documents: Documents, folder: str, key: str, faults: list[Fault] | None = None
) -> Iterator[tuple[str, Node]]:
    """All of one kind of thing over all files of a folder; an id twice is a fault."""
    reader, seen = Reader(faults if faults is not None else [], {}), set()
    for name, document in documents.items():
        if not name.startswith(f"{folder}/"):
            continue
        given = reader.fields(document, (), SECTIONS).get(key)
        for id, node in reader.mapping(given).items():
            if id in seen:
                reader.faults.append(node.mark.fault("duplicate_id", name=id))
            seen.add(id)
            yield id, node
