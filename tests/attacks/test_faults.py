"""Fifty people answer while the server, the template and kernels are killed: what was acknowledged is there, exactly once."""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import signal
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, text
from tornado.httpclient import HTTPError
from tornado.websocket import WebSocketClosedError

from tests.bench.host import Host
from tests.bench.line import Line
from tests.bench.machine import kernels, tree
from tests.bench.servers import Server
from tests.server_fixture import ROOT, Served, start, wait_until

PEOPLE = 50
EXERCISE, AGENDA = "dc-first-five", "dc-40"
PAUSE, ANSWERED_WITHIN, BACK_WITHIN = 0.2, 10.0, 90.0
# Seconds between two faults, and which come, in this order.
BETWEEN = 2.0
FAULTS = ("kernels", "template", "server", "kernels")
LOST = (OSError, RuntimeError, TimeoutError, HTTPError, WebSocketClosedError, KeyError)


class Person:
    """Types one sentence after another; where the page is lost, loads it again, as page.js does."""

    def __init__(self, number: int) -> None:
        self.number, self.acknowledged = number, set[int]()
        self._line: Line | None = None
        self._cookies: dict[str, str] = {}
        self._kept: dict[int, asyncio.Future[None]] = {}

    async def join(self, server: Server) -> None:
        line = Line(server.base)
        await line.join(server.code)
        self._cookies = line.cookies

    async def live(self, server: Server, until: asyncio.Event) -> None:
        while not until.is_set():
            try:
                await self._answer(server)
                await asyncio.sleep(PAUSE)
            except LOST:
                self._drop()
                await asyncio.sleep(PAUSE)
        self._drop()

    async def _answer(self, server: Server) -> None:
        if self._line is None:
            self._line = Line(server.base, dict(self._cookies))
            self._line.listeners.append(self._heard)
            await asyncio.wait_for(self._line.open(f"/room/{server.code}/4-develop-coalitions"), 30)
        comm, state = self._line.card(EXERCISE)
        n = max(state["n"], max(self._kept, default=0)) + 1
        self._kept[n] = asyncio.get_running_loop().create_future()
        sentence = {"person": f"person {self.number}, sentence {n}"}
        await self._line.tell(comm, {"kind": "answer", "answer": sentence, "n": n, "base": n - 1})
        await asyncio.wait_for(self._kept[n], ANSWERED_WITHIN)
        self.acknowledged.add(n)

    def _heard(self, content: dict[str, Any], _at: float) -> None:
        told = content["data"].get("content", {})
        waiting = self._kept.get(told.get("n", 0))
        if told.get("kind") == "saved" and waiting is not None and not waiting.done():
            waiting.set_result(None)

    def _drop(self) -> None:
        if self._line is not None:
            self._line.close()
        self._line = None


class Faults:
    """Kills, and starts the server again on the same port and store."""

    def __init__(self, folder: Path, served: Served) -> None:
        self._folder, self.served = folder, served
        self._chance = random.Random(7)

    async def strike(self, what: str) -> None:
        if what == "server":
            await asyncio.to_thread(self._restart)
        elif what == "template":
            for pid in tree(self.served.process.pid):
                with contextlib.suppress(OSError):
                    if Path(f"/proc/{pid}/comm").read_text().strip() == "leads-template":  # noqa: ASYNC240 — /proc
                        os.kill(pid, signal.SIGKILL)
        else:
            living = kernels(self.served.process.pid)
            for pid in self._chance.sample(living, min(5, len(living))):
                with contextlib.suppress(OSError):
                    os.kill(pid, signal.SIGKILL)

    def _restart(self) -> None:
        port = self.served.port
        self.served.end(signal.SIGKILL)
        self.served = begin(self._folder, port)


def begin(folder: Path, port: int = 0) -> Served:
    return start(folder, notebooks=ROOT / "notebooks", room="faults", agenda=AGENDA, port=port, lang="en")


async def suffer(folder: Path, served: Served) -> tuple[Served, list[Person]]:
    server = Server("faults", served.process, f"http://127.0.0.1:{served.port}", served.code, served.secret)
    host = Host(server, AGENDA)
    await host.enter()
    await host.open(EXERCISE)
    host.line.close()
    people, over, faults = [Person(number) for number in range(PEOPLE)], asyncio.Event(), Faults(folder, served)
    for one in people:
        await one.join(server)
    lives = asyncio.gather(*(one.live(server, over) for one in people))
    await _everybody_is_back(people)
    for what in FAULTS:
        await faults.strike(what)
        await asyncio.sleep(BETWEEN)
    await _everybody_is_back(people)
    over.set()
    await lives
    return faults.served, people


async def _everybody_is_back(people: Sequence[Person]) -> None:
    """Until each of them has had another answer acknowledged."""
    before = [len(one.acknowledged) for one in people]
    for _ in range(int(BACK_WITHIN / PAUSE)):
        await asyncio.sleep(PAUSE)
        if all(len(one.acknowledged) > count for one, count in zip(people, before, strict=True)):
            return


def rows(store: Path) -> Sequence[tuple[str, int]]:
    """Seat and number of every version that is kept of the exercise's private part."""
    engine = create_engine(f"sqlite:///{store}")
    with engine.connect() as connection:
        query = text("SELECT seat, n FROM responses WHERE exercise = :exercise AND sealed IS NOT NULL")
        found = [(row.seat, row.n) for row in connection.execute(query, {"exercise": EXERCISE})]
    engine.dispose()
    return found


def test_what_was_acknowledged_is_kept_exactly_once_whatever_dies(tmp_path: Path) -> None:
    served, people = asyncio.run(suffer(tmp_path, begin(tmp_path)))
    try:
        acknowledged = Counter(n for one in people for n in one.acknowledged)
        assert min(len(one.acknowledged) for one in people) >= 2, "somebody never came back"
        kept = rows(tmp_path / "room.db")
        assert len(kept) == len(set(kept)), "a version is there twice"
        assert len({seat for seat, _ in kept}) == PEOPLE
        versions = Counter(n for _, n in kept)
        assert [n for n, times in acknowledged.items() if versions[n] < times] == []
        assert wait_until(lambda: "Traceback" not in served.log.read_text(), 0.1)
    finally:
        served.end()
