"""Running a notebook for a page: its prose as HTML, its code cell by cell; a failure is a mark, never a traceback.

All cells are asked for at once (`cells.py`) and told of one by one. The line hears only what concerns them: a page's widgets are
announced on the same socket, and whoever opens the page asks for those itself.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from logging import Logger
from time import monotonic
from typing import Any

import zmq
from markdown_it import MarkdownIt

from leads_kit.server.cells import MARK

STARTUP_SECONDS = 60.0
CELL_SECONDS = 60.0
LOOK_SECONDS = 0.5
AGAIN_SECONDS = 0.05
CHANNELS = {"shell": True, "iopub": True, "stdin": False, "hb": False, "control": False}
# How what a kernel says of its cells begins; of its widgets it says `comm-…`.
CONCERNS = (b"kernel.", b"display_data")
DRAWN = ("display_data", "execute_result")
# Of addresses that hold what they name markdown-it lets only bitmaps pass; a client's drawings were looked through when its
# pack was read.
DRAWING = "data:image/svg+xml;base64,"


class Prose(MarkdownIt):
    """Markdown with tables and a client's pictures. Raw HTML is shown as text: an overlay brings words, not markup."""

    def __init__(self) -> None:
        super().__init__("commonmark", {"html": False})
        self.enable("table")

    def validateLink(self, url: str) -> bool:  # noqa: N802 — markdown-it's name for it
        return url.startswith(DRAWING) or super().validateLink(url)


MARKDOWN = Prose()


@dataclass(frozen=True)
class Cell:
    """`html` is prose; None is a code cell, which gets a placeholder. `anchor` names its place in the page."""

    anchor: str
    html: str | None
    code: str = ""


@dataclass(frozen=True)
class Ran:
    """What one code cell gave: outputs as Voilà's front end draws them, or a failure."""

    anchor: str
    outputs: list[dict[str, Any]]
    failed: bool = False


def cells(notebook: Any) -> list[Cell]:
    """What can be shown before any kernel runs, and what it is to run."""
    return [
        Cell(f"cell-{index + 1}", MARKDOWN.render(cell.source))
        if cell.cell_type == "markdown"
        else Cell(f"cell-{index + 1}", None, cell.source)
        for index, cell in enumerate(notebook.cells)
        if cell.cell_type in ("markdown", "code")
    ]


async def run(made: Sequence[Cell], kernel: Any, log: Logger) -> AsyncIterator[Ran]:
    """Run the code cells in order; one that fails does not stop the next, a kernel that dies or never began fails the rest."""
    left = [cell for cell in made if cell.html is None]
    if kernel is not None and left:
        line = Line(kernel, log)
        try:
            async for ran in line.run(left):
                del left[0]
                yield ran
        finally:
            line.end()
    for cell in left:
        yield Ran(cell.anchor, [], failed=True)


class Line:
    """A client's line to one kernel."""

    def __init__(self, kernel: Any, log: Logger) -> None:
        self._kernel, self._log = kernel, log
        self._client = kernel.client()
        self._client.start_channels(**CHANNELS)
        self._news = self._client.iopub_channel.socket
        self._news.setsockopt(zmq.UNSUBSCRIBE, b"")
        for beginning in CONCERNS:
            self._news.setsockopt(zmq.SUBSCRIBE, beginning)

    async def run(self, cells: Sequence[Cell]) -> AsyncIterator[Ran]:
        """What each cell gave, as it becomes known; fewer than were asked for where the kernel ends or is silent for too long."""
        if not await self._begin():
            self._log.error("A kernel did not start")
            return
        request = self._client.execute(asked(cells), store_history=False, allow_stdin=False)
        outputs: list[dict[str, Any]] = []
        while (news := await self._news_of(request)) is not None:
            kind, content = news
            if kind == "status" and content["execution_state"] == "idle":
                return
            mark = content["data"].get(MARK) if kind in DRAWN else None
            if mark:
                if mark["failed"]:
                    # The name alone: a traceback may quote what a person typed.
                    self._log.error("%s failed: %s", mark["cell"], mark["failed"])
                yield Ran(mark["cell"], [] if mark["failed"] else outputs, failed=bool(mark["failed"]))
                outputs = []
            elif kind in DRAWN:
                outputs.append(_drawn(kind, content))
        self._log.error("A notebook did not run to its end")

    def end(self) -> None:
        self._client.stop_channels()

    async def _begin(self) -> bool:
        """Wait until what the kernel says arrives here; False where it ends instead."""
        until = monotonic() + STARTUP_SECONDS
        while monotonic() < until:
            self._client.kernel_info()
            if await self._next(AGAIN_SECONDS) is not None:
                return True
            if not await self._kernel.is_alive():
                return False
        return False

    async def _news_of(self, request: str) -> tuple[str, dict[str, Any]] | None:
        """What the kernel says next about a request; None when it ends, or is silent for too long."""
        until = monotonic() + CELL_SECONDS
        while monotonic() < until:
            news = await self._next(LOOK_SECONDS)
            if news is not None and news[1] == request:
                return news[0], news[2]
            if news is None and not await self._kernel.is_alive():
                return None
        return None

    async def _next(self, seconds: float) -> tuple[str, str, dict[str, Any]] | None:
        """Kind, the request it belongs to, content; None after `seconds` of silence."""
        if not await self._news.poll(int(1000 * seconds)):
            return None
        _, parts = self._client.session.feed_identities(await self._news.recv_multipart())
        header, parent, content = (json.loads(parts[at]) for at in (1, 2, 4))
        return header["msg_type"], parent.get("msg_id", ""), content


def asked(cells: Sequence[Cell]) -> str:
    """One request for all of them."""
    listed = json.dumps([(cell.anchor, cell.code) for cell in cells])
    return f"from leads_kit.server.cells import run_cells; run_cells({listed})"


def _drawn(kind: str, content: dict[str, Any]) -> dict[str, Any]:
    """An output as a page takes it. Printed text and warnings are for whoever runs the kit, not for participants."""
    drawn = {"output_type": kind, "data": content["data"], "metadata": content["metadata"], "trusted": True}
    return drawn | ({"execution_count": None} if kind == "execute_result" else {})
