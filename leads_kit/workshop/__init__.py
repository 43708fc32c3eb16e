"""The only place where everything meets: what a notebook imports.

from leads_kit.workshop import open_workshop
workshop = open_workshop()
workshop.exercise("dc-wheel")
"""

from __future__ import annotations

import importlib
import os
import random
import sys
import threading
from typing import Any

from leads_kit.delivery import Delivery, Live, utc_now
from leads_kit.errors import LeadsError, NoSeat, NotCoach, NotHost, UnknownExercise
from leads_kit.model import Pack
from leads_kit.packs import load_pack, load_words, pack_of
from leads_kit.room import RoomDesk
from leads_kit.store import Held, Store, open_store
from leads_kit.text import Say
from leads_kit.ui._widget import wear
from leads_kit.ui.console import ConsoleWidget
from leads_kit.ui.follow import Follower
from leads_kit.ui.notice import notice
from leads_kit.ui.place import Address
from leads_kit.ui.take import TakeWidget
from leads_kit.ui.wall import WallWidget
from leads_kit.workshop.alone import alone
from leads_kit.workshop.here import Here, here
from leads_kit.workshop.home import home_file
from leads_kit.workshop.seat import SeatPage
from leads_kit.workshop.shown import shown_page

# Seconds after arriving in which a seat's kernel imports what pictures need: later than the burst, long before the first.
WARM_BETWEEN = (10.0, 60.0)
# Of twenty steps of politeness towards other processes; a seat's kernel is some milliseconds of work.
BEHIND = 10


def warm(delay: float = 0.0) -> None:
    """Import the charts' library in the background, so that the first picture is not the one that waits for it."""
    if "altair" in sys.modules:
        return
    timer = threading.Timer(delay, importlib.import_module, ["altair"])
    timer.daemon = True
    timer.start()


def _step_back() -> None:
    """Let the server, the console and the wall go first: where two hundred pages draw at once, these are what all look at."""
    if hasattr(os, "nice"):
        os.nice(BEHIND)


def open_workshop() -> Workshop:
    """Whoever opened this notebook, wherever: a seat, a console, a wall, or alone."""
    return Workshop(here())


class Workshop:
    """One page's view of a workshop. Every method returns something to display."""

    def __init__(self, who: Here) -> None:
        self._who = who
        self._follower: Follower | None = None
        self._store: Store | None = open_store(who.store) if who.store else None
        self._pack: Pack | None = None
        self._delivery: Delivery | None = None
        self._page: SeatPage | None = None
        self._watched: Any = None

    @property
    def say(self) -> Say:
        """The page's words; before any pack is known, the kit's own."""
        return (self._pack.words if self._pack else load_words()).say(self._who.lang)

    def now(self) -> Any:
        """The step the room is at, and what it does where the notebook has no card for it."""
        return self._seat_page().panel()

    def exercise(self, exercise_id: str) -> Any:
        """One exercise's card. Raises UnknownExercise."""
        page, known = self._seat_page(), self._seated().pack.exercises
        if exercise_id not in known:
            raise self._worded(UnknownExercise(exercise=exercise_id, known=sorted(known)))
        return page.card(exercise_id)

    def take_home(self) -> Any:
        """Everything this seat answered, as files to keep."""
        delivery = self._seated()

        def make(file: str, own: bool) -> str | bytes:
            made = home_file(delivery, self.say, file, own)
            delivery.store.change_seat(delivery.room, delivery.seat.id, took_home=delivery.clock())
            return made

        return TakeWidget(make, self.say)

    def console(self) -> Any:
        """The facilitator's page; one sentence and no data for anybody else."""
        if self._who.role != "host" or self._store is None or self._who.room is None:
            return notice(self.say.words.of(NotHost(), self._who.lang))
        room, pack = self._room_pack(self._store, self._who.room)
        desk = RoomDesk(self._store, room.id, pack)
        store, say = self._store, self.say
        console = ConsoleWidget(
            desk, pack, Address.of(self._who.base, room), say, lambda: shown_page(store, room.id, pack, say)
        )
        self._follow(self._store, room.id, None, lambda _changes: console.refresh(), beat=console.refresh)
        console.refresh()
        warm()
        return console

    def wall(self) -> Any:
        """The projector's page; one sentence and no data without a room."""
        if self._who.role not in ("wall", "host") or self._store is None or self._who.room is None:
            return notice(self.say("wall.no_room"))
        room, pack = self._room_pack(self._store, self._who.room)
        wall = WallWidget(self._store, room.id, pack, Address.of(self._who.base, room), self.say, utc_now)
        self._follow(self._store, room.id, None, lambda _changes: wall.refresh(), beat=wall.refresh)
        wall.refresh()
        warm()
        return wall

    def studio(self) -> Any:
        """The coach's page; one sentence and no data for anybody else."""
        if self._who.role != "coach":
            return notice(self.say.words.of(NotCoach(), self._who.lang))
        # Participants' kernels have no use for what edits files.
        from leads_kit.ui.studio_page import StudioPage

        return StudioPage(self._who.client, self.say)

    def preview(self) -> Any:
        """One exercise of a coach's client, drawn again as its files change; one sentence for anybody else."""
        if self._who.role != "coach" or self._who.client is None or self._who.exercise is None:
            return notice(self.say.words.of(NotCoach(), self._who.lang))
        from leads_kit.workshop.watched import Watched

        self._watched = Watched(self._who.client, self._who.exercise, self.say)
        self._watched.start()
        return self._watched.page

    def _seated(self) -> Delivery:
        """The delivery of this page's seat, made on first need."""
        if self._delivery is None:
            self._delivery = self._live() if self._who.role == "seat" else self._alone()
        return self._delivery

    def _seat_page(self) -> SeatPage:
        delivery = self._seated()
        if self._page is None:
            self._page = SeatPage(delivery, self.say)
        return self._page

    def _live(self) -> Delivery:
        who = self._who
        if self._store is None or who.room is None or who.seat is None or who.secret is None:
            raise self._worded(NoSeat())
        _step_back()
        held = Held(self._store)
        room, pack = self._room_pack(held, who.room)
        delivery = Live(held, pack, room.id, held.seat(room.id, who.seat), who.secret)
        self._page = SeatPage(delivery, self.say, held)
        self._follow(self._store, room.id, who.seat, self._page.moved, answers_of=self._page.owners)
        warm(random.SystemRandom().uniform(*WARM_BETWEEN))
        return delivery

    def _alone(self) -> Delivery:
        self._pack = load_pack(os.environ.get("LEADS_CLIENT", "base"))
        wear(self._pack.client.look)
        return alone(self._pack, self._who.lang)

    def _room_pack(self, store: Store, room_id: str) -> tuple[Any, Pack]:
        room = store.room(room_id)
        self._pack = pack_of(room.pack, lambda: store.pack_json(room_id))
        return room, self._pack

    def _follow(
        self, store: Store, room: str, seat: str | None, listener: Any, beat: Any = None, answers_of: Any = None
    ) -> None:
        self._follower = Follower(store, room, seat, utc_now, beat, answers_of)
        self._follower.on_change(listener)
        self._follower.start()

    def _worded(self, error: LeadsError) -> LeadsError:
        """A notebook lets an error rise; the sentence rises with it."""
        error.add_note(self.say.words.of(error, self._who.lang))
        return error
