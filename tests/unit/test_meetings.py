"""Claims about a room that meets several times: which steps belong to a meeting, what the console and the server make of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import nbformat
import pytest

from leads_kit.model import Agenda, AgendaStep, Pack, Step, StepState
from leads_kit.room import RoomDesk, words_of
from leads_kit.server.shelf import Shelf
from leads_kit.store import Store
from leads_kit.text import Lang, Text
from leads_kit.ui.overview import Overview
from leads_kit.ui.place import Address
from tests.world import WHEEL, World, make_world

TITLES = {0: Text("First", "Première"), 3: Text("Second", "Deuxième"), 5: Text("Third", "Troisième")}
DOES = ("checkin", "dc-wheel", "evaluate", "checkin", "ls-wheel", "checkin", "st-wheel", "dc-wheel")


def words(at: int) -> AgendaStep:
    return AgendaStep(DOES[at], at + 1, Text(f"Note {at}", f"Note {at}"), Text(f"{at}?", f"{at}?"), TITLES.get(at))


SPARE = AgendaStep("dc-close", 5, Text("Spare", "De rechange"), Text("s?", "s?"))
AGENDA = Agenda("course", Text("Course", "Parcours"), tuple(words(at) for at in range(len(DOES))), spares=(SPARE,))
ONCE = replace(AGENDA, steps=tuple(replace(step, meeting=None) for step in AGENDA.steps))


@pytest.fixture
def course(store: Store, pack: Pack) -> World:
    return make_world(store, replace(pack, agendas={"course": AGENDA}), people=5, agenda="course")


def lines(world: World, lang: Lang = "en") -> list[dict[str, object]]:
    address = Address.of("http://here", world.room)
    return list(Overview(world.desk, world.pack, address, world.pack.words.say(lang)).state(None)["agenda"])


@pytest.mark.parametrize(
    ("position", "meeting"), [(0, range(3)), (2, range(3)), (3, range(3, 5)), (4, range(3, 5)), (7, range(5, 8))]
)
def test_a_meeting_goes_from_where_it_begins_to_where_the_next_does(position: int, meeting: range) -> None:
    assert AGENDA.meeting(position) == meeting


def test_without_meetings_all_steps_are_of_one() -> None:
    assert {ONCE.meeting(at) for at in range(len(DOES))} == {range(len(DOES))}


def test_what_stands_before_the_first_title_is_a_meeting_too() -> None:
    late = replace(AGENDA, steps=(ONCE.steps[0], *AGENDA.steps[1:]))
    assert (late.meeting(0), late.meeting(3)) == (range(3), range(3, 5))


@pytest.mark.parametrize(("lang", "titles"), [("en", ["First", "Second"]), ("fr", ["Première", "Deuxième"])])
def test_the_console_has_a_meetings_title_at_its_first_step_only(course: World, lang: Lang, titles: list[str]) -> None:
    told = [line["meeting"] for line in lines(course, lang)]
    assert told[:5] == [titles[0], "", "", titles[1], ""]


def test_a_meeting_begins_in_its_place_whatever_is_swapped_in_there(course: World) -> None:
    course.desk.swap(course.desk.steps()[3], "dc-close")
    assert lines(course)[3]["meeting"] == "Second"
    assert course.desk.steps()[3].does == "dc-close"


def through(world: World, position: int, marks: int) -> Step:
    """Open a step, let everybody answer, close and show it."""
    desk: RoomDesk = world.desk
    desk.settle(5) if not world.store.room(world.room.id).group_settled else None
    opened = desk.open(desk.steps()[position])
    for seat in range(5):
        world.answer(seat, opened.does, WHEEL | {"now-DC1": seat % marks + 1})
    return desk.show(desk.close(opened))


def test_what_is_done_in_two_meetings_has_words_and_rounds_of_its_own_in_each(course: World) -> None:
    first, second = through(course, 1, 4), through(course, 7, 5)
    assert [(step.round, step.state) for step in (first, second)] == [(1, StepState.SHOWN), (2, StepState.SHOWN)]
    assert [words_of(course.pack, course.room, step).minutes for step in (first, second)] == [2, 8]
    assert [step.round for step in course.desk.steps()] == [0, 1, 0, 0, 0, 0, 0, 2]
    told = [course.store.bodies(course.room.id, "dc-wheel", round_, "ratings") for round_ in (1, 2)]
    assert [sorted(body["now-DC1"] for body in bodies.values()) for bodies in told] == [
        [1, 1, 2, 3, 4],
        [1, 2, 3, 4, 5],
    ]


def shelf_of(folder: Path) -> Shelf:
    for name in ("0-welcome", "1-lead-self", "4-develop-coalitions", "5-systems-transformation"):
        nbformat.write(nbformat.v4.new_notebook(), folder / f"{name}.ipynb")
    return Shelf.of(folder)


def at(states: str) -> tuple[Step, ...]:
    """Steps by the first letters of their states: waiting, open, closed, skipped."""
    named = {"w": "waiting", "o": "open", "c": "closed", "s": "skipped"}
    return tuple(Step("room", at, DOES[at], StepState(named[one]), 0) for at, one in enumerate(states.ljust(8, "w")))


@pytest.mark.parametrize(
    ("states", "notebook"),
    [
        ("", "4-develop-coalitions"),
        ("ccc", "4-develop-coalitions"),
        ("ccco", "1-lead-self"),
        ("cswcc", "1-lead-self"),
        ("cccwwo", "5-systems-transformation"),
        ("ccocc", "4-develop-coalitions"),
    ],
)
def test_a_seat_comes_to_the_notebook_of_the_meeting_the_room_is_at(
    course: World, tmp_path: Path, states: str, notebook: str
) -> None:
    assert shelf_of(tmp_path).first(course.room, course.pack, at(states)) == notebook


def test_an_agenda_of_one_meeting_keeps_to_one_notebook(course: World, tmp_path: Path) -> None:
    once, shelf = replace(course.pack, agendas={"course": ONCE}), shelf_of(tmp_path)
    assert {shelf.first(course.room, once, at(states)) for states in ("", "ccco", "cccwwo")} == {"4-develop-coalitions"}
