"""Answers in a store to exercises that a client's pack no longer has. Counted, never read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from leads_kit.packs.copies import client_of
from leads_kit.store import Store, open_store


@dataclass(frozen=True)
class Left:
    """`answers` were given in a room, over all its rounds, to an exercise that the client has no more."""

    room: str
    exercise: str
    answers: int


@dataclass(frozen=True)
class Counted:
    """What a store holds: rooms by their names, each with its client, and how many answers to which exercise."""

    clients: dict[str, str]
    answers: dict[tuple[str, str], int]

    def left(self, client: str, known: Collection[str]) -> list[Left]:
        """What a client's rooms hold beside the exercises that it has, by room and exercise."""
        given = sorted(self.answers.items())
        return [Left(*at, n) for at, n in given if self.clients.get(at[0]) == client and at[1] not in known]


def counted(where: str) -> Counted:
    """Raises StoreUnreachable where no store is, StoreNewer and StoreUnwritable."""
    store = open_store(where, make=False)
    try:
        names = {room.id: room.name for room in store.rooms()}
        answers = {(names[room], exercise): n for (room, exercise), n in store.counted().items()}
        return Counted(_clients(store), answers)
    finally:
        store.close()


def _clients(store: Store) -> dict[str, str]:
    """A copy of a pack is large, and many rooms share one."""
    rooms = store.rooms()
    one_of = {room.pack: room.id for room in rooms}
    clients = {digest: client_of(store.pack_json(id)) for digest, id in one_of.items()}
    return {room.name: clients[room.pack] for room in rooms}
