"""What one table asks of another reaches it once released, and the answers carry the question back to everybody."""

from __future__ import annotations

from typing import Any

import pytest

from leads_kit.model import Pack
from leads_kit.room import release, sit, worded
from leads_kit.store import Store
from tests.world import World, doing, make_world

ASK, REPLY = "dc2-needs-of-you", "dc2-replies"


def asks(*requests: tuple[str, str]) -> dict[str, Any]:
    rows = [{"id": f"r{at}", "to": to, "request": text} for at, (to, text) in enumerate(requests, 1)]
    return {"requests": rows}


@pytest.fixture
def tables(store: Store, pack: Pack) -> World:
    """Two tables of three. The first has asked the second two things; both lines wait."""
    world = make_world(store, doing(pack, ASK, REPLY), people=6, agenda="test")
    for seat in range(6):
        sit(store, world.room, world.seats[seat][0].id, 1 + seat // 3)
    world.open(ASK)
    asked = world.attempt(0, ASK).save(asks(("2", "one page for referrals"), ("2", "a name to call")), 1, base=0)
    assert asked.problems == ()
    world.close(ASK)
    return world


def console(world: World, exercise: str) -> list[Any]:
    return list(release(world.store, world.desk.room, world.pack, exercise, 1, "console").notes)


def asked_of(world: World, seat: int) -> list[str]:
    attempt = world.attempt(seat, REPLY)
    return [group.title.en for group in attempt.form.groups if group.id.startswith("r")]


def show(world: World, exercise: str, *texts: str) -> None:
    keys = [one.key for one in console(world, exercise) if not texts or one.note.text in texts]
    world.desk.release_notes(world.step(exercise), keys)
    world.desk.show(world.step(exercise))


def test_a_table_reads_what_was_released_to_it_and_who_asks(tables: World) -> None:
    show(tables, ASK, "one page for referrals")
    tables.open(REPLY)
    (asked,) = asked_of(tables, 3)
    assert "one page for referrals" in asked
    assert "Table 1" in asked


def test_nothing_that_still_waits_reaches_any_table(tables: World) -> None:
    tables.desk.show(tables.step(ASK))
    tables.open(REPLY)
    assert asked_of(tables, 3) == []


def test_what_was_asked_of_another_table_is_not_asked_of_this_one(tables: World) -> None:
    show(tables, ASK)
    tables.open(REPLY)
    assert len(asked_of(tables, 3)) == 2
    assert asked_of(tables, 0) == []


def test_a_line_taken_back_leaves_the_others_where_they_were(tables: World) -> None:
    show(tables, ASK)
    tables.open(REPLY)
    before = tables.attempt(3, REPLY)
    kept = [group.id for group in before.form.groups if "a name to call" in group.title.en]
    (gone,) = [one.key for one in console(tables, ASK) if one.note.text == "one page for referrals"]
    tables.desk.hide_notes(tables.step(ASK), [gone])
    before.refresh()
    assert [group.id for group in before.form.groups if "a name to call" in group.title.en] == kept
    assert "one page for referrals" not in str(before.form)


def test_an_answer_of_one_word_carries_the_question_it_answers(tables: World) -> None:
    show(tables, ASK)
    tables.open(REPLY)
    attempt = tables.attempt(3, REPLY)
    (place,) = [group.id for group in attempt.form.groups if "a name to call" in group.title.en]
    assert attempt.save({f"reply-{place}": "yes"}, 1, base=0).problems == ()
    tables.close(REPLY)
    (said,) = console(tables, REPLY)
    assert said.by == "table:2"
    assert "a name to call" in worded(said.note, tables.pack.words.say("en"))
