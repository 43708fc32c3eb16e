"""One editing session on a client's folder: the same YAML a person would write, undone and redone, saved all or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from leads_kit.errors import Fault, NothingThere, PackBroken
from leads_kit.packs.documents import data_root, folder_of
from leads_kit.packs.drafts import agendas, own_file, written
from leads_kit.packs.drafts.base import CLIENT, Base, differences, spoken
from leads_kit.packs.drafts.folder import Folder
from leads_kit.packs.drafts.listing import Entry, client_values, entries_of, entry_values, text_files, texts_of
from leads_kit.packs.drafts.names import HELD, check_id, logo_file
from leads_kit.packs.drafts.session import Session
from leads_kit.packs.drafts.values import Value, Where
from leads_kit.packs.pictures import data_uri, picture_faults
from leads_kit.text import LANGS, Lang


class Draft(Session):
    """The files of one client as they would be. Every change is whole and may be undone; only `save` touches the disk.

    Changes raise NotWritable where a file's way of writing does not let one value change alone, NothingThere and IdRefused.
    """

    def __init__(self, client: str, root: Path, folder: Folder) -> None:
        super().__init__(client, root, folder)
        self._base = Base.read(root, client)

    @classmethod
    def open(cls, client: str, root: Path | None = None) -> Draft:
        """A session on the files as they are. Raises PackBroken for an unknown client and for files that are no YAML of ours."""
        faults: list[Fault] = []
        path = folder_of(client, root or data_root(), faults)
        if faults:
            raise PackBroken(faults)
        return cls(client, root or data_root(), Folder(path, HELD))

    # What there is

    @property
    def languages(self) -> tuple[Lang, ...]:
        """Those that the client's people read; all of the kit's where its file says nothing that can be understood."""
        given = written.plain(self.text_of(CLIENT)).get("languages")
        return tuple(lang for lang in LANGS if isinstance(given, list) and lang in given) or LANGS

    def entries(self) -> list[Entry]:
        """Every exercise and activity, the base's in their order, then the client's own; removed ones too."""
        return entries_of(self._base, self._plain())

    def values(self, id: str) -> list[Value]:
        """What of an exercise or activity may be set. Raises NothingThere."""
        return entry_values(self._base, self._plain(), self._entry(id))

    def client_values(self) -> list[Value]:
        """What of `client.yaml` may be set."""
        return client_values(self._base, self._plain(), self.agendas())

    def text_files(self) -> list[str]:
        """The files of prose and of words, such as `prose/consent.yaml`."""
        return text_files(self._base, self._history.now)

    def texts(self, file: str) -> list[Value]:
        """Every text of a file of prose or words."""
        return texts_of(file, self._base.of(file), self._plain().get(file, {}))

    def agendas(self) -> list[str]:
        """Ids of the base's agendas and the client's."""
        return agendas.ids([*self._base.files, *self._history.now])

    def agenda(self, id: str) -> dict[str, Any]:
        """An agenda as plain data: title, minutes, slack, steps, spares; each step says does, minutes, notes, question.
        `state` is base, changed or own. Raises NothingThere."""
        return agendas.agenda(self._base, self._plain(), id)

    def picture(self, file: str) -> str:
        """A picture of the client's, such as `pictures/logo.svg`, as an address that holds all of it; empty for one that is
        not there or is not fit to be shown."""
        data = self._history.now.get(file)
        return data_uri(file, data) if isinstance(data, bytes) and not picture_faults(file, data) else ""

    # Changes

    def set(self, where: Where, value: Any) -> None:
        """The client's own value, of which only what differs from the base is written; None removes what the base has."""
        if where.file == CLIENT:
            own, base = self._plain()[CLIENT].get(where.path[0]), self._base.of(CLIENT).get(where.path[0])
            self._set_key(where.path[0], own_file.meant(own, base, where.path, value, self.languages))
            return
        base = self._base.at(where)
        meant = spoken(value, self.languages)
        same, meant = (meant is None, meant) if base is None else differences(base, meant)
        if same:
            self.clear(where)
        else:
            self._edit(where.file, lambda text: written.with_value(text, where.path, meant))

    def clear(self, where: Where) -> None:
        """Back to what the base says; of something the client's own, it is gone."""
        if where.file == CLIENT and where.path[0] == own_file.LOOK and len(where.path) == 2:
            own, base = (told.get(own_file.LOOK) for told in (self._plain()[CLIENT], self._base.of(CLIENT)))
            if isinstance(own, dict):
                self._clear_look(own, base, where.path[1])
        elif where.file == CLIENT and len(where.path) > 1 and self._base.at(where) is not None:
            self.set(where, self._base.at(where))
        elif where.file in self._history.now:
            self._edit(where.file, lambda text: written.without(text, where.path))

    def _clear_look(self, own: Mapping[str, Any], base: Any, name: str) -> None:
        file = str(own.get(name) or "")
        with self._history.as_one():
            self._set_key(own_file.LOOK, own_file.without(own, base, name))
            # A picture that was never on the disk has nothing left that shows it.
            if name == own_file.LOGO and file in self._history.now and file not in self._saved:
                self._put(file, None)

    def _set_key(self, key: str, value: Any) -> None:
        if value is None:
            self._edit(CLIENT, lambda text: written.without(text, (key,)))
        else:
            self._edit(CLIENT, lambda text: written.with_value(text, (key,), value))

    def set_logo(self, name: str, data: bytes) -> None:
        """The client's logo, from a file of this name. Raises PackBroken for what may not be shown (packs/pictures.py)."""
        file = logo_file(name)
        faults = picture_faults(file, data)
        if faults:
            raise PackBroken(faults)
        with self._history.as_one():
            self._put(file, data)
            self.set(Where(CLIENT, (own_file.LOOK, own_file.LOGO)), file)

    def add(self, id: str, kind: str, title: Mapping[str, str]) -> None:
        """An exercise of a kind, or with the kind `activity` something to do without typing. Raises IdRefused, NothingThere."""
        check_id(id, any(one.id == id for one in self.entries()))
        section = "activities" if kind == "activity" else "exercises"
        made = spoken(self._base.example(kind), self.languages) | {"title": spoken(dict(title), self.languages)}
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
        given = {"steps": steps, "minutes": minutes, "slack": slack}
        self._fill(agenda, {name: value for name, value in given.items() if value is not None})

    def new_agenda(self, id: str, like: str | None = None) -> None:
        """An agenda of the client's own: another one's copy, or one with a single step. Raises IdRefused, NothingThere."""
        known = self.agendas()
        check_id(id, id in known)
        self._fill(id, agendas.begun(self.agenda(like or known[0]), whole=like is not None))

    def remove_agenda(self, id: str) -> None:
        """Takes out the client's own agenda, or its changes to one of the base. Raises NothingThere."""
        file = agendas.file_of(id)
        if file not in self._history.now:
            raise NothingThere(id=id)
        self._put(file, None)

    def _fill(self, agenda: str, told: Mapping[str, Any]) -> None:
        with self._history.as_one():
            for name, value in told.items():
                self.set(Where(agendas.file_of(agenda), (name,)), value)

    def _entry(self, id: str) -> Entry:
        for one in self.entries():
            if one.id == id:
                return one
        raise NothingThere(id=id)
