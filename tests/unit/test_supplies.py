"""What only the room can say is asked before the step opens, and stays once people answer about it."""

from __future__ import annotations

import pytest

from leads_kit.errors import MoveRefused, NotSupplied, SupplyRefused
from leads_kit.model import Pack, Step, StepState
from leads_kit.room import exercise_in
from leads_kit.store import Store
from leads_kit.text import Text
from tests.world import World, make_world

SERVICE = Text("a shared front desk", "un accueil commun")


@pytest.fixture
def service(store: Store, pack: Pack) -> tuple[World, Step]:
    """A room in which the joint service was swapped in for the first step."""
    world = make_world(store, pack, people=6, agenda="dc-90")
    world.desk.settle(5)
    return world, world.desk.swap(world.desk.steps()[0], "dc2-service")


def test_a_step_does_not_open_before_the_room_has_said_what_it_is_about(service: tuple[World, Step]) -> None:
    world, step = service
    assert [ask.id for ask in world.desk.asks_supply(step)] == ["service"]
    with pytest.raises(NotSupplied):
        world.desk.open(step)
    world.desk.supply(step, {"service": [SERVICE]})
    assert world.desk.asks_supply(step) == ()
    assert world.desk.open(step).state is StepState.OPEN


def test_what_was_supplied_reaches_everybodys_form_in_their_language(service: tuple[World, Step]) -> None:
    world, step = service
    attempt = world.attempt(0, "dc2-service")
    world.desk.supply(step, {"service": [SERVICE]})
    world.desk.open(step)
    attempt.refresh()
    assert attempt.exercise.supplied == {"service": (SERVICE,)}
    told = str(attempt.form)
    assert SERVICE.en in told
    assert SERVICE.fr in told


def topics(*lines: str) -> list[Text]:
    return [Text(line, line) for line in lines]


@pytest.mark.parametrize(
    "given",
    [
        [], topics("a", "b"), topics("a", "b", " "), topics("a", "b", "A"), topics("a", "b", "x" * 300),
        topics(*"abcdefghijklm"),
    ],
    ids=["none", "too few", "blank", "twice the same", "too long", "too many"],
)  # fmt: skip
def test_what_does_not_fit_is_refused_and_nothing_changes(store: Store, pack: Pack, given: list[Text]) -> None:
    world = make_world(store, pack, people=6, agenda="dc-90")
    step = world.desk.swap(world.desk.steps()[0], "dc3-who-knows")
    (ask,) = world.desk.asks_supply(step)
    with pytest.raises(SupplyRefused):
        world.desk.supply(step, {ask.id: given})
    assert exercise_in(world.desk.room, world.pack, "dc3-who-knows").supplied == {}
    world.desk.supply(step, {ask.id: topics("a", "b", "c")})
    assert world.desk.asks_supply(step) == ()


def test_what_people_answer_about_cannot_be_changed_under_them(service: tuple[World, Step]) -> None:
    world, step = service
    world.desk.supply(step, {"service": [SERVICE]})
    opened = world.desk.open(step)
    with pytest.raises(SupplyRefused):
        world.desk.supply(opened, {"service": [Text("another", "un autre")]})
    assert exercise_in(world.desk.room, world.pack, "dc2-service").supplied == {"service": (SERVICE,)}


def test_next_stops_before_a_step_that_still_needs_something(store: Store, pack: Pack) -> None:
    world = make_world(store, pack, people=6, agenda="dc-90")
    world.desk.settle(5)
    first, second = world.desk.steps()[:2]
    world.desk.swap(second, "dc2-service")
    reached = world.desk.next(world.desk.open(first))
    assert reached is not None
    assert (reached.does, reached.state) == ("dc2-service", StepState.WAITING)


def test_a_spare_takes_the_place_of_a_step_that_has_not_begun_and_of_no_other(service: tuple[World, Step]) -> None:
    world, step = service
    assert world.desk.steps()[0].does == "dc2-service"
    with pytest.raises(MoveRefused):
        world.desk.swap(world.desk.steps()[1], "dc2-service")
    with pytest.raises(MoveRefused):
        world.desk.swap(world.desk.steps()[1], "debrief")
    world.desk.supply(step, {"service": [SERVICE]})
    with pytest.raises(MoveRefused):
        world.desk.swap(world.desk.open(step), "dc4-stakeholders")


def test_of_two_consoles_that_swap_at_once_the_first_counts(store: Store, pack: Pack) -> None:
    world = make_world(store, pack, people=6, agenda="dc-90")
    seen = world.desk.steps()[0]
    world.desk.swap(seen, "dc2-service")
    with pytest.raises(MoveRefused):
        world.desk.swap(seen, "dc2-service")
    assert world.desk.steps()[0].does == "dc2-service"
