"""Packs: all documents of a client read and merged, built into nouns, kept as the copy that a room opens with."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from leads_kit.errors import Fault, PackBroken
from leads_kit.kinds import Kind, all_kinds
from leads_kit.model import Pack
from leads_kit.packs import build, clients
from leads_kit.packs.documents import BASE, Documents, data_root, entries, overlays_of, read_documents
from leads_kit.packs.embedded import FOLDER as PICTURES
from leads_kit.packs.lost import NOWHERE, Lost
from leads_kit.packs.overlay import near
from leads_kit.packs.reader import Reader
from leads_kit.packs.removed import removals, told_once
from leads_kit.packs.source import NOTHING_DRAFTED, Drafted, Mark, Node, read
from leads_kit.text import Text, Words

CONSENT = "prose/consent.yaml"
CONSENT_HOLES = ("min_group", "days", "contact", "organisation")
EMPTY = Node({}, Mark(NOWHERE))


def load_pack(
    client: str = BASE,
    root: Path | None = None,
    kinds: Mapping[str, Kind] | None = None,
    drafted: Drafted = NOTHING_DRAFTED,
) -> Pack:
    """The pack of a client, as it would be with `drafted` files. Raises PackBroken with all faults of one pass."""
    faults: list[Fault] = []
    folder = root or data_root()
    documents = read_documents(client, folder, faults, drafted)
    if not documents:
        raise PackBroken(faults)
    try:
        # A client's file that cannot be read hides nothing else: the rest is looked through as if it were the base's.
        pack = built({"client": EMPTY} | _of_base(folder) | documents, client, kinds or all_kinds())
    except PackBroken as broken:
        told = told_once(broken.faults, removals(overlays_of(client, folder, drafted)))
        lost = Lost.of(faults, folder, drafted)
        faults += [one for one in told if not lost.explains(one)]
    else:
        if not faults:
            return pack
    raise PackBroken(faults)


def _of_base(root: Path) -> Documents:
    base = read(root / "clients" / BASE / clients.FILE, root, [])
    return {"client": base} if base else {}


def load_words(root: Path | None = None) -> Words:
    """The kit's own catalogue, for words before any pack is known. Raises PackBroken."""
    faults: list[Fault] = []
    folder = root or data_root()
    documents = {f"words/{path.name}": read(path, folder, faults) for path in sorted((folder / "words").glob("*.yaml"))}
    words = _words(Reader(faults, {}), {name: node for name, node in documents.items() if node})
    if faults:
        raise PackBroken(faults)
    return words


def explain(exercise: str, client: str = BASE, root: Path | None = None) -> list[tuple[str, Any, str, int]]:
    """`(key path, value, file, line)` of everything an exercise says. Raises PackBroken; an unknown id is a fault too."""
    faults: list[Fault] = []
    documents = read_documents(client, root or data_root(), faults)
    known = dict(entries(documents, "exercises", "exercises"))
    if exercise not in known and not faults:
        faults.append(Mark("exercises").fault("unknown_step", name=exercise, near=near(exercise, known)))
    if faults:
        raise PackBroken(faults)
    return [(".".join(path), node.value, node.mark.file, node.mark.line) for path, node in known[exercise].walk()]


def built(documents: Documents, client: str, kinds: Mapping[str, Kind]) -> Pack:
    """The nouns of merged documents. Raises PackBroken with all that is wrong with them."""
    faults: list[Fault] = []
    own, sets = documents["client"], documents.get("framework/terms.yaml", EMPTY)
    languages = clients.languages_of(own, faults)
    pictures = {name: str(node.value) for name, node in _mapping(documents.get(PICTURES)).items()}
    reader = Reader(faults, clients.terms_of(own, sets, languages, faults), languages, pictures)
    parts = _parts(reader, documents, kinds)
    clients.check_terms(own, sets, reader.asked, faults)
    parts["client"] = clients.client(reader, own, client, parts["agendas"])
    if faults:
        raise PackBroken(faults)
    copy = json.dumps(
        {"client": client, "documents": {name: node.plain() for name, node in documents.items()}},
        ensure_ascii=False,
    )
    return Pack(**parts, copy=copy, digest=hashlib.sha256(copy.encode()).hexdigest())


def _parts(reader: Reader, documents: Documents, kinds: Mapping[str, Kind]) -> dict[str, Any]:
    framework = build.framework(reader, documents.get("framework/leads.yaml", EMPTY))
    framework = clients.with_official(reader, framework, documents.get(clients.OFFICIAL))
    asked = list(entries(documents, "exercises", "exercises", reader.faults))
    made = [(name, build.exercise(reader, node, name, kinds, framework.capabilities)) for name, node in asked]
    acts = list(entries(documents, "exercises", "activities", reader.faults))
    activities = {name: build.activity(reader, node, name) for name, node in acts}
    known = dict([*asked, *acts])
    build.check_heard(reader, dict(asked), [one for _, one in made if one is not None], kinds)
    agendas = {
        Path(name).stem: build.agenda(reader, node, Path(name).stem, known)
        for name, node in documents.items()
        if name.startswith("agendas/")
    }
    prose = _prose(reader, documents)
    consent = reader.fields(documents.get(CONSENT, EMPTY), ("version", "texts"))
    texts = {name: reader.text(node, CONSENT_HOLES) for name, node in reader.mapping(consent.get("texts")).items()}
    return {
        "framework": framework, "exercises": {name: one for name, one in made if one is not None},
        "activities": activities, "agendas": agendas, "prose": prose, "consent": texts,
        "consent_version": reader.string(consent.get("version")), "words": _words(reader, documents),
    }  # fmt: skip


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
