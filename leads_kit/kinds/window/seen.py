"""The window read from an answer: which words lie in which of its fields, and how many peers said each."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from leads_kit.form import Answer

# So many words each: for oneself, and from each peer.
PICK = 5
# Below so many peers a word's number would be one person's view, and so would the border between two fields.
ENOUGH = 3


@dataclass(frozen=True)
class Peer:
    """Somebody who said words; the name may still be missing."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Window:
    """`own` are the ids I chose, `peers` those who have said at least one word."""

    own: tuple[str, ...]
    peers: tuple[Peer, ...]

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many peers said each word, the most frequent first, those alike in the order they were said."""
        said = [word for peer in self.peers for word in peer.words]
        return dict(sorted(((word, said.count(word)) for word in dict.fromkeys(said)), key=lambda one: -one[1]))

    @property
    def enough(self) -> bool:
        return len(self.peers) >= ENOUGH

    @property
    def arena(self) -> tuple[str, ...]:
        """What I and others see."""
        return tuple(word for word in self.counts if word in self.own)

    @property
    def blind(self) -> tuple[str, ...]:
        """What only others see."""
        return tuple(word for word in self.counts if word not in self.own)

    @property
    def hidden(self) -> tuple[str, ...]:
        """What only I see."""
        return tuple(word for word in self.own if word not in self.counts)

    def of(self, word: str) -> tuple[Peer, ...]:
        """Who said a word."""
        return tuple(peer for peer in self.peers if word in peer.words)


def read(answer: Answer, known: Collection[str]) -> Window:
    """Words that are not in the list do not count; nor do peers who have not said any yet."""
    peers = (_peer(row, known) for row in answer.get("peers") or [])
    return Window(_chosen(answer.get("own"), known), tuple(peer for peer in peers if peer.words))


def _peer(row: Mapping[str, Any], known: Collection[str]) -> Peer:
    return Peer(str(row.get("name") or "").strip(), _chosen(row.get("words"), known))


def _chosen(value: Any, known: Collection[str]) -> tuple[str, ...]:
    return tuple(word for word in value or () if word in known)
