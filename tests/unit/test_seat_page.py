"""Claims about a seat's page: it draws what a change concerns, all of that, and nothing else."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from leads_kit.delivery import Live
from leads_kit.model import Pack
from leads_kit.packs import load_pack
from leads_kit.room import sit
from leads_kit.store import Change, Held, Store
from leads_kit.text import Text
from leads_kit.ui.card import Card
from leads_kit.ui.guests import Guests
from leads_kit.workshop.seat import SeatPage
from tests.cases import example
from tests.world import WHEEL, World, doing, make_world, sqlite_store

EXERCISES = ("dc-first-five", "dc-wheel", "dc1-network", "dc2-needs-of-you", "three-steps")
FIRST = {"person": "the pharmacist"}


class Watched:
    """A page in a room; `drawn()` says which cards were drawn since last asked."""

    def __init__(self, world: World, seat: int = 0) -> None:
        self.world = world
        who, secret = world.seats[seat]
        self.held = Held(world.store)
        live = Live(self.held, world.pack, world.room.id, who, secret, world.clock)
        self.page = SeatPage(live, world.pack.words.say("en"), self.held)
        self.now = self.page.now()
        self.cards: dict[str, Card] = {name: self.page.card(name) for name in EXERCISES}
        self._drawn: list[str] = []
        for name, card in self.cards.items():
            card.attempt.observe(lambda _change, name=name: self._drawn.append(name), "moved")
        self._seq = world.store.seq(world.room.id)

    def look(self) -> set[str]:
        """Hear of what changed, as the follower tells it; the cards that were drawn."""
        self._drawn.clear()
        changes = self.world.store.changes_since(self.world.room.id, self._seq)
        self._seq = changes[-1].seq if changes else self._seq
        self.page.moved(changes)
        return set(self._drawn)

    def form(self, exercise: str) -> dict[str, Any]:
        """What an exercise's card shows."""
        (shown,) = self.cards[exercise].children
        state: dict[str, Any] = shown.state
        return state


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = make_world(sqlite_store(tmp_path), doing(load_pack(), *EXERCISES), people=6, agenda="test")
    made.desk.settle(5)
    yield made
    made.store.close()


def test_a_step_that_opens_draws_its_own_card_and_no_other(world: World) -> None:
    page = Watched(world)
    world.open("dc-wheel")
    assert page.look() == {"dc-wheel"}
    assert page.form("dc-wheel")["open"]
    assert page.now.state["step"]["title"] == world.pack.exercises["dc-wheel"].title.en


def test_what_others_answer_draws_nothing(world: World) -> None:
    world.open("dc-wheel")
    page = Watched(world)
    for seat in range(1, 6):
        world.answer(seat, "dc-wheel", WHEEL)
    world.arrive()
    assert page.look() == set()


def test_a_shown_round_is_on_the_page(world: World) -> None:
    world.open("dc-wheel")
    page = Watched(world)
    for seat in range(6):
        world.answer(seat, "dc-wheel", {key: 1 + (seat + at) % 5 for at, key in enumerate(WHEEL)})
    step = world.close("dc-wheel")
    page.look()
    assert page.form("dc-wheel")["room"] == ""
    world.desk.show(step)
    assert page.look() == {"dc-wheel"}
    assert json.loads(page.form("dc-wheel")["room"])["sentence"]


def test_ones_own_save_is_no_news_and_another_devices_is(world: World) -> None:
    world.open("dc-first-five")
    page = Watched(world)
    page.cards["dc-first-five"].attempt.save(FIRST, 1)
    assert page.look() == set()
    world.attempt(0, "dc-first-five").save({"person": "the optician"}, 2)
    assert page.look() == {"dc-first-five"}
    assert page.cards["dc-first-five"].attempt.answer == {"person": "the optician"}


def test_a_name_typed_in_one_exercise_is_offered_in_the_others_that_are_open(world: World) -> None:
    for name in ("dc-first-five", "dc1-network"):
        world.open(name)
        world.close(name)
    page = Watched(world)
    assert page.form("dc1-network")["suggestions"] == {}
    page.cards["dc-first-five"].attempt.save(FIRST, 1)
    assert page.look() == set()
    assert page.form("dc1-network")["suggestions"]["people"] == ("the pharmacist",)


