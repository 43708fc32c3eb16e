"""A notebook's page: prose and a calm placeholder for each exercise at once, then the kernel, then cell by
cell."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Any, ClassVar

from jinja2 import Environment
from tornado.iostream import StreamClosedError
from zmq.error import ZMQError

from leads_kit.errors import NoSeat
from leads_kit.packs.notebooks import fill
from leads_kit.server.base import Page, environment
from leads_kit.server.headers import lock, notebook_policy
from leads_kit.server.identity import Visitor, cookie_name, new_wall_token, wall_visitor
from leads_kit.server.kernels import LeadsKernels, kernel_env
from leads_kit.server.run import Ran, cells, run
from leads_kit.server.shelf import Shelf, read


class NotebookPage(Page):
    """Shared by a seat's page, the console and the wall. Everything that can refuse happens before the
    first byte."""

    streams: ClassVar[Environment] = environment(streaming=True)

    async def show(self, visitor: Visitor, name: str, path: Any) -> None:
        """Answer with one notebook as `visitor` may see it."""
        self.visitor = visitor
        admission = self._kernels.admission
        with admission.place() as taken:
            notebook = fill(read(path), self.desk.pack(visitor.room), self.lang)
            lock(self, notebook_policy(self.request))
            self.set_header("Content-Type", "text/html; charset=utf-8")
            started: list[str] = []
            try:
                async for piece in self._pieces(visitor, notebook, name, str(path.parent), started, taken):
                    self.write(piece)
                await self.flush()
            except StreamClosedError:
                # The browser went away while its kernel started: nobody will ever connect to that one.
                for kernel in started:
                    await self._kernels.end_kernel(kernel)
                self.desk.counters["left_early"] += 1

    def _pieces(
        self, visitor: Visitor, notebook: Any, name: str, cwd: str, started: list[str], taken: Callable[[], None]
    ) -> AsyncIterator[str]:
        """The page as it is made. The template asks for the kernel once the prose is out."""

        async def start() -> str:
            await self.flush()
            env = kernel_env(self.desk, visitor, self.lang, self.here)
            try:
                started.append(await self._kernels.open_kernel(visitor.owner, env, cwd))
                taken()
            except (OSError, RuntimeError, ZMQError) as problem:
                # The page is half sent: its placeholders become sentences, and there is nothing to connect
                # to.
                self._kernels.log.error("A kernel could not be started: %s", problem)
                return ""
            self.desk.counters["kernels_started"] += 1
            return started[0]

        async def outputs(kernel: str) -> AsyncIterator[Ran]:
            async for ran in run(notebook, self._kernels.get_kernel(kernel) if kernel else None, self._kernels.log):
                self.desk.counters["cells_failed"] += ran.failed
                yield ran
                await self.flush()

        return self.streams.get_template("notebook.html").generate_async(
            **self.common(),
            name=name,
            title=notebook.metadata.get("title") or self.desk.pack(visitor.room).client.name.of(self.lang),
            cells=cells(notebook),
            start=start,
            outputs=outputs,
            config=self.settings["leads_page_config"],
        )

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
        name = name or self._shelf.first(room, self.desk.pack(room))
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
