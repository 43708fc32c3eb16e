"""What a page was sent and has not said it has: sent again, once, when the page comes back over another line.

A line can be dead for minutes before either end notices; whatever was written to it meanwhile is gone without a trace.
So both count the messages: the page says how many it has, and what came after waits here.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

# A page that has missed more than this loads again, which is cheaper.
MOST_BYTES = 2**20


@dataclass
class Spool:
    """One page's. `first` is the number of the oldest message kept; the page's first is 0."""

    session: str
    most: int = MOST_BYTES
    first: int = 0
    _kept: deque[bytes] = field(default_factory=deque)
    _size: int = 0

    def put(self, message: bytes) -> None:
        """Keep a message that is being sent."""
        self._kept.append(message)
        self._size += len(message)
        while self._size > self.most:
            self._drop()

    def had(self, count: int) -> None:
        """The page has the first `count` messages."""
        while self._kept and self.first < count:
            self._drop()

    def after(self, count: int) -> Sequence[bytes] | None:
        """What came after the first `count`; None where that is not all here, or never was so many."""
        missing = self.first + len(self._kept) - count
        if count < self.first or missing < 0:
            return None
        return list(self._kept)[len(self._kept) - missing :]

    def _drop(self) -> None:
        self._size -= len(self._kept.popleft())
        self.first += 1
