"""The console: the facilitator's moves on a room, each with the step as it was seen. The drawing is console.js."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from leads_kit.errors import LeadsError
from leads_kit.model import Pack, Step, StepState
from leads_kit.room import RoomDesk
from leads_kit.text import Say
from leads_kit.ui._widget import LeadsWidget, Message, worded
from leads_kit.ui.chart import CHART_WORDS
from leads_kit.ui.moves import ROOM_MOVES, Moves
from leads_kit.ui.overview import Overview
from leads_kit.ui.place import Address

MOVES = ("open", "close", "close_now", "show", "hide", "next", "again", "skip", "extend", "pause", "resume")
# What may end a round.
CLOSES = ("close", "close_now", "next")
REPORT = "workshop.html"
STATES = ("waiting", "open", "closed", "shown", "skipped")
CONSOLE_WORDS = (
    "console.agenda", "console.minutes", "console.round", "console.no_step", "console.finished", "console.detail",
    "console.here", "console.left", "console.closing", "console.time_up", "console.paused", "console.present",
    "console.check.reached", "console.check.scan", "console.check.cures", "console.check.cure_list", "console.qr_alt",
    "console.group.title", "console.group.few", "console.group.enough", "console.group.keep", "console.group.lower",
    "console.group.talk", "console.group.fixed", "console.group.open", "console.open_wall", "console.cancel",
    "console.end", "console.end_sure", "console.end_yes", "console.keys", "console.keys_on",
    "console.key_space", "console.key_enter",
    "console.notes", "console.notes_none", "console.release", "console.release_all", "console.hide_note",
    "console.note.waiting", "console.note.released", "console.note.hidden",
    "console.supply", "console.supply_own", "console.supply_open", "console.supply_lines", "console.supply_count",
    "console.tables", "console.tables_none", "console.tables_now", "console.deal", "console.deal_size",
    "console.spares", "console.swap", "console.home", "console.report", "console.turn",
    *(f"console.{move}" for move in MOVES), *(f"console.state.{state}" for state in STATES), *CHART_WORDS,
)  # fmt: skip


class ConsoleWidget(LeadsWidget):
    """One of several consoles on a room, all in step because each shows the room's rows and keeps nothing of its own.

    `report()` is the page of all that was shown, made when it is asked for.
    """

    def __init__(
        self, desk: RoomDesk, pack: Pack, address: Address, say: Say, report: Callable[[], str] = lambda: ""
    ) -> None:
        self._desk, self._pack, self._say, self._report = desk, pack, say, report
        self._overview = Overview(desk, pack, address, say)
        self._looked: int | None = None
        super().__init__("console.js", lang=say.lang, words=worded(say, CONSOLE_WORDS), step=None, agenda=[], room={})
        self.hears("do", self._do)
        self.hears("look", self._look)
        self.hears("report", self._download)

    def refresh(self, problem: str | None = None) -> None:
        """Show the room as it is now; `problem` is the sentence of a move that was refused."""
        self._desk.finish_due()
        self.show(**self._overview.state(self._looked), problem=problem)

    def _look(self, content: Message) -> bool:
        position = content.get("position")
        if not isinstance(position, int) or not 0 <= position < len(self._desk.steps()):
            return False
        self._looked = position
        self.refresh()
        return True

    def _do(self, content: Message) -> bool:
        what, move = content.get("what"), None
        seen = self._seen(content)
        if seen is not None or what in ROOM_MOVES:
            move = Moves(self._desk, self._say).named(what, content.get("value"))
        if move is None:
            return False
        problem = None
        try:
            reached = move(seen)
            self._looked = reached.position if isinstance(reached, Step) else self._looked
        except LeadsError as error:
            problem = self._say.words.of(error, self._say.lang)
        self.refresh(problem)
        if what in CLOSES:
            self._draw_ahead()
        return True

    def _draw_ahead(self) -> None:
        """Draw for those who read another language, too, before anybody is shown it: all their pages would do so at once."""
        for lang in self._pack.client.languages:
            if lang != self._say.lang:
                Overview(self._desk, self._pack, self._address, self._pack.words.say(lang)).state(self._looked)

    def _download(self, _content: Message) -> bool:
        try:
            text = self._report()
        except LeadsError as error:
            self.refresh(self._say.words.of(error, self._say.lang))
            return True
        self.send({"kind": "taken", "name": REPORT, "type": "text/html", "text": text})
        return True

    def _seen(self, content: Message) -> Step | None:
        """The step as the page saw it, so that a move on an outdated page is refused and not applied to another."""
        for step in self._desk.steps():
            if step.position == content.get("position"):
                state, round_ = content.get("state"), content.get("round")
                if state not in STATES or not isinstance(round_, int):
                    return None
                return replace(step, state=StepState(state), round=round_)
        return None
