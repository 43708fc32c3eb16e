"""Seats: taking one, coming back to it, and the pseudonyms on offer."""

from __future__ import annotations

import datetime as dt
import random
import secrets
from collections.abc import Collection

from leads_kit.errors import NoSeat, PseudonymTaken, RoomClosed, SampleInRealRoom
from leads_kit.model import Room, Seat
from leads_kit.room.tables import table_for_newcomer
from leads_kit.store import Store, new_secret, secret_hash
from leads_kit.text import Lang, Words, folded

OFFERED = 3
LONGEST_NAME = 60


def join(
    store: Store,
    room: Room,
    *,
    lang: str,
    pseudonym: str,
    consent_version: str,
    now: dt.datetime,
    sample: bool = False,
) -> tuple[Seat, bytes]:
    """A new seat and its secret, which is kept nowhere. Raises RoomClosed, PseudonymTaken, SampleInRealRoom."""
    if sample and not room.demo:
        raise SampleInRealRoom
    if not pseudonym.strip() or len(pseudonym) > LONGEST_NAME:
        raise PseudonymTaken(pseudonym=pseudonym[:LONGEST_NAME])
    secret = new_secret()
    seat = Seat(
        id=secrets.token_hex(8), room=room.id, secret_hash=secret_hash(secret), pseudonym=pseudonym, lang=lang, sample=sample,
        joined=now, seen=now, consent_version=consent_version, consent_at=now, table=table_for_newcomer(store, room),
    )  # fmt: skip
    store.add_seat(seat, lambda: _may_join(store, seat))
    return seat, secret


def seat_of(store: Store, room: Room, secret: bytes) -> Seat:
    """The seat of a secret. Raises NoSeat."""
    seat = store.seat_by_hash(room.id, secret_hash(secret))
    if seat is None:
        raise NoSeat
    return seat


def offered_pseudonyms(
    store: Store, room: Room, words: Words, lang: Lang, lately: Collection[str] = ()
) -> tuple[str, ...]:
    """Three names that nobody in the room has, by chance; none of those offered `lately` while there are others."""
    names = _names(words, lang)
    taken = {seat.pseudonym for seat in store.seats(room.id)}
    free, number = names - taken, 2
    while len(free) < OFFERED:
        free, number = {f"{name} {number}" for name in names} - taken, number + 1
    fresh = free - set(lately)
    return tuple(random.SystemRandom().sample(sorted(fresh if len(fresh) >= OFFERED else free), OFFERED))


def _may_join(store: Store, seat: Seat) -> None:
    """Asked with the room's writers waiting, so that of two who want one name, one gets it."""
    room = store.room(seat.room)
    if room.closed:
        raise RoomClosed(room=room.name)
    if folded(seat.pseudonym) in {folded(other.pseudonym) for other in store.seats(room.id)}:
        raise PseudonymTaken(pseudonym=seat.pseudonym)


def _names(words: Words, lang: Lang) -> set[str]:
    adjectives = [text for word, text in words.texts.items() if word.startswith("pseudonym.adjective.")]
    animals = [text for word, text in words.texts.items() if word.startswith("pseudonym.animal.")]
    say = words.say(lang)
    return {say("pseudonym.name", adjective=adjective, animal=animal) for adjective in adjectives for animal in animals}
