"""What was, what is, and what was taken back: every change of a session, for undo and redo."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from leads_kit.packs.drafts.opened import Files


class History:
    """States of a folder's files by name, each whole; equal ones in a row count once."""

    def __init__(self, now: Files) -> None:
        self.now = now
        self._before: list[Files] = []
        self._after: list[Files] = []

    @property
    def undoable(self) -> bool:
        return bool(self._before)

    @property
    def redoable(self) -> bool:
        return bool(self._after)

    def to(self, state: Files) -> None:
        """A change; what had been taken back before it is gone."""
        if state != self.now:
            self._before.append(self.now)
            self.now, self._after = state, []

    def undo(self) -> None:
        if self._before:
            self._after.append(self.now)
            self.now = self._before.pop()

    def redo(self) -> None:
        if self._after:
            self._before.append(self.now)
            self.now = self._after.pop()

    def rebase(self, old: Files, new: Files) -> None:
        """Every state as if it had begun from other files: what was never changed in it is the new files'."""

        def moved(state: Files) -> Files:
            names = sorted({*state, *new, *old})
            told = {name: (new if state.get(name) == old.get(name) else state).get(name) for name in names}
            return {name: one for name, one in told.items() if one is not None}

        self.now = moved(self.now)
        self._before, self._after = [moved(one) for one in self._before], [moved(one) for one in self._after]

    @contextmanager
    def as_one(self) -> Iterator[None]:
        """Changes inside are one to undo; an error among them takes all of them back."""
        began, before, after = self.now, list(self._before), list(self._after)
        try:
            yield
        except BaseException:
            self.now, self._before, self._after = began, before, after
            raise
        meant, self.now, self._before, self._after = self.now, began, before, after
        self.to(meant)
