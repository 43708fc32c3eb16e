"""Running a notebook for a page: its prose as HTML, its code cell by cell; a failure is a mark, never a traceback.

All cells are asked for at once and told of one by one. The line hears only what concerns them: a page's widgets are
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

STARTUP_SECONDS = 60.0
CELL_SECONDS = 60.0
LOOK_SECONDS = 0.5
AGAIN_SECONDS = 0.05
CHANNELS = {"shell": True, "iopub": True, "stdin": False, "hb": False, "control": False}
# How what a kernel says of its cells begins; of its widgets it says `comm-…`.
CONCERNS = (b"kernel.", b"display_data")
DRAWN = ("display_data", "execute_result")
# Raw HTML in prose is shown as text: an overlay brings words, not markup.
MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


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
    code = [cell for cell in made if cell.html is None]
    line = Line(kernel, log) if kernel is not None else None
    try:
        alive = line is not None and await line.begin()
        asked = [line.ask(cell.code) for cell in code] if line and alive else []
        for at, cell in enumerate(code):
            outputs = await line.heard(asked[at], cell.anchor) if line and alive else None
            alive = alive and (outputs is not None or (line is not None and await line.alive()))
            yield Ran(cell.anchor, outputs or [], failed=outputs is None)
    finally:
        if line is not None:
            line.end()


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

    async def begin(self) -> bool:
        """Wait until what the kernel says arrives here; False where it ends instead."""
        until = monotonic() + STARTUP_SECONDS
        while monotonic() < until:
            self._client.kernel_info()
            if await self._next(AGAIN_SECONDS) is not None:
                return True
            if not await self.alive():
                break
        self._log.error("A kernel did not start")
        return False

    def ask(self, code: str) -> str:
        """Have a cell run; the number of the request."""
        return str(self._client.execute(code, store_history=False, allow_stdin=False, stop_on_error=False))

    async def heard(self, request: str, anchor: str) -> list[dict[str, Any]] | None:
        """What a cell shows, once it has run; None where it failed, or will never end."""
        outputs: list[dict[str, Any]] | None = []
        until = monotonic() + CELL_SECONDS
        while monotonic() < until:
            news = await self._next(LOOK_SECONDS)
            if news is None:
                if not await self.alive():
                    break
                continue
            kind, parent, content = news
            if parent != request:
                continue
            if kind == "status" and content["execution_state"] == "idle":
                return outputs
            if kind == "error":
                # The name alone: a traceback may quote what a person typed.
                self._log.error("%s failed: %s", anchor, content["ename"])
                outputs = None
            elif kind in DRAWN and outputs is not None:
                outputs.append(_drawn(kind, content))
        self._log.error("%s did not end", anchor)
        return None

    async def alive(self) -> bool:
        return bool(await self._kernel.is_alive())

    def end(self) -> None:
        self._client.stop_channels()

    async def _next(self, seconds: float) -> tuple[str, str, dict[str, Any]] | None:
        """Kind, the request it belongs to, content; None after `seconds` of silence."""
        if not await self._news.poll(int(1000 * seconds)):
            return None
        _, parts = self._client.session.feed_identities(await self._news.recv_multipart())
        header, parent, content = (json.loads(parts[at]) for at in (1, 2, 4))
        return header["msg_type"], parent.get("msg_id", ""), content


def _drawn(kind: str, content: dict[str, Any]) -> dict[str, Any]:
    """An output as a page takes it. Printed text and warnings are for whoever runs the kit, not for participants."""
    drawn = {"output_type": kind, "data": content["data"], "metadata": content["metadata"], "trusted": True}
    return drawn | ({"execution_count": None} if kind == "execute_result" else {})
