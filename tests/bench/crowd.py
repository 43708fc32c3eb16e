"""Two hundred in one room: they arrive over forty seconds, answer, and follow the facilitator."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from tornado.httpclient import HTTPClientError

from leads_kit.store import open_store
from tests.bench.arrivals import ANSWER, ANSWERED, path_of
from tests.bench.figures import Figure, absolute, median, p95, told
from tests.bench.host import Host
from tests.bench.line import Line
from tests.bench.machine import whole_megabytes
from tests.bench.servers import Server

MANY, OVER_SECONDS = 200, 40.0
# Somebody who taps through a form of nine marks saves about every ten seconds.
# A facilitator reads a chart before showing it to everybody; pages are still being told that the step has closed meanwhile.
LOOK_SECONDS = 2.0
ANSWERS_EACH, BETWEEN_SECONDS = 5, 10.0
COUNTS, ROUNDS = 30, 3
GIGABYTE = 1024


@dataclass
class Crowd:
    """Seconds, but for `errors`, `lost` and `megabytes`."""

    arrivals: list[float] = field(default_factory=list)
    saves: list[float] = field(default_factory=list)
    counted: list[float] = field(default_factory=list)
    closed: list[float] = field(default_factory=list)
    shown: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    lost: int = 0
    megabytes: float = 0.0


class Participant:
    """One page that answers one exercise again and again."""

    def __init__(self, server: Server, number: int) -> None:
        self.line, self._number, self.n = Line(server.base), number, 0
        self.shown_at: float | None = None
        self.arrived = False
        self._kept: dict[int, asyncio.Future[float]] = {}

    async def arrive(self, server: Server) -> float:
        began = time.monotonic()
        await self.line.join(server.code)
        await self.line.open(path_of(server))
        self.line.listeners.append(self._heard)
        self.arrived = True
        return time.monotonic() - began

    async def answer(self, now: int) -> float:
        """Save a changed answer; seconds until it is acknowledged."""
        await self._opened()
        comm, _ = self.line.card(ANSWERED)
        self.n += 1
        self._kept[self.n] = asyncio.get_running_loop().create_future()
        began = time.monotonic()
        await self.line.tell(comm, {"kind": "answer", "answer": self._marks(now), "n": self.n})
        return await asyncio.wait_for(self._kept[self.n], 60) - began

    def _marks(self, turn: int) -> dict[str, Any]:
        """Marks that differ from one to the next: what all have in common is not shown."""
        chance = random.Random(100 * self._number + turn)
        return {key: chance.randint(1, 5) if key != "picks" else value for key, value in ANSWER.items()}

    async def _opened(self) -> None:
        """Wait until this page shows that its exercise takes answers, as a person does."""
        for _ in range(1200):
            if self.line.card(ANSWERED)[1]["open"]:
                return
            await asyncio.sleep(0.05)

    async def finish(self) -> None:
        await self.line.tell(self.line.card(ANSWERED)[0], {"kind": "finish"})

    def _heard(self, content: dict[str, Any], at: float) -> None:
        told = content["data"].get("content", {})
        if told.get("kind") == "saved" and told["n"] in self._kept and not self._kept[told["n"]].done():
            self._kept[told["n"]].set_result(at)
        if self.shown_at is None and Line.told(content).get("room") and self._is_answered(content["comm_id"]):
            self.shown_at = at

    def _is_answered(self, comm: str) -> bool:
        return comm == self.line.card(ANSWERED)[0]


async def crowd(server: Server, store: str, many: int = MANY) -> Crowd:
    found = Crowd()
    host = Host(server)
    await host.enter()
    await host.open(ANSWERED)
    people = [Participant(server, number) for number in range(many)]
    await asyncio.gather(*(_live(one, at * OVER_SECONDS / many, server, found) for at, one in enumerate(people)))
    people = [one for one in people if one.arrived]
    found.megabytes = whole_megabytes(server.pid)
    await _count(people, host, found)
    found.lost = _lost(store, people)
    for _ in range(ROUNDS):
        await _show(people, host, found)
    for one in people:
        one.line.close()
    host.line.close()
    return found


async def _live(one: Participant, delay: float, server: Server, found: Crowd) -> None:
    """Arrive in one's turn and answer for a while, at the pace of somebody who taps."""
    await asyncio.sleep(delay)
    try:
        found.arrivals.append(await one.arrive(server))
        for at in range(ANSWERS_EACH):
            found.saves.append(await one.answer(1 + at % 5))
            await asyncio.sleep(BETWEEN_SECONDS)
    except (OSError, RuntimeError, TimeoutError, KeyError, HTTPClientError) as problem:
        found.errors.append(f"{type(problem).__name__}: {problem}")


async def _count(people: Sequence[Participant], host: Host, found: Crowd) -> None:
    """From an acknowledged "I'm done" to the console's new count."""
    for one in people[:COUNTS]:
        before = host.state["step"]["counts"]["finished"]
        await one.answer(2)
        saved = time.monotonic()
        await one.finish()
        found.counted.append(await host.sees(lambda b=before: host.state["step"]["counts"]["finished"] > b) - saved)


async def _show(people: Sequence[Participant], host: Host, found: Crowd) -> None:
    """Close, see the chart on the console; look at it; show, see it on every page; and open a new round."""
    tapped = await host.close(ANSWERED)
    found.closed.append(await host.sees(lambda: bool(host.state["step"].get("picture"))) - tapped)
    for one in people:
        one.shown_at = None
    await asyncio.sleep(LOOK_SECONDS)
    began = time.monotonic()
    await host.do("show", ANSWERED)
    until = began + 60
    for _ in range(600):
        await asyncio.sleep(0.1)
        if all(one.shown_at for one in people):
            break
    found.shown += [(one.shown_at or until) - began for one in people]
    await host.open(ANSWERED)
    await asyncio.gather(*(one.answer(3) for one in people))


def _lost(store: str, people: Sequence[Participant]) -> int:
    """Acknowledged answers that the store does not have as the last of their seat."""
    opened = open_store(store)
    room = opened.rooms()[0].id
    step = next(step for step in opened.steps(room) if step.does == ANSWERED)
    latest = [
        max((one.n for one in opened.answer(room, seat.id, ANSWERED, step.round).values()), default=0)
        for seat in opened.seats(room)
    ]
    opened.close()
    return sum(one.n for one in people) - sum(latest)


def figures(found: Crowd) -> list[Figure]:
    return [
        absolute(f"{MANY} arrivals over {OVER_SECONDS:g} s: errors", len(found.errors), 0, ""),
        absolute(f"{MANY} answering: acknowledged and lost", found.lost, 0, ""),
        told(f"{MANY} arrivals over {OVER_SECONDS:g} s, p95", p95(found.arrivals)),
        absolute(f"{MANY} answering: a save acknowledged, p95", p95(found.saves), 0.5),
        told(f"{MANY} answering: a save acknowledged, median", median(found.saves)),
        absolute(f"{MANY} connected: memory in all", found.megabytes / GIGABYTE, 8, "GB"),
        absolute(f"{MANY} connected: saved to counted on the console, p95", p95(found.counted), 1),
        absolute(f"{MANY} connected: closed to the chart on the console, p95", p95(found.closed), 1.5),
        absolute(f"{MANY} connected: shown to visible on every page, p95", p95(found.shown), 1.5),
    ]
