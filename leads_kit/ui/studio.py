"""The studio: a coach's draft of a client, one thing of it at a time, with a preview. The drawing is studio.js.

What the page types goes in with `set` and comes back in the state; nothing is written to disk before `save`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from leads_kit.errors import ChangedMeanwhile, LeadsError
from leads_kit.model import Pack
from leads_kit.packs.drafts.draft import Draft
from leads_kit.packs.drafts.values import Value, Where
from leads_kit.text import LANGS, Lang, Say
from leads_kit.ui._widget import LeadsWidget, Message, worded
from leads_kit.ui.studio_preview import previewed
from leads_kit.ui.studio_steps import NoStep, changed_steps
from leads_kit.ui.studio_view import (
    agenda_shown,
    contrasts,
    entries,
    kinds,
    pack_of,
    shown_value,
    values_shown,
    with_leaf,
)

STUDIO_WORDS = (
    "studio.title", "studio.exercises", "studio.agendas", "studio.client", "studio.filter", "studio.none_found",
    "studio.state.base", "studio.state.changed", "studio.state.own", "studio.state.removed",
    "studio.undo", "studio.redo", "studio.save", "studio.saved", "studio.unsaved", "studio.nothing_unsaved",
    "studio.base", "studio.nothing", "studio.own", "studio.again", "studio.lang.en", "studio.lang.fr",
    "studio.yes", "studio.no", "studio.base_choice", "studio.add_row", "studio.remove_row", "studio.up", "studio.down",
    "studio.faults", "studio.no_faults", "studio.fault_at", "studio.preview", "studio.preview_stale", "studio.preview_none",
    "studio.phone", "studio.full", "studio.width", "studio.add", "studio.kind", "studio.new_title", "studio.id",
    "studio.add_now", "studio.cancel", "studio.remove", "studio.restore", "studio.removed", "studio.minutes",
    "studio.planned", "studio.slack", "studio.sum_good", "studio.sum_less", "studio.sum_more", "studio.steps",
    "studio.step_minutes", "studio.moved", "studio.step_removed", "studio.add_step", "studio.step", "studio.more",
    "studio.notes", "studio.question", "studio.new_agenda", "studio.like_agenda", "studio.take_disk", "studio.keep_mine",
    "studio.leave", "studio.keys", "studio.colour", "studio.list", "studio.fields", "studio.choose", "studio.activities",
    "studio.other_data", "studio.loading",
)  # fmt: skip
WIDEST = 20_000


class StudioWidget(LeadsWidget):
    """One client's studio. `refresh` shows the draft as it is now."""

    def __init__(self, draft: Draft, say: Say) -> None:
        self._draft, self._say = draft, say
        self._what, self._id = "entry", next(one.id for one in draft.entries())
        self._seen: Pack | None = None
        self._lang: Lang = say.lang
        self._count = 0
        self._typed: tuple[Where, tuple[Any, ...]] | None = None
        super().__init__(
            "studio.js", lang=say.lang, words=worded(say, STUDIO_WORDS), langs=list(LANGS), client=draft.client,
            kinds=kinds(draft, say),
        )  # fmt: skip
        for kind, act in {
            "set": self._set, "clear": self._clear, "undo": self._undo, "redo": self._redo, "save": self._save,
            "add": self._add, "remove": self._remove, "restore": self._restore, "step": self._step,
            "new_agenda": self._new_agenda, "reload": self._reload,
        }.items():  # fmt: skip
            self.hears(kind, self._tried(act))
        self.hears("look", self._look)
        self.hears("speak", self._speak)
        self.refresh()

    def refresh(self, **told: Any) -> None:
        """Show the draft; `problem` is the sentence of what was refused, `conflict` of a file that changed on disk."""
        draft, say = self._draft, self._say
        pack, faults = pack_of(draft, say)
        self._seen = pack or self._seen
        listed = entries(draft, self._seen, say)
        self._keep_in_place({one["id"] for one in listed})
        names = {one["id"]: one["title"] for one in listed}
        self.show(
            entries=listed, agendas=[self._agenda_entry(id) for id in draft.agendas()], faults=faults,
            shows={"what": self._what, "id": self._id}, undo=draft.undoable, redo=draft.redoable,
            changes=max(1, abs(self._count)) if draft.dirty else 0, preview_lang=self._lang, stale=pack is None,
            **self._middle(names, faults), **{"problem": None, "conflict": None, "saved": None, "forced": False, **told},
        )  # fmt: skip
        self._show_preview()

    def _middle(self, names: dict[str, str], faults: list[dict[str, Any]]) -> dict[str, Any]:
        draft, say = self._draft, self._say
        if self._what == "agenda":
            title = next((one for one in draft.texts(f"agendas/{self._id}.yaml") if one.path == ("title",)), None)
            values = [shown_value(title, say, [], {})] if title else []
            return {"values": values, "agenda": agenda_shown(draft, self._id, names, faults), "contrasts": {}}
        told = contrasts(draft.client_values(), say) if self._what == "client" else {}
        entry = next((one for one in draft.entries() if one.id == self._id), None)
        gone = self._what == "entry" and (entry is None or entry.state == "removed")
        values = [] if gone else values_shown(draft, self._seen, self._what, self._id, faults, say)
        return {"values": values, "agenda": None, "contrasts": told}

    def _agenda_entry(self, id: str) -> dict[str, Any]:
        told = self._draft.agenda(id)
        title = told["title"].get(self._say.lang) or next(iter(told["title"].values()))
        return {"id": id, "title": title, "state": told["state"]}

    def _keep_in_place(self, known: set[str]) -> None:
        """What was looked at may be gone after an undo."""
        if self._what == "entry" and self._id not in known:
            self._id = next(iter(self._draft.entries())).id
        if self._what == "agenda" and self._id not in self._draft.agendas():
            self._id = self._draft.agendas()[0]

    def _show_preview(self) -> None:
        look = self._id
        if self._what == "agenda":
            steps = self._draft.agenda(self._id)["steps"]
            look = str(steps[0].get("does", "")) if steps else ""
        shown = previewed(self._seen, look, self._lang) if self._seen and self._what != "client" else None
        self.show(preview=shown)

    # What the page asks for

    def _tried(self, act: Callable[[Message], bool]) -> Callable[[Message], bool]:
        """A sentence for what the draft refuses, and the draft as it is after it."""

        def heard(content: Message) -> bool:
            try:
                return act(content)
            except ChangedMeanwhile as error:
                self.refresh(conflict=self._say.words.of(error, self._say.lang))
            except LeadsError as error:
                self.refresh(problem=self._say.words.of(error, self._say.lang))
            return True

        return heard

    def _look(self, content: Message) -> bool:
        what, id = content.get("what"), content.get("id")
        known = {
            "entry": {one.id for one in self._draft.entries()}, "agenda": set(self._draft.agendas()), "client": {""},
        }  # fmt: skip
        if what not in known or id not in known[what]:
            return False
        self._what, self._id, self._typed = what, id, None
        self.refresh()
        return True

    def _speak(self, content: Message) -> bool:
        lang = next((one for one in LANGS if one == content.get("lang")), None)
        if lang is None:
            return False
        self._lang = lang
        self.show(preview_lang=lang)
        self._show_preview()
        return True

    def _value(self, content: Message) -> Value | None:
        """The value that the page means, of those it was shown."""
        if self._what == "client":
            values = self._draft.client_values()
        elif self._what == "agenda":
            values = self._draft.texts(f"agendas/{self._id}.yaml")
        else:
            values = self._draft.values(self._id)
        file, path = content.get("file"), content.get("path")
        return next((one for one in values if [one.where.file, list(one.where.path)] == [file, path]), None)

    def _set(self, content: Message) -> bool:
        value, given = self._value(content), content.get("value")
        if value is None or not _fits(value, given, content):
            return False
        meant = _meant(value, given, content)
        key = (value.where, tuple(content.get("leaf") or ()))
        # Typing on in the same field is one change, and one undo.
        more = content.get("more") is True and self._typed == key and self._draft.undoable
        if more:
            self._draft.undo()
        self._change(
            lambda: self._draft.clear(value.where) if meant is None else self._draft.set(value.where, meant), not more
        )
        self._typed = key
        self.refresh()
        return True

    def _clear(self, content: Message) -> bool:
        value = self._value(content)
        if value is None:
            return False
        self._change(lambda: self._draft.clear(value.where))
        self.refresh(forced=True)
        return True

    def _undo(self, _content: Message) -> bool:
        return self._walk(self._draft.undo, -1, self._draft.undoable)

    def _redo(self, _content: Message) -> bool:
        return self._walk(self._draft.redo, 1, self._draft.redoable)

    def _walk(self, move: Callable[[], None], by: int, there: bool) -> bool:
        if there:
            move()
            self._count += by
            self._typed = None
        self.refresh(forced=True)
        return True

    def _save(self, _content: Message) -> bool:
        paths = self._draft.save()
        self._count, self._typed = 0, None
        self.refresh(saved=self._say("studio.saved_files", n=len(paths)))
        return True

    def _reload(self, _content: Message) -> bool:
        self._draft.reload()
        self._count, self._typed = 0, None
        self.refresh(forced=True)
        return True

    def _add(self, content: Message) -> bool:
        id, kind, title = (content.get(key) for key in ("id", "type", "title"))
        if not all(isinstance(one, str) for one in (id, kind, title)) or not str(title).strip():
            return False
        self._change(lambda: self._draft.add(str(id), str(kind), dict.fromkeys(LANGS, str(title).strip())))
        self._what, self._id = "entry", str(id)
        self.refresh()
        return True

    def _remove(self, _content: Message) -> bool:
        if self._what == "agenda":
            self._change(lambda: self._draft.remove_agenda(self._id))
        elif self._what == "entry":
            self._change(lambda: self._draft.remove(self._id))
        self.refresh()
        return True

    def _restore(self, _content: Message) -> bool:
        if self._what != "entry":
            return False
        self._change(lambda: self._draft.restore(self._id))
        self.refresh(forced=True)
        return True

    def _new_agenda(self, content: Message) -> bool:
        id, like = content.get("id"), content.get("like")
        if not isinstance(id, str) or like not in self._draft.agendas():
            return False
        self._change(lambda: self._draft.new_agenda(id, like))
        self._what, self._id = "agenda", id
        self.refresh()
        return True

    def _step(self, content: Message) -> bool:
        if self._what != "agenda":
            return False
        told = self._draft.agenda(self._id)
        whole = {key: content.get("value") for key in ("minutes", "slack") if content.get("do") == key}
        if any(type(one) is not int or not 0 <= one <= WIDEST for one in whole.values()):
            return False
        known = {one.id: one for one in self._draft.entries()}
        try:
            steps = told["steps"] if whole else changed_steps(told["steps"], content, known)
        except NoStep:
            return False
        self._change(lambda: self._draft.set_steps(self._id, steps, **whole))
        self._typed = None
        self.refresh()
        return True

    def _change(self, act: Callable[[], None], counts: bool = True) -> None:
        act()
        self._count += counts
        self._typed = None


