"""One person on one exercise: kept at once, once, by whichever device; never lost, never somebody else's."""

from __future__ import annotations

import pytest

from leads_kit.errors import StepClosed
from leads_kit.model import Progress
from tests.world import WHEEL, World

NETWORK = {
    "goal": "same-day follow-up",
    "contacts": [{"id": f"r{at}", "name": f"Contact {at}"} for at in range(1, 5)],
    "knows": [["r1", "r2"], ["r3", "r4"]],
}


@pytest.fixture
def open_wheel(world: World) -> World:
    world.open("dc-wheel")
    return world


def test_what_was_saved_is_there_on_the_next_page(open_wheel: World) -> None:
    open_wheel.attempt(0, "dc-wheel").save(WHEEL, 1)
    again = open_wheel.attempt(0, "dc-wheel")
    assert (again.answer, again.n, again.progress) == (WHEEL, 1, Progress.STARTED)
    assert open_wheel.attempt(1, "dc-wheel").answer == {}


def test_a_late_answer_is_refused(open_wheel: World) -> None:
    attempt = open_wheel.attempt(0, "dc-wheel")
    attempt.save(WHEEL, 1)
    open_wheel.close("dc-wheel")
    with pytest.raises(StepClosed):
        attempt.save({**WHEEL, "now-DC1": 5}, 2)
    with pytest.raises(StepClosed):
        attempt.finish()
    assert open_wheel.attempt(0, "dc-wheel").answer == WHEEL


def test_a_private_exercise_stays_open_to_its_owner_for_good(world: World) -> None:
    world.open("dc-first-five")
    world.close("dc-first-five")
    world.desk.end()
    attempt = world.attempt(0, "dc-first-five")
    assert attempt.save({"person": "someone"}, 1).saved == 1


def test_nothing_can_be_said_before_a_step_is_reached(world: World) -> None:
    with pytest.raises(StepClosed):
        world.attempt(0, "dc-first-five").save({"person": "someone"}, 1)


def test_a_field_that_cannot_be_kept_is_told_and_the_others_are_kept(open_wheel: World) -> None:
    attempt = open_wheel.attempt(0, "dc-wheel")
    attempt.save(WHEEL, 1)
    outcome = attempt.save({**WHEEL, "now-DC1": 9, "now-DC2": 5}, 2)
    assert [problem.field for problem in outcome.problems] == ["now-DC1"]
    assert attempt.answer == {**WHEEL, "now-DC2": 5}


def test_the_same_save_sent_again_is_no_conflict(world: World) -> None:
    world.open("dc1-network")
    attempt, other = world.attempt(0, "dc1-network"), world.attempt(0, "dc1-network")
    attempt.save(NETWORK, 1)
    assert other.save(NETWORK, 1).saved == 1


def test_another_devices_later_answer_is_handed_back_and_not_overwritten(world: World) -> None:
    world.open("dc1-network")
    one, other = world.attempt(0, "dc1-network"), world.attempt(0, "dc1-network")
    one.save(NETWORK, 1)
    outcome = other.save({"goal": "another"}, 1)
    assert outcome.saved is None
    assert outcome.theirs == NETWORK
    assert world.attempt(0, "dc1-network").answer == NETWORK
    assert other.save({"goal": "another"}, outcome.n + 1).saved == 2


def test_done_and_rather_not_can_be_taken_back(open_wheel: World) -> None:
    attempt = open_wheel.attempt(0, "dc-wheel")
    attempt.decline()
    assert open_wheel.attempt(0, "dc-wheel").progress is Progress.PASSED
    attempt.resume()
    attempt.finish()
    assert open_wheel.attempt(0, "dc-wheel").progress is Progress.DONE


def test_two_devices_may_both_say_they_are_done(open_wheel: World) -> None:
    one, other = open_wheel.attempt(0, "dc-wheel"), open_wheel.attempt(0, "dc-wheel")
    one.finish()
    other.decline()
    assert open_wheel.attempt(0, "dc-wheel").progress is Progress.PASSED


def test_a_new_round_begins_with_the_last_answer_and_counts_it_only_once_given_again(open_wheel: World) -> None:
    open_wheel.answer(0, "dc-wheel", WHEEL)
    open_wheel.close("dc-wheel")
    open_wheel.open("dc-wheel")
    attempt = open_wheel.attempt(0, "dc-wheel")
    assert (attempt.answer, attempt.n, attempt.progress) == (WHEEL, 0, None)
    assert open_wheel.store.bodies(open_wheel.room.id, "dc-wheel", 2, "ratings") == {}
    attempt.finish()
    assert len(open_wheel.store.bodies(open_wheel.room.id, "dc-wheel", 2, "ratings")) == 1


def test_nothing_is_offered_without_a_tick_and_a_tick_gives_what_was_previewed(world: World) -> None:
    step = world.open("dc1-network")
    attempt = world.attempt(0, "dc1-network")
    attempt.save(NETWORK, 1)
    bodies = lambda: world.store.bodies(world.room.id, "dc1-network", step.round, "classes")  # noqa: E731
    assert bodies() == {}
    attempt.offer("classes", True)
    assert list(bodies().values()) == [attempt.preview()["classes"]]
    attempt.offer("classes", False)
    assert bodies() == {}


def test_a_tick_falls_off_when_the_answer_changes_what_was_previewed(world: World) -> None:
    step = world.open("dc1-network")
    attempt = world.attempt(0, "dc1-network")
    attempt.save(NETWORK, 1)
    attempt.offer("classes", True)
    attempt.save({**NETWORK, "goal": "another goal, the same people"}, 2)
    assert world.store.bodies(world.room.id, "dc1-network", step.round, "classes") != {}
    attempt.save({**NETWORK, "contacts": NETWORK["contacts"][:3], "knows": []}, 3)
    assert world.store.bodies(world.room.id, "dc1-network", step.round, "classes") == {}


def test_views_hear_of_every_change_even_to_the_same_value(open_wheel: World) -> None:
    attempt, heard = open_wheel.attempt(0, "dc-wheel"), []
    attempt.observe(lambda change: heard.append(change["new"]), "moved")
    attempt.save(WHEEL, 1)
    attempt.save(WHEEL, 2)
    assert len(heard) == 2
