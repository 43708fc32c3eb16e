"""What all pages share: the store, the packs of its rooms, the words, the counters, and the address others
open."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections import Counter
from dataclasses import dataclass, field

from leads_kit.model import Pack, Room
from leads_kit.packs import pack_of
from leads_kit.server.limits import Guesses
from leads_kit.server.meters import Meters
from leads_kit.server.offers import Offers
from leads_kit.server.options import ServeOptions
from leads_kit.server.static import StaticFiles
from leads_kit.store import Store
from leads_kit.text import LANGS, Lang, Words


@dataclass
class Desk:
    """One server's. `key` lives as long as it; `reached` are rooms that a phone has found. `demo_host` is
    the demo room's secret, shown on its start page; `base` is known once it listens; in the
    folder `drawn` pages leave pictures for each other. `lang` and `languages` are of pages that belong to no room."""

    options: ServeOptions
    store: Store
    words: Words
    static: StaticFiles
    demo: Room | None = None
    demo_host: str = ""
    base: str = ""
    drawn: str = ""
    lang: Lang = "en"
    languages: tuple[Lang, ...] = LANGS
    counters: Counter[str] = field(default_factory=Counter)
    guesses: Guesses = field(default_factory=Guesses)
    offers: Offers = field(default_factory=Offers)
    key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    reached: set[str] = field(default_factory=set)
    meters: Meters = field(init=False)

    def __post_init__(self) -> None:
        self.meters = Meters(self.counters)

    def pack(self, room: Room) -> Pack:
        """The copy of the pack that a room keeps."""
        return pack_of(room.pack, lambda: self.store.pack_json(room.id))

    def offer(self, room: Room, pseudonym: str) -> str:
        """A pseudonym as a form carries it: nobody can hand in a name that this server did not offer."""
        return f"{self._mark(room, pseudonym)} {pseudonym}"

    def offered(self, room: Room, value: str) -> str | None:
        """The pseudonym of a form, or None where it was not offered."""
        mark, _, pseudonym = value.partition(" ")
        return pseudonym if hmac.compare_digest(mark.encode(), self._mark(room, pseudonym).encode()) else None

    def _mark(self, room: Room, pseudonym: str) -> str:
        return hmac.new(self.key, f"{room.id} {pseudonym}".encode(), hashlib.sha256).hexdigest()[:32]
