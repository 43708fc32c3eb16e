"""Names that somebody is looking at just now: of two who read the consent at the same time, neither should lose the race."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

# As long as people read, choose and tap.
SECONDS = 300.0


class Offers:
    """Of all rooms, in memory: a server that starts again only risks that a name is gone, which its page then says."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._until: dict[tuple[str, str], float] = {}

    def lately(self, room: str) -> frozenset[str]:
        """The names offered in a room in the last minutes."""
        now = self._clock()
        self._until = {key: until for key, until in self._until.items() if until > now}
        return frozenset(name for of, name in self._until if of == room)

    def add(self, room: str, names: Iterable[str]) -> None:
        until = self._clock() + SECONDS
        self._until |= {(room, name): until for name in names}
