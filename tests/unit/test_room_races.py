"""Several consoles, several phones, one room: what happens when they are as quick as each other."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest

from leads_kit.errors import GroupFixed, LeadsError, OtherStepOpen, PseudonymTaken, StepMoved
from leads_kit.model import Pack, Response, StepState, Tier
from leads_kit.room import RoomDesk, counts, host_hash, join, make_room, new_host_secret, release
from leads_kit.store import Store
from tests.world import START, WHEEL, World, make_world


def at_once(*acts: Callable[[], object]) -> list[type[LeadsError] | None]:
    """Do all of these at the same moment; what each of them ran into."""
    start = Barrier(len(acts))

    def run(act: Callable[[], object]) -> type[LeadsError] | None:
        start.wait()
        try:
            act()
        except LeadsError as error:
            return type(error)
        return None

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_two_consoles_that_open_two_steps_at_once_open_one(any_store: Store, pack: Pack) -> None:
    world = make_world(any_store, pack)
    first, last = world.step("dc-first-five"), world.step("debrief")
    failed = at_once(lambda: world.desk.open(first), lambda: world.desk.open(last))
    assert sorted(map(str, failed)) == sorted(map(str, [None, OtherStepOpen]))
    assert [step.state for step in world.desk.steps()].count(StepState.OPEN) == 1


def test_two_consoles_that_press_next_at_once_skip_no_step(any_store: Store, pack: Pack) -> None:
    world = make_world(any_store, pack)
    seen = world.open("dc-first-five")
    failed = at_once(*[lambda: world.desk.next(seen)] * 3)
    assert failed.count(None) == 1
    assert [step.does for step in world.desk.steps() if step.state is StepState.OPEN] == ["pairs-first-five"]


def test_next_on_a_page_that_missed_the_last_move_skips_no_step(world: World) -> None:
    closed = world.desk.close(world.open("dc-first-five"))
    world.desk.next(closed)
    with pytest.raises(OtherStepOpen):
        world.desk.next(closed)
    assert world.step("pairs-first-five").state is StepState.OPEN


def test_of_two_minimums_settled_at_once_the_first_stands(any_store: Store, pack: Pack) -> None:
    world = make_world(any_store, pack)
    failed = at_once(*(lambda least=least: world.desk.settle(least) for least in (3, 7)))
    assert sorted(map(str, failed)) == sorted(map(str, [None, GroupFixed]))
    assert world.desk.room.min_group == (3, 7)[failed.index(None)]


def test_of_two_phones_that_want_one_name_one_gets_it(any_store: Store, pack: Pack) -> None:
    world = make_world(any_store, pack)

    def take(name: str) -> None:
        join(world.store, world.room, lang="fr", pseudonym=name, consent_version="1", now=START)

    failed = at_once(*(lambda name=name: take(name) for name in ("Huard sincère", "huard Sincère", "Huard sincère")))
    assert sorted(map(str, failed)) == sorted(map(str, [None, PseudonymTaken, PseudonymTaken]))
    assert len(world.store.seats(world.room.id)) == 1


def test_a_closing_that_is_due_is_finished_once_by_many_pages(any_store: Store, pack: Pack) -> None:
    world = make_world(any_store, pack)
    world.desk.announce_close(world.open("dc-wheel"))
    world.clock.pass_seconds(20)
    desks = [RoomDesk(world.store, world.room.id, pack, world.clock) for _ in range(4)]
    assert at_once(*(desk.finish_due for desk in desks)) == [None] * 4
    assert world.step("dc-wheel").state is StepState.CLOSED


def test_what_arrives_after_the_notice_and_before_the_close_is_in_the_figures(store: Store, pack: Pack) -> None:
    world = make_world(store, pack, people=5)
    world.desk.announce_close(world.open("dc-wheel"))
    for seat in range(5):
        world.clock.pass_seconds(9)
        world.answer(seat, "dc-wheel", WHEEL | {"now-DC1": seat + 1})
    world.desk.finish_due()
    assert release(store, world.room, pack, "dc-wheel", 1, "console").n == 5


def test_a_second_press_closes_at_once(world: World) -> None:
    announced = world.desk.announce_close(world.open("dc-wheel"))
    assert world.desk.close(announced).closes_at is None
    assert world.step("dc-wheel").state is StepState.CLOSED


def test_no_step_opens_while_the_room_ends(world: World) -> None:
    world.open("dc-first-five")
    failed = at_once(world.desk.end, lambda: world.desk.next(world.step("dc-first-five")))
    assert failed[0] in (None, StepMoved)
    world.desk.end()
    assert StepState.OPEN not in [step.state for step in world.desk.steps()]


def test_an_exercise_that_stands_twice_on_the_agenda_has_rounds_of_its_own_each_time(store: Store, pack: Pack) -> None:
    agenda = pack.agendas["dc-40"]
    wheel = next(step for step in agenda.steps if step.does == "dc-wheel")
    twice = replace(pack, agendas={"dc-40": replace(agenda, steps=(wheel, wheel))})
    world = make_world(store, twice, people=5)
    world.desk.settle(5)
    for position in (0, 1):
        opened = world.desk.open(world.desk.steps()[position])
        for seat, (who, _) in enumerate(world.seats):
            body = WHEEL | {"now-DC1": seat % (4 + position) + 1}
            where = (world.room.id, who.id, "dc-wheel", opened.round, "ratings", Tier.GROUP, 1, START)
            store.save(Response(*where, body=body), only_if_open=opened)
        world.desk.show(world.desk.close(opened))
    first, second = (release(store, world.room, twice, "dc-wheel", round_, "wall") for round_ in (1, 2))
    assert [step.round for step in world.desk.steps()] == [1, 2]
    assert first.figures[0].counts != second.figures[0].counts


def test_who_saved_has_started_even_where_the_mark_was_lost(world: World) -> None:
    step = world.open("dc-wheel")
    who = world.seats[0][0].id
    world.store.save(Response(world.room.id, who, "dc-wheel", 1, "ratings", Tier.GROUP, 1, START, body=WHEEL))
    assert counts(world.store, world.room, step, world.clock()).started == 1


def test_how_far_people_are_is_told_of_those_who_are_here(world: World) -> None:
    step = world.open("dc-wheel")
    for seat in range(3):
        world.answer(seat, "dc-wheel", WHEEL)
    world.clock.pass_seconds(121)
    for seat in (2, 3):
        world.store.touch(world.room.id, world.seats[seat][0].id, world.clock())
    told = counts(world.store, world.room, step, world.clock())
    assert (told.here, told.finished, told.seats) == (2, 1, 6)


def test_the_facilitators_secret_is_kept_as_a_hash_only(store: Store, pack: Pack) -> None:
    room, secret = make_room(store, pack, name="autumn", agenda="dc-40", lang="en", min_group=5, demo=False, now=START)
    assert (len(secret), secret.encode() in room.host_hash) == (32, False)
    assert store.room_by_host(host_hash(secret)) == room
    assert store.room_by_host(host_hash(new_host_secret())) is None


def test_a_phone_that_reached_the_room_is_known_on_every_console(world: World) -> None:
    other = RoomDesk(world.store, world.room.id, world.pack, world.clock)
    assert not world.desk.reached()
    world.store.note(world.room.id, "reached")
    assert world.desk.reached()
    assert other.reached()
