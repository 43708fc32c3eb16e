"""A small world for tests: a real store, the shipped pack, a room with people in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from leads_kit.attempt import Attempt
from leads_kit.delivery import Live
from leads_kit.model import Agenda, AgendaStep, Pack, Room, Seat, Step
from leads_kit.room import RoomDesk, join, make_room
from leads_kit.store import Store, open_store
from leads_kit.text import Text

START = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
WHEEL = {f"now-DC{at}": 3 for at in range(1, 5)}


@dataclass
class Clock:
    """A clock that stands until it is moved."""

    now: dt.datetime = START

    def __call__(self) -> dt.datetime:
        return self.now

    def pass_seconds(self, seconds: float) -> None:
        self.now += dt.timedelta(seconds=seconds)


@dataclass
class World:
    """A room with a facilitator's desk, and seats by number."""

    store: Store
    pack: Pack
    room: Room
    desk: RoomDesk
    clock: Clock
    seats: list[tuple[Seat, bytes]] = field(default_factory=list)

    def arrive(self, count: int = 1, *, sample: bool = False, lang: str = "en") -> None:
        for _ in range(count):
            name = f"Seat {len(self.seats)}"
            self.seats.append(
                join(
                    self.store,
                    self.room,
                    lang=lang,
                    pseudonym=name,
                    consent_version="1",
                    now=self.clock(),
                    sample=sample,
                )
            )

    def step(self, does: str) -> Step:
        return next(step for step in self.store.steps(self.room.id) if step.does == does)

    def open(self, does: str) -> Step:
        step = self.step(does)
        if not self.store.room(self.room.id).group_settled:
            self.desk.settle(self.room.min_group)
        if asks := self.desk.asks_supply(step):
            self.desk.supply(step, {ask.id: ask.suggestions[: ask.most] for ask in asks})
        return self.desk.open(step) if step.round == 0 else self.desk.again(step)

    def close(self, does: str) -> Step:
        return self.desk.close(self.step(does))

    def attempt(self, seat: int, exercise: str) -> Attempt:
        who, secret = self.seats[seat]
        live = Live(self.store, self.pack, self.room.id, who, secret, self.clock)
        return Attempt(self.pack.exercises[exercise], live)

    def answer(self, seat: int, exercise: str, answer: Mapping[str, Any]) -> Attempt:
        attempt = self.attempt(seat, exercise)
        attempt.save(answer, attempt.n + 1)
        attempt.finish()
        return attempt


def make_world(
    store: Store,
    pack: Pack,
    *,
    min_group: int = 5,
    demo: bool = False,
    people: int = 0,
    name: str = "r",
    agenda: str = "dc-40",
) -> World:
    clock = Clock()
    room, _ = make_room(store, pack, name=name, agenda=agenda, lang="en", min_group=min_group, demo=demo, now=clock())
    world = World(store, pack, room, RoomDesk(store, room.id, pack, clock), clock)
    world.arrive(people)
    return world


def doing(pack: Pack, *does: str) -> Pack:
    """The pack with an agenda `test` of these exercises or activities."""
    words = Text("Say.", "Dites.")
    steps = tuple(AgendaStep(one, 10, words, words) for one in does)
    return replace(pack, agendas={**pack.agendas, "test": Agenda("test", words, steps)})


def sqlite_store(folder: Path) -> Store:
    return open_store(str(folder / "store.db"))
