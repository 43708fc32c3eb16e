"""Somebody has the database file: what do they learn of a private answer? Nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tests.world import WHEEL, World

WORDS = "zebrafish-and-marmalade"


def bytes_of(world: World) -> bytes:
    path = Path(world.store.where)
    return b"".join(one.read_bytes() for one in path.parent.glob(f"{path.name}*"))


def test_the_database_file_holds_no_private_word(world: World) -> None:
    world.open("dc-first-five")
    world.answer(0, "dc-first-five", {"person": WORDS, "brings": WORDS, "step": WORDS})
    world.close("dc-first-five")
    world.open("dc1-network")
    world.answer(0, "dc1-network", {"goal": WORDS, "contacts": [{"id": "r1", "name": WORDS}]})
    assert world.attempt(0, "dc-first-five").answer["person"] == WORDS
    assert WORDS.encode() not in bytes_of(world)


def test_an_unsealed_word_would_be_found(world: World) -> None:
    world.store.change_seat(world.room.id, world.seats[0][0].id, pseudonym=WORDS)
    assert WORDS.encode() in bytes_of(world)


def test_the_file_holds_no_seat_secret_and_no_letters(world: World) -> None:
    for _, secret in world.seats:
        assert secret not in bytes_of(world)
        assert secret.hex().encode() not in bytes_of(world)


def test_every_private_row_is_sealed_and_has_no_body(world: World) -> None:
    world.open("dc1-network")
    world.answer(0, "dc1-network", {"goal": WORDS})
    with sqlite3.connect(world.store.where) as connection:
        rows = connection.execute(
            "SELECT body IS NULL, sealed IS NOT NULL FROM responses WHERE tier = 'private'"
        ).fetchall()
    assert rows == [(1, 1)]


def test_group_answers_are_kept_without_a_name(world: World) -> None:
    world.open("dc-wheel")
    world.answer(0, "dc-wheel", WHEEL)
    with sqlite3.connect(world.store.where) as connection:
        rows = connection.execute("SELECT * FROM responses").fetchall()
    assert not any(world.seats[0][0].pseudonym in str(row) for row in rows)
