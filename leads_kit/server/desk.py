"""What all pages share: the store, the packs of its rooms, the words, the counters, and the address others open."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from leads_kit.model import Pack, Room
from leads_kit.packs import pack_from_json
from leads_kit.server.options import ServeOptions
from leads_kit.server.static import StaticFiles
from leads_kit.store import Store
from leads_kit.text import Words


@dataclass
class Desk:
    """One server's. `demo_host` is the demo room's secret, shown on its start page; `base` is known once it listens."""

    options: ServeOptions
    store: Store
    words: Words
    static: StaticFiles
    demo: Room | None = None
    demo_host: str = ""
    base: str = ""
    counters: Counter[str] = field(default_factory=Counter)
    _packs: dict[str, Pack] = field(default_factory=dict)

    def pack(self, room: Room) -> Pack:
        """The copy of the pack that a room keeps."""
        if room.pack not in self._packs:
            self._packs[room.pack] = pack_from_json(self.store.pack_json(room.id))
        return self._packs[room.pack]
