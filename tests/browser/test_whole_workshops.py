"""Every long agenda to its last minute: nine invented people, three in real browsers, a console, a wall.

What the console, the wall, a phone and a French page showed at each step is kept in build/pictures/AGENDA.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from leads_kit.model import Exercise
from leads_kit.packs import load_pack, load_samples, load_words
from leads_kit.room import shares_figures, shares_notes
from leads_kit.server.desk import Desk
from leads_kit.server.options import ServeOptions
from leads_kit.server.play import Actor
from leads_kit.server.static import StaticFiles
from leads_kit.store import open_store
from tests.browser.stage import SOON, Stage, press, staged
from tests.server_fixture import ROOT

PICTURES = ROOT / "build" / "pictures"
INVENTED = 9
TYPED = "what I would not say aloud"
# All go with the long tests: a workshop of twelve takes minutes, and `make test` has ten for everything.
# What a programme of months does is done in these days, too.
LONG = sorted(id for id, agenda in load_pack().agendas.items() if 90 <= agenda.minutes <= 360)
AGENDAS = [pytest.param(id, marks=pytest.mark.full) for id in LONG]


@dataclass
class Workshop:
    """Everybody in one room, and the pictures of what they see."""

    stage: Stage
    agenda: str
    console: Page
    wall: Page
    pages: dict[str, Page]
    cast: list[Actor]
    shots: Path

    def everybody_acts(self) -> None:
        """Every invented participant does all there is to do."""
        while any(actor.act() for actor in self.cast):
            continue

    def shot(self, name: str, does: str) -> None:
        """Console and wall; of the participants' pages the part that is about this step."""
        self.console.screenshot(path=self.shots / f"{name}-console.png", full_page=True)
        self.wall.screenshot(path=self.shots / f"{name}-wall.png")
        for screen, page in self.pages.items():
            card = page.locator(f"#leads-{does}, .now-panel").last
            card.screenshot(path=self.shots / f"{name}-{screen}.png")


@pytest.fixture(params=AGENDAS)
def workshop(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workshop]:
    shots = PICTURES / request.param
    shots.mkdir(parents=True, exist_ok=True)
    with staged(tmp_path, room=None, agenda=request.param) as stage:
        store = open_store(stage.server.store)
        desk = Desk(ServeOptions(store=stage.server.store), store, load_words(), StaticFiles.read())
        room = store.rooms()[0].id
        samples = list(load_samples().values())[:INVENTED]
        cast = [Actor(desk, room, sample, at) for at, sample in enumerate(samples)]
        console, wall = stage.console(), stage.wall()
        pages = {"page": stage.join(), "french": stage.join("fr"), "phone": stage.join(width=390)}
        yield Workshop(stage, request.param, console, wall, pages, cast, shots)
        store.close()


def some(card: Locator) -> None:
    """Answer a little of whatever is asked: a line here, a mark there, as somebody in a hurry would."""
    more = card.locator(".rows ~ .bar button:visible")
    if more.count():
        more.first.click()
    typed = card.locator("input[type=text]:visible, textarea:visible")
    for at in range(min(2, typed.count())):
        typed.nth(at).fill(TYPED)
    marks = card.locator("form label:has(.face):visible")
    for at in range(0, min(6, marks.count()), 2):
        # Where so many may be chosen at the most, the others rest.
        if marks.nth(at).locator("input").is_enabled():
            marks.nth(at).click()


def takes_part(page: Page, does: str) -> None:
    """Choose a table where one is needed, answer a little, say so."""
    if page.locator(".table[data-needed=true]").count():
        page.locator(".table .tables button").first.click()
    card = page.locator(f"#leads-{does}:has(form)")
    card.wait_for()
    some(card)
    said, done = card.locator(".said"), card.locator(".acts button:not(.quiet):visible").first
    card.locator(".said:visible, .acts button:not(.quiet):visible").first.wait_for()
    # At a table one says it for all, perhaps while others still write.
    if not said.is_visible():
        with suppress(PlaywrightTimeout):
            done.click(timeout=5_000)
    expect(said).to_be_visible(timeout=SOON)


def opens(console: Page) -> None:
    """Open what is looked at, and give what it asks for: suggestions, and the minimum as it is."""
    if console.locator(".agenda li.now.open").count() == 0:
        press(console, "Open")
    asked = console.locator(".ask:visible")
    if asked.count() and asked.locator(".chips").count():
        for at in range(min(3, asked.locator(".chips label").count())):
            asked.locator(".chips label").nth(at).click()
        asked.get_by_role("button", name="Take this and open").click()
        console.wait_for_timeout(800)
    if console.locator(".ask:visible").count():
        console.get_by_role("button", name=re.compile(r"^Keep \d+ and open")).click()
    expect(console.locator(".agenda li.now")).to_have_class(re.compile("open"), timeout=SOON)


def closes_and_shows(workshop: Workshop, thing: Exercise) -> None:
    console = workshop.console
    press(console, "Close in 20 s")
    press(console, "Close now")
    expect(console.locator(".agenda li.now")).to_have_class(re.compile("closed"), timeout=SOON)
    waiting = console.get_by_role("button", name="Release all")
    if shares_notes(thing) and console.locator(".notes li").count():
        assert workshop.wall.locator(".notes li").count() == 0
        waiting.click()
        expect(waiting).to_be_hidden(timeout=SOON)
    press(console, "Show to all")
    expect(console.locator(".agenda li.now")).to_have_class(re.compile("shown"), timeout=SOON)


def broken(page: Page, does: str) -> list[str]:
    """Serious trouble that axe finds in one card."""
    found = Axe().run(page, context={"include": [[f"#leads-{does}"]]}).response["violations"]
    bad = [one for one in found if one["impact"] in ("serious", "critical")]
    return [f"{does}: {one['id']}: {one['nodes'][0]['html'][:160]}" for one in bad]


def test_twelve_people_go_through_the_agenda_to_its_last_minute(workshop: Workshop) -> None:
    pack = load_pack()
    agenda, console, wall = pack.agendas[workshop.agenda], workshop.console, workshop.wall
    violations: list[str] = []
    workshop.everybody_acts()
    for at, told in enumerate(agenda.steps):
        thing = pack.exercises.get(told.does)
        name = f"{at:02}-{told.does}"
        title = (thing or pack.activities[told.does]).title
        if at:
            press(console, "Next step")
        expect(console.locator(".stage-now h2")).to_have_text(title.en, timeout=SOON)
        opens(console)
        expect(wall.locator("h1")).to_have_text(title.en, timeout=SOON)
        for screen, page in workshop.pages.items():
            expect(page.locator(".now strong")).to_have_text(
                title.of("fr" if screen == "french" else "en"), timeout=SOON
            )
        if thing is None:
            workshop.shot(name, told.does)
            continue
        for page in workshop.pages.values():
            takes_part(page, told.does)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), told.does
        workshop.everybody_acts()
        violations += broken(workshop.pages["phone"], told.does)
        workshop.shot(f"{name}-open", told.does)
        closes_and_shows(workshop, thing)
        if shares_figures(thing) or shares_notes(thing):
            expect(wall.locator("figure.chart svg, .notes li, .question").first).to_be_visible(timeout=SOON)
        wall.wait_for_timeout(700)
        workshop.shot(f"{name}-shown", told.does)
        if not shares_notes(thing):
            assert TYPED not in wall.content() + console.content(), told.does
    assert violations == []
    assert workshop.stage.trouble == []
