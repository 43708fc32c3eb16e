"""Claims about a page's own view of the store: read once, fresh when it must be, and never what decides a save."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import event

from leads_kit.attempt import Attempt
from leads_kit.delivery import Live
from leads_kit.errors import StepClosed
from leads_kit.model import PROGRESS_PART
from leads_kit.packs import load_pack
from leads_kit.store import Held
from tests.world import WHEEL, World, make_world, sqlite_store


@pytest.fixture
def world(tmp_path: Path) -> World:
    return make_world(sqlite_store(tmp_path), load_pack(), people=2, agenda="dc-40")


def reads(world: World, held: Held, *asked: object) -> int:
    """How many queries a few reads take."""
    counted: list[str] = []

    def count(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("SELECT"):
            counted.append(statement)

    event.listen(held._engine, "before_cursor_execute", count)
    for one in asked:
        one()  # type: ignore[operator]
    event.remove(held._engine, "before_cursor_execute", count)
    return len(counted)


def test_what_was_read_is_not_read_again_until_something_moved(world: World) -> None:
    held, room = Held(world.store), world.room.id
    seat = world.seats[0][0].id
    asked = [
        lambda: held.room(room),
        lambda: held.steps(room),
        lambda: held.seat(room, seat),
        lambda: held.answer(room, seat, "dc-wheel", 1),
        lambda: held.answer(room, seat, "dc-first-five", 1),
        lambda: held.latest_round_answered(room, seat, "dc-wheel"),
    ]
    assert reads(world, held, *asked) == 4
    assert reads(world, held, *asked) == 0
    world.open("dc-wheel")
    assert held.steps(room)[0].state.value == "waiting"
    held.look()
    assert {step.does: step.state.value for step in held.steps(room)}["dc-wheel"] == "open"


def test_where_nobodys_answers_moved_only_the_rest_is_read_again(world: World) -> None:
    held, room = Held(world.store), world.room.id
    seat = world.seats[0][0].id
    asked = [lambda: held.steps(room), lambda: held.answer(room, seat, "dc-wheel", 1)]
    assert reads(world, held, *asked) == 2
    held.look(answers=False)
    assert reads(world, held, *asked) == 1
    held.look()
    assert reads(world, held, *asked) == 2


def test_it_gives_what_the_store_gives(world: World) -> None:
    held, room = Held(world.store), world.room.id
    seat = world.seats[0][0].id
    world.open("dc-wheel")
    world.answer(0, "dc-wheel", WHEEL)
    for exercise in ("dc-wheel", "dc-first-five"):
        assert held.answer(room, seat, exercise, 1) == world.store.answer(room, seat, exercise, 1)
        latest = world.store.latest_round_answered(room, seat, exercise)
        assert held.latest_round_answered(room, seat, exercise) == latest
    assert held.answer(room, seat, "dc-wheel", 2) == {}
    assert PROGRESS_PART in held.answer(room, seat, "dc-wheel", 1)


def test_of_many_versions_only_the_latest_of_each_part_counts(world: World) -> None:
    world.open("dc-wheel")
    for mark in (2, 3, 4):
        world.attempt(0, "dc-wheel").save({**WHEEL, "now-DC1": mark}, mark)
    kept = Held(world.store).answer(world.room.id, world.seats[0][0].id, "dc-wheel", 1)
    assert kept == world.store.answer(world.room.id, world.seats[0][0].id, "dc-wheel", 1)
    assert max(one.n for one in kept.values()) == 4


def test_ones_own_save_is_seen_at_once(world: World) -> None:
    world.open("dc-wheel")
    held, (seat, secret) = Held(world.store), world.seats[0]
    attempt = Attempt(
        world.pack.exercises["dc-wheel"], Live(held, world.pack, world.room.id, seat, secret, world.clock)
    )
    assert attempt.save(WHEEL, 1).saved == 1
    assert not attempt.stale()
    assert max(one.n for one in held.answer(world.room.id, seat.id, "dc-wheel", 1).values()) == 1
    other = world.attempt(0, "dc-wheel")
    other.save({**WHEEL, "now-DC1": 5}, 2)
    assert not attempt.stale()
    held.look()
    assert attempt.stale()
    attempt.refresh()
    assert attempt.answer["now-DC1"] == 5


def test_a_page_that_has_not_looked_cannot_save_into_a_closed_step(world: World) -> None:
    world.open("dc-wheel")
    held, (seat, secret) = Held(world.store), world.seats[0]
    attempt = Attempt(
        world.pack.exercises["dc-wheel"], Live(held, world.pack, world.room.id, seat, secret, world.clock)
    )
    world.close("dc-wheel")
    assert attempt.place.writable
    with pytest.raises(StepClosed):
        attempt.save(WHEEL, 1)
    assert world.store.answer(world.room.id, seat.id, "dc-wheel", 1) == {}
