"""A table's one answer: everybody of it sees and changes it, nobody overwrites what somebody else just typed."""

from __future__ import annotations

from typing import Any

import pytest

from leads_kit.attempt import Attempt
from leads_kit.errors import StepClosed
from leads_kit.model import Counts, Pack, Progress
from leads_kit.room import counts, sit
from leads_kit.store import Store
from tests.world import World, doing, make_world

TENSION = "dc4-tension"
GOOD: dict[str, Any] = {"a-good": "people know us"}


@pytest.fixture
def table(store: Store, pack: Pack) -> World:
    """Six people: three at table 1, two at table 2, one standing; the table's step is open."""
    world = make_world(store, doing(pack, TENSION), people=6, agenda="test")
    for seat, number in enumerate((1, 1, 1, 2, 2)):
        sit(store, world.room, world.seats[seat][0].id, number)
    world.open(TENSION)
    return world


def attempts(world: World, *seats: int) -> list[Attempt]:
    return [world.attempt(seat, TENSION) for seat in seats]


def test_what_one_types_the_others_of_the_table_have_and_no_other_table(table: World) -> None:
    one, other, elsewhere = attempts(table, 0, 1, 3)
    one.save(GOOD, 1, base=0)
    for attempt in (other, elsewhere):
        attempt.refresh()
    assert other.answer == GOOD
    assert elsewhere.answer == {}


def test_who_sits_nowhere_must_take_a_table_first(table: World) -> None:
    (standing,) = attempts(table, 5)
    assert standing.place.seatless
    with pytest.raises(StepClosed):
        standing.save(GOOD, 1, base=0)
    sit(table.store, table.room, table.seats[5][0].id, 2)
    standing.refresh()
    assert standing.save(GOOD, 1, base=0).saved == 1


def test_a_save_made_from_an_older_version_is_handed_the_newer_one_and_overwrites_nothing(table: World) -> None:
    one, other = attempts(table, 0, 1)
    one.save(GOOD, 1, base=0)
    outcome = other.save({"b-good": "no surprises"}, 1, base=0)
    assert outcome.saved is None
    assert (outcome.theirs, outcome.n) == (GOOD, 1)
    assert table.attempt(2, TENSION).answer == GOOD
    together = {**GOOD, "b-good": "same promise"}
    assert other.save(together, 2, base=1).saved == 2
    one.refresh()
    assert one.answer == together


def test_a_save_that_was_under_way_when_another_one_came_is_refused_too(table: World) -> None:
    one, other = attempts(table, 0, 1)
    one.save(GOOD, 1, base=0)
    assert other.save({"b-good": "no surprises"}, 1, base=0).saved is None
    assert other.save({"b-good": "no surprises", "a-good": "x"}, 2, base=0).saved is None
    assert table.attempt(2, TENSION).answer == GOOD


def test_ones_own_quick_saves_follow_each_other_before_the_first_is_acknowledged(table: World) -> None:
    (one,) = attempts(table, 0)
    assert one.save(GOOD, 1, base=0).saved == 1
    assert one.save({**GOOD, "a-much": "three answers"}, 2, base=0).saved == 2
    assert one.save({**GOOD, "a-much": "three answers"}, 2, base=0).saved == 2


def test_of_two_kernels_that_save_at_the_same_moment_one_is_refused(table: World) -> None:
    one, other = attempts(table, 0, 1)
    for attempt in (one, other):
        attempt.refresh()
    assert one.save(GOOD, 1, base=0).saved == 1
    # The other has not heard of it: only the store can know.
    assert other.save({"b-good": "no surprises"}, 1, base=0).saved is None


def test_whoever_of_a_table_says_done_says_it_for_the_table(table: World) -> None:
    one, other = attempts(table, 0, 1)
    one.save(GOOD, 1, base=0)
    one.finish()
    other.refresh()
    assert other.progress is Progress.DONE
    told = counts(table.store, table.room, table.step(TENSION), table.clock())
    assert told == Counts(here=6, seats=6, started=0, finished=3, passed=0)


def test_who_changes_table_leaves_the_answer_with_the_table(table: World) -> None:
    (one,) = attempts(table, 0)
    one.save(GOOD, 1, base=0)
    sit(table.store, table.room, table.seats[0][0].id, 2)
    one.refresh()
    assert one.answer == {}
    assert table.attempt(1, TENSION).answer == GOOD


def test_a_tables_private_corner_reaches_no_other_seat(table: World) -> None:
    one, other = attempts(table, 0, 3)
    one.save({**GOOD, "warnings": [{"id": "w1", "sign": "a second call", "side": "a"}]}, 1, base=0)
    table.close(TENSION)
    table.desk.show(table.step(TENSION))
    release = other.delivery.release(other.exercise)
    assert release is not None
    assert release.figures == ()
    assert "people know us" not in str(release)
