"""Working alone: a store and a seat of one's own, in one folder of one's own."""

from __future__ import annotations

import os
from pathlib import Path

from leads_kit.delivery import SelfPaced, utc_now
from leads_kit.model import Pack, Room
from leads_kit.room import join, make_room, seat_of
from leads_kit.store import Store, one_at_a_time, open_store
from leads_kit.text import Lang

ROOM = "alone"


def home() -> Path:
    """Where a person's own answers lie: `LEADS_HOME`, else `leads-workshop` in their home folder."""
    return Path(os.environ.get("LEADS_HOME") or Path.home() / "leads-workshop")


def alone(pack: Pack, lang: Lang) -> SelfPaced:
    """Open or make one's own place. The key lies beside the store, readable by its owner only: this is one's own computer."""
    folder = home() / ".leads"
    # Several notebooks may be opened at once before there is a store.
    with one_at_a_time(folder / "opening"):
        return _own_place(folder, pack, lang)


def _own_place(folder: Path, pack: Pack, lang: Lang) -> SelfPaced:
    store = open_store(str(folder / "answers.db"))
    room = store.room_by_name(ROOM) or _own_room(store, pack, lang)
    key = folder / "key"
    if key.exists():
        secret = bytes.fromhex(key.read_text().strip())
        return SelfPaced(store, pack, room.id, seat_of(store, room, secret), secret)
    seat, secret = join(store, room, lang=lang, pseudonym=ROOM, consent_version=pack.consent_version, now=utc_now())
    key.touch(mode=0o600)
    key.write_text(secret.hex())
    return SelfPaced(store, pack, room.id, seat, secret)


def _own_room(store: Store, pack: Pack, lang: Lang) -> Room:
    room, _ = make_room(
        store,
        pack,
        name=ROOM,
        agenda=pack.client.agenda,
        lang=lang,
        min_group=pack.client.min_group,
        demo=False,
        now=utc_now(),
    )
    return room
