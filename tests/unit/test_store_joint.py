"""The store's second version: joint answers of tables, decided notes, interests, and the way there from the first."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy.exc import IntegrityError

from leads_kit.errors import SaveConflict
from leads_kit.model import Interest, Pack, Progress, Response, Tier
from leads_kit.store import Store, open_store
from leads_kit.store.engine import engine_for, writing
from leads_kit.store.schema import metadata
from leads_kit.store.upgrade import SCRIPTS
from tests.world import START, World, make_world

FIRST = """
INSERT INTO packs VALUES ('d', '{}');
INSERT INTO rooms VALUES ('r', 'autumn', 'CODE99', 'x', 'd', 'dc-40', 'en', 5, true, false, false, 3,
    '2026-03-02 09:00:00+00:00');
INSERT INTO seats VALUES ('s', 'r', 'x', 'Heron', 'en', false, '2026-03-02 09:00:00+00:00',
    '2026-03-02 09:00:00+00:00', '1', '2026-03-02 09:00:00+00:00', false);
INSERT INTO responses (room, seat, exercise, round, part, tier, n, body, "at")
    VALUES ('r', 's', 'dc-wheel', 1, 'ratings', 'group', 2, '{"now-DC1": 3}', '2026-03-02 09:05:00+00:00')
"""


@pytest.fixture
def any_world(any_store: Store, pack: Pack) -> World:
    return make_world(any_store, pack, people=3)


def joint(world: World, n: int, body: Any, seat: int = 0, table: int | None = 4) -> Response:
    who = world.seats[seat][0].id
    return Response(world.room.id, who, "dc4-tension", 1, "map", Tier.TABLE, n, START, body=body, table=table)


def test_a_table_has_one_answer_whoever_of_it_typed(any_world: World) -> None:
    store, room = any_world.store, any_world.room.id
    store.save(joint(any_world, 1, {"a": 1}))
    store.save(joint(any_world, 2, {"a": 2}, seat=1))
    assert store.answer(room, "table:4", "dc4-tension", 1)["map"].body == {"a": 2}
    assert store.bodies(room, "dc4-tension", 1, "map") == {"table:4": {"a": 2}}
    with pytest.raises(SaveConflict):
        store.save(joint(any_world, 2, {"a": 3}))


def test_a_tables_answer_is_nobodys_own_and_no_other_tables(any_world: World) -> None:
    store, room = any_world.store, any_world.room.id
    store.save(joint(any_world, 1, {"a": 1}))
    store.save(joint(any_world, 1, {"a": 5}, table=5))
    store.save(joint(any_world, 1, {"a": 9}, table=None))
    own = any_world.seats[0][0].id
    assert store.answer(room, own, "dc4-tension", 1)["map"].body == {"a": 9}
    assert store.bodies(room, "dc4-tension", 1, "map") == {"table:4": {"a": 1}, "table:5": {"a": 5}, own: {"a": 9}}
    assert store.answered(room, "dc4-tension", 1) == {"table:4", "table:5", own}


def test_a_tables_progress_is_told_by_table(any_world: World) -> None:
    store = any_world.store
    done = replace(joint(any_world, 1, Progress.DONE.value), part="progress", tier=Tier.FACILITATOR)
    store.save(done)
    assert store.progress(any_world.room.id, "dc4-tension", 1) == {"table:4": Progress.DONE}


def test_no_row_has_both_a_body_and_a_seal(any_world: World) -> None:
    both = replace(joint(any_world, 1, {"open": True}), sealed=b"locked")
    any_world.store.save(both)
    assert any_world.store.answer(any_world.room.id, "table:4", "dc4-tension", 1)["map"].body is None
    with any_world.store._writing() as connection, pytest.raises(IntegrityError):
        connection.exec_driver_sql("UPDATE responses SET body = '{}'")


def test_the_last_decision_about_a_note_counts(any_world: World) -> None:
    store, room = any_world.store, any_world.room.id
    store.decide_notes(room, "dc1-market", 1, ["a", "b"], "released")
    store.decide_notes(room, "dc1-market", 1, ["b"], "hidden")
    assert store.note_states(room, "dc1-market", 1) == {"a": "released", "b": "hidden"}
    assert store.note_states(room, "dc1-market", 2) == {}


def test_an_interest_is_said_once_and_can_be_taken_back(any_world: World) -> None:
    store, (one, other) = any_world.store, [seat.id for seat, _ in any_world.seats[:2]]
    said = Interest(any_world.room.id, "dc1-market", one, other, START)
    store.save_interest(said)
    store.save_interest(replace(said, name="Ana"))
    assert store.interests(any_world.room.id, "dc1-market") == (replace(said, name="Ana"),)
    store.drop_interest(said)
    assert store.interests(any_world.room.id, "dc1-market") == ()


def _first_version(where: str) -> None:
    """A store as the first kit left it, with one room, one seat and one answer."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    engine = engine_for(where)
    with writing(engine) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for sql in FIRST.split(";"):
            connection.exec_driver_sql(sql)
    engine.dispose()


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_a_store_of_the_first_kit_comes_along_with_everything_in_it(
    database: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    where = str(tmp_path / "a.db") if database == "sqlite" else request.getfixturevalue("emptied_postgres")
    _first_version(where)
    store = open_store(where)
    room = store.room("r")
    assert (room.min_group, room.table_size, room.supplies) == (5, None, {})
    assert store.seats("r")[0].table is None
    assert store.answer("r", "s", "dc-wheel", 1)["ratings"].body == {"now-DC1": 3}
    assert database == "postgresql" or len(list(tmp_path.glob("a.db.backup-0001-*"))) == 1
    store.close()


def test_the_backup_is_the_store_as_it_was(tmp_path: Path) -> None:
    where = tmp_path / "a.db"
    _first_version(str(where))
    open_store(str(where)).close()
    (backup,) = tmp_path.glob("a.db.backup-0001-*")
    with sqlite3.connect(backup) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
        assert connection.execute("SELECT count(*) FROM responses").fetchone() == (1,)


def test_the_migrations_lead_to_the_schema(any_store: Store) -> None:
    with any_store._engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
