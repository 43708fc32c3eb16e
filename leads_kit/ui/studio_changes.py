"""What a coach changes in the studio: each act takes a page's message and says what the page is to be told with the draft.

None from an act: the page asked for something that it was not shown.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from leads_kit.packs.drafts.draft import Draft
from leads_kit.packs.drafts.values import Value, Where
from leads_kit.text import Say
from leads_kit.ui._widget import Message
from leads_kit.ui.studio_asked import WIDEST, fits, meant, wording
from leads_kit.ui.studio_steps import NoStep, changed_steps
from leads_kit.ui.studio_upload import Upload
from leads_kit.ui.studio_view import values_of

Told = dict[str, Any] | None
FORCED: dict[str, Any] = {"forced": True}
STEP_WORDS = {"notes": "studio.step_notes", "question": "studio.step_question"}


class Changes:
    """`what` and `id` are what is looked at; `count` is how many changes are not on the disk; `usual` the minutes of steps."""

    def __init__(self, draft: Draft, say: Say) -> None:
        self._draft, self._say = draft, say
        self.what, self.id = "entry", ""
        self._before = self.what, self.id
        self.count = 0
        self.usual: dict[str, int] = {}
        self._typed: tuple[Where, tuple[Any, ...]] | None = None
        self._upload = Upload()

    def acts(self) -> dict[str, Callable[[Message], Told]]:
        return {
            "look": self.look, "set": self.set, "clear": self.clear, "undo": self.undo, "redo": self.redo,
            "save": self.save, "keep": self.keep, "reload": self.reload, "add": self.add, "remove": self.remove,
            "restore": self.restore, "step": self.step, "new_agenda": self.new_agenda, "logo": self.logo,
        }  # fmt: skip

    def look(self, content: Message) -> Told:
        what, id = content.get("what"), content.get("id")
        known: dict[Any, Any] = {
            "entry": [one.id for one in self._draft.entries()], "agenda": self._draft.agendas(), "client": [""],
            "texts": self._draft.text_files(),
        }  # fmt: skip
        if not isinstance(what, str) or id not in known.get(what, ()):
            return None
        self._before = self.what, self.id
        self.what, self.id, self._typed = what, str(id), None
        return {}

    def settle(self) -> None:
        """What was looked at may be gone after an undo."""
        entries = [one.id for one in self._draft.entries()]
        if self.what == "entry" and self.id not in entries:
            self.id = entries[0]
        if self.what == "agenda" and self.id not in self._draft.agendas():
            self.id = self._draft.agendas()[0]
        if self.what == "texts" and self.id not in self._draft.text_files():
            self.id = self._draft.text_files()[0]

    # Values

    def set(self, content: Message) -> Told:
        value, given = self._value(content), content.get("value")
        if value is None or not fits(value, given, content):
            return None
        told = meant(value, given, content)
        key = (value.where, tuple(content.get("leaf") or ()))
        # Typing on in the same field is one change, and one undo.
        more = content.get("more") is True and self._typed == key and self._draft.undoable
        if more:
            self._draft.undo()
        self._change(
            lambda: self._draft.clear(value.where) if told is None else self._draft.set(value.where, told), not more
        )
        self._typed = key
        return {}

    def clear(self, content: Message) -> Told:
        value = self._value(content)
        if value is None:
            return None
        self._change(lambda: self._draft.clear(value.where))
        return FORCED

    def logo(self, content: Message) -> Told:
        """One part of a picture; with the last one it is the logo."""
        taken = self._upload.take(content) if self.what == "client" else None
        if taken is None:
            return None
        name, whole = taken
        if whole is None:
            return {}
        self._change(lambda: self._draft.set_logo(name, whole))
        return {**FORCED, "done": self._say("studio.logo_sent")}

    def _value(self, content: Message) -> Value | None:
        """The value that the page means, of what it is shown or still showed when this was typed."""
        meant_at = [content.get("file"), content.get("path")]
        values = (one for what, id in ((self.what, self.id), self._before) for one in values_of(self._draft, what, id))
        return next((one for one in values if [one.where.file, list(one.where.path)] == meant_at), None)

    # Things

    def add(self, content: Message) -> Told:
        id, kind, title = (content.get(key) for key in ("id", "type", "title"))
        if not isinstance(id, str) or not isinstance(kind, str) or not wording(title):
            return None
        told = {lang: one.strip() for lang, one in dict(title or {}).items() if one.strip()}
        if not told:
            return None
        both: dict[str, str] = {lang: told.get(lang) or next(iter(told.values())) for lang in self._draft.languages}
        self._change(lambda: self._draft.add(id, kind, both))
        self.what, self.id = "entry", id
        return {}

    def remove(self, _content: Message) -> Told:
        if self.what == "agenda":
            self._change(lambda: self._draft.remove_agenda(self.id))
        elif self.what == "entry":
            self._change(lambda: self._draft.remove(self.id))
        else:
            return None
        return FORCED

    def restore(self, _content: Message) -> Told:
        if self.what != "entry":
            return None
        self._change(lambda: self._draft.restore(self.id))
        return FORCED

    def new_agenda(self, content: Message) -> Told:
        id, like = content.get("id"), content.get("like")
        if not isinstance(id, str) or like not in self._draft.agendas():
            return None
        self._change(lambda: self._draft.new_agenda(id, like))
        self.what, self.id = "agenda", id
        return {}

    def step(self, content: Message) -> Told:
        if self.what != "agenda":
            return None
        told, given = self._draft.agenda(self.id), content.get("value")
        whole = {key: given for key in ("minutes", "slack") if content.get("do") == key}
        if whole and (type(given) is not int or not 0 <= given <= WIDEST):
            return None
        known = {one.id: one for one in self._draft.entries()}
        try:
            steps = (
                told["steps"] if whole else changed_steps(told["steps"], content, known, self.usual, self._step_words)
            )
        except NoStep:
            return None
        self._change(lambda: self._draft.set_steps(self.id, steps, **whole))
        return {}

    def _step_words(self, does: str) -> dict[str, Any]:
        """What an agenda already says to whoever leads this, and asks the room; otherwise something to write over."""
        for id in self._draft.agendas():
            for step in self._draft.agenda(id)["steps"]:
                if step.get("does") == does:
                    return {key: step[key] for key in STEP_WORDS if key in step}
        texts = {key: self._say.words[word] for key, word in STEP_WORDS.items()}
        return {key: {"en": text.en, "fr": text.fr} for key, text in texts.items()}

    # Back, forth, and onto the disk

    def undo(self, _content: Message) -> Told:
        if self._draft.undoable:
            self._draft.undo()
            self.count -= 1
        self._typed = None
        return FORCED

    def redo(self, _content: Message) -> Told:
        if self._draft.redoable:
            self._draft.redo()
            self.count += 1
        self._typed = None
        return FORCED

    def save(self, _content: Message) -> Told:
        paths = self._draft.save()
        self.count, self._typed = 0, None
        return {"saved": self._say("studio.saved_files", n=len(paths))} if paths else {}

    def keep(self, content: Message) -> Told:
        """After a conflict: what was changed here is saved over the disk's, of which a copy is kept."""
        self._draft.keep()
        return self.save(content)

    def reload(self, _content: Message) -> Told:
        self._draft.reload()
        self.count, self._typed = 0, None
        return FORCED

    def _change(self, act: Callable[[], None], counts: bool = True) -> None:
        self._typed = None
        act()
        self.count += counts
