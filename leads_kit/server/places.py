"""How many pages with a kernel a seat, a facilitator and a room may have; whose page goes where one too many is asked for.

An owner is a cookie and what it proves (identity.Owner): its name says role and room, its digest whose it is. So pages
of one owner are one seat's, and pages of one cookie name are one room's seats or walls.
"""

from __future__ import annotations

import contextlib
import functools
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from leads_kit.errors import LimitReached, RoomCrowded, TooManyPages, TooManyWalls
from leads_kit.server.admission import RETRY_SECONDS
from leads_kit.server.identity import Owner, Role

if TYPE_CHECKING:
    from leads_kit.server.identity import Visitor
    from leads_kit.server.notebook import NotebookPage

PAGES_OF_ONE: dict[Role, int] = {"seat": 6, "host": 12, "wall": 6, "coach": 6}
WALLS = 20
ROOM_PAGES = 400  # two hundred people, each with a second device
# Until then a page that has not connected yet may still be loading on a slow line.
ARRIVING_SECONDS = 60.0


@dataclass
class Open:
    """One page's kernel: since when, and whether a browser ever connected to it."""

    owner: Owner
    since: float
    met: bool = False


class Places:
    """`connected` says whether a browser is connected to a kernel now. `pages` of seats are the most in one room."""

    def __init__(
        self,
        connected: Callable[[str], bool],
        clock: Callable[[], float] = time.monotonic,
        pages: int = ROOM_PAGES,
    ) -> None:
        self.pages = pages
        self._connected, self._clock = connected, clock
        self._open: dict[str, Open] = {}
        self._coming: list[Owner] = []

    @contextlib.contextmanager
    def hold(self, role: Role, owner: Owner) -> Iterator[str | None]:
        """A place for a page to come; gives the kernel to end first, if one has to. Raises LimitReached."""
        instead = self._instead(role, owner)
        if instead is not None:
            self.left(instead)  # at once, so that nobody else ends it too
        mine = Owner(owner.cookie, owner.digest)  # equal to others of this owner, and yet told from them
        self._coming.append(mine)
        try:
            yield instead
        finally:
            self._coming = [one for one in self._coming if one is not mine]

    def opened(self, kernel: str, owner: Owner) -> None:
        """The kernel of a page that came: it takes the place held for it."""
        self._open[kernel] = Open(owner, self._clock())
        if owner in self._coming:
            self._coming.remove(owner)

    def met(self, kernel: str) -> None:
        """A browser has connected."""
        if kernel in self._open:
            self._open[kernel].met = True

    def left(self, kernel: str) -> None:
        self._open.pop(kernel, None)

    def _instead(self, role: Role, owner: Owner) -> str | None:
        """One's own oldest page that nobody looks at makes room for a new one; nobody else's does, but for walls."""
        own = {id: page for id, page in self._open.items() if page.owner == owner}
        if len(own) + self._coming.count(owner) >= PAGES_OF_ONE[role]:
            return self._oldest(own, TooManyPages(most=PAGES_OF_ONE[role], seconds=RETRY_SECONDS))
        alike = {id: page for id, page in self._open.items() if page.owner.cookie == owner.cookie}
        count = len(alike) + sum(one.cookie == owner.cookie for one in self._coming)
        if role == "wall" and count >= WALLS:
            return self._oldest(alike, TooManyWalls(most=WALLS, seconds=RETRY_SECONDS))
        if role == "seat" and count >= self.pages:
            return self._oldest(own, RoomCrowded(seconds=RETRY_SECONDS))
        return None

    def _oldest(self, pages: dict[str, Open], none: LimitReached) -> str:
        """Of those that nobody looks at. Raises `none`."""
        gone = [id for id, page in pages.items() if not self._connected(id) and not self._arriving(page)]
        if not gone:
            raise none
        return min(gone, key=lambda id: pages[id].since)

    def _arriving(self, page: Open) -> bool:
        return not page.met and self._clock() - page.since < ARRIVING_SECONDS


Show = Callable[["NotebookPage", "Visitor", str, Any], Awaitable[None]]


def within_limits(show: Show) -> Show:
    """A notebook's page is shown only where its kernel has a place; a page that nobody looks at is ended for it."""

    @functools.wraps(show)
    async def limited(page: NotebookPage, visitor: Visitor, name: str, path: Any) -> None:
        kernels = page.settings["kernel_manager"]
        with kernels.places.hold(visitor.role, visitor.owner) as instead:
            if instead is not None:
                page.desk.counters["pages_ended_for_others"] += 1
                await kernels.end_kernel(instead)
            await show(page, visitor, name, path)

    return limited
