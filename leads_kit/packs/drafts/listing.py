"""What a client's pack holds, for whoever edits it: exercises, activities and their values, the base's and the client's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from leads_kit.kinds import all_kinds
from leads_kit.packs.documents import SECTIONS
from leads_kit.packs.drafts import own_file
from leads_kit.packs.drafts.base import CLIENT, Base
from leads_kit.packs.drafts.rendered import is_text
from leads_kit.packs.drafts.values import ACTIVITY, EXERCISE, Value, Where, settings_of, values_of
from leads_kit.packs.drafts.written import at
from leads_kit.text import LANGS, Text

State = Literal["base", "changed", "own", "removed"]
Plain = Mapping[str, Any]
CLIENT_KEYS = (
    "name",
    "contact",
    "help_line",
    "retention_days",
    "min_group",
    "languages",
    "terms",
    "agenda",
    own_file.LOOK,
)
# Words of commands and of this page reach no participant.
TOLD_ELSEWHERE = {
    f"words/{name}.yaml"
    for name in ("checks", "command", "draft", "faults", "making", "parcels", "preview", "schema", "settings", "studio")
}


@dataclass(frozen=True)
class Entry:
    """An exercise or activity. `section` is `exercises` or `activities`; `kind` is `activity` for the latter; `file` is
    where the client's changes to it stand, or would."""

    id: str
    section: str
    kind: str
    title: Text
    state: State
    file: str


def entries_of(base: Base, own: Plain) -> list[Entry]:
    """The base's in their order with the client's state, then those that only the client has."""
    files = [*base.files, *(file for file in own if file not in base.files)]
    found = [entry for file in files if file.startswith("exercises/") for entry in _of_file(file, base, own)]
    return sorted(found, key=lambda one: one.state == "own")


def _of_file(file: str, base: Base, own: Plain) -> Iterator[Entry]:
    for section in SECTIONS:
        theirs, ours = (at(told, (section,)) or {} for told in (base.of(file), own.get(file, {})))
        for id in dict.fromkeys([*theirs, *ours]):
            if id == "sequence":
                continue
            told = {**theirs.get(id, {}), **(ours.get(id) or {})}
            title = {**((theirs.get(id) or {}).get("title") or {}), **((told.get("title")) or {})}
            kind = str(told.get("kind", "")) if section == "exercises" else "activity"
            yield Entry(id, section, kind, _text(title, id), _state(id, theirs, ours), file)


def _state(id: str, theirs: Plain, ours: Plain) -> State:
    if id not in theirs:
        return "own"
    if id not in ours:
        return "base"
    return "removed" if ours[id] is None else "changed"


def _text(told: Mapping[str, Any], otherwise: str) -> Text:
    words = [str(told[lang]) for lang in LANGS if told.get(lang)] or [otherwise]
    return Text(str(told.get("en") or words[0]), str(told.get("fr") or words[0]))


def entry_values(base: Base, own: Plain, entry: Entry) -> list[Value]:
    """Everything that may be set of an entry: its words and minutes, then its kind's settings."""
    where = Where(entry.file, (entry.section, entry.id))
    theirs, ours = base.at(where), at(own.get(entry.file, {}), where.path)
    if entry.section == "activities":
        return list(values_of(where, ACTIVITY, theirs, ours))
    kind = all_kinds().get(entry.kind)
    inside = Where(where.file, (*where.path, "settings"))
    settings = [at(told, ("settings",)) for told in (theirs, ours)]
    return [
        *values_of(where, EXERCISE, theirs, ours),
        *(settings_of(inside, kind.settings, *settings) if kind else ()),
    ]


def client_values(base: Base, own: Plain, agendas: list[str]) -> list[Value]:
    """What of `client.yaml` may be set."""
    told, shared = own.get(CLIENT, {}), base.of(CLIENT)
    sets = tuple(base.of("framework/terms.yaml"))
    asked: dict[str, tuple[Any, tuple[str, ...]]] = {
        "retention_days": ("number", ()), "min_group": ("number", ()), "languages": ("list", LANGS),
        "terms": ("data" if isinstance(told.get("terms"), dict) else "choice", sets), "agenda": ("choice", tuple(agendas)),
    }  # fmt: skip
    return [
        one
        for key in CLIENT_KEYS
        for one in (
            _look_values(told, shared)
            if key == own_file.LOOK
            else [Value(Where(CLIENT, (key,)), shared.get(key), told.get(key), *asked.get(key, ("text", ())))]
        )
    ]


def _look_values(told: Plain, shared: Plain) -> list[Value]:
    found = own_file.look(told.get(own_file.LOOK), shared.get(own_file.LOOK))
    return [Value(Where(CLIENT, (own_file.LOOK, name)), *pair, "line") for name, pair in found.items()]


def text_files(base: Base, own: Iterable[str]) -> list[str]:
    """Files of prose, then of words."""
    files = {*base.files, *own} - TOLD_ELSEWHERE
    return sorted(file for file in files if file.startswith(("prose/", "words/")))


def texts_of(file: str, base: Any, own: Any, path: tuple[str, ...] = ()) -> list[Value]:
    """Every text of a file, base and own."""
    if is_text(base) or (is_text(own) and not base):
        return [Value(Where(file, path), base or None, own, "text")]
    names = dict.fromkeys(name for told in (base, own) if isinstance(told, dict) for name in told)
    if not names and path and not isinstance(base, dict):
        return [Value(Where(file, path), base, own, "line")]
    return [value for name in names for value in texts_of(file, at(base, (name,)), at(own, (name,)), (*path, name))]
