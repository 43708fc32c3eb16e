"""A seat's page: its cards, the panel above them, and which of them a change in the room concerns.

With two hundred pages open, what a page does not draw again is what lets the others draw in time.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterable

from leads_kit.attempt import Attempt
from leads_kit.delivery import Delivery
from leads_kit.model import owner_of
from leads_kit.room import current
from leads_kit.store import Change, Held
from leads_kit.text import Say
from leads_kit.ui.card import Card
from leads_kit.ui.guests import Guests
from leads_kit.ui.now import NowWidget

# Changes that may show anywhere on a page: the minimum is settled, the room closes, tables are dealt.
ROOM_WIDE = ("room", "seats")
# Changes that the panel tells of.
TOLD = (*ROOM_WIDE, "step", "seat")


class SeatPage:
    """`held` is the store it reads, told here that something moved."""

    def __init__(self, delivery: Delivery, say: Say, held: Held | None = None) -> None:
        self._delivery, self._say, self._held = delivery, say, held
        self._cards: dict[str, Card] = {}
        self._now: NowWidget | None = None
        self._guests = Guests()

    def panel(self) -> Guests:
        """Where the room is, and under it the cards that the notebook lacks, once all cells of the page have run."""
        self._guests.under(self.now())
        # A plain script has no loop and no cells to wait for: it hears of the room's next change.
        with contextlib.suppress(RuntimeError):
            asyncio.get_running_loop().call_soon(self.refresh_guests)
        return self._guests

    def now(self) -> NowWidget:
        self._now = NowWidget(self._delivery, self._say, self.refresh)
        self._now.refresh(self._attempts())
        return self._now

    def card(self, exercise: str) -> Card:
        """A card for one exercise of the pack, in the place of one that stood under the panel meanwhile."""
        self._guests.take(exercise)
        card = self._made(exercise)
        if self._now is not None:
            self._now.refresh(self._attempts())
        return card

    def refresh_guests(self) -> None:
        """Give a card to what this meeting has reached and the notebook has not: a spare, or an exercise of all domains."""
        lacking = [exercise for exercise in self._reached() if exercise not in self._cards]
        for exercise in lacking:
            self._guests.seat(exercise, self._made(exercise))
        if lacking and self._now is not None:
            self._now.refresh(self._attempts())

    def _reached(self) -> list[str]:
        """The exercises of this meeting whose step has opened; none alone, and none without a panel to stand under."""
        delivery = self._delivery
        if delivery.alone or self._now is None:
            return []
        steps = delivery.store.steps(delivery.room)
        now, agenda = current(steps), delivery.pack.agendas[delivery.store.room(delivery.room).agenda]
        meeting = agenda.meeting(now.position) if now else ()
        return [
            one.does for one in steps if one.position in meeting and one.round and one.does in delivery.pack.exercises
        ]

    def _made(self, exercise: str) -> Card:
        card = Card(Attempt(self._delivery.exercise(exercise), self._delivery), self._say)
        self._cards[exercise] = card
        return card

    def moved(self, changes: Iterable[Change]) -> None:
        """Draw what these changes concern. Others' answers never do; steps, the room, one's table and other devices do."""
        told = tuple(change for change in changes if self._heeds(change))
        if not told:
            return
        self._look(any(change.what != "step" for change in told))
        self.refresh_guests()
        if any(change.what in ROOM_WIDE or self._is_mine(change) for change in told if change.what != "response"):
            self.refresh()
            return
        concerned = {exercise for change in told for exercise in self._exercises(change)}
        for id, card in self._cards.items():
            if id in concerned or (self._may_be_stale(card, told) and card.attempt.stale()):
                card.refresh()
            elif any(change.what == "response" for change in told):
                card.suggest()
        if self._now is not None and any(change.what in (*TOLD, "response") for change in told):
            self._now.refresh(self._attempts())

    def refresh(self) -> None:
        """Draw all of it anew."""
        self._look()
        for card in self._cards.values():
            card.refresh()
        if self._now is not None:
            self._now.refresh(self._attempts())

    @staticmethod
    def _may_be_stale(card: Card, told: tuple[Change, ...]) -> bool:
        """A step that moves changes no other exercise's card, unless that one asks about what was noted in it."""
        heard = card.attempt.kind.hears(card.attempt.exercise)
        return bool(heard) or any(change.what != "step" for change in told)

    def _look(self, answers: bool = True) -> None:
        if self._held is not None:
            self._held.look(answers)

    def _heeds(self, change: Change) -> bool:
        match change.what:
            case "response":
                return change.ref in self.owners()
            case "interest":
                return change.ref == self._delivery.seat.id
            case "seat":
                return self._is_mine(change) or (self._now is not None and self._now.shows_tables)
        return change.what != "reached"

    def _is_mine(self, change: Change) -> bool:
        return change.what == "seat" and change.ref == self._delivery.seat.id

    def owners(self) -> set[str]:
        """Whose answers are this page's: the seat's, and its table's."""
        seat = self._delivery.store.seat(self._delivery.room, self._delivery.seat.id)
        return {seat.id, owner_of(seat.id, seat.table)}

    def _exercises(self, change: Change) -> set[str]:
        """Whose step moved, whose notes were decided, who introduces people to each other."""
        match change.what:
            case "step":
                return {
                    step.does
                    for step in self._delivery.store.steps(self._delivery.room)
                    if str(step.position) == change.ref
                }
            case "note":
                return {change.ref}
            case "interest":
                return {id for id, card in self._cards.items() if card.attempt.kind.matches is not None}
        return set()

    def _attempts(self) -> dict[str, Attempt]:
        return {id: card.attempt for id, card in self._cards.items()}
