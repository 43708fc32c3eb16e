"""Limits on guessing and on talking, as plain counting: what is asked of them is never a code, only that one was wrong."""

from __future__ import annotations

import ipaddress
import math
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

Clock = Callable[[], float]

# A room of two hundred mistypes a few dozen codes within a minute, all from one address.
FREE_GUESSES = 100
FORGIVEN_A_SECOND = 1.0
REMEMBERED = 120
DELAY_STEP, LONGEST_DELAY = 0.05, 1.0
# Answers held back at once; beyond it they go out at once, so that holding them cannot fill the server's memory.
HELD, HELD_IN_ALL = 64, 512
NETWORKS = 4096
# A page asks for its state in a handful of messages and saves a few times a second.
BURST, MESSAGES_A_SECOND, ENDS_AT = 300.0, 20.0, 1200.0
HEAVY = 16 * 1024


class Level:
    """Something that fills by what comes in, up to `most`, and drains with time."""

    def __init__(self, drains: float, most: float, now: float) -> None:
        self._drains, self._most, self._at, self._level = drains, most, now, 0.0

    def at(self, now: float) -> float:
        return max(0.0, self._level - (now - self._at) * self._drains)

    def add(self, amount: float, now: float) -> float:
        self._level, self._at = min(self._most, self.at(now) + amount), now
        return self._level


@dataclass(frozen=True)
class Wrong:
    """Seconds: `retry` until wrong codes are taken lightly again (0: they still are), `delay` until this one is answered."""

    retry: int = 0
    delay: float = 0.0


class Guesses:
    """Wrong codes by network. A right code never comes here: nothing here can stop one, or a seat's own cookie."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._levels: dict[str, Level] = {}
        self._held: Counter[str] = Counter()

    def wrong(self, address: str) -> Wrong:
        """One more wrong code from an address. Where there is a delay, say `answered` once it is over."""
        network, now = network_of(address), self._clock()
        over = self._level(network, now).add(1.0, now) - FREE_GUESSES
        if over <= 0:
            return Wrong()
        retry = math.ceil(over / FORGIVEN_A_SECOND)
        if self._held[network] >= HELD or self._held.total() >= HELD_IN_ALL:
            return Wrong(retry)
        self._held[network] += 1
        return Wrong(retry, min(LONGEST_DELAY, DELAY_STEP * over))

    def answered(self, address: str) -> None:
        """An answer that was held back is out, or nobody waits for it any more."""
        network = network_of(address)
        self._held[network] -= 1
        if self._held[network] <= 0:
            del self._held[network]

    def _level(self, network: str, now: float) -> Level:
        """The network's, which is the last to be forgotten now."""
        level = self._levels.pop(network, None) or Level(FORGIVEN_A_SECOND, FREE_GUESSES + REMEMBERED, now)
        self._levels[network] = level
        if len(self._levels) > NETWORKS:
            del self._levels[next(iter(self._levels))]
        return level


def network_of(address: str) -> str:
    """Who counts as one: an IPv4 address, or the 64 bits of an IPv6 network, which one person has all to themselves."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(ip, ipaddress.IPv6Address):
        return str(ip.ipv4_mapped or ipaddress.ip_network((int(ip) >> 64 << 64, 64)))
    return str(ip)


class Heard(Enum):
    PASSES = "passes"
    DROPPED = "dropped"
    ENDS = "ends"


class Pace:
    """How much one page says to its kernel. Long messages count as several; what is dropped counts too."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._level = Level(MESSAGES_A_SECOND, ENDS_AT, clock())

    def hear(self, size: int) -> Heard:
        """One message of so many bytes."""
        level = self._level.add(1 + size // HEAVY, self._clock())
        if level <= BURST:
            return Heard.PASSES
        return Heard.DROPPED if level < ENDS_AT else Heard.ENDS
