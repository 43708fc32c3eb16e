"""What is typed to be shared waits for the facilitator, line by line; nameless lines wait for five authors first."""

from __future__ import annotations

from typing import Any

import pytest

from leads_kit.errors import MoveRefused
from leads_kit.kinds import kind_of
from leads_kit.model import Pack, Release, Said
from leads_kit.room import own_notes, release, sit
from leads_kit.store import Store
from tests.world import World, doing, make_world

TENSION = "dc4-tension"


def warning(sign: str) -> dict[str, Any]:
    return {"warnings": [{"id": "w1", "sign": sign, "side": "a"}]}


@pytest.fixture
def tables(store: Store, pack: Pack) -> World:
    """Two tables have written an early sign each, and the round has closed."""
    world = make_world(store, doing(pack, TENSION), people=6, agenda="test")
    for seat in range(6):
        sit(store, world.room, world.seats[seat][0].id, 1 + seat // 3)
    world.open(TENSION)
    for seat, sign in ((0, "a second call"), (3, "nobody laughs")):
        world.attempt(seat, TENSION).save(warning(sign), 1, base=0)
    world.close(TENSION)
    return world


def seen(world: World, viewer: Any) -> Release:
    return release(world.store, world.store.room(world.room.id), world.pack, TENSION, 1, viewer)


def texts(notes: tuple[Said, ...]) -> set[tuple[str, str, str]]:
    return {(one.note.text, one.by, one.state) for one in notes}


def test_nobody_sees_a_line_while_the_round_is_open(store: Store, pack: Pack) -> None:
    world = make_world(store, doing(pack, TENSION), people=3, agenda="test")
    for seat in range(3):
        sit(store, world.room, world.seats[seat][0].id, 1)
    world.open(TENSION)
    world.attempt(0, TENSION).save(warning("a second call"), 1, base=0)
    assert all(seen(world, viewer).notes == () for viewer in ("console", "wall", "seat"))


def test_after_closing_the_console_reads_them_and_nobody_else(tables: World) -> None:
    assert texts(seen(tables, "console").notes) == {
        ("a second call", "table:1", "waiting"),
        ("nobody laughs", "table:2", "waiting"),
    }
    tables.desk.show(tables.step(TENSION))
    assert seen(tables, "wall").notes == seen(tables, "seat").notes == ()


def test_what_is_released_is_seen_by_all_once_shown_and_can_be_taken_back(tables: World) -> None:
    (first,) = [one for one in seen(tables, "console").notes if one.by == "table:1"]
    tables.desk.release_notes(tables.step(TENSION), [first.key])
    assert seen(tables, "wall").notes == ()
    tables.desk.show(tables.step(TENSION))
    assert texts(seen(tables, "wall").notes) == {("a second call", "table:1", "released")}
    tables.desk.hide_notes(tables.step(TENSION), [first.key])
    assert seen(tables, "wall").notes == seen(tables, "seat").notes == ()
    assert ("a second call", "table:1", "hidden") in texts(seen(tables, "console").notes)


def test_only_its_author_is_told_what_became_of_a_line(tables: World) -> None:
    (first,) = [one for one in seen(tables, "console").notes if one.by == "table:1"]
    tables.desk.release_notes(tables.step(TENSION), [first.key])
    tables.desk.hide_notes(tables.step(TENSION), [first.key])
    room = tables.store.room(tables.room.id)
    assert texts(own_notes(tables.store, room, TENSION, 1, "table:1")) == {("a second call", "table:1", "hidden")}
    assert texts(own_notes(tables.store, room, TENSION, 1, "table:2")) == {("nobody laughs", "table:2", "waiting")}


def test_a_key_of_nothing_releases_nothing(tables: World) -> None:
    tables.desk.release_notes(tables.step(TENSION), ["0" * 16])
    tables.desk.show(tables.step(TENSION))
    assert seen(tables, "wall").notes == ()


def test_notes_are_decided_only_between_closing_and_the_next_round(tables: World) -> None:
    tables.desk.again(tables.step(TENSION))
    with pytest.raises(MoveRefused):
        tables.desk.release_notes(tables.step(TENSION), [])


def test_a_new_round_begins_without_the_released_lines_of_the_last(tables: World) -> None:
    keys = [one.key for one in seen(tables, "console").notes]
    tables.desk.release_notes(tables.step(TENSION), keys)
    tables.desk.again(tables.step(TENSION))
    tables.desk.show(tables.close(TENSION))
    room = tables.store.room(tables.room.id)
    assert release(tables.store, room, tables.pack, TENSION, 2, "wall").notes == ()


def comments(world: World, authors: int) -> tuple[Said, ...]:
    """What the console reads of `evaluate` when so many wrote a line."""
    exercise = world.pack.exercises["evaluate"]
    (part,) = [one for one in kind_of(exercise).parts(exercise) if one.anonymous]
    world.open("evaluate")
    for seat in range(authors):
        world.answer(seat, "evaluate", {part.fields[0]: f"line {seat}"})
    world.close("evaluate")
    room = world.store.room(world.room.id)
    return release(world.store, room, world.pack, "evaluate", 1, "console").notes


@pytest.mark.parametrize(("authors", "told"), [(4, 0), (5, 5), (6, 6)])
def test_lines_without_a_name_are_told_to_nobody_before_five_have_written(
    store: Store, pack: Pack, authors: int, told: int
) -> None:
    notes = comments(make_world(store, doing(pack, "evaluate"), people=7, agenda="test", min_group=3), authors)
    assert len(notes) == told
    assert {one.by for one in notes} <= {""}


def test_a_line_without_a_name_has_no_owner_in_what_was_frozen(store: Store, pack: Pack) -> None:
    world = make_world(store, doing(pack, "evaluate"), people=6, agenda="test")
    comments(world, 6)
    frozen = store.release(world.room.id, "evaluate", 1)
    assert frozen is not None
    assert [one["owner"] for one in frozen["notes"]] == [""] * 6


def test_a_first_name_for_a_list_never_stands_beside_a_pseudonym(store: Store, pack: Pack) -> None:
    world = make_world(store, doing(pack, "dc3-who-knows"), people=6, agenda="test")
    world.open("dc3-who-knows")
    world.answer(0, "dc3-who-knows", {"ask": ["t1"], "name": "Ana"})
    world.close("dc3-who-knows")
    notes = release(store, store.room(world.room.id), world.pack, "dc3-who-knows", 1, "console").notes
    assert [(one.note.text, one.by) for one in notes] == [("Ana", "")]
    assert world.seats[0][0].pseudonym not in str(notes)
