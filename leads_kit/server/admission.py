"""How many kernels there may be, worked out from memory, and whose turn it is to get one: in the order of arrival."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import psutil

from leads_kit.errors import ServerFull

MEGABYTE = 2**20
# Private memory of one: a forked kernel takes about 35 MB and grows with its pictures, an ordinary one about 145.
FORKED, ORDINARY = 60 * MEGABYTE, 180 * MEGABYTE
# For the template, the system and whatever else runs here.
KEPT_FREE = 768 * MEGABYTE
FEWEST = 4
RETRY_SECONDS = 10
CONTROL_GROUP = Path("/sys/fs/cgroup")


class Admission:
    """`most` kernels, of which `at_once` may be starting. `running` says how many there are."""

    def __init__(self, most: int, at_once: int, running: Callable[[], int]) -> None:
        self.most, self._running = most, running
        self._turns = asyncio.Semaphore(at_once)
        self._entering = 0
        self._starting = 0
        self.queued = 0

    @property
    def full(self) -> bool:
        return self._running() + self._entering >= self.most

    @property
    def idle(self) -> bool:
        """Whether nobody is starting."""
        return self._starting + self._entering + self.queued == 0

    @contextlib.contextmanager
    def place(self) -> Iterator[Callable[[], None]]:
        """A place held for a kernel to come; call what it gives once the kernel is there. Raises ServerFull."""
        if self.full:
            raise ServerFull(most=self.most)
        self._entering += 1
        held = [1]

        def taken() -> None:
            self._entering -= held.pop() if held else 0

        try:
            yield taken
        finally:
            taken()

    @contextlib.asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait until it is one's turn to start; first come, first served."""
        self.queued += 1
        try:
            await self._turns.acquire()
        finally:
            self.queued -= 1
        self._starting += 1
        try:
            yield
        finally:
            self._starting -= 1
            self._turns.release()


def most_kernels(each: int, available: int | None = None) -> int:
    """How many kernels of `each` bytes fit in what is available now, in bytes; never fewer than four."""
    free = available_memory() if available is None else available
    return max(FEWEST, (free - KEPT_FREE) // each)


def available_memory() -> int:
    """Bytes that this process and its children may still take: the machine's, or its control group's where that is less."""
    limits = [int(psutil.virtual_memory().available)]
    with contextlib.suppress(OSError, ValueError):
        most = int((CONTROL_GROUP / "memory.max").read_text())
        limits.append(most - int((CONTROL_GROUP / "memory.current").read_text()))
    return min(limits)


def starting_at_once() -> int:
    """Starting is work for a processor: more at once than there are processors only makes everybody wait."""
    return max(4, 2 * (os.cpu_count() or 2))
