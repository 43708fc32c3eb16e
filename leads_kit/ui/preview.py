"""One exercise of a pack as a participant sees it: the real card on answers that are nobody's, with what is wrong above it.

page = Preview(say)                              # say: the coach's own language
page.show(pack, "dc-wheel", "fr", short=True)    # a participant's language; a phone's width and form
page.faults([Fault(…), …])                       # sentences with file and line; the last good exercise stays below
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from typing import Any

from ipywidgets import HTML, Layout, VBox

from leads_kit.errors import Fault
from leads_kit.form import Answer
from leads_kit.model import Activity, Pack
from leads_kit.text import Lang, Say
from leads_kit.ui._widget import LeadsWidget, Message, plain_layout, worded
from leads_kit.ui.card import Card
from leads_kit.ui.look import style
from leads_kit.ui.notice import plain
from leads_kit.ui.rehearsal import Rehearsal, told

PHONE = "390px"
PREVIEW_WORDS = (
    "preview.heading", "preview.faults", "preview.stale",
    "preview.what.lang", "preview.what.width", "preview.what.answer",
)  # fmt: skip
WIDTHS, ANSWERS = ("phone", "full"), ("empty", "typical")


class Bar(LeadsWidget):
    """What to see the exercise as, and what is wrong. The drawing is preview.js."""

    def __init__(self, say: Say, chosen: Callable[[str, str], None]) -> None:
        super().__init__(
            "preview.js", lang=say.lang, words=worded(say, PREVIEW_WORDS), faults=[], stale=False, choices=[], style=""
        )
        self._chosen = chosen
        self.hears("choose", self._choose)

    def _choose(self, content: Message) -> bool:
        """Only what is on offer now."""
        what, value = content.get("what"), content.get("value")
        offered = {
            (choice["what"], one["value"])
            for choice in self.state["choices"]
            for one in choice["values"]
            if not one["off"]
        }
        if not isinstance(what, str) or not isinstance(value, str) or (what, value) not in offered:
            return False
        self._chosen(what, value)
        return True


class Preview(VBox):  # type: ignore[misc]
    """Answers are kept while the page is open, in a folder that goes with it; `typical` are those that may be shown."""

    def __init__(self, say: Say) -> None:
        self._say = say
        self._rehearsal = Rehearsal()
        self._pack: Pack | None = None
        self._id, self._typical = "", dict[str, Answer]()
        self._as: dict[str, str] = {"lang": say.lang, "width": "full", "answer": "empty"}
        self.bar = Bar(say, self._choose)
        self._frame = VBox(layout=Layout())
        super().__init__([self.bar, self._frame], layout=plain_layout())

    def show(
        self, pack: Pack, exercise_id: str, lang: Lang | None = None, short: bool | None = None,
        typical: Mapping[str, Answer] | None = None,
    ) -> None:  # fmt: skip
        """An exercise or activity of a pack; `typical` are sample answers by language. Raises KeyError for an unknown id."""
        if exercise_id not in pack.exercises and exercise_id not in pack.activities:
            raise KeyError(exercise_id)
        self._pack, self._id = pack, exercise_id
        if typical is not None:
            self._typical = dict(typical)
        if lang is not None:
            self._as["lang"] = lang
        if short is not None:
            self._as["width"] = "phone" if short else "full"
        self._draw()
        self.bar.show(faults=[], stale=False)

    def faults(self, faults: Iterable[Fault]) -> None:
        """What is wrong, each with its place; none takes them away."""
        found = [{"place": f"{one.file}:{one.line}", "said": self._say(one.id, **one.values)} for one in faults]
        self.bar.show(faults=found, stale=self._pack is not None)

    def close(self) -> None:
        self._clear()
        self._rehearsal.close()
        super().close()

    def _choose(self, what: str, value: str) -> None:
        self._as[what] = value
        self._draw()

    def _draw(self) -> None:
        pack = self._pack
        if pack is None:
            return
        if self._as["lang"] not in pack.client.languages:
            self._as["lang"] = pack.client.languages[0]
        if not self._typical:
            self._as["answer"] = "empty"
        lang: Lang = "fr" if self._as["lang"] == "fr" else "en"
        say = pack.words.say(lang)
        shown = pack.exercises.get(self._id) or pack.activities[self._id]
        look = style(pack.client.look)
        self.bar.show(choices=self._choices(pack), style=look)
        self._clear()
        self._frame.layout.max_width = PHONE if self._as["width"] == "phone" else "100%"
        self._frame.children = [_told(shown, say) if isinstance(shown, Activity) else self._card(pack, lang, say)]

    def _clear(self) -> None:
        for one in self._frame.children:
            for inner in getattr(one, "children", ()):
                inner.close()
            one.close()

    def _choices(self, pack: Pack) -> list[dict[str, Any]]:
        offered: dict[str, Sequence[str]] = {"lang": pack.client.languages, "width": WIDTHS}
        if self._id in pack.exercises:
            offered["answer"] = ANSWERS
        return [
            {"what": what, "values": [
                {"value": one, "label": self._say(f"preview.{what}.{one}"), "chosen": self._as[what] == one,
                 "off": one == "typical" and not self._typical}
                for one in values
            ]}
            for what, values in offered.items()
        ]  # fmt: skip

    def _card(self, pack: Pack, lang: Lang, say: Say) -> Card:
        typical = self._typical if self._as["answer"] == "typical" else None
        attempt = self._rehearsal.attempt(pack, self._id, lang, typical)
        card = Card(attempt, say)
        card.children[0].show(length="short" if self._as["width"] == "phone" else "full")
        return card


def _told(activity: Activity, say: Say) -> HTML:
    """An activity as the panel of a participant's page tells it."""
    words = told(activity, say)
    roles = "".join(f"<li>{escape(role)}</li>" for role in words["roles"])
    return plain(
        f'<section class="card"><p class="meta">{escape(words["minutes"])}</p><h2>{escape(words["title"])}</h2>'
        f'<p class="prose">{escape(words["instruction"])}</p>'
        + (f'<ul class="roles">{roles}</ul>' if roles else "")
        + "</section>"
    )
