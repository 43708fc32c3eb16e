"""A new room: its codes, its copy of the pack, its steps."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets

from leads_kit.analysis.disclosure import LOWEST_GROUP
from leads_kit.errors import GroupTooSmall
from leads_kit.model import Pack, Room
from leads_kit.packs import pack_to_json
from leads_kit.store import Store

# Read aloud and typed on phones: no 0 O 1 I L, no vowels that make words.
CODE_LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ"
CODE_LENGTH = 6


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
        id=secrets.token_hex(8), name=name, code=new_code(), host_hash=host_hash(secret), pack=pack.digest, agenda=agenda,
        lang=lang, min_group=min_group, group_settled=False, demo=demo, closed=False, seq=0, created=now,
    )  # fmt: skip
    store.add_room(room, pack_to_json(pack), [step.does for step in pack.agendas[agenda].steps])
    return room, secret


def new_code() -> str:
    """Six letters: 27⁶ ≈ 390 million; only wrong codes count towards a limit on guessing."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))


def new_host_secret() -> str:
    """128 random bits for the facilitator's link."""
    return secrets.token_urlsafe(16)


def host_hash(secret: str) -> bytes:
    """What the store keeps of a facilitator's secret."""
    return hashlib.sha256(secret.encode()).digest()
