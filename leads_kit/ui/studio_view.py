"""A draft as the studio's page shows it: entries, values with plain labels, agendas, and each fault beside what it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from leads_kit.analysis.colours import PAPERS, READABLE, contrast, ink_on, is_colour
from leads_kit.errors import Fault, PackBroken
from leads_kit.kinds import all_kinds
from leads_kit.model import Pack
from leads_kit.packs.drafts.draft import Draft
from leads_kit.packs.drafts.values import Value, Where
from leads_kit.packs.naming import kind_label, setting_label
from leads_kit.packs.source import Mark, Node, parse
from leads_kit.text import LANGS, Say

CLIENT = "client.yaml"
SETTINGS = "settings"
LOOKS = ("accent", "accent_dark")
GROUNDS = dict(zip(LOOKS, PAPERS, strict=True))


def labelled(path: tuple[str, ...], say: Say, kind: str = "") -> str:
    """A path of keys in plain words: those of the settings of an exercise's kind, or of what every exercise and client has."""
    if path[0] == SETTINGS:
        return setting_label(kind, path[1:], say)
    return " › ".join(_spoken(key, say) for key in path)


def _spoken(key: str, say: Say) -> str:
    named = f"studio.label.{key}"
    return say(named) if named in say.words else key


def shown_value(
    value: Value, say: Say, faults: list[str], choices: Mapping[str, str], kind: str = ""
) -> dict[str, Any]:
    """One value for the page; `leaves` are what of plain data can be typed."""
    widget = "list" if value.widget == "list" and not choices else "picks" if value.widget == "list" else value.widget
    shown = {
        "key": "/".join((value.where.file, *value.where.path)), "file": value.where.file, "path": list(value.where.path),
        "label": labelled(value.path, say, kind), "widget": widget, "base": value.base, "now": value.now, "own": value.own,
        "overridden": value.own is not None and value.base is not None, "faults": faults,
        "choices": [{"value": one, "label": told} for one, told in choices.items()],
    }  # fmt: skip
    if widget == "data":
        shown["leaves"] = [{"path": list(path), "value": one} for path, one in leaves(value.now)]
    return shown


