"""Which of three messages came across, by the place they were told in. Pure.

What stands first or last in a row is kept more often than what stands between: Murdock (1962), The serial position effect
of free recall, Journal of Experimental Psychology 64:482. Three messages are a very short row, so this is said as something
to watch for, never as a law.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

PLACES = ("1", "2", "3")
MIDDLE = PLACES[1]
NONE = "none"
Fate = Literal["lost", "some", "each"]
FATES: tuple[Fate, ...] = ("lost", "some", "each")


def arrived(ticked: Any) -> frozenset[str] | None:
    """The places of what had come across; None where nothing was ticked. A tick on a place outweighs one on "none"."""
    given = ticked if isinstance(ticked, list) else []
    return frozenset(given) & frozenset(PLACES) if given else None


def fates(listenings: Sequence[frozenset[str]]) -> dict[str, Fate]:
    """What became of each place over all that one person listened to; empty without a listening."""
    if not listenings:
        return {}
    came = {place: sum(place in one for one in listenings) for place in PLACES}
    return {place: "each" if n == len(listenings) else "some" if n else "lost" for place, n in came.items()}


def lost(listenings: Iterable[frozenset[str]]) -> Mapping[str, int]:
    """How often each place got lost."""
    missing = Counter(place for one in listenings for place in PLACES if place not in one)
    return {place: missing[place] for place in PLACES}


def most_lost(counts: Mapping[str, int]) -> list[str]:
    """The places that got lost most often; none where nothing did."""
    most = max(counts.values(), default=0)
    return [place for place, n in counts.items() if n == most] if most else []


def length(message: str) -> int:
    """Its words: what stands between blanks and has a letter or a digit."""
    return sum(any(sign.isalnum() for sign in word) for word in message.split())
