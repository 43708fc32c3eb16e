"""Somebody types markup wherever text can be typed, and the facilitator releases all of it: on every page and in every file it
stays text."""

from __future__ import annotations

import datetime as dt
import json
import re
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from markupsafe import escape

import leads_kit
from leads_kit import charts
from leads_kit.delivery import utc_now
from leads_kit.form import Day, Field, Form, Line, Rows
from leads_kit.model import Pack, Step
from leads_kit.packs import load_pack, load_samples, pack_from_json
from leads_kit.reports import as_calendar, as_html, as_markdown, as_shown, gather, gather_shown, svg
from leads_kit.reports.take_home import Kept
from leads_kit.room import release, shares_notes, sit
from leads_kit.store import Store, open_store
from leads_kit.text import Text
from leads_kit.ui.place import Address
from leads_kit.ui.wall import WallWidget
from tests.server_fixture import ROOT, Channel, Served, served
from tests.world import START, World, make_world

EVIL = "<script>hit()</script><img src=x onerror=hit()>\nEND:VEVENT\n# **b** {n}"
SHORT = "<img src=x onerror=hit()>"
ALIVE = re.compile(r"(?<!\\)<(?:script>hit|img src=x)")
PEOPLE = 6
TODAY = dt.date(2026, 3, 2)
CODE = Path(leads_kit.__file__).parent
SAMPLES = list(load_samples().values())


def hostile(field: Field, value: Any) -> Any:
    """An answer to a field, with markup in every text of it."""
    match field:
        case Line():
            return EVIL if field.most >= len(EVIL) else SHORT
        case Day():
            return "2026-04-02"
        case Rows():
            told = [one for one in field.fields if isinstance(one, Line | Day)]
            return [row | {one.id: hostile(one, None) for one in told} for row in value or [{"id": "r1"}]]
    return value


def typed(form: Form, sample: Mapping[str, Any]) -> dict[str, Any]:
    given = {field.id: hostile(field, sample.get(field.id)) for field in form.fields}
    return {key: value for key, value in given.items() if value is not None}


def whole(pack: Pack) -> Pack:
    """A pack whose agenda `test` does every exercise."""
    kept, words = json.loads(pack.copy), {"en": "Say.", "fr": "Dites."}
    steps = [{"does": one, "minutes": 10, "notes": words, "question": words} for one in pack.exercises]
    agenda = {"title": words, "minutes": 10 * len(steps), "slack": 0, "steps": steps}
    kept["documents"]["agendas/test.yaml"] = agenda
    return pack_from_json(json.dumps(kept))


def play(world: World) -> None:
    """Everybody answers every exercise with markup; the facilitator supplies it, releases every line, shows every step."""
    for seat, (who, _) in enumerate(world.seats):
        sit(world.store, world.room, who.id, seat + 1)
    world.desk.settle(3)
    for exercise in world.pack.exercises:
        step = world.step(exercise)
        if asks := world.desk.asks_supply(step):
            lines = {ask.id: [Text(f"{SHORT}{at}", f"{SHORT}{at}") for at in range(ask.least)] for ask in asks}
            world.desk.supply(step, lines)
        world.desk.open(step)
        for seat in range(PEOPLE):
            answer(world, seat, exercise)
        world.close(exercise)
        seen = release(world.store, world.desk.room, world.pack, exercise, 1, "console")
        world.desk.release_notes(world.step(exercise), [one.key for one in seen.notes])
        world.desk.show(world.step(exercise))


def answer(world: World, seat: int, exercise: str) -> None:
    attempt = world.attempt(seat, exercise)
    given = typed(attempt.form, SAMPLES[seat].answers[exercise])
    attempt.save(given, attempt.n + 1, base=attempt.n)
    for part in attempt.preview():
        attempt.offer(part, True)
    attempt.finish()


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    store = open_store(str(tmp_path_factory.mktemp("hostile") / "room.db"))
    made = make_world(store, whole(load_pack()), people=PEOPLE, min_group=3, agenda="test")
    play(made)
    yield made
    store.close()


@pytest.fixture(scope="module")
def kept(world: World) -> tuple[Kept, ...]:
    """What one of them takes home."""
    return gather(world.attempt(0, "dc-wheel").delivery, world.pack.words.say("en"))


@pytest.fixture(scope="module")
def server(world: World) -> Iterator[Served]:
    folder = Path(world.store.where).parent
    with served(folder, store=world.store.where, room=world.room.name, notebooks=ROOT / "notebooks") as running:
        yield running


def texts(value: Any) -> Iterator[str]:
    """Every string in a state."""
    match value:
        case str():
            yield value
        case dict():
            for one in value.values():
                yield from texts(one)
        case list() | tuple():
            for one in value:
                yield from texts(one)


def said(state: Any) -> list[str]:
    """What was typed, as a page is told it: itself, and nothing that was escaped before and would be shown so."""
    found = [text for text in texts(state) if "hit()" in text]
    assert not [text for text in found if "&lt;" in text]
    return found


def noted(world: World) -> list[str]:
    """Exercises of which what is typed may be released."""
    return [id for id, exercise in world.pack.exercises.items() if shares_notes(exercise)]


def states(line: Channel, module: str) -> tuple[str, dict[str, Any]]:
    """The comm and state of the widget that a module of ours draws."""
    found = [(comm, about["state"]) for comm, about in line.learn().items() if about["state"].get("module") == module]
    ((comm, state),) = found
    return comm, state


def test_markup_stands_in_every_text_field_so_that_the_rest_proves_something(world: World) -> None:
    assert len(noted(world)) >= 6
    for exercise in world.pack.exercises:
        attempt = world.attempt(0, exercise)
        inner = [one for field in attempt.form.fields if isinstance(field, Rows) for one in field.fields]
        lines = [one for one in (*attempt.form.fields, *inner) if isinstance(one, Line)]
        assert str(attempt.answer).count("hit()") >= len(lines), exercise


