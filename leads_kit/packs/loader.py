"""Packs: all documents of a client read and merged, built into nouns, kept as the copy that a room opens with."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leads_kit.errors import Fault, PackBroken
from leads_kit.kinds import Kind, all_kinds
from leads_kit.model import Pack
from leads_kit.packs import build, clients
from leads_kit.packs.embedded import FOLDER as PICTURES
from leads_kit.packs.embedded import embedded
from leads_kit.packs.overlay import merge, near, versioned
from leads_kit.packs.reader import Reader
from leads_kit.packs.source import NOTHING_DRAFTED, Drafted, Mark, Node, from_plain, read
from leads_kit.text import LANGS, Lang, Text, Words

BASE = "base"
ENV = "LEADS_DATA"
FOLDERS = ("framework", "exercises", "agendas", "prose", "words")
CONSENT = "prose/consent.yaml"
SEATS = "seats"
SECTIONS = ("exercises", "activities")
CONSENT_HOLES = ("min_group", "days", "contact", "organisation")
NOWHERE, MISSING = "data", "faults.missing_key"
# In which folder stands what a fault of building did not find.
COMES_FROM = {
    "faults.unknown_step": ("exercises",),
    "faults.unknown_agenda": ("agendas",),
    "faults.unknown_capability": ("framework",),
    "faults.unknown_official": ("framework",),
    "faults.unknown_terms": ("framework",),
    "faults.unknown_hole": ("framework",),
    "faults.unused_term": ("framework", "exercises", "agendas", "prose", "words"),
}
Documents = dict[str, Node]


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
    if "client" not in documents:
        raise PackBroken(faults)
    try:
        pack = _built(documents, client, kinds or all_kinds())
    except PackBroken as broken:
        faults += [one for one in broken.faults if not _follows(one, faults)]
    else:
        if not faults:
            return pack
    raise PackBroken(faults)


def documents_of(client: str, root: Path) -> Documents:
    """Every document of a client by its name, with the places of its values. Raises PackBroken."""
    faults: list[Fault] = []
    documents = _documents(client, root, faults)
    if faults:
        raise PackBroken(faults)
    return documents


def _follows(fault: Fault, read: list[Fault]) -> bool:
    """Only the consequence of a file that could not be read: not a mistake of its own."""
    lost = {Path(one.file) for one in read}
    folders, names = {path.parent.name for path in lost}, {path.name for path in lost}
    missing = any(folder in folders for folder in COMES_FROM.get(fault.id.removesuffix("_near"), ()))
    return missing or (bool(lost) and fault.file == NOWHERE) or (Path(fault.file).name in names and fault.id == MISSING)


def load_words(root: Path | None = None) -> Words:
    """The kit's own catalogue, for words before any pack is known. Raises PackBroken."""
    faults: list[Fault] = []
    folder = root or data_root()
    documents = {f"words/{path.name}": read(path, folder, faults) for path in sorted((folder / "words").glob("*.yaml"))}
    words = _words(Reader(faults, {}), {name: node for name, node in documents.items() if node})
    if faults:
        raise PackBroken(faults)
    return words


def load_samples(
    root: Path | None = None, client: str = BASE, languages: Collection[str] = LANGS
) -> Mapping[str, Sample]:
    """The invented participants of "Play the room", by seat id: `seats.yaml`, and a file for each exercise; a client's own
    `samples/` over them, as all its files; those alone who speak its `languages`. Raises PackBroken.
    """
    faults: list[Fault] = []
    told = {name: node.plain() for name, node in _samples(client, root or data_root(), faults).items()}
    if faults:
        raise PackBroken(faults)
    seats = {id: one for id, one in told.pop(SEATS)["seats"].items() if one["lang"] in languages}
    return {
        seat: Sample(
            one["lang"],
            one["first_name"],
            {exercise: given["answers"][seat] for exercise, given in told.items() if seat in given["answers"]},
            {exercise: tuple(given.get("offers", {}).get(seat, ())) for exercise, given in told.items()},
        )
        for seat, one in seats.items()
    }


def _samples(client: str, root: Path, faults: list[Fault]) -> Documents:
    found: Documents = {}
    for folder in (root, root / "clients" / client):
        for path in sorted((folder / "samples").glob("*.yaml")):
            node, base = read(path, root, faults), found.get(path.stem)
            if node is not None:
                found[path.stem] = merge(base, node, faults, new_keys=True) if base else node
    return found


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
        mark = Mark(f"{root.name}/clients")
        faults.append(mark.fault("unknown_client", name=client, near=near(client, clients.names(root))))
    return folder


def _documents(client: str, root: Path, faults: list[Fault], drafted: Drafted = NOTHING_DRAFTED) -> Documents:
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
    pictures = embedded(folder, [*own.values(), *overlays.values()], root, faults)
    return {**documents, **own, PICTURES: Node(pictures, Mark(f"{root.name}/clients/{client}/{PICTURES}"))}


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


def _built(documents: Documents, client: str, kinds: Mapping[str, Kind]) -> Pack:
    faults: list[Fault] = []
    empty = Node({}, Mark(NOWHERE))
    own, sets = documents["client"], documents.get("framework/terms.yaml", empty)
    languages = clients.languages_of(own, faults)
    pictures = {name: str(node.value) for name, node in _mapping(documents.get(PICTURES)).items()}
    reader = Reader(faults, clients.terms_of(own, sets, languages, faults), languages, pictures)
    framework = build.framework(reader, documents.get("framework/leads.yaml", empty))
    framework = clients.with_official(reader, framework, documents.get(clients.OFFICIAL))
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
    clients.check_terms(own, sets, reader.asked, faults)
    who = clients.client(reader, documents["client"], client, agendas)
    if any(one.id.startswith("faults.unknown_terms") for one in faults):
        # Then every text that asks for one of them would be a fault, too.
        faults = [one for one in faults if not one.id.startswith("faults.unknown_hole")]
    if faults:
        raise PackBroken(faults)
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
                found[id] = reader.text(node, pictures=True)
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


def _mapping(node: Node | None) -> dict[str, Node]:
    return node.value if node is not None and isinstance(node.value, dict) else {}
