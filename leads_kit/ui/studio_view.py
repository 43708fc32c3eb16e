"""A draft as the studio's page shows it: what there is to choose from, values with plain labels, agendas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from leads_kit.errors import UnknownSetting
from leads_kit.kinds import all_kinds
from leads_kit.model import Pack
from leads_kit.packs.drafts.draft import Draft
from leads_kit.packs.drafts.values import Value
from leads_kit.packs.naming import BETWEEN, kind_label, labelled, setting_labels
from leads_kit.text import LANGS, Say
from leads_kit.ui.studio_faults import faults_of
from leads_kit.ui.studio_look import LOGO, LOOKS

KIND_WORDS = "words/kind-"
# Files whose keys are for code: a text in them is called by how it begins.
TEXTS = ("prose/", "words/")
BEGINNING = 48
Faults = list[dict[str, Any]]


def _called(value: Value, say: Say, kind: str) -> str:
    text = (value.base or value.now) if value.where.file.startswith(TEXTS) else None
    begun = _beginning(str(text.get(say.lang) or next(iter(text.values()), ""))) if isinstance(text, dict) else ""
    return begun or labelled(value.path, say, kind)


def _beginning(text: str) -> str:
    """The first words of a text, without the mark of a heading."""
    line = next((one.lstrip("# ") for one in text.splitlines() if one.strip()), "")
    return line if len(line) <= BEGINNING else line[:BEGINNING].rpartition(" ")[0] + "…"


def shown_value(
    value: Value, say: Say, faults: list[str], choices: Mapping[str, str], kind: str = ""
) -> dict[str, Any]:
    """One value for the page; `leaves` are what of plain data can be typed."""
    widget = _widget(value, choices)
    shown = {
        "key": "/".join((value.where.file, *value.where.path)), "file": value.where.file, "path": list(value.where.path),
        "label": _called(value, say, kind), "widget": widget, "base": value.base, "now": value.now, "own": value.own,
        "overridden": value.own is not None and value.now != value.base and (value.base is not None or widget == LOGO),
        "faults": faults,
        "choices": [{"value": one, "label": told} for one, told in choices.items()],
    }  # fmt: skip
    if widget == "data":
        shown["leaves"] = [
            {"path": list(path), "label": _inside(value, path, say, kind), "value": one}
            for path, one in leaves(value.now)
        ]
    return shown


def _inside(value: Value, path: tuple[str, ...], say: Say, kind: str) -> str:
    """What stands inside a value, in plain words; a key that no kind has is a fault of its own, and called as it was typed."""
    try:
        return BETWEEN.join(setting_labels(kind, (*value.path[1:], *path), say)[len(value.path) - 1 :])
    except UnknownSetting:
        return BETWEEN.join(str(int(key) + 1) if key.isdigit() else key for key in path)


def _widget(value: Value, choices: Mapping[str, str]) -> str:
    """How the page asks for it."""
    if value.path[-1] in LOOKS:
        return "colour"
    if value.path[-1] == LOGO:
        return LOGO
    return "picks" if value.widget == "list" and choices else value.widget


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


def entries(draft: Draft, pack: Pack | None, say: Say) -> list[dict[str, Any]]:
    """Exercises and activities to choose from, each in the group of its domain."""
    found = []
    for one in draft.entries():
        exercise = pack.exercises.get(one.id) if pack else None
        domain = exercise.capabilities[0].domain if exercise and exercise.capabilities else None
        group = say.text(pack.framework.domains[domain].name) if pack and domain else say(f"studio.{one.section}")
        found.append({
            "id": one.id, "kind": one.kind, "title": say.text(one.title), "state": one.state, "section": one.section,
            "mark": domain, "group": say("studio.own_ones") if one.state == "own" else group,
        })  # fmt: skip
    groups = list(dict.fromkeys([*(one["group"] for one in found if one["mark"]), *(one["group"] for one in found)]))
    first = say("studio.own_ones")
    return sorted(found, key=lambda one: (one["group"] != first, groups.index(one["group"])))


def agendas(draft: Draft, say: Say) -> list[dict[str, Any]]:
    found = []
    for id in draft.agendas():
        told = draft.agenda(id)
        title = told.get("title") or {}
        found.append({"id": id, "title": title.get(say.lang) or next(iter(title.values()), id), "state": told["state"]})
    return found


def text_files(draft: Draft, pack: Pack | None, say: Say) -> list[dict[str, Any]]:
    """Files of prose and words to choose from, each with a plain title."""
    like = _like(draft, say)
    found = []
    for file in draft.text_files():
        group = say(f"studio.group.{PurePath(file).parent}")
        state = "changed" if draft.text_of(file) else "base"
        found.append({"id": file, "title": _file_title(file, like, pack, say), "state": state, "group": group})
    return found


def _file_title(file: str, like: Mapping[str, str], pack: Pack | None, say: Say) -> str:
    name = PurePath(file).stem
    if file.startswith(KIND_WORDS):
        kind = name.removeprefix("kind-")
        return say("studio.file_kind", title=like.get(kind, kind))
    if pack and name in pack.framework.domains:
        return say.text(pack.framework.domains[name].name)
    return say(f"studio.file.{name}") if f"studio.file.{name}" in say.words else name


def _like(draft: Draft, say: Say) -> dict[str, str]:
    """The first exercise of each kind."""
    found: dict[str, str] = {}
    for one in draft.entries():
        found.setdefault(one.kind, say.text(one.title))
    return found


def kinds(draft: Draft, say: Say) -> list[dict[str, str]]:
    """What can be added, each with the first exercise of its kind as an example."""
    like = _like(draft, say)
    names = [name for name in all_kinds() if name in like]
    return [
        {"kind": name, "line": say("studio.like", kind=kind_label(name, say), title=like[name])} for name in names
    ] + [{"kind": "activity", "line": say("studio.activity")}]


def values_of(draft: Draft, what: str, id: str) -> list[Value]:
    """What may be set of what is looked at."""
    match what:
        case "client":
            return draft.client_values()
        case "texts":
            return [one for one in draft.texts(id) if one.widget == "text"]
        case "agenda":
            return [one for one in draft.texts(f"agendas/{id}.yaml") if one.path == ("title",)]
    state = next((one.state for one in draft.entries() if one.id == id), "removed")
    return [] if state == "removed" else draft.values(id)


def values_shown(draft: Draft, pack: Pack | None, what: str, id: str, faults: Faults, say: Say) -> list[dict[str, Any]]:
    """The same for the middle of the page."""
    kind = next((one.kind for one in draft.entries() if what == "entry" and one.id == id), "")
    return [
        shown_value(one, say, faults_of(one.where, faults), _choices(one, pack, draft, say), kind)
        for one in values_of(draft, what, id)
    ]


def _choices(value: Value, pack: Pack | None, draft: Draft, say: Say) -> dict[str, str]:
    if value.path == ("capabilities",) and pack:
        return {id: f"{id} · {say.text(one.name)}" for id, one in pack.framework.capabilities.items()}
    if value.path == ("agenda",):
        return {one["id"]: one["title"] for one in agendas(draft, say)}
    named = {one: f"studio.choice.{one or 'none'}" for one in value.choices}
    return {one: say(word) if word in say.words else one for one, word in named.items()}


def agenda_shown(draft: Draft, id: str, names: Mapping[str, str], faults: Faults) -> dict[str, Any]:
    """An agenda for the middle of the page; a step's key lasts while it moves."""
    told, seen, file = draft.agenda(id), dict[str, int](), f"agendas/{id}.yaml"
    steps = []
    for at, step in enumerate(told["steps"]):
        does = str(step.get("does", ""))
        seen[does] = seen.get(does, 0) + 1
        mine = [one["said"] for one in faults if f"{one['key']}/".startswith(f"{file}/steps/{at}/")]
        steps.append({**step, "key": f"{does}#{seen[does]}", "at": at, "title": names.get(does, does), "faults": mine})
    placed = {one for step in steps for one in step["faults"]}
    others = [one["said"] for one in faults if one["key"].startswith(file) and one["said"] not in placed]
    filled = sum(step["minutes"] for step in steps if isinstance(step.get("minutes"), int)) + told["slack"]
    return {**told, "id": id, "steps": steps, "filled": filled, "faults": others}
