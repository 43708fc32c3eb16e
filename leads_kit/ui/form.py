"""An exercise on the page: its state, its words, its messages and their checks. The drawing is form.js.

The state, all of it plain JSON in one language:

- `key` names the draft and changes with exercise and round; `anchor` is the card's id on the page
- `lang`, `words`, `title`, `intro`, `minutes`, `mark` (domain id), `form` (see describe.py)
- `parts` [{id, fields, strip, icon}]: who can see which fields
- `answer`, `n`, `open`, `progress` (None, "started", "done", "passed")
- `length`: None by viewport, "short", "full"
- `suggestions` {what: [text]}: what the person wrote earlier, for fields that name `what` in `suggest`
- `offers` [{id, label, preview: [sentence], ticked, strip, icon}]
- `feedback` [sentence], `picture` (`pictured(…)` or None), `room` (the same of the room, as JSON text, or "")
- `notes` [{heading, items}]: what others wrote and was released; `own_notes` [{text, state}]: what became of one's own
- `people` [{key, by, lines, reasons, match, best, mine, theirs, my_name, their_name}]: whom one could meet (meet.py)
- `joint`: a table answers together
- `closes_at`: ISO time in UTC while closing is announced, else None
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from leads_kit.form import Answer, Form
from leads_kit.text import Say
from leads_kit.ui._widget import LeadsWidget, Message, worded
from leads_kit.ui.chart import CHART_WORDS
from leads_kit.ui.describe import describe

LARGEST = 200_000
DEEPEST = 6

FORM_WORDS = (
    "card.minutes", "card.progress", "card.short", "card.full", "card.page", "card.back", "card.next",
    "card.saving", "card.saved", "card.saved_except", "card.late", "card.done", "card.decline",
    "card.done_said", "card.declined_said", "card.undo", "card.na", "card.clear", "card.optional",
    "card.chosen", "card.left", "card.over", "card.nothing", "card.yes", "card.no", "card.add",
    "card.remove", "card.removed", "card.row", "card.most_rows", "card.short_rows", "card.pairs_need_two",
    "card.grid_needs", "card.cell", "card.cell_name", "card.told_row", "card.suggested", "card.suggest_add",
    "card.suggest_use", "card.added",
    "card.closing", "card.closing_soon", "card.closed", "card.closed_unsaved", "card.kept_text",
    "card.copy", "card.copied", "card.not_copied", "card.dismiss", "card.draft_back", "card.draft_stand", "card.draft_drop",
    "card.taken", "card.conflict", "card.conflict_status", "card.mine", "card.theirs", "card.keep_mine",
    "card.take_theirs", "card.offer", "card.offer_tick", "card.feedback", "card.room",
    "card.note_waiting", "card.note_released", "card.note_hidden", *CHART_WORDS,
    "meet.for_you", "meet.others", "meet.best", "meet.interested", "meet.interested_in", "meet.said", "meet.take_back",
    "meet.asked", "meet.both", "meet.name", "meet.name_strip", "meet.tell", "meet.told", "meet.their_name",
    "meet.waiting_name",
)  # fmt: skip


class FormWidget(LeadsWidget):
    """One exercise. What a browser sends is checked for shape only; the attempt says what can be kept.

    A message without a callback counts as ignored. Show what came of one with `saved`, `refused`,
    `theirs` or `show(progress=…)`; the page says its message again every three seconds until then.
    """

    def __init__(self, form: Form, say: Say, *, key: str, static: str | None = None, **state: Any) -> None:
        super().__init__(
            "form.js", static=static, key=key, lang=say.lang,
            words=worded(say, FORM_WORDS), form=describe(form, say),
            **({"answer": {}, "n": 0, "open": True, "parts": [], "progress": None, "suggestions": {}} | state),
        )  # fmt: skip

    def on_answer(self, callback: Callable[[dict[str, Any], int, int], None]) -> None:
        """`callback(answer, n, base)`: a mapping of modest size and depth, n ≥ 1, and the version it was made from."""

        def heard(content: Message) -> bool:
            answer, n, base = content.get("answer"), content.get("n"), content.get("base", 0)
            if not isinstance(answer, dict) or type(n) is not int or not 1 <= n < 2**31:
                return False
            if type(base) is not int or not 0 <= base <= n or not _modest(answer):
                return False
            callback(answer, n, base)
            return True

        self.hears("answer", heard)

    def on_finish(self, callback: Callable[[], None]) -> None:
        self._tap("finish", callback)

    def on_decline(self, callback: Callable[[], None]) -> None:
        self._tap("decline", callback)

    def on_resume(self, callback: Callable[[], None]) -> None:
        """`callback()`: "I'm done" or "I'd rather not" is taken back."""
        self._tap("resume", callback)

    def on_offer(self, callback: Callable[[str, bool], None]) -> None:
        """`callback(part, ticked)`, only for a part that is on offer now."""

        def heard(content: Message) -> bool:
            part, ticked = content.get("part"), content.get("ticked")
            offered = [offer["id"] for offer in self.state.get("offers", [])]
            if not isinstance(part, str) or part not in offered or not isinstance(ticked, bool):
                return False
            callback(part, ticked)
            return True

        self.hears("offer", heard)

    def saved(self, n: int, problems: Sequence[Mapping[str, str]] = ()) -> None:
        """Version n is kept for good; `problems` [{field: path, text: sentence}] are not."""
        self.send({"kind": "saved", "n": n, "problems": [dict(one) for one in problems]})

    def refused(self, n: int, text: str) -> None:
        """Version n could not be kept now; the page says why, keeps it and tries again."""
        self.send({"kind": "refused", "n": n, "text": text})

    def theirs(self, answer: Answer, n: int) -> None:
        """Another device saved `answer` as n; the page takes it over, or shows both."""
        self.remember(answer, n)
        self.send({"kind": "theirs", "answer": dict(answer), "n": n})

    def remember(self, answer: Answer, n: int) -> None:
        """What a page that loads from now on begins with. Not sent: pages that are open own their answer."""
        self.state.update(answer=dict(answer), n=n)

    def reword(self, form: Form, say: Say, **changes: Any) -> None:
        """Another language or pack: the open page changes its words, field by field, and keeps the rest."""
        self.show(form=describe(form, say), lang=say.lang, words=worded(say, FORM_WORDS), **changes)

    def _tap(self, kind: str, callback: Callable[[], None]) -> None:
        def heard(_content: Message) -> bool:
            callback()
            return True

        self.hears(kind, heard)


def _modest(answer: Any) -> bool:
    """Whether a person could have typed this much. It walks without recursion: depth is hostile too."""
    size, left = 0, [(answer, 0)]
    while left:
        value, depth = left.pop()
        size += len(value) + 2 if isinstance(value, str) else 8
        if depth > DEEPEST or size > LARGEST:
            return False
        if isinstance(value, dict):
            left.extend((one, depth + 1) for pair in value.items() for one in pair)
        elif isinstance(value, list):
            left.extend((one, depth + 1) for one in value)
    return True
