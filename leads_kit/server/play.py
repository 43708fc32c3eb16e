"""Playing a demo room: twelve invented participants arrive, and answer whatever the facilitator opens."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from leads_kit.attempt import Attempt
from leads_kit.delivery import Live
from leads_kit.errors import LeadsError
from leads_kit.kinds import kind_of
from leads_kit.model import Room, Seat, StepState
from leads_kit.packs import Sample, load_samples
from leads_kit.room import join, offered_pseudonyms, sit
from leads_kit.server.desk import Desk

# Twelve arrive within half a minute, so that the room fills while one looks at it.
PACE_SECONDS = 2.0
TABLE_SIZE = 3
HERE_EVERY = dt.timedelta(seconds=25)


class Player:
    """One task, for the one demo room that is being played."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._task: asyncio.Task[None] | None = None

    @property
    def running(self) -> bool:
        return self._task is not None and not self._task.done()

    def play(self, room: Room) -> None:
        """Begin; pressed again while it plays, nothing happens."""
        if not self.running:
            self._task = asyncio.get_running_loop().create_task(self._run(room.id))

    def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _samples(self, room: str) -> Iterable[Sample]:
        """Those who speak a language of the room's client, with what they answer in its own exercises."""
        client = self._desk.pack(self._desk.store.room(room)).client
        return load_samples(client=client.id, languages=client.languages).values()

    async def _run(self, room: str) -> None:
        cast = [Actor(self._desk, room, sample, at) for at, sample in enumerate(self._samples(room))]
        while not self._desk.store.room(room).closed:
            for actor in cast:
                if await asyncio.to_thread(actor.act):
                    await asyncio.sleep(PACE_SECONDS)
            await asyncio.sleep(PACE_SECONDS)


class Actor:
    """One invented participant: arrives first, then answers each open step once, as slowly as people do.

    Where tables answer and nobody dealt them, three sit together; the first of a table to come writes for it.
    """

    def __init__(self, desk: Desk, room: str, sample: Sample, at: int) -> None:
        self._desk, self._room, self._sample = desk, room, sample
        self._table = at // TABLE_SIZE + 1
        self._seat: tuple[Seat, bytes] | None = None
        self._answered: set[tuple[str, int]] = set()
        self._seen = dt.datetime.min.replace(tzinfo=dt.UTC)

    def act(self) -> bool:
        """Do the next thing there is to do; whether there was one."""
        if self._seat is None:
            self._seat = self._arrive()
            return True
        seat, secret = self._seat
        self._stay(seat)
        todo = self._open()
        return any(self._answer(seat, secret, does, round_) for does, round_ in todo) or self._meets(seat, secret)

    def _arrive(self) -> tuple[Seat, bytes]:
        store, room = self._desk.store, self._desk.store.room(self._room)
        pack = self._desk.pack(room)
        name = offered_pseudonyms(store, room, pack.words, self._sample.lang)[0]
        return join(
            store,
            room,
            lang=self._sample.lang,
            pseudonym=name,
            consent_version=pack.consent_version,
            now=dt.datetime.now(dt.UTC),
            sample=True,
        )

    def _stay(self, seat: Seat) -> None:
        """Count as here, like a page that is open."""
        now = dt.datetime.now(dt.UTC)
        if now - self._seen > HERE_EVERY:
            self._desk.store.touch(self._room, seat.id, now)
            self._seen = now

    def _open(self) -> list[tuple[str, int]]:
        steps = self._desk.store.steps(self._room)
        todo = [(step.does, step.round) for step in steps if step.state is StepState.OPEN]
        return [one for one in todo if one not in self._answered and one[0] in self._sample.answers]

    def _answer(self, seat: Seat, secret: bytes, exercise: str, round_: int) -> bool:
        self._answered.add((exercise, round_))
        pack = self._desk.pack(self._desk.store.room(self._room))
        live = Live(self._desk.store, pack, self._room, seat, secret)
        if kind_of(pack.exercises[exercise]).unit == "table":
            self._sit(seat)
        attempt = Attempt(live.exercise(exercise), live)
        if attempt.place.table is not None and attempt.progress is not None:
            return False
        try:
            self._give(attempt, self._sample.answers[exercise])
        except LeadsError:
            # The facilitator closed the step first: too late, as for anyone.
            return False
        return True

    def _meets(self, seat: Seat, secret: bytes) -> bool:
        """Say yes to the best match, and a first name to whoever said yes too."""
        store = self._desk.store
        room = store.room(self._room)
        pack = self._desk.pack(room)
        live = Live(store, pack, room.id, seat, secret)
        shown = [step.does for step in store.steps(room.id) if step.state is StepState.SHOWN]
        for exercise in (pack.exercises[does] for does in shown if does in pack.exercises):
            for one in live.meetings(exercise):
                wants = one.best and not one.mine
                names = one.mine and one.theirs and not one.my_name
                if wants or names:
                    live.say_interest(exercise, one.key, True, self._sample.first_name)
                    return True
        return False

    def _sit(self, seat: Seat) -> None:
        store = self._desk.store
        if store.seat(self._room, seat.id).table is None:
            sit(store, store.room(self._room), seat.id, self._table)

    def _give(self, attempt: Attempt, answer: Mapping[str, Any]) -> None:
        attempt.save(answer, attempt.n + 1)
        attempt.finish()
        for part in kind_of(attempt.exercise).parts(attempt.exercise):
            if part.offered and part.id in self._sample.offers.get(attempt.exercise.id, ()):
                attempt.offer(part.id, True)
