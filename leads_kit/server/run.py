"""Running a notebook for a page: its prose as HTML, its code cell by cell; a failure is a mark, never a
traceback."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from logging import Logger
from typing import Any

from markdown_it import MarkdownIt
from nbclient.exceptions import CellExecutionError, DeadKernelError
from voila.execute import VoilaExecutor

STARTUP_SECONDS = 60
CELL_SECONDS = 60
# Raw HTML in prose is shown as text: an overlay brings words, not markup.
MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


@dataclass(frozen=True)
class Cell:
    """`html` is prose; None is a code cell, which gets a placeholder. `anchor` names its place in the
    page."""

    anchor: str
    html: str | None


@dataclass(frozen=True)
class Ran:
    """What one code cell gave: outputs as Voilà's front end draws them, or a failure."""

    anchor: str
    outputs: list[dict[str, Any]]
    failed: bool = False


def cells(notebook: Any) -> list[Cell]:
    """What can be shown before any kernel runs."""
    return [
        Cell(_anchor(index), MARKDOWN.render(cell.source) if cell.cell_type == "markdown" else None)
        for index, cell in enumerate(notebook.cells)
        if cell.cell_type in ("markdown", "code")
    ]


async def run(notebook: Any, kernel: Any, log: Logger) -> AsyncIterator[Ran]:
    """Run the code cells in order; one that fails does not stop the next, a kernel that dies or never began
    fails the rest."""
    executor = VoilaExecutor(notebook, km=kernel, startup_timeout=STARTUP_SECONDS, timeout=CELL_SECONDS)
    alive = kernel is not None and await _connect(executor, log)
    for index, cell in enumerate(notebook.cells):
        if cell.cell_type == "code":
            ok = alive and await _ran(executor, cell, index, log)
            yield Ran(_anchor(index), _drawn(cell) if ok else [], failed=not ok)
    if executor.kc is not None:
        executor.kc.stop_channels()


async def _connect(executor: Any, log: Logger) -> bool:
    try:
        executor.kc = await executor.async_start_new_kernel_client()
    except RuntimeError as dead:
        # jupyter_client says "Kernel died" and "Kernel didn't respond" with this type.
        log.error("A kernel did not start: %s", dead)
        return False
    return True


async def _ran(executor: Any, cell: Any, index: int, log: Logger) -> bool:
    try:
        await executor.async_execute_cell(cell, index, store_history=False)
    except (CellExecutionError, DeadKernelError, TimeoutError) as failure:
        # The name alone: a traceback may quote what a person typed.
        log.error("Cell %d failed: %s", index + 1, getattr(failure, "ename", type(failure).__name__))
        return False
    return True


def _drawn(cell: Any) -> list[dict[str, Any]]:
    """Only what a page shows: printed text and warnings are for whoever runs the kit, not for
    participants."""
    shown = [output for output in cell.outputs if output.output_type in ("display_data", "execute_result")]
    return [{**output, "trusted": True} for output in shown]


def _anchor(index: int) -> str:
    return f"cell-{index + 1}"
