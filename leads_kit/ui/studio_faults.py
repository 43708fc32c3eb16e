"""Faults of a draft beside what they belong to: each with the path of the value it stands at in the client's files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from leads_kit.errors import Fault, PackBroken
from leads_kit.model import Pack
from leads_kit.packs.drafts.base import CLIENT
from leads_kit.packs.drafts.draft import Draft
from leads_kit.packs.drafts.values import Where
from leads_kit.packs.source import Mark, Node, parse
from leads_kit.text import LANGS, Say

# What the check says of how a file is written means nothing in a form.
IN_FORMS = {"faults.not_a_colour": "studio.not_a_colour", "faults.not_a_text": "studio.words_missing"}


def pack_of(draft: Draft, say: Say) -> tuple[Pack | None, list[dict[str, Any]]]:
    """The pack as it would be, or its faults."""
    try:
        return draft.pack(), []
    except PackBroken as broken:
        return None, placed(broken.faults, draft, say)


def said(faults: tuple[Fault, ...], say: Say) -> str:
    """What is wrong, in sentences."""
    return " ".join(_said(one, say) for one in faults)


def _said(fault: Fault, say: Say) -> str:
    if fault.id == "faults.missing_key" and fault.values.get("key") in LANGS:
        return say("studio.words_missing")
    return say(IN_FORMS.get(fault.id, fault.id), **fault.values)


def said_where(faults: tuple[Fault, ...], say: Say) -> str:
    """The same with file and line, for whoever has to open the file."""
    return " ".join(say("studio.fault_at", said=say(one.id, **one.values), place=_place(one)) for one in faults)


def _place(fault: Fault) -> str:
    return f"{fault.file}:{fault.line}"


def placed(faults: tuple[Fault, ...], draft: Draft, say: Say) -> list[dict[str, Any]]:
    """Each fault as a sentence, with the key of the value in the client's files that it stands at, where it does."""
    folder = f"{draft.root.name}/clients/{draft.client}/"
    found = []
    for fault in faults:
        file = fault.file.removeprefix(folder)
        path = _path_at(draft.text_of(file), fault) if fault.file.startswith(folder) else ()
        told = {"said": _said(fault, say), "place": _place(fault), "key": "/".join((file, *path))}
        found.append(
            {**told, **_about(file, path)} if fault.file.startswith(folder) else {**told, "what": "", "id": ""}
        )
    return found


def _about(file: str, path: tuple[str, ...]) -> dict[str, str]:
    """What to look at to put it right."""
    if len(path) > 1 and path[0] in ("exercises", "activities"):
        return {"what": "entry", "id": path[1]}
    part, _, name = file.rpartition("/")
    match part:
        case "agendas":
            return {"what": "agenda", "id": name.removesuffix(".yaml")}
        case "prose" | "words":
            return {"what": "texts", "id": file}
    return {"what": "client" if file == CLIENT else "", "id": ""}


def _path_at(text: str, fault: Fault) -> tuple[str, ...]:
    """The deepest path that begins where a fault stands; else the last that begins before it."""
    node = parse(text, Mark("draft"), [])
    before = [
        (mark.line, mark.column, path)
        for path, mark in (_marks(node) if node else ())
        if (mark.line, mark.column) <= (fault.line, fault.column)
    ]
    exact = [path for line, column, path in before if (line, column) == (fault.line, fault.column)]
    return exact[0] if exact else max(before, default=(0, 0, ()))[2]


def _marks(node: Node, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Mark]]:
    yield path, node.mark
    if isinstance(node.value, dict):
        for key, one in node.value.items():
            yield from _marks(one, (*path, key))
    elif isinstance(node.value, list):
        for at, one in enumerate(node.value):
            yield from _marks(one, (*path, str(at)))


def faults_of(where: Where, faults: list[dict[str, Any]]) -> list[str]:
    """The sentences of those that stand at a value or inside it."""
    key = "/".join((where.file, *where.path))
    return [one["said"] for one in faults if one["key"] == key or one["key"].startswith(f"{key}/")]
