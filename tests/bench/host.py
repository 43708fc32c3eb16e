"""The facilitator without a browser: the console's widget, its moves, and what it shows."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any

from leads_kit.packs import load_pack
from tests.bench.line import PATIENCE, Line
from tests.bench.servers import Server

GROUP = 5


class Host:
    """One console of a room."""

    def __init__(self, server: Server, agenda: str = "dc-90") -> None:
        self._server, self.line = server, Line(server.base)
        self._does = [step.does for step in load_pack().agendas[agenda].steps]
        self._moved = asyncio.Event()

    async def enter(self) -> None:
        await self.line.ask(f"/host/{self._server.secret}")
        await self.line.open(f"/console/{self._server.code}")
        self.line.listeners.append(lambda _content, _at: self._moved.set())

    @property
    def state(self) -> dict[str, Any]:
        return self.line.widget("console.js")[1]

    def step(self, exercise: str) -> dict[str, Any]:
        found: dict[str, Any] = self.state["agenda"][self._does.index(exercise)]
        return found

    async def do(self, what: str, exercise: str, value: Any = None) -> None:
        """A move on an exercise's step, as this console sees it."""
        seen = {key: self.step(exercise)[key] for key in ("position", "state", "round")}
        await self.line.tell(self.line.widget("console.js")[0], {"kind": "do", "what": what, "value": value, **seen})

    async def open(self, exercise: str) -> None:
        """Look at a step and open it, the minimum settled where it asks."""
        await self.line.tell(
            self.line.widget("console.js")[0], {"kind": "look", "position": self._does.index(exercise)}
        )
        await self.sees(lambda: (self.state["step"] or {}).get("position") == self._does.index(exercise))
        again = self.step(exercise)["state"] != "waiting"
        if self.state["step"]["asks_group"]:
            await self.do("settle", exercise, GROUP)
        else:
            await self.do("again" if again else "open", exercise)
        await self.sees(lambda: self.step(exercise)["state"] == "open")

    async def close(self, exercise: str) -> float:
        """Announce and close; the moment of the second tap."""
        await self.do("close", exercise)
        await self.sees(lambda: self.state["step"]["closing"])
        tapped = time.monotonic()
        await self.do("close", exercise)
        return tapped

    async def sees(self, true: Callable[[], bool]) -> float:
        """Wait until the console shows it; the moment it did."""
        until = time.monotonic() + PATIENCE
        while not true():
            if time.monotonic() > until:
                raise TimeoutError("the console does not come to show it")
            self._moved.clear()
            await asyncio.wait_for(self._moved.wait(), PATIENCE)
        return time.monotonic()
