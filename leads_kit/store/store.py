"""The store as everybody else knows it."""

from __future__ import annotations

from leads_kit.store.answers import AnswerRows
from leads_kit.store.notes import NoteRows
from leads_kit.store.rooms import RoomRows
from leads_kit.store.steps import StepRows
from leads_kit.store.watch import FileWatch, TableWatch, Watch


class Store(RoomRows, StepRows, AnswerRows, NoteRows):
    """All of it. Safe to use from several threads and many processes."""

    def watch(self) -> Watch:
        """See whether anybody writes from now on."""
        if self._engine.dialect.name == "sqlite":
            return FileWatch(str(self._engine.url.database))
        return TableWatch(self._engine, self.where)

    def close(self) -> None:
        self._engine.dispose()
