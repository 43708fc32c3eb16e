"""The studio: a coach's draft of a client, one thing of it at a time, with a preview. The drawing is studio.js.

What the page types goes in with `set` and comes back in the state; nothing is written to disk before `save`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from leads_kit.errors import ChangedMeanwhile, LeadsError, PackBroken
from leads_kit.form import Answer
from leads_kit.model import Pack
from leads_kit.packs.drafts.draft import Draft
from leads_kit.text import LANGS, Lang, Say, first_spoken
from leads_kit.ui._widget import LeadsWidget, Message, worded
from leads_kit.ui.look import style
from leads_kit.ui.rehearsal import Rehearsal, typical_answers
from leads_kit.ui.studio_changes import Changes, Told
from leads_kit.ui.studio_faults import pack_of, said
from leads_kit.ui.studio_look import LOGOS, contrasts, logo_of
from leads_kit.ui.studio_view import KIND_WORDS, agenda_shown, agendas, entries, kinds, text_files, values_shown
from leads_kit.ui.studio_words import STUDIO_WORDS

QUIET: dict[str, Any] = {"problem": None, "conflict": None, "saved": None, "done": None, "forced": False}


class StudioWidget(LeadsWidget):
    """One client's studio. `refresh` shows the draft as it is now; `leave` is called for another client, unless something
    here is unsaved."""

    def __init__(self, draft: Draft, say: Say, leave: Callable[[], None] | None = None) -> None:
        self._draft, self._say, self._leave = draft, say, leave
        self._changes = Changes(draft, say)
        self._rehearsal = Rehearsal()
        self._seen: Pack | None = None
        self._lang: Lang = first_spoken(draft.languages, say.lang)
        self._filled = False
        super().__init__(
            "studio.js", lang=say.lang, words=worded(say, STUDIO_WORDS), client=draft.client, kinds=kinds(draft, say),
            logos=LOGOS, leaves=leave is not None,
        )  # fmt: skip
        for kind, act in self._changes.acts().items():
            self.hears(kind, self._tried(act))
        self.hears("see", self._see)
        self.hears("leave", self._left)
        pack, _ = pack_of(draft, say)
        self._changes.id = entries(draft, pack, say)[0]["id"]
        self.refresh()

    def refresh(self, **told: Any) -> None:
        """Show the draft; `problem` is the sentence of what was refused, `conflict` of a file that changed on disk."""
        draft, say, changes = self._draft, self._say, self._changes
        pack, faults = pack_of(draft, say)
        self._seen = pack or self._seen
        changes.settle()
        changes.usual = _minutes(self._seen)
        listed = entries(draft, self._seen, say)
        self.show(
            entries=listed, agendas=agendas(draft, say), files=text_files(draft, self._seen, say), faults=faults,
            langs=list(draft.languages), shows={"what": changes.what, "id": changes.id},
            undo=draft.undoable, redo=draft.redoable, changes=max(1, abs(changes.count)) if draft.dirty else 0,
            stale=pack is None, **self._middle(listed, faults), **self._look(), **self._previewed(), **{**QUIET, **told},
        )  # fmt: skip

    def close(self) -> None:
        self._rehearsal.close()
        super().close()

    def _middle(self, listed: list[dict[str, Any]], faults: list[dict[str, Any]]) -> dict[str, Any]:
        draft, say, what, id = self._draft, self._say, self._changes.what, self._changes.id
        names = {one["id"]: one["title"] for one in listed}
        return {
            "values": values_shown(draft, self._seen, what, id, faults, say),
            "agenda": agenda_shown(draft, id, names, faults) if what == "agenda" else None,
        }

    def _look(self) -> dict[str, Any]:
        values = self._draft.client_values()
        name = next(one.now for one in values if one.path == ("name",)) or {}
        return {
            "name": name.get(self._say.lang) or next(iter(name.values()), self._draft.client),
            "contrasts": contrasts(values, self._say), "logo": logo_of(values, self._draft),
        }  # fmt: skip

    def _previewed(self) -> dict[str, Any]:
        """The exercise looked at; beside an agenda its first step, beside the client's look and words one that wears them."""
        pack, id = self._seen, self._at()
        self._lang = first_spoken(self._draft.languages, self._lang)
        typical = self._typical(id)
        shown = None
        if pack is not None:
            lang = first_spoken(pack.client.languages, self._lang)
            shown = self._rehearsal.shown(pack, id, lang, typical if self._filled else None)
        return {
            "preview": shown, "preview_style": style(pack.client.look) if pack else "", "preview_lang": self._lang,
            "filled": self._filled and bool(typical), "fillable": bool(typical),
        }  # fmt: skip

    def _at(self) -> str:
        what, id = self._changes.what, self._changes.id
        if what == "entry":
            return id
        if what == "texts" and id.startswith(KIND_WORDS):
            kind = id.removeprefix(KIND_WORDS).removesuffix(".yaml")
            return next((one.id for one in self._draft.entries() if one.kind == kind), "")
        usual = id if what == "agenda" else self._seen.client.agenda if self._seen else ""
        steps = self._draft.agenda(usual)["steps"] if usual in self._draft.agendas() else []
        return str(steps[0].get("does", "")) if steps else ""

    def _typical(self, id: str) -> dict[str, Answer]:
        if self._seen is None or id not in self._seen.exercises:
            return {}
        try:
            return typical_answers(id, self._draft.client, self._seen, self._draft.root)
        except PackBroken:  # samples of an exercise that has changed are for `leads check` to say
            return {}

    # What the page asks for

    def _tried(self, act: Callable[[Message], Told]) -> Callable[[Message], bool]:
        """A sentence for what the draft refuses, and the draft as it is after it."""
        words, lang = self._say.words, self._say.lang

        def heard(content: Message) -> bool:
            told: Told
            try:
                told = act(content)
            except ChangedMeanwhile as error:
                told = {"conflict": words.of(error, lang)}
            except PackBroken as broken:
                told = {"problem": said(broken.faults, self._say)}
            except LeadsError as error:
                told = {"problem": words.of(error, lang)}
            if told is not None:
                self.refresh(**told)
            return told is not None

        return heard

    def _see(self, content: Message) -> bool:
        """The preview in another language, or filled."""
        lang, filled = content.get("lang"), content.get("filled")
        if lang not in (None, *LANGS) or filled not in (None, True, False):
            return False
        self._lang = first_spoken(self._draft.languages, lang, self._lang)
        self._filled = self._filled if filled is None else filled
        self.show(**self._previewed())
        return True

    def _left(self, _content: Message) -> bool:
        if self._leave is None:
            return False
        if self._draft.dirty:
            self.refresh(problem=self._say("studio.save_first"))
        else:
            self._leave()
        return True


def _minutes(pack: Pack | None) -> dict[str, int]:
    if pack is None:
        return {}
    return {
        **{id: one.minutes for id, one in pack.exercises.items()},
        **{id: one.minutes for id, one in pack.activities.items()},
    }
