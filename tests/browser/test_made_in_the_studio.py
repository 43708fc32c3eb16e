"""A coach's whole way: a client made in the studio, and a room with it, seen by a participant, on console, wall and PDF."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

from leads_kit.packs.naming import english_label
from tests.browser.stage import SOON, Stage, close, press, staged
from tests.studio_fixture import studio

# What the studio is to have written, read and agreed to by a person.
WRITTEN = Path(__file__).parent / "made_in_the_studio"
ACCENT = "#7a1f4b"
MARKS = [f"{what}-DC{at}" for what in ("now", "importance") for at in range(1, 5)]


@pytest.fixture(scope="module")
def made(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a client that was made, changed in three places, given an exercise, and saved."""
    with studio(tmp_path_factory.mktemp("made"), client=None) as served:
        page = chromium.new_page(viewport={"width": 1280, "height": 900})
        page.goto(served.link)
        _make(page)
        _reword(page)
        _add(page)
        _plan(page)
        page.keyboard.press("Control+s")
        expect(page.locator(".studio-bar .status")).to_contain_text("Saved", timeout=SOON)
        page.close()
    return served.folder.with_name("harbour-clinic")


def _make(page: Page) -> None:
    page.get_by_label("Name · English").fill("Harbour Clinic", timeout=SOON)
    page.get_by_label("Name · French").fill("Clinique du Port")
    page.locator(".studio-colour input[type=text]").fill(ACCENT)
    page.get_by_role("button", name="Make this client").click()
    expect(page.get_by_role("heading", name="Studio · Harbour Clinic")).to_be_visible(timeout=SOON)


def _reword(page: Page) -> None:
    """A title and a question of the wheel."""
    page.get_by_label("Find by title").fill("Where do I stand today?")
    page.get_by_role("navigation").get_by_role("button", name="Where do I stand today?").first.click()
    expect(page.get_by_role("heading", level=2, name="Where do I stand today?")).to_be_focused(timeout=SOON)
    _text(page, "Title").fill("Where does the clinic stand?")
    _text(page, english_label("rating", ("now",))).fill("Our clinic today")
    expect(page.frame_locator("iframe").get_by_text("Our clinic today").first).to_be_visible(timeout=SOON)


def _text(page: Page, name: str) -> Locator:
    return page.get_by_role("group", name=name, exact=True).get_by_role("textbox", name="English")


def _add(page: Page) -> None:
    page.get_by_text("Add an exercise").click()
    page.get_by_label("What kind").select_option("pulse")
    page.get_by_label("Title · English").fill("After the night shift")
    page.get_by_label("Title · French").fill("Après le quart de nuit")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("heading", level=2, name="After the night shift")).to_be_visible(timeout=SOON)


def _plan(page: Page) -> None:
    """The new exercise has its place on the agenda, and the minutes add up."""
    tabs = page.get_by_role("navigation")
    tabs.get_by_role("button", name="Agendas", exact=True).click()
    tabs.get_by_role("button", name="dc-40").click(timeout=SOON)
    page.get_by_label("A step to add").select_option(label="After the night shift", timeout=SOON)
    page.get_by_role("button", name="Add this step").click()
    expect(page.get_by_text("43 of 40 minutes: 3 too many.")).to_be_visible(timeout=SOON)
    page.get_by_label("Minutes for Together").fill("3")
    expect(page.get_by_text("40 of 40 minutes: it adds up.")).to_be_visible(timeout=SOON)


@pytest.fixture(scope="module")
def stage(made: Path, chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    data, folder = {"LEADS_DATA": str(made.parents[1])}, tmp_path_factory.mktemp("room")
    with mock.patch.dict(os.environ, data), staged(folder, chromium, client=made.name) as opened:
        yield opened
    assert opened.trouble == []


def test_what_is_written_is_what_a_person_would_have_written(made: Path) -> None:
    found = {path.relative_to(made).as_posix(): path.read_text("utf-8") for path in made.rglob("*.yaml")}
    assert found == {path.relative_to(WRITTEN).as_posix(): path.read_text("utf-8") for path in WRITTEN.rglob("*.yaml")}


def test_its_room_shows_every_change_to_participants_on_console_wall_and_pdf(stage: Stage, tmp_path: Path) -> None:
    console, wall, ana = stage.console(), stage.wall(), stage.join()
    others = [stage.speaks() for _ in range(5)]
    # The wall is dark, and takes a lighter one.
    for page, accent in ((console, ACCENT), (ana, ACCENT), (wall, "#c7a1b3")):
        assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--accent').trim()") == accent
    _open(console, "Where does the clinic stand?")
    _settle(console)
    expect(wall.locator(".wall-main")).to_contain_text("Where does the clinic stand?", timeout=SOON)
    expect(ana.get_by_text("Our clinic today").first).to_be_visible(timeout=SOON)
    for at, one in enumerate(others):
        one.answer("dc-wheel", {key: 1 + (at + place) % 5 for place, key in enumerate(MARKS)} | {"picks": ["DC1"]})
    close(console)
    press(console, "Show")
    for page in (console, wall):
        expect(page.locator(".stage-now svg, .wall-main svg").first).to_be_visible(timeout=SOON)
    _open(console, "After the night shift")
    expect(wall.locator(".wall-main")).to_contain_text("After the night shift", timeout=SOON)
    ana.get_by_text("all here").first.click(timeout=SOON)
    expect(ana.get_by_text("Saved").first).to_be_visible(timeout=SOON)
    text = _pdf(ana, tmp_path)
    assert "After the night shift" in text
    assert "Harbour Clinic" in text


def _open(console: Page, title: str) -> None:
    line = console.locator(".agenda button", has_text=title)
    line.click()
    expect(line).to_have_attribute("aria-current", "step", timeout=SOON)
    press(console, "Open")


def _settle(console: Page) -> None:
    """How many people a figure needs is settled before the first of them opens."""
    console.locator("section.ask button").first.click(timeout=SOON)


def _pdf(page: Page, folder: Path) -> str:
    with page.expect_download(timeout=60_000) as told:
        page.get_by_role("button", name="As a PDF").click()
    path = folder / "home.pdf"
    told.value.save_as(path)
    return "\n".join(one.extract_text() for one in PdfReader(path).pages)
