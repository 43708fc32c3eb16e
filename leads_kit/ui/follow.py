"""Keeps a page in step with its room: one cancellable task that polls for changes and tells who asked to hear."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable, Collection, Iterable

from leads_kit.errors import StoreError
from leads_kit.store import Change, Store

POLL_SECONDS = 0.4
TOUCH_SECONDS = 25.0
BEAT_SECONDS = 2.0

Listener = Callable[[tuple[Change, ...]], None]


class Follower:
    """Watches one room. `seat` is touched while the page's kernel lives, so that the console can count who is here."""

    def __init__(
        self,
        store: Store,
        room: str,
        seat: str | None,
        clock: Callable[[], dt.datetime],
        beat: Callable[[], None] | None = None,
        answers_of: Callable[[], Collection[str]] | None = None,
    ) -> None:
        self._store, self._room, self._seat, self._clock = store, room, seat, clock
        # Who is here changes without a row: presence is a time, not a change.
        self._beat = beat
        # Whose answers are news to this page; None: everybody's.
        self._answers_of = answers_of
        self._watch = store.watch()
        self._seq = store.seq(room)
        self._listeners: list[Listener] = []
        self._task: asyncio.Task[None] | None = None

    def on_change(self, listener: Listener) -> None:
        self._listeners.append(listener)

    def start(self) -> None:
        """Begin to poll, where an event loop runs; a plain script calls `look` itself."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return
        if self._task is None:
            self._task = loop.create_task(self._run())

    def close(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._watch.close()

    def look(self) -> None:
        """Tell the listeners what changed since the last look, once."""
        if not self._watch.moved():
            return
        if self._answers_of is not None:
            self._seq, changes = self._watch.news(self._room, self._seq, self._answers_of())
        else:
            changes = self._store.changes_since(self._room, self._seq)
            self._seq = changes[-1].seq if changes else self._seq
        if changes:
            self._tell(changes)

    def _tell(self, changes: Iterable[Change]) -> None:
        told = tuple(changes)
        for listener in self._listeners:
            listener(told)

    def _touch(self) -> None:
        if self._seat is not None:
            self._store.touch(self._room, self._seat, self._clock())

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        touched, beaten = -TOUCH_SECONDS, loop.time()
        while True:
            try:
                if loop.time() - touched >= TOUCH_SECONDS:
                    self._touch()
                    touched = loop.time()
                self.look()
                if self._beat is not None and loop.time() - beaten >= BEAT_SECONDS:
                    self._beat()
                    beaten = loop.time()
            except StoreError:
                # The database may be away for a while; the page keeps what is typed and this task tries again.
                await asyncio.sleep(POLL_SECONDS * 5)
            await asyncio.sleep(POLL_SECONDS)