def _fits(value: Value, given: Any, content: Message) -> bool:
    """Whether a browser's value has the shape that was asked for."""
    widget = value.widget
    if widget == "text" or (widget == "data" and isinstance(given, dict)):
        return isinstance(given, dict) and all(
            lang in LANGS and isinstance(one, str) and len(one) <= WIDEST for lang, one in given.items()
        )
    if widget == "list":
        return isinstance(given, list) and len(given) <= 200
    if widget == "data":
        return isinstance(content.get("leaf"), list) and isinstance(given, str | int | float | bool)
    allowed = {"number": (int, float, type(None)), "flag": (bool, type(None))}.get(widget, (str, type(None)))
    return isinstance(given, allowed) and (widget != "choice" or given is None or given in value.choices)


def _meant(value: Value, given: Any, content: Message) -> Any:
    """What the client's file is to say; None for the base's again."""
    if value.widget == "text":
        return _text(value.now, given, value.base)
    if value.widget == "data":
        leaf = [str(one) for one in content["leaf"]]
        try:
            return with_leaf(value.now, leaf, given)
        except (KeyError, IndexError, ValueError, TypeError):
            return value.own
    return None if given in ("", None) else given


def _text(now: Any, given: dict[str, str], base: Any) -> dict[str, str] | None:
    """Both languages; one that was emptied says what the base says again."""
    told = {**(now or {}), **given}
    whole = {lang: one if str(one).strip() else (base or {}).get(lang, "") for lang, one in told.items()}
    return {lang: one for lang, one in whole.items() if one} or None