def leaves(data: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Texts, words and numbers of plain data, with their paths."""
    if isinstance(data, dict) and not (data and set(data) <= set(LANGS)):
        for key, one in data.items():
            yield from leaves(one, (*path, key))
    elif isinstance(data, list):
        for at, one in enumerate(data):
            yield from leaves(one, (*path, str(at)))
    elif data is not None:
        yield path, data


def with_leaf(data: Any, path: list[str], value: Any) -> Any:
    """A copy of plain data with another value at a path. Raises KeyError, IndexError and ValueError for a path it has not."""
    if not path:
        return value
    if isinstance(data, list):
        at = int(path[0])
        return [*data[:at], with_leaf(data[at], path[1:], value), *data[at + 1 :]]
    return {**data, path[0]: with_leaf(data[path[0]], path[1:], value)}


def placed(faults: tuple[Fault, ...], draft: Draft, say: Say) -> list[dict[str, Any]]:
    """Each fault as a sentence, with the key of the value in the client's files that it stands at, where it does."""
    folder = f"{draft.root.name}/clients/{draft.client}/"
    found = []
    for fault in faults:
        file = fault.file.removeprefix(folder)
        path = _path_at(draft.text_of(file), fault) if fault.file.startswith(folder) else ()
        place = f"{fault.file}:{fault.line}"
        found.append(
            {"said": say(fault.id, **fault.values), "place": place, "key": "/".join((file, *path)), "id": _about(path)}
        )
    return found


def _about(path: tuple[str, ...]) -> str:
    return path[1] if len(path) > 1 and path[0] in ("exercises", "activities") else ""


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


def entries(draft: Draft, pack: Pack | None, say: Say) -> list[dict[str, Any]]:
    """The list on the left."""
    found = []
    for one in draft.entries():
        exercise = pack.exercises.get(one.id) if pack else None
        capabilities = exercise.capabilities if exercise else ()
        found.append({
            "id": one.id, "kind": one.kind, "title": say.text(one.title), "state": one.state, "section": one.section,
            "mark": capabilities[0].domain if capabilities else None,
        })  # fmt: skip
    return found


def kinds(draft: Draft, say: Say) -> list[dict[str, str]]:
    """What can be added, each with the first exercise of its kind as an example."""
    like: dict[str, str] = {}
    for one in draft.entries():
        like.setdefault(one.kind, say.text(one.title))
    names = [name for name in all_kinds() if name in like]
    return [
        {"kind": name, "line": say("studio.like", kind=kind_label(name, say), title=like[name])} for name in names
    ] + [{"kind": "activity", "line": say("studio.activity")}]


def values_shown(
    draft: Draft, pack: Pack | None, what: str, id: str, faults: list[dict[str, Any]], say: Say
) -> list[dict[str, Any]]:
    """The values of an entry or of the client, for the middle of the page."""
    values = draft.client_values() if what == "client" else draft.values(id)
    kind = next((one.kind for one in draft.entries() if what != "client" and one.id == id), "")
    return [shown_value(one, say, _faults_of(one.where, faults), _choices(one, pack, say), kind) for one in values]


def _faults_of(where: Where, faults: list[dict[str, Any]]) -> list[str]:
    key = "/".join((where.file, *where.path))
    return [one["said"] for one in faults if one["key"] == key or one["key"].startswith(f"{key}/")]


def _choices(value: Value, pack: Pack | None, say: Say) -> dict[str, str]:
    if value.path == ("capabilities",) and pack:
        return {id: f"{id} · {say.text(one.name)}" for id, one in pack.framework.capabilities.items()}
    named = {one: f"studio.choice.{one or 'none'}" for one in value.choices}
    return {one: say(word) if word in say.words else one for one, word in named.items()}


def agenda_shown(draft: Draft, id: str, names: Mapping[str, str], faults: list[dict[str, Any]]) -> dict[str, Any]:
    """An agenda for the middle of the page; a step's key lasts while it moves."""
    told, seen = draft.agenda(id), dict[str, int]()
    steps = []
    for at, step in enumerate(told["steps"]):
        does = str(step.get("does", ""))
        seen[does] = seen.get(does, 0) + 1
        steps.append({**step, "key": f"{does}#{seen[does]}", "at": at, "title": names.get(does, does)})
    file = f"agendas/{id}.yaml"
    mine = [one["said"] for one in faults if one["key"].startswith(file)]
    filled = sum(step["minutes"] for step in steps if isinstance(step.get("minutes"), int)) + told["slack"]
    return {**told, "id": id, "steps": steps, "filled": filled, "faults": mine}


def contrasts(values: list[Value], say: Say) -> dict[str, list[dict[str, Any]]]:
    """For each colour, its two contrasts in words: as writing on the page, and under the writing of a button."""
    found: dict[str, list[dict[str, Any]]] = {}
    for value in values:
        colour = value.now if isinstance(value.now, str) else ""
        if value.path[-1] in LOOKS and is_colour(colour):
            ground = contrast(colour, GROUNDS[value.path[-1]])
            ink = contrast(colour, ink_on(colour))
            found[value.path[-1]] = [_judged("ground", ground, say), _judged("button", ink, say)]
    return found


def _judged(where: str, ratio: float, say: Say) -> dict[str, Any]:
    word = "good" if ratio >= READABLE else "poor"
    return {
        "good": ratio >= READABLE,
        "said": say(f"studio.contrast.{where}", ratio=round(ratio, 1), judged=say(f"studio.contrast.{word}")),
    }


def pack_of(draft: Draft, say: Say) -> tuple[Pack | None, list[dict[str, Any]]]:
    """The pack as it would be, or its faults."""
    try:
        return draft.pack(), []
    except PackBroken as broken:
        return None, placed(broken.faults, draft, say)
