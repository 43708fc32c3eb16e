"""Packs: all documents of a client read and merged, built into nouns, kept as the copy that a room opens with."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leads_kit.errors import Fault, PackBroken
from leads_kit.kinds import Kind, all_kinds
from leads_kit.model import Pack
from leads_kit.packs import build
from leads_kit.packs.overlay import merge, near
from leads_kit.packs.reader import Reader
from leads_kit.packs.source import Mark, Node, from_plain, parse, read
from leads_kit.text import Lang, Text, Words

BASE = "base"
ENV = "LEADS_DATA"
FOLDERS = ("framework", "exercises", "agendas", "prose", "words")
CONSENT = "prose/consent.yaml"
SEATS = "seats"
SECTIONS = ("exercises", "activities")
CONSENT_HOLES = ("min_group", "days", "contact", "organisation")
Documents = dict[str, Node]
# Files as they would be written, by path; None for one that would be removed.
Drafted = Mapping[Path, str | None]
NOTHING_DRAFTED: Drafted = {}


@dataclass(frozen=True)
class Sample:
    """One invented participant: answers by exercise id, the parts they would offer of each, a first name for introductions."""

    lang: Lang
    first_name: str
    answers: Mapping[str, Mapping[str, Any]]
    offers: Mapping[str, tuple[str, ...]]


def data_root() -> Path:
    """The data folder: `LEADS_DATA`, else the one beside the package."""
    return Path(os.environ.get(ENV) or Path(__file__).resolve().parents[2] / "data")


def load_pack(
    client: str = BASE,
    root: Path | None = None,
    kinds: Mapping[str, Kind] | None = None,
    drafted: Drafted = NOTHING_DRAFTED,
) -> Pack:
    """The pack of a client, as it would be with `drafted` files. Raises PackBroken with all faults of one pass."""
    faults: list[Fault] = []
    documents = _documents(client, root or data_root(), faults, drafted)
    if faults:
        raise PackBroken(sorted(faults, key=_place))
    return _built(documents, client, kinds or all_kinds())


def load_words(root: Path | None = None) -> Words:
    """The kit's own catalogue, for words before any pack is known. Raises PackBroken."""
    faults: list[Fault] = []
    folder = root or data_root()
    documents = {f"words/{path.name}": read(path, folder, faults) for path in sorted((folder / "words").glob("*.yaml"))}
    words = _words(Reader(faults, {}), {name: node for name, node in documents.items() if node})
    if faults:
        raise PackBroken(sorted(faults, key=_place))
    return words


def load_samples(root: Path | None = None) -> Mapping[str, Sample]:
    """The invented participants of "Play the room", by seat id: `seats.yaml`, and a file for each exercise. Raises PackBroken."""
    faults: list[Fault] = []
    folder = root or data_root()
    read_all = {path.stem: read(path, folder, faults) for path in sorted((folder / "samples").glob("*.yaml"))}
    if faults:
        raise PackBroken(faults)
    told = {name: node.plain() for name, node in read_all.items() if node}
    seats = told.pop(SEATS)["seats"]
    return {
        seat: Sample(
            one["lang"],
            one["first_name"],
            {exercise: given["answers"][seat] for exercise, given in told.items() if seat in given["answers"]},
            {exercise: tuple(given.get("offers", {}).get(seat, ())) for exercise, given in told.items()},
        )
        for seat, one in seats.items()
    }


def explain(exercise: str, client: str = BASE, root: Path | None = None) -> list[tuple[str, Any, str, int]]:
    """`(key path, value, file, line)` of everything an exercise says. Raises PackBroken; an unknown id is a fault too."""
    faults: list[Fault] = []
    documents = _documents(client, root or data_root(), faults)
    known = dict(_entries(documents, "exercises", "exercises"))
    if exercise not in known and not faults:
        faults.append(Mark("exercises").fault("unknown_step", name=exercise, near=near(exercise, known)))
    if faults:
        raise PackBroken(faults)
    return [(".".join(path), node.value, node.mark.file, node.mark.line) for path, node in known[exercise].walk()]


def pack_to_json(pack: Pack) -> str:
    """The copy of a pack that a room keeps."""
    return pack.copy


def pack_from_json(text: str, kinds: Mapping[str, Kind] | None = None) -> Pack:
    """A pack from its copy, the same as it was. Raises PackBroken when this kit no longer understands it."""
    if kinds is not None:
        return _rebuilt(text, kinds)
    return pack_of(hashlib.sha256(text.encode()).hexdigest(), lambda: text)


def pack_of(digest: str, copy: Callable[[], str]) -> Pack:
    """The pack of a digest. Its copy, some megabyte, is fetched only where this process has not read it yet.

    A kernel is forked from a process that has read the room's. Raises PackBroken.
    """
    if digest not in _known:
        while len(_known) >= MOST_KNOWN:
            del _known[next(iter(_known))]
        _known[digest] = _rebuilt(copy(), all_kinds())
    return _known[digest]


MOST_KNOWN = 8
_known: dict[str, Pack] = {}