def test_a_console_is_told_what_was_typed_as_text(world: World, server: Served) -> None:
    host = server.client()
    host.get(f"/host/{server.secret}")
    page = host.open(f"/console/{server.code}")
    assert not ALIVE.search(page.answer.text)
    line = page.connect()
    comm, state = states(line, "console.js")
    shown = {}
    for step in (world.step(exercise) for exercise in noted(world)):
        say(line, comm, {"kind": "look", "position": step.position})
        shown[step.does] = said(next(one for one in updates(line, state) if one["step"]["position"] == step.position))
    line.close()
    assert [one for one in noted(world) if not shown[one]] == []


def say(line: Channel, comm: str, content: dict[str, Any]) -> None:
    line.send("comm_msg", {"comm_id": comm, "data": {"method": "custom", "content": content}})


def heard(line: Channel) -> Iterator[dict[str, Any]]:
    """What widgets say, for twenty seconds at most."""
    until = time.monotonic() + 20
    for message in line.messages(20):
        if message["type"] == "comm_msg":
            yield message["content"]["data"]
        assert time.monotonic() < until


def updates(line: Channel, state: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A widget's whole state after each of its changes."""
    for told in heard(line):
        if "news" in told.get("state", {}):
            state["state"] |= told["state"]["news"]
            yield state["state"]


def test_a_wall_is_told_what_was_typed_as_text(world: World, server: Served) -> None:
    page = server.client().open(f"/wall/{server.code}")
    assert not ALIVE.search(page.answer.text)
    line = page.connect()
    _, state = states(line, "wall.js")
    line.close()
    told = each_wall(world)
    assert [one for one in noted(world) if not said(told[one])] == []
    assert json.dumps(state["state"]["step"], sort_keys=True) == json.dumps(told[last(world)], sort_keys=True)


def last(world: World) -> str:
    return world.store.steps(world.room.id)[-1].does


class Until:
    """A store of which the steps after one have not come yet."""

    def __init__(self, store: Store, position: int) -> None:
        self._store, self._position = store, position

    def steps(self, room: str) -> tuple[Step, ...]:
        return tuple(step for step in self._store.steps(room) if step.position <= self._position)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


def each_wall(world: World) -> dict[str, Any]:
    """What the wall shows of each step, were it the last."""
    told, say = {}, world.pack.words.say("en")
    for step in world.store.steps(world.room.id):
        store: Any = Until(world.store, step.position)
        wall = WallWidget(store, world.room.id, world.pack, Address.of("", world.room), say, utc_now)
        wall.refresh()
        told[step.does] = wall.state["step"]
    return told


def test_a_page_taken_home_holds_what_was_typed_escaped(world: World, kept: tuple[Kept, ...]) -> None:
    page = as_html(kept, world.pack.words.say("en"), "Mine", "notice", TODAY, lambda _spec: "")
    assert not ALIVE.search(page)
    assert str(escape(SHORT)) in page
    assert str(escape(EVIL.splitlines()[0])) in page


def test_markdown_holds_what_was_typed_without_its_signs_working(world: World, kept: tuple[Kept, ...]) -> None:
    text = as_markdown(kept, world.pack.words.say("en"), "Mine", "notice", TODAY)
    assert not ALIVE.search(text)
    assert "\\<script\\>" in text
    assert not re.search(r"^[> ]*# \\?\*\*b", text, re.MULTILINE)


def test_the_page_of_all_that_was_shown_holds_what_was_typed_escaped(world: World) -> None:
    say = world.pack.words.say("en")
    shown = gather_shown(world.store, world.desk.room, world.pack, say)
    page = as_shown(shown, say, "Shown", "notice", TODAY, lambda _spec: "")
    assert not ALIVE.search(page)
    assert page.count(str(escape(SHORT))) + page.count(str(escape(EVIL.splitlines()[0]))) >= len(noted(world))


def test_a_calendar_has_as_many_entries_as_steps_whatever_their_titles_say(kept: tuple[Kept, ...]) -> None:
    text = as_calendar(kept, START, own_titles=True)
    events = Calendar.from_ical(text).walk("VEVENT")
    assert len(events) == sum(len(one.calendar) for one in kept) > 0
    assert [one for one in events if "hit()" in str(one["summary"])]
    assert text.count(b"END:VEVENT\r\n") == len(events)
    assert len(Calendar.from_ical(as_calendar(kept, START)).walk("VEVENT")) == len(events)


def test_a_drawn_label_is_text() -> None:
    drawn = svg(charts.spans([charts.Span(SHORT, SHORT, 1.0, 2.0)], [(1.0, SHORT)], SHORT, SHORT))
    assert not ALIVE.search(drawn)
    assert "hit()" in drawn


SPEAKS_MARKUP = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|srcdoc|\beval\(|new Function"
)


@pytest.mark.parametrize("path", sorted((*CODE.glob("ui/*.js"), *CODE.glob("server/*.js"))), ids=lambda path: path.name)
def test_no_script_of_ours_turns_text_into_markup(path: Path) -> None:
    assert SPEAKS_MARKUP.findall(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", sorted(CODE.rglob("templates/*.html")), ids=lambda path: path.name)
def test_no_template_lets_anything_through_but_what_we_made(path: Path) -> None:
    let_through = re.findall(r"\{\{\s*([\w.\[\]]+)\s*\|\s*safe", path.read_text("utf-8"))
    assert set(let_through) <= {"qr", "cell.html", "drawn", "style"}, let_through
