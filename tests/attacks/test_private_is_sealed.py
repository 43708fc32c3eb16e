"""Somebody has the database file: what do they learn of a private answer? Nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from leads_kit.kinds import kind_of
from leads_kit.model import Pack, Tier
from leads_kit.packs import load_pack, load_samples
from leads_kit.store import Store
from tests.world import WHEEL, World, doing, make_world

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


PRIVATE = sorted(
    id
    for id, exercise in load_pack().exercises.items()
    if any(part.tier is Tier.PRIVATE for part in kind_of(exercise).parts(exercise))
)


def marked(value: Any) -> Any:
    """The same answer with a word of our own in every text that a person types; ids, choices and days have no space."""
    match value:
        case str() if " " in value:
            return f"{WORDS} {value}"[:60]
        case dict():
            return {key: marked(one) for key, one in value.items()}
        case list():
            return [marked(one) for one in value]
    return value


@pytest.mark.parametrize("exercise_id", PRIVATE)
def test_no_private_part_of_any_exercise_can_be_read_in_the_file(store: Store, pack: Pack, exercise_id: str) -> None:
    world = make_world(store, doing(pack, exercise_id), people=3, agenda="test")
    world.open(exercise_id)
    answer = next(iter(load_samples().values())).answers[exercise_id]
    exercise = world.attempt(0, exercise_id).exercise
    private = [part for part in kind_of(exercise).parts(exercise) if part.tier is Tier.PRIVATE]
    fields = {field for part in private for field in part.fields}
    given = marked({key: one for key, one in answer.items() if key in fields})
    kept = world.answer(0, exercise_id, given).answer
    assert WORDS in str(kept) or exercise.supplied
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
