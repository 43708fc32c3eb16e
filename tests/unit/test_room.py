"""The room: who may do what when, and what everybody is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from leads_kit.errors import (
    GroupFixed,
    GroupTooSmall,
    GroupUnsettled,
    MoveRefused,
    NoSeat,
    OtherStepOpen,
    PseudonymTaken,
    RoomClosed,
    SampleInRealRoom,
    StepMoved,
)
from leads_kit.model import Pack, StepState
from leads_kit.room import RoomDesk, counts, join, make_room, offered_pseudonyms, seat_of
from leads_kit.store import Store, new_secret
from tests.world import START, WHEEL, World, make_world


def test_a_new_room_waits_at_every_step_of_its_agenda(world: World) -> None:
    assert [step.does for step in world.desk.steps()] == [step.does for step in world.pack.agendas["dc-40"].steps]
    assert {step.state for step in world.desk.steps()} == {StepState.WAITING}


def test_one_step_is_open_at_a_time(world: World) -> None:
    world.open("dc-first-five")
    with pytest.raises(OtherStepOpen):
        world.desk.open(world.step("pairs-first-five"))
    assert world.step("pairs-first-five").state is StepState.WAITING


def test_next_closes_what_is_open_and_opens_what_follows(world: World) -> None:
    reached = world.desk.next(world.open("dc-first-five"))
    assert reached is not None
    assert reached.does == "pairs-first-five"
    assert world.step("dc-first-five").state is StepState.CLOSED
    assert world.step("pairs-first-five").state is StepState.OPEN


def test_next_stops_before_a_step_that_needs_a_minimum_group(store: Store, pack: Pack) -> None:
    world = make_world(store, pack, people=6)
    second = world.desk.next(world.desk.open(world.step("dc-first-five")))
    assert second is not None
    reached = world.desk.next(second)
    assert reached is not None
    assert (reached.does, reached.state) == ("dc-wheel", StepState.WAITING)
    with pytest.raises(GroupUnsettled):
        world.desk.open(reached)
    world.desk.settle(4)
    assert world.desk.open(reached).state is StepState.OPEN


def test_steps_may_be_taken_in_any_order_and_skipped_ones_opened_later(world: World) -> None:
    world.desk.skip(world.step("dc-first-five"))
    world.desk.close(world.open("debrief"))
    assert world.desk.open(world.step("dc-first-five")).round == 1


@pytest.mark.parametrize("move", ["close", "show", "hide", "again", "pause", "resume", "extend", "announce_close"])
def test_a_waiting_step_refuses_every_move_but_open_and_skip(world: World, move: str) -> None:
    with pytest.raises(MoveRefused):
        getattr(world.desk, move)(world.step("dc-first-five"))


def test_a_move_on_an_outdated_page_is_refused(world: World) -> None:
    seen = world.open("dc-first-five")
    world.desk.close(seen)
    with pytest.raises(StepMoved):
        world.desk.extend(seen)
    assert world.step("dc-first-five").state is StepState.CLOSED


def test_a_timer_closes_nothing_and_an_announced_closing_is_done_by_any_console(world: World) -> None:
    world.desk.announce_close(world.open("dc-first-five"))
    other = RoomDesk(world.store, world.room.id, world.pack, world.clock)
    world.clock.pass_seconds(19)
    other.finish_due()
    assert world.step("dc-first-five").state is StepState.OPEN
    world.clock.pass_seconds(1)
    other.finish_due()
    assert world.step("dc-first-five").state is StepState.CLOSED
    world.clock.pass_seconds(0)
    again = world.desk.again(world.step("dc-first-five"))
    world.clock.pass_seconds(3600)
    other.finish_due()
    assert world.step("dc-first-five") == again


def test_one_more_minute_takes_an_announced_closing_back(world: World) -> None:
    announced = world.desk.announce_close(world.open("dc-first-five"))
    extended = world.desk.extend(announced)
    assert extended.closes_at is None
    assert announced.ends_at is not None
    assert extended.ends_at is not None
    assert (extended.ends_at - announced.ends_at).total_seconds() == 60


def test_a_pause_keeps_the_time_that_was_left(world: World) -> None:
    opened = world.open("dc-first-five")
    world.clock.pass_seconds(100)
    paused = world.desk.pause(opened)
    assert (paused.ends_at, paused.remaining) == (None, 260)
    world.clock.pass_seconds(1000)
    resumed = world.desk.resume(paused)
    assert resumed.ends_at is not None
    assert (resumed.ends_at - world.clock()).total_seconds() == 260


def test_the_minimum_group_is_settled_once_and_never_under_three(store: Store, pack: Pack) -> None:
    world = make_world(store, pack)
    with pytest.raises(GroupTooSmall):
        world.desk.settle(2)
    assert world.desk.settle(3).min_group == 3
    with pytest.raises(GroupFixed):
        world.desk.settle(8)
    with pytest.raises(GroupTooSmall):
        make_room(store, pack, name="x", agenda="dc-40", lang="en", min_group=2, demo=False, now=START)


def test_here_are_those_seen_in_the_last_two_minutes(world: World) -> None:
    world.clock.pass_seconds(121)
    world.store.touch(world.room.id, world.seats[0][0].id, world.clock())
    told = counts(world.store, world.store.room(world.room.id), None, world.clock())
    assert (told.here, told.seats) == (1, 6)


def test_counts_tell_started_finished_and_passed_apart(world: World) -> None:
    step = world.open("dc-wheel")
    world.attempt(0, "dc-wheel").save(WHEEL, 1)
    world.answer(1, "dc-wheel", WHEEL)
    world.attempt(2, "dc-wheel").decline()
    told = counts(world.store, world.room, step, world.clock())
    assert (told.started, told.finished, told.passed) == (1, 1, 1)


def test_a_closed_room_takes_nobody_new_and_keeps_everybody_who_was_there(world: World) -> None:
    world.open("dc-first-five")
    world.desk.end()
    assert world.step("dc-first-five").state is StepState.CLOSED
    with pytest.raises(RoomClosed):
        world.arrive()
    with pytest.raises(RoomClosed):
        world.desk.open(world.step("pairs-first-five"))
    seat, secret = world.seats[0]
    assert seat_of(world.store, world.room, secret).id == seat.id


def test_a_secret_that_belongs_to_nobody_is_refused(world: World) -> None:
    with pytest.raises(NoSeat):
        seat_of(world.store, world.room, new_secret())


def test_the_three_names_on_offer_are_free(world: World) -> None:
    offered = offered_pseudonyms(world.store, world.room, world.pack.words, "fr")
    names = [name if isinstance(name, str) else name[-1] for name in offered]
    assert len(set(names)) == 3
    assert not set(names) & {seat.pseudonym for seat, _ in world.seats}


def test_names_that_others_are_looking_at_are_offered_only_when_there_are_no_more(world: World) -> None:
    def offered(lately: set[str]) -> set[str]:
        return set(offered_pseudonyms(world.store, world.room, world.pack.words, "en", lately))

    seen: set[str] = set()
    while not (again := offered(seen)) & seen:
        seen |= again
    # Two may be left over: three are offered, or none of them.
    assert len(offered(seen) - seen) <= 2
    assert len(seen) > 200


def test_a_name_is_given_once(world: World) -> None:
    with pytest.raises(PseudonymTaken):
        join(world.store, world.room, lang="en", pseudonym="Seat 0", consent_version="1", now=START)


def test_invented_participants_never_enter_a_real_room(world: World, store: Store, pack: Pack) -> None:
    with pytest.raises(SampleInRealRoom):
        world.arrive(sample=True)
    demo = make_world(store, pack, demo=True, name="demo")
    demo.arrive(sample=True)
    assert [seat.sample for seat in store.seats(demo.room.id)] == [True]


def test_the_code_avoids_signs_that_are_mistaken_for_others(store: Store, pack: Pack) -> None:
    codes = "".join(make_world(store, pack, name=str(at)).room.code for at in range(20))
    assert not set(codes) & set("01OIL")


def test_a_step_changed_by_hand_is_not_moved(world: World) -> None:
    seen = world.step("dc-first-five")
    with pytest.raises(StepMoved):
        world.desk.open(replace(seen, round=4))
