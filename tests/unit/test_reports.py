"""What is taken home: whole, inert, without a server, and with titles that calendars may be shown."""

from __future__ import annotations

import datetime as dt
import json
import re
import subprocess
from html import unescape

import pytest
from icalendar import Calendar
from markupsafe import escape

from leads_kit import charts
from leads_kit.reports import as_calendar, as_html, as_json, as_markdown, gather, svg
from leads_kit.workshop.home import home_file
from tests.world import START, World

ODD = [
    "🦉" * 40,
    "👩‍👩‍👧‍👦" * 7,
    "🇨🇦" * 25,
    "𝔄𝔅" * 25,
    "漢字" * 30,
    "e\u0301" * 30,
    '\u200d🏽"🦉\\',
    "\ue000🦉" * 20,
    "a\u2028b",
]
HALF = re.compile("[\ud800-\udfff]")
EVIL = "<script>alert(1)</script> **bold** \u202e=1+1"
FIRST = {"person": EVIL, "brings": "calm", "step": "call the pharmacy lead", "day": "2026-04-02"}


@pytest.fixture
def home(world: World) -> World:
    world.open("dc-first-five")
    world.answer(0, "dc-first-five", FIRST)
    world.close("dc-first-five")
    world.open("dc1-network")
    contacts = [{"id": "r1", "name": "Home care"}, {"id": "r2", "name": "Pharmacy"}]
    world.answer(0, "dc1-network", {"goal": "follow-up", "contacts": contacts, "knows": [["r1", "r2"]]})
    return world


def kept(world: World, lang: str = "en"):  # type: ignore[no-untyped-def]
    say = world.pack.words.say("fr" if lang == "fr" else "en")
    return gather(world.attempt(0, "dc-wheel").delivery, say), say


def test_the_page_needs_no_server_and_holds_every_answer(home: World) -> None:
    things, say = kept(home)
    page = as_html(things, say, "Mine", "notice", START.date(), svg)
    assert not re.search(r"(src|href)=|url\(|@import", page)
    assert "<svg" in page
    assert all(text in page for text in ("call the pharmacy lead", "Home care", "follow-up"))


def test_no_name_costs_anybody_their_page(world: World) -> None:
    world.open("dc1-network")
    contacts = [{"id": f"r{at}", "name": name} for at, name in enumerate(ODD)]
    world.answer(0, "dc1-network", {"goal": "🦉" * 90, "contacts": contacts, "knows": [["r1", "r2"]]})
    things, say = kept(world)
    page = as_html(things, say, "Mine", "notice", START.date(), svg)
    assert "<svg" in page
    assert all(escape(name) in page for name in ODD)
    assert not HALF.search(page)


def test_every_label_of_a_chart_may_hold_what_people_type() -> None:
    names = [*ODD, "a\ud83eb" * 40]
    spans = [charts.Span(name, name, 1.0, 2.0) for name in names]
    strips = [charts.Strip(name, name, (charts.Pile(1, 2, 3, name),)) for name in names]
    ticks = [(float(at), name) for at, name in enumerate(names)]
    drawn = svg(charts.spans(spans, ticks, names[0], "")) + svg(charts.strips(strips, ticks, names[1], ""))
    told = [unescape(one).removesuffix("…") for one in re.findall(r">([^<]+)</text>", drawn)]
    assert len(told) > 5 * len(names)
    assert [one for one in told if not any(HALF.sub("", name).startswith(one) for name in names)] == []


def test_a_sign_that_is_shortened_away_leaves_no_half_behind() -> None:
    drawn = svg(charts.spans([charts.Span("🦉" * 90, "")], (), "", ""))
    (label,) = re.findall(r">([^<]+…)</text>", drawn)
    assert re.fullmatch("🦉+…", label)


def test_a_picture_that_cannot_be_drawn_costs_the_page_nothing_else(home: World) -> None:
    def broken(_spec: dict[str, object]) -> str:
        raise subprocess.CalledProcessError(1, "draw")

    things, say = kept(home)
    page = as_html(things, say, "Mine", "notice", START.date(), broken)
    (network,) = [one for one in things if one.picture]
    assert network.picture
    assert "<figure" not in page
    assert escape(network.picture.sentence) in page
    assert "<table>" in page


def test_what_people_typed_is_text_in_every_file(home: World) -> None:
    things, say = kept(home)
    assert "<script>" not in as_html(things, say, "Mine", "n", START.date(), lambda _spec: "")
    markdown = as_markdown(things, say, "Mine", "n", START.date())
    assert "<script>" not in markdown
    assert "**bold**" not in markdown


def test_the_data_is_exactly_what_was_given(home: World) -> None:
    things, _ = kept(home)
    assert json.loads(as_json(things, START.date()))["answers"]["dc-first-five"]["answer"] == FIRST


@pytest.mark.parametrize(("own", "title"), [(False, "Workshop: my first step"), (True, "call the pharmacy lead")])
def test_the_calendar_is_neutral_unless_asked(home: World, own: bool, title: str) -> None:
    things, _ = kept(home)
    (event,) = Calendar.from_ical(as_calendar(things, START, own)).walk("VEVENT")
    assert str(event["summary"]) == title
    assert event["dtstart"].dt == dt.date(2026, 4, 2)
    assert EVIL not in str(event)


def test_a_second_import_of_the_calendar_doubles_nothing(home: World) -> None:
    things, _ = kept(home)
    first, second = (Calendar.from_ical(as_calendar(things, START, own)).walk("VEVENT")[0] for own in (False, True))
    assert first["uid"] == second["uid"]


def test_another_persons_answers_are_not_in_it(home: World) -> None:
    delivery = home.attempt(1, "dc-wheel").delivery
    assert gather(delivery, home.pack.words.say("en")) == ()
    assert "pharmacy" not in home_file(delivery, home.pack.words.say("en"), "markdown", True).lower()


def test_it_speaks_french_to_french_speakers(home: World) -> None:
    things, say = kept(home, "fr")
    assert "Votre premier pas" in as_html(things, say, "Mien", "n", START.date(), lambda _spec: "")