def _rebuilt(text: str, kinds: Mapping[str, Kind]) -> Pack:
    kept = json.loads(text)
    mark = Mark("copy")
    documents = {name: from_plain(plain, mark) for name, plain in kept["documents"].items()}
    return _built(documents, kept["client"], kinds)


def folder_of(client: str, root: Path, faults: list[Fault]) -> Path:
    """A client's folder; a fault where there is none of this name."""
    folder = root / "clients" / client
    if not folder.is_dir():
        known = [path.name for path in (root / "clients").glob("*") if path.is_dir()]
        faults.append(Mark(f"{root.name}/clients").fault("unknown_client", name=client, near=near(client, known)))
    return folder


def _documents(client: str, root: Path, faults: list[Fault], drafted: Drafted = NOTHING_DRAFTED) -> Documents:
    """Every document by its name under the root, the client's differences already on it."""
    folder = folder_of(client, root, faults)
    if faults:
        return {}
    documents = dict(_folder(root, root, faults))
    own_file = folder / "client.yaml"
    own = _read(own_file, root, faults, drafted) if own_file in drafted or own_file.exists() else None
    if own is None and not faults:
        faults.append(Mark(f"{root.name}/clients/{client}").fault("missing_file", name="client.yaml"))
    for name, over in _folder(folder, root, faults, drafted):
        base = documents.get(name)
        documents[name] = merge(_open(name, base), over, faults, name.startswith(("prose", "words"))) if base else over
    return {**documents, "client": _with_help_line(own, root)} if own else documents


def _with_help_line(own: Node, root: Path) -> Node:
    """A client that names no help line has the base's words for one."""
    base = read(root / "clients" / BASE / "client.yaml", root, [])
    given = base.value.get(build.HELP_LINE) if base and isinstance(base.value, dict) else None
    if given is None or not isinstance(own.value, dict):
        return own
    return Node({build.HELP_LINE: given} | own.value, own.mark)


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
            node = _read(path, root, faults, drafted)
            if node is not None:
                yield f"{part}/{path.name}", node


def _read(path: Path, root: Path, faults: list[Fault], drafted: Drafted) -> Node | None:
    if path not in drafted:
        return read(path, root, faults)
    text = drafted[path]
    return None if text is None else parse(text, Mark(path.relative_to(root.parent).as_posix()), faults)


def _built(documents: Documents, client: str, kinds: Mapping[str, Kind]) -> Pack:
    faults: list[Fault] = []
    empty = Node({}, Mark("data"))
    reader = Reader(faults, build.terms_of(documents["client"], documents.get("framework/terms.yaml", empty), faults))
    framework = build.framework(reader, documents.get("framework/leads.yaml", empty))
    made = (
        (name, build.exercise(reader, node, name, kinds, framework.capabilities))
        for name, node in _entries(documents, "exercises", "exercises", faults)
    )
    exercises = {name: one for name, one in made if one is not None}
    activities = {
        name: build.activity(reader, node, name)
        for name, node in _entries(documents, "exercises", "activities", faults)
    }
    known: dict[str, object] = {
        name: node for key in ("exercises", "activities") for name, node in _entries(documents, "exercises", key)
    }
    agendas = {
        Path(name).stem: build.agenda(reader, node, Path(name).stem, known)
        for name, node in documents.items()
        if name.startswith("agendas/")
    }
    prose, consent = (
        _prose(reader, documents),
        reader.fields(documents.get(CONSENT, empty), ("version", "texts")),
    )
    texts = {name: reader.text(node, CONSENT_HOLES) for name, node in reader.mapping(consent.get("texts")).items()}
    words = _words(reader, documents)
    who = build.client(reader, documents["client"], client, agendas)
    if faults:
        raise PackBroken(sorted(faults, key=_place))
    copy = json.dumps(
        {"client": client, "documents": {name: node.plain() for name, node in documents.items()}},
        ensure_ascii=False,
    )
    return Pack(
        client=who, framework=framework, exercises=exercises, activities=activities, agendas=agendas, prose=prose, consent=texts,
        consent_version=reader.string(consent.get("version")), words=words, copy=copy,
        digest=hashlib.sha256(copy.encode()).hexdigest(),
    )  # fmt: skip


def _entries(
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


def _prose(reader: Reader, documents: Documents) -> dict[str, Text]:
    found: dict[str, Text] = {}
    for name, document in documents.items():
        if name.startswith("prose/") and name != CONSENT:
            for id, node in reader.mapping(document).items():
                if id in found:
                    reader.faults.append(node.mark.fault("duplicate_id", name=id))
                found[id] = reader.text(node)
    return found


def _words(reader: Reader, documents: Documents) -> Words:
    found: dict[str, Text] = {}
    for name, document in documents.items():
        if name.startswith("words/"):
            for id, node in reader.mapping(document).items():
                if id in found:
                    reader.faults.append(node.mark.fault("duplicate_id", name=id))
                found[id] = reader.text(node, None)
    return Words(found)


def _place(fault: Fault) -> tuple[str, int, int]:
    return fault.file, fault.line, fault.column
