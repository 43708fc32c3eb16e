"""The store, on SQLite and on PostgreSQL: nothing acknowledged is lost, nothing counts twice, nobody skips a step."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import os
import signal
import sqlite3
import time
from dataclasses import replace
from pathlib import Path

import pytest

from leads_kit.cli.left import counted
from leads_kit.errors import (
    NoSeat,
    SaveConflict,
    StepClosed,
    StepMoved,
    StoreNewer,
    StoreUnreachable,
    StoreUnwritable,
    UnknownCode,
    UnknownRoom,
)
from leads_kit.model import PROGRESS_PART, Pack, Progress, Response, StepState, Tier
from leads_kit.store import Store, open_store
from leads_kit.store.upgrade import HEAD, known
from tests.world import START, World, make_world


@pytest.fixture
def any_world(any_store: Store, pack: Pack) -> World:
    return make_world(any_store, pack, people=3)


def response(world: World, n: int = 1, body: object = None, seat: int = 0, part: str = "ratings") -> Response:
    return Response(world.room.id, world.seats[seat][0].id, "dc-wheel", 1, part, Tier.GROUP, n, START, body=body)


def test_the_latest_n_counts(any_world: World) -> None:
    for n in (1, 2):
        any_world.store.save(response(any_world, n, {"a": n}))
    kept = any_world.store.answer(any_world.room.id, any_world.seats[0][0].id, "dc-wheel", 1)
    assert kept["ratings"].body == {"a": 2}
    assert kept["ratings"].at == START


def test_the_same_save_twice_counts_once(any_world: World) -> None:
    first = any_world.store.save(response(any_world, 1, {"a": 1}))
    assert any_world.store.save(response(any_world, 1, {"a": 1})) == first


@pytest.mark.parametrize("n", [1, 2])
def test_a_different_save_that_is_not_later_is_a_conflict(any_world: World, n: int) -> None:
    any_world.store.save(response(any_world, 2, {"a": 1}))
    with pytest.raises(SaveConflict) as conflict:
        any_world.store.save(response(any_world, n, {"a": 9}))
    assert conflict.value.values == {"latest": 2}
    assert any_world.store.bodies(any_world.room.id, "dc-wheel", 1, "ratings") == {any_world.seats[0][0].id: {"a": 1}}


def test_answers_are_counted_by_room_and_exercise_whoever_saved_how_often(any_world: World) -> None:
    for n in (1, 2):
        any_world.store.save(response(any_world, n, {"a": n}))
    any_world.store.save(response(any_world, 1, {"a": 1}, seat=1, part="other"))
    any_world.store.save(response(any_world, 1, Progress.STARTED, seat=2, part=PROGRESS_PART))
    any_world.store.save(
        replace(response(any_world), exercise="dc-close", tier=Tier.PRIVATE, sealed=b"locked", body=None)
    )
    for seat in (0, 1):
        joint = replace(response(any_world, 1 + seat, {"a": seat}, seat=seat), exercise="dc2-journey", table=4)
        any_world.store.save(joint)
    room = any_world.room.id
    assert any_world.store.counted() == {(room, "dc-wheel"): 2, (room, "dc-close"): 1, (room, "dc2-journey"): 1}
    kept = counted(any_world.store.where)
    assert [(one.exercise, one.answers) for one in kept.left("base", ["dc-wheel"])] == [
        ("dc-close", 1),
        ("dc2-journey", 1),
    ]
    assert kept.left("acme", []) == []


def test_a_body_taken_back_is_not_among_the_bodies(any_world: World) -> None:
    any_world.store.save(response(any_world, 1, {"a": 1}))
    any_world.store.save(response(any_world, 2, None))
    assert any_world.store.bodies(any_world.room.id, "dc-wheel", 1, "ratings") == {}


def test_sealed_rows_are_never_among_the_bodies(any_world: World) -> None:
    any_world.store.save(replace(response(any_world), tier=Tier.PRIVATE, sealed=b"locked", body=None))
    assert any_world.store.bodies(any_world.room.id, "dc-wheel", 1, "ratings") == {}


def test_a_save_into_a_closed_step_is_refused_in_the_same_breath(any_world: World) -> None:
    step = any_world.open("dc-wheel")
    any_world.store.save(response(any_world, 1, {"a": 1}), only_if_open=step)
    any_world.close("dc-wheel")
    with pytest.raises(StepClosed):
        any_world.store.save(response(any_world, 2, {"a": 2}), only_if_open=step)
    assert any_world.store.answer(any_world.room.id, any_world.seats[0][0].id, "dc-wheel", 1)["ratings"].n == 1


def test_a_save_into_an_earlier_round_is_refused(any_world: World) -> None:
    first = any_world.open("dc-wheel")
    any_world.close("dc-wheel")
    any_world.open("dc-wheel")
    with pytest.raises(StepClosed):
        any_world.store.save(response(any_world), only_if_open=first)


def test_of_two_consoles_exactly_one_moves_a_step(any_world: World) -> None:
    seen = any_world.step("dc-first-five")
    any_world.store.move_step(seen, replace(seen, state=StepState.OPEN, round=1))
    with pytest.raises(StepMoved):
        any_world.store.move_step(seen, replace(seen, state=StepState.SKIPPED))
    assert any_world.step("dc-first-five").state is StepState.OPEN


def test_every_write_is_a_numbered_change_in_order(any_world: World) -> None:
    before = any_world.store.seq(any_world.room.id)
    any_world.store.save(response(any_world))
    any_world.open("dc-first-five")
    changes = any_world.store.changes_since(any_world.room.id, before)
    assert [change.what for change in changes] == ["response", "room", "step"]
    assert [change.seq for change in changes] == [before + 1, before + 2, before + 3]


def test_a_watch_sees_what_others_write_and_nothing_else(any_world: World) -> None:
    other = open_store(any_world.store.where)
    watch = any_world.store.watch()
    assert not watch.moved()
    other.touch(any_world.room.id, any_world.seats[0][0].id, START + dt.timedelta(minutes=1))
    other.save(response(any_world))
    assert watch.moved()
    assert not watch.moved()
    watch.close()
    other.close()


def test_a_watchs_news_leave_out_what_others_answer(any_world: World) -> None:
    room, (mine, theirs) = any_world.room.id, (any_world.seats[0][0].id, any_world.seats[1][0].id)
    watch, before = any_world.store.watch(), any_world.store.seq(any_world.room.id)
    any_world.store.save(response(any_world))
    any_world.open("dc-first-five")
    last, news = watch.news(room, before, {mine})
    assert (last, [change.what for change in news]) == (before + 3, ["response", "room", "step"])
    last, news = watch.news(room, before, {theirs})
    assert (last, [change.what for change in news]) == (before + 3, ["room", "step"])
    assert watch.news(room, last, {mine}) == (last, ())
    watch.close()


def test_it_knows_what_has_ever_been(any_world: World) -> None:
    room = any_world.room.id
    assert not any_world.store.has_been(room, "reached")
    any_world.store.note(room, "reached")
    assert any_world.store.has_been(room, "reached")


def test_unknown_things_are_told(any_world: World) -> None:
    for ask, error in (
        (lambda: any_world.store.room("nope"), UnknownRoom),
        (lambda: any_world.store.room_by_code("NOPE00"), UnknownCode),
        (lambda: any_world.store.seat(any_world.room.id, "nope"), NoSeat),
        (lambda: any_world.store.save(replace(response(any_world), room="nope")), UnknownRoom),
    ):
        with pytest.raises(error):
            ask()


def write_many(where: str, room: str, seat: str, part: str, count: int, ready: str) -> None:
    store = open_store(where)
    Path(f"{ready}-{part}").touch()
    for n in range(1, count + 1):
        store.save(Response(room, seat, "dc-wheel", 1, part, Tier.GROUP, n, START, body={"n": n}))
        Path(f"{ready}-{part}-done").write_text(str(n))


def test_many_processes_at_once_lose_nothing(any_world: World, tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    where, room, seat = any_world.store.where, any_world.room.id, any_world.seats[0][0].id
    writers = [
        context.Process(target=write_many, args=(where, room, seat, f"p{at}", 15, str(tmp_path / "x")))
        for at in range(4)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    kept = any_world.store.answer(room, seat, "dc-wheel", 1)
    assert {part: kept[part].n for part in kept} == {f"p{at}": 15 for at in range(4)}
    seqs = [change.seq for change in any_world.store.changes_since(room, 0)]
    assert seqs == list(range(1, len(seqs) + 1))


def test_a_writer_killed_in_the_middle_loses_nothing_acknowledged(world: World, tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    where, room, seat = world.store.where, world.room.id, world.seats[0][0].id
    writer = context.Process(target=write_many, args=(where, room, seat, "p", 10_000, str(tmp_path / "x")))
    writer.start()
    done = tmp_path / "x-p-done"
    for _ in range(300):
        if done.exists() and int(done.read_text() or 0) > 20:
            break
        time.sleep(0.1)
    os.kill(int(writer.pid or 0), signal.SIGKILL)
    writer.join()
    acknowledged = int(done.read_text() or 0)
    assert acknowledged > 20
    assert open_store(where).answer(room, seat, "dc-wheel", 1)["p"].n >= acknowledged


def test_a_store_from_a_later_kit_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    open_store(str(path)).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreNewer) as newer:
        open_store(str(path))
    assert newer.value.values["found"] == "9999"
    assert not list(tmp_path.glob("*.backup-*"))


def test_a_migration_keeps_a_backup_of_what_it_found(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        connection.execute("CREATE TABLE kept (word TEXT)")
        connection.execute("INSERT INTO kept VALUES ('here')")
    assert known()[-1] == HEAD
    open_store(str(path)).close()
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)


def test_a_place_that_cannot_be_written_is_told_with_its_path() -> None:
    with pytest.raises(StoreUnwritable) as told:
        open_store("/proc/nowhere/a.db")
    assert told.value.values["path"] == "/proc/nowhere/a.db"


def test_a_full_disk_is_told_and_keeps_what_was_acknowledged(world: World) -> None:
    world.store.save(response(world, 1, {"a": 1}))
    full = open_store(world.store.where)
    # As full as it is: the database may take no further page.
    with full._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    from sqlalchemy import event

    event.listen(full._engine, "connect", lambda raw, _record: raw.execute(f"PRAGMA max_page_count = {pages}"))
    full._engine.dispose()
    with pytest.raises(StoreUnwritable):
        full.save(response(world, 2, {"long": "x" * 200_000}))
    assert full.answer(world.room.id, world.seats[0][0].id, "dc-wheel", 1)["ratings"].body == {"a": 1}


def test_a_database_that_does_not_answer_is_told_without_its_password() -> None:
    with pytest.raises(StoreUnreachable) as told:
        open_store("postgresql://kit:hunter2@127.0.0.1:9/none")
    assert "hunter2" not in str(told.value)


def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "a.db"
    open_store(str(path)).close()
    assert path.stat().st_mode & 0o077 == 0
