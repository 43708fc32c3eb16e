"""A notebook's page: prose and a calm placeholder for each exercise at once, then the kernel, then cell by
cell."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import ClassVar

from jinja2 import Environment
from tornado.iostream import StreamClosedError
from tornado.web import HTTPError
from zmq.error import ZMQError

from leads_kit.errors import NoSeat
from leads_kit.server.base import Page, environment
from leads_kit.server.headers import lock, notebook_policy
from leads_kit.server.identity import Visitor, cookie_name, new_wall_token, wall_visitor
from leads_kit.server.kernels import LeadsKernels, kernel_env
from leads_kit.server.places import within_limits
from leads_kit.server.run import Ran, run
from leads_kit.server.shelf import Filled, Shelf


@dataclass
class Arrival:
    """One page on its way: what it shows, the place held for its kernel, its turn, and the kernel once there is one."""

    visitor: Visitor
    filled: Filled
    cwd: str
    taken: Callable[[], None]
    turn: AsyncExitStack
    kernel: str = ""


class NotebookPage(Page):
    """Shared by a seat's page, the console and the wall. Everything that can refuse happens before the first byte."""

    streams: ClassVar[Environment] = environment(streaming=True)

    @within_limits
    async def show(self, visitor: Visitor, name: str, path: Path) -> None:
        """Answer with one notebook as `visitor` may see it. Raises ServerFull."""
        self.visitor = visitor
        with self._kernels.admission.place() as taken:
            filled = self._filled(path)
            lock(self, notebook_policy(self.request))
            self.set_header("Content-Type", "text/html; charset=utf-8")
            async with AsyncExitStack() as turn:
                arrival = Arrival(visitor, filled, str(path.parent), taken, turn)
                try:
                    async for piece in self._pieces(arrival, name):
                        self.write(piece)
                    await self.flush()
                except StreamClosedError:
                    await self._abandon(arrival)

    def _pieces(self, arrival: Arrival, name: str) -> AsyncIterator[str]:
        """The page as it is made. The template asks for the kernel once the prose is out."""

        async def start() -> str:
            return await self._start(arrival)

        return self.streams.get_template("notebook.html").generate_async(
            **self.common(),
            name=name,
            title=arrival.filled.title,
            cells=arrival.filled.cells,
            start=start,
            outputs=lambda _kernel: self._outputs(arrival),
            config=self.settings["leads_page_config"],
        )

    async def _start(self, arrival: Arrival) -> str:
        """Send the prose, wait for one's turn, and have a kernel; "" where none could be started."""
        await self.flush()
        began = monotonic()
        await arrival.turn.enter_async_context(self._kernels.admission.turn())
        env = self._environment(arrival.visitor)
        try:
            arrival.kernel = await self._kernels.open_kernel(arrival.visitor.owner, env, arrival.cwd)
        except (OSError, RuntimeError, ZMQError) as problem:
            # The page is half sent: its placeholders become sentences, and there is nothing to connect to.
            self._kernels.log.error("A kernel could not be started: %s", problem)
            return ""
        arrival.taken()
        self.desk.counters["kernels_started"] += 1
        self.desk.meters.started.observe(monotonic() - began)
        return arrival.kernel

    async def _outputs(self, arrival: Arrival) -> AsyncIterator[Ran]:
        kernel = self._kernels.get_kernel(arrival.kernel) if arrival.kernel else None
        async for ran in run(arrival.filled.cells, kernel, self._kernels.log):
            self.desk.counters["cells_failed"] += ran.failed
            yield ran
            await self.flush()

    def _filled(self, path: Path) -> Filled:
        """The notebook with the words of the room that was entered."""
        if self.room is None:
            raise HTTPError(404)
        return self._shelf.filler.filled(path, self.room, self.desk.pack(self.room), self.lang)

    def _environment(self, visitor: Visitor) -> dict[str, str]:
        return kernel_env(self.desk, visitor, self.lang, self.here)

    async def _abandon(self, arrival: Arrival) -> None:
        """The browser went away while its kernel started: nobody will ever connect to that one."""
        if arrival.kernel:
            await self._kernels.end_kernel(arrival.kernel)
        self.desk.counters["left_early"] += 1

    @property
    def _kernels(self) -> LeadsKernels:
        found: LeadsKernels = self.settings["kernel_manager"]
        return found

    @property
    def _shelf(self) -> Shelf:
        found: Shelf = self.settings["leads_shelf"]
        return found


class RoomPage(NotebookPage):
    """`/room/CODE` and `/room/CODE/<notebook>`: a seat's own."""

    back = "room"

    async def get(self, code: str, name: str | None = None) -> None:
        room = self.enter(code)
        try:
            visitor = self.seat(room)
        except NoSeat:
            self.redirect(f"/join/{room.code}", status=303)
            return
        name = name or self._shelf.first(room, self.desk.pack(room), self.desk.store.steps(room.id))
        await self.show(visitor, name, self._shelf.participant(name))


class ConsolePage(NotebookPage):
    """`/console/CODE`: with the facilitator's cookie only."""

    back = "console"

    async def get(self, code: str) -> None:
        room = self.enter(code)
        await self.show(self.host(room), "console", self._shelf.facilitator("console"))


class WallPage(NotebookPage):
    """`/wall/CODE`: the room's code is enough. The cookie only ties the page to its kernel."""

    back = "wall"

    async def get(self, code: str) -> None:
        room = self.enter(code)
        token = self.get_cookie(cookie_name("wall", room)) or new_wall_token()
        self.remember("wall", room, token)
        await self.show(wall_visitor(room, token), "wall", self._shelf.facilitator("wall"))
