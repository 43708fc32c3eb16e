"""What a room released of its reasons reaches every table as chips, without a name and without what still waits."""

from __future__ import annotations

from typing import Any

import pytest

from leads_kit.model import Pack
from leads_kit.room import release, sit
from leads_kit.store import Store
from tests.world import World, doing, make_world

REASONS, RISKS = "ar3-premortem", "ar3-risks"


def reason(seat: int) -> dict[str, Any]:
    return {"reasons": [{"id": "r1", "reason": f"reason of seat {seat}"}]}


def room_of(store: Store, pack: Pack, writing: int) -> World:
    world = make_world(store, doing(pack, REASONS, RISKS), people=6, agenda="test")
    for seat in range(6):
        sit(store, world.room, world.seats[seat][0].id, 1 + seat // 3)
    world.open(REASONS)
    for seat in range(writing):
        world.answer(seat, REASONS, reason(seat))
    world.close(REASONS)
    return world


@pytest.fixture
def room(store: Store, pack: Pack) -> World:
    """Two tables of three; all six have written a reason, and all six lines wait."""
    return room_of(store, pack, 6)


def show(world: World, *texts: str) -> None:
    notes = release(world.store, world.desk.room, world.pack, REASONS, 1, "console").notes
    world.desk.release_notes(world.step(REASONS), [one.key for one in notes if one.note.text in texts])
    world.desk.show(world.step(REASONS))
    world.open(RISKS)


def chips(world: World, seat: int) -> tuple[str, ...]:
    return world.attempt(seat, RISKS).earlier().get("risks", ())


def test_reasons_come_without_a_name(room: World) -> None:
    notes = release(room.store, room.desk.room, room.pack, REASONS, 1, "console").notes
    assert len(notes) == 6
    assert {one.by for one in notes} == {""}


def test_released_reasons_reach_every_table_and_what_waits_reaches_none(room: World) -> None:
    show(room, "reason of seat 1", "reason of seat 4")
    for seat in (0, 3):
        assert {"reason of seat 1", "reason of seat 4"} <= set(chips(room, seat))
        assert "reason of seat 2" not in chips(room, seat)


def test_ones_own_reasons_are_offered_to_oneself_alone(room: World) -> None:
    show(room, "reason of seat 1")
    assert "reason of seat 0" in chips(room, 0)
    assert "reason of seat 0" not in chips(room, 3)


def test_too_few_authors_give_no_chip_to_anybody_else(store: Store, pack: Pack) -> None:
    world = room_of(store, pack, 4)
    show(world, *(f"reason of seat {seat}" for seat in range(4)))
    assert chips(world, 5) == ()


def test_a_reason_taken_back_is_no_chip_any_more(room: World) -> None:
    show(room, "reason of seat 1")
    (key,) = [
        one.key
        for one in release(room.store, room.desk.room, room.pack, REASONS, 1, "console").notes
        if one.note.text == "reason of seat 1"
    ]
    room.desk.hide_notes(room.step(REASONS), [key])
    assert chips(room, 5) == ("reason of seat 5",)