def test_what_ones_table_answers_is_seen_and_what_another_table_answers_is_not(world: World) -> None:
    mine, theirs = 1, 2
    for seat, table in ((0, 1), (mine, 1), (theirs, 2)):
        sit(world.store, world.store.room(world.room.id), world.seats[seat][0].id, table)
    world.open("dc2-needs-of-you")
    page = Watched(world)
    answer = example("requests", world.pack).answers["one"]
    world.attempt(theirs, "dc2-needs-of-you").save(answer, 1, 0)
    assert page.look() == set()
    world.attempt(mine, "dc2-needs-of-you").save(answer, 1, 0)
    assert page.look() == {"dc2-needs-of-you"}
    assert page.cards["dc2-needs-of-you"].attempt.answer == answer


def test_the_room_as_a_whole_concerns_every_card(world: World) -> None:
    page = Watched(world)
    world.desk.deal(2)
    assert page.look() == set(EXERCISES)


def test_a_note_that_is_decided_concerns_its_exercise_alone(world: World) -> None:
    world.open("three-steps")
    page = Watched(world)
    page.look()
    world.store.decide_notes(world.room.id, "three-steps", 1, ["k1"], "released")
    assert page.look() == {"three-steps"}
    page.page.moved((Change(999, "reached", ""),))
    assert page.look() == set()


def test_closing_is_announced_where_something_closes_and_not_where_it_stays_open_to_its_owner(world: World) -> None:
    page = Watched(world)
    for exercise, closes in (("dc-wheel", True), ("dc1-network", False)):
        step = world.open(exercise)
        world.desk.announce_close(step)
        page.look()
        assert (page.form(exercise)["closes_at"] is not None) == closes
        assert page.form(exercise)["open"]
        world.close(exercise)


def meeting_twice(pack: Pack, *does: str) -> Pack:
    """An agenda of two meetings: the first of these steps, then all others."""
    agenda = doing(pack, *does).agendas["test"]
    first, second, *rest = agenda.steps
    begins = replace(first, meeting=Text("First", "Première")), replace(second, meeting=Text("Second", "Deuxième"))
    return replace(pack, agendas={"test": replace(agenda, steps=(*begins, *rest))})


def page_of(world: World, *notebook: str) -> tuple[SeatPage, Guests]:
    """A seat's page whose notebook has cards for these exercises, once its cells have run as a kernel runs them."""
    who, secret = world.seats[0]
    page = SeatPage(Live(world.store, world.pack, world.room.id, who, secret, world.clock), world.pack.words.say("en"))

    async def cells() -> Guests:
        panel = page.panel()
        for exercise in notebook:
            page.card(exercise)
        return panel

    return page, asyncio.run(cells())


def step_moved(world: World, page: SeatPage, does: str) -> None:
    page.moved((Change(999, "step", str(world.step(does).position)),))


def test_a_step_that_the_notebook_has_no_card_for_gets_one_under_the_panel(world: World) -> None:
    page, guests = page_of(world, "dc-wheel")
    assert guests.seated == ()
    world.open("dc-first-five")
    step_moved(world, page, "dc-first-five")
    assert guests.seated == ("dc-first-five",)
    panel, card = guests.children
    assert panel.state["step"]["anchor"] == "leads-dc-first-five"
    assert card.children[0].state["open"]
    world.close("dc-first-five")
    world.open("dc-wheel")
    step_moved(world, page, "dc-wheel")
    assert guests.children == (panel, card)


def test_a_page_that_opens_later_has_what_this_meeting_reached_and_nothing_of_another(store: Store, pack: Pack) -> None:
    world = make_world(store, meeting_twice(pack, "dc-wheel", "dc-first-five", "ls-wheel"), people=1, agenda="test")
    for does in ("dc-wheel", "dc-first-five"):
        assert page_of(world)[1].seated == (() if does == "dc-wheel" else ("dc-wheel",))
        world.open(does)
        world.close(does)
    assert page_of(world)[1].seated == ("dc-first-five",)
    assert page_of(world, "dc-first-five")[1].seated == ()


def test_a_card_moves_to_its_own_place_when_the_notebook_has_one_after_all(world: World) -> None:
    world.open("dc-wheel")
    page, guests = page_of(world)
    assert guests.seated == ("dc-wheel",)
    page.card("dc-wheel")
    assert guests.seated == ()
    assert len(guests.children) == 1
