"""A new room: its codes, its copy of the pack, its steps."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets

from leads_kit.analysis.disclosure import LOWEST_GROUP
from leads_kit.errors import GroupTooSmall, UnknownCode
from leads_kit.model import Pack, Room
from leads_kit.packs import pack_to_json
from leads_kit.store import Store

# Read off a wall and typed on phones: nothing that is taken for another (0 O, 1 I L, 2 Z, 5 S, 8 B), no vowels.
CODE_LETTERS = "23456789CDFGHJKMNPQRTVWX"
CODE_LENGTH = 6
HOST_BYTES = 24


def make_room(
    store: Store,
    pack: Pack,
    *,
    name: str,
    agenda: str,
    lang: str,
    min_group: int,
    demo: bool,
    now: dt.datetime,
) -> tuple[Room, str]:
    """The room, and the facilitator's secret, of which only the hash is kept. Raises GroupTooSmall."""
    if min_group < LOWEST_GROUP:
        raise GroupTooSmall(lowest=LOWEST_GROUP, min_group=min_group)
    secret = new_host_secret()
    room = Room(
        id=secrets.token_hex(8), name=name, code=_free_code(store), host_hash=host_hash(secret), pack=pack.digest, agenda=agenda,
        lang=lang, min_group=min_group, group_settled=False, demo=demo, closed=False, seq=0, created=now,
    )  # fmt: skip
    store.add_room(room, pack_to_json(pack), [step.does for step in pack.agendas[agenda].steps])
    return room, secret


def new_host_secret() -> str:
    """192 random bits for the facilitator's link, as 32 letters that an address takes as they are."""
    return secrets.token_urlsafe(HOST_BYTES)


def host_hash(secret: str) -> bytes:
    """What the store keeps of a facilitator's secret."""
    return hashlib.sha256(secret.encode()).digest()


def _free_code(store: Store) -> str:
    """Six letters that no room has: 24⁶ ≈ 190 million; only wrong codes count towards a limit on guessing."""
    while True:
        code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
        try:
            store.room_by_code(code)
        except UnknownCode:
            return code
