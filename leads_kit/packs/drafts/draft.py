"""One editing session on a client's folder: the same YAML a person would write, undone and redone, saved all or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from leads_kit.errors import Fault, IdRefused, NothingThere, NotWritable, PackBroken
from leads_kit.model import Pack
from leads_kit.packs.documents import FOLDERS, data_root, folder_of
from leads_kit.packs.drafts import written
from leads_kit.packs.drafts.base import CLIENT, Base, differences, spoken
from leads_kit.packs.drafts.edits import nested
from leads_kit.packs.drafts.folder import Folder
from leads_kit.packs.drafts.history import Files, History
from leads_kit.packs.drafts.listing import Entry, client_values, entries_of, entry_values, texts_of
from leads_kit.packs.drafts.values import Keys, Value, Where
from leads_kit.packs.loader import load_pack
from leads_kit.packs.seen import remember, seen_of
from leads_kit.packs.source import Mark, parse
from leads_kit.text import LANGS

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
FILE = re.compile(r"[A-Za-z0-9][\w.-]*\.yaml", re.ASCII)
ACCENT, DARK = ("look", "accent"), "accent_dark"
MODELINE = "# yaml-language-server: $schema="


class Draft:
    """The files of one client as they would be. Every change is whole and may be undone; only `save` touches the disk.

    Changes raise NotWritable where a file's way of writing does not let one value change alone, NothingThere and IdRefused.
    """

    def __init__(self, client: str, root: Path, folder: Folder) -> None:
        self.client, self.root, self._folder = client, root, folder
        self._base = Base.read(root, client)
        self._saved: Files = {}
        self._history: History = History({})
        self.reload()

    @classmethod
    def open(cls, client: str, root: Path | None = None) -> Draft:
        """A session on the files as they are. Raises PackBroken for an unknown client and for files that are no YAML of ours."""
        faults: list[Fault] = []
        path = folder_of(client, root or data_root(), faults)
        if faults:
            raise PackBroken(faults)
        return cls(client, root or data_root(), Folder(path, FOLDERS))

    def reload(self) -> None:
        """Takes what the disk says; changes that are not saved are gone. Raises PackBroken, and then nothing changes."""
        faults: list[Fault] = []
        found = self._folder.read()
        texts = {name: self._decoded(name, raw, faults) for name, raw in found.items()}
        seen_of(self.client, self.root)
        if CLIENT not in found:
            faults.append(self._mark("").fault("missing_file", name=CLIENT))
        if faults:
            raise PackBroken(faults)
        self._folder.known = found
        self._saved = texts
        self._history = History(texts)

    # What there is

    def entries(self) -> list[Entry]:
        """Every exercise and activity, the base's in their order, then the client's own; removed ones too."""
        return entries_of(self._base, self._plain())

    def values(self, id: str) -> list[Value]:
        """What of an exercise or activity may be set. Raises NothingThere."""
        return entry_values(self._base, self._plain(), self._entry(id))

    def client_values(self) -> list[Value]:
        """What of `client.yaml` may be set."""
        return client_values(self._base, self._plain(), self.agendas())

    def texts(self, file: str) -> list[Value]:
        """Every text of a file of prose or words, such as `prose/consent.yaml`."""
        return texts_of(file, self._base.of(file), self._plain().get(file, {}))

    def agendas(self) -> list[str]:
        """Ids of the base's agendas and the client's."""
        return sorted(
            Path(file).stem for file in {*self._base.files, *self._history.now} if file.startswith("agendas/")
        )

    def agenda(self, id: str) -> dict[str, Any]:
        """An agenda as plain data: title, minutes, slack, steps, spares; each step says does, minutes, notes, question.
        `state` is base, changed or own. Raises NothingThere."""
        file = f"agendas/{id}.yaml"
        base, own = self._base.of(file), self._plain().get(file)
        if not base and own is None:
            raise NothingThere(id=id)
        state = "base" if own is None else "changed" if base else "own"
        return {"minutes": 0, "slack": 0, "spares": [], **base, **(own or {}), "state": state}

    def text_of(self, file: str) -> str:
        """What a file of the client's would say; empty where there would be none."""
        return self._history.now.get(file, "")

    def pack(self) -> Pack:
        """The pack as it would be. Raises PackBroken, with places in the files as they would be written."""
        names = {*self._history.now, *self._saved}
        return load_pack(
            self.client, self.root, drafted={self._folder.path / name: self._history.now.get(name) for name in names}
        )

    # Changes

    def set(self, where: Where, value: Any) -> None:
        """The client's own value, of which only what differs from the base is written; None removes what the base has."""
        if where.file == CLIENT:
            self._set_client(where.path, value)
            return
        base = self._base.at(where)
        meant = spoken(value, self._languages())
        same, meant = (meant is None, meant) if base is None else differences(base, meant)
        if same:
            self.clear(where)
        else:
            self._edit(where.file, lambda text: written.with_value(text, where.path, meant))

    def clear(self, where: Where) -> None:
        """Back to what the base says; of something the client's own, it is gone."""
        base = self._base.at(where)
        if where.file == CLIENT and len(where.path) > 1 and base is not None:
            self._set_client(where.path, base)
        elif where.file in self._history.now:
            self._edit(where.file, lambda text: written.without(text, where.path))

    def _set_client(self, path: Keys, value: Any) -> None:
        """A key of `client.yaml` stands whole: what the client says of its look, say, takes the place of the base's."""
        key, inside = path[0], path[1:]
        own, base = self._plain()[CLIENT].get(key), self._base.of(CLIENT).get(key)
        begun = own if own is not None else base
        if path == ACCENT and isinstance(begun, dict):
            # The base's accent in the dark belongs to its own accent.
            begun = {name: one for name, one in begun.items() if own is not None or name != DARK}
        meant = spoken(nested(begun if inside else None, inside, value), self._languages())
        if meant is None or (base is not None and meant == spoken(base, self._languages())):
            self._edit(CLIENT, lambda text: written.without(text, (key,)))
        elif value is None:
            self._edit(CLIENT, lambda text: written.without(text, path))
        else:
            self._edit(CLIENT, lambda text: written.with_value(text, (key,), meant))

    def add(self, id: str, kind: str, title: Mapping[str, str]) -> None:
        """An exercise of a kind, or with the kind `activity` something to do without typing. Raises IdRefused, NothingThere."""
        if not ID.fullmatch(id) or any(one.id == id for one in self.entries()):
            raise IdRefused(id=id)
        section = "activities" if kind == "activity" else "exercises"
        made = spoken(self._base.example(kind), self._languages()) | {"title": spoken(dict(title), self._languages())}
        self._edit(f"exercises/{id}.yaml", lambda text: written.with_value(text, (section, id), made))

    def remove(self, id: str) -> None:
        """Takes out an exercise or activity. Raises NothingThere."""
        entry = self._entry(id)
        where = Where(entry.file, (entry.section, id))
        if entry.state == "own":
            self.clear(where)
        else:
            self._edit(where.file, lambda text: written.with_value(text, where.path, None))

    def restore(self, id: str) -> None:
        """Gives up every change of the client's to an exercise or activity of the base. Raises NothingThere."""
        entry = self._entry(id)
        self.clear(Where(entry.file, (entry.section, id)))

    def reorder(self, where: Where, names: Sequence[str]) -> None:
        """The entries of a mapping in this order: by `sequence` where the base has it, otherwise by moving them."""
        base = self._base.at(where)
        if not isinstance(base, dict):
            return self._edit(where.file, lambda text: written.in_order(text, where.path, names))
        own = written.at(self._plain().get(where.file, {}), where.path) or {}
        natural = [name for name in dict.fromkeys([*base, *own]) if name != "sequence" and own.get(name, 0) is not None]
        order = Where(where.file, (*where.path, "sequence"))
        if natural == list(names):
            return self.clear(order)
        return self._edit(order.file, lambda text: written.with_value(text, order.path, list(names)))

    def set_steps(
        self, agenda: str, steps: list[dict[str, Any]], minutes: int | None = None, slack: int | None = None
    ) -> None:
        """An agenda's steps, as one change with its minutes and slack where those are given. Raises NothingThere."""
        self.agenda(agenda)
        file = f"agendas/{agenda}.yaml"
        given = {"steps": steps, "minutes": minutes, "slack": slack}
        with self._history.as_one():
            for name, value in given.items():
                if value is not None:
                    self.set(Where(file, (name,)), value)

    def new_agenda(self, id: str, like: str | None = None) -> None:
        """An agenda of the client's own: another one's copy, or one with a single step. Raises IdRefused, NothingThere."""
        if not ID.fullmatch(id) or id in self.agendas():
            raise IdRefused(id=id)
        told = self.agenda(like or self.agendas()[0])
        steps = told["steps"] if like else told["steps"][:1]
        slack = told["slack"] if like else 0
        filled = sum(step["minutes"] for step in steps) + slack
        made = {"title": told["title"], "minutes": filled, "slack": slack, "steps": steps}
        if like and told["spares"]:
            made["spares"] = told["spares"]
        with self._history.as_one():
            for name, value in made.items():
                self.set(Where(f"agendas/{id}.yaml", (name,)), value)

    def remove_agenda(self, id: str) -> None:
        """Takes out the client's own agenda, or its changes to one of the base. Raises NothingThere."""
        file = f"agendas/{id}.yaml"
        if file not in self._history.now:
            raise NothingThere(id=id)
        self._history.to({name: text for name, text in self._history.now.items() if name != file})

    # Back, forth, and onto the disk

    @property
    def undoable(self) -> bool:
        return self._history.undoable

    @property
    def redoable(self) -> bool:
        return self._history.redoable

    @property
    def dirty(self) -> bool:
        """Whether the disk has something else than what was set here."""
        return self._history.now != self._saved

    def undo(self) -> None:
        self._history.undo()

    def redo(self) -> None:
        self._history.redo()

    def save(self) -> list[Path]:
        """Writes what changed, all or nothing, and keeps the former bytes in `.backup`. Raises ChangedMeanwhile, NotSaved.

        Of what the base says under a new change, a note is kept: see `packs.seen`.
        """
        paths = self._folder.save({name: text.encode() for name, text in self._history.now.items()})
        self._saved = self._history.now
        remember(self.client, self.root)
        return paths

    def _edit(self, file: str, change: Callable[[str], str]) -> None:
        self._check(file)
        before = self._history.now.get(file, self._modeline(file))
        try:
            after = change(before)
        except (written.Unwritten, UnicodeError) as error:
            raise NotWritable(file=file) from error
        others = {name: text for name, text in self._history.now.items() if name != file}
        kept = file == CLIENT or after.strip() not in ("", self._modeline(file).strip())
        self._history.to(dict(sorted({**others, **({file: after} if kept else {})}.items())))

    def _check(self, file: str) -> None:
        part, _, name = file.rpartition("/")
        if file != CLIENT and (part not in FOLDERS or not FILE.fullmatch(name)):
            raise NotWritable(file=file)

    def _modeline(self, file: str) -> str:
        part = file.rpartition("/")[0]
        up = "../" * (len(Path(file).parts) + 1)
        return f"{MODELINE}{up}schema/{part or 'client'}.json\n"

    def _entry(self, id: str) -> Entry:
        for one in self.entries():
            if one.id == id:
                return one
        raise NothingThere(id=id)

    def _plain(self) -> dict[str, Any]:
        return {name: written.plain(text) for name, text in self._history.now.items()}

    def _languages(self) -> Sequence[str]:
        given = written.plain(self._history.now[CLIENT]).get("languages")
        return given if isinstance(given, list) and given else LANGS

    def _decoded(self, name: str, raw: bytes, faults: list[Fault]) -> str:
        mark = self._mark(name)
        try:
            text = raw.decode()
        except UnicodeDecodeError:
            faults.append(mark.fault("not_utf8"))
            return ""
        node = parse(text, mark, faults)
        if node is not None and not isinstance(node.value, dict):
            faults.append(node.mark.fault("not_a_mapping"))
        return text

    def _mark(self, name: str) -> Mark:
        return Mark((self._folder.path / name).relative_to(self.root.parent).as_posix())
