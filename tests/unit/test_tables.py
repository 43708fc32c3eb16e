"""Tables: taken by number or dealt, and late-comers go where the fewest sit."""

from __future__ import annotations

import pytest

from leads_kit.errors import TableRefused
from leads_kit.room import join, seated, sit
from tests.world import World


def tables(world: World) -> dict[int, int]:
    return seated(world.store, world.store.room(world.room.id))


def test_people_take_a_table_by_its_number_and_may_change_it(world: World) -> None:
    for seat, table in ((0, 4), (1, 4), (2, 1)):
        sit(world.store, world.room, world.seats[seat][0].id, table)
    assert tables(world) == {1: 1, 4: 2}
    sit(world.store, world.room, world.seats[0][0].id, 1)
    assert tables(world) == {1: 2, 4: 1}


@pytest.mark.parametrize("number", [0, -1, 41])
def test_a_number_that_no_room_has_is_refused(world: World, number: int) -> None:
    with pytest.raises(TableRefused):
        sit(world.store, world.room, world.seats[0][0].id, number)
    assert tables(world) == {}


def test_the_console_deals_tables_to_everybody_here_by_lot(world: World) -> None:
    world.desk.deal(3)
    assert tables(world) == {1: 3, 2: 3}
    dealt = [world.store.seat(world.room.id, seat.id).table for seat, _ in world.seats]
    for _ in range(20):
        world.desk.deal(3)
        if [world.store.seat(world.room.id, seat.id).table for seat, _ in world.seats] != dealt:
            return
    raise AssertionError("twenty lots, all alike")


def test_who_is_not_here_is_not_dealt_a_table(world: World) -> None:
    world.clock.pass_seconds(600)
    for seat, _ in world.seats[:4]:
        world.store.touch(world.room.id, seat.id, world.clock())
    world.desk.deal(2)
    assert tables(world) == {1: 2, 2: 2}
    assert world.store.seat(world.room.id, world.seats[5][0].id).table is None


def test_a_late_comer_gets_the_smallest_table_once_tables_were_dealt(world: World) -> None:
    room = world.store.room(world.room.id)
    early, _ = join(world.store, room, lang="en", pseudonym="Early", consent_version="1", now=world.clock())
    assert world.store.seat(room.id, early.id).table is None
    world.desk.deal(3)
    room = world.store.room(world.room.id)
    late, _ = join(world.store, room, lang="en", pseudonym="Late", consent_version="1", now=world.clock())
    sizes = tables(world)
    assert late.table is not None
    assert sorted(sizes.values()) == [2, 3, 3]
    assert sizes[late.table] == 3


@pytest.mark.parametrize("size", [1, 13])
def test_a_table_of_one_or_of_a_crowd_is_refused(world: World, size: int) -> None:
    with pytest.raises(TableRefused):
        world.desk.deal(size)
