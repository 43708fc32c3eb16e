"""Claims about the studio in a browser: what a coach changes is seen as participants see it, and written as a person would."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Locator, Page, expect

from leads_kit.packs.naming import english_label
from tests.browser.stage import violations
from tests.studio_fixture import CLIENT, Studio, studio

SOON = 8_000
MODELINE = "# yaml-language-server: $schema=../../../schema/{}.json\n"
WHEEL = """\
# Agreed with the board in spring.
exercises:
  dc-wheel:
    # Their word for it.
    title: {en: 'Where am I?', fr: "Où suis-je ?"}  # short
    settings:
      most_picks: 2
"""
BEGUN = {"client.yaml": CLIENT, "exercises/dc-wheel.yaml": WHEEL}


@dataclass
class Coach:
    """A page of the studio, as whoever sits before it would use it."""

    page: Page
    folder: Path
    troubles: list[str] = field(default_factory=list)

    def back(self) -> None:
        """To the first page, with nothing unsaved."""
        others = self.page.get_by_role("button", name="Other clients")
        expect(self.page.get_by_role("heading", name="A new client").or_(others)).to_be_visible(timeout=4 * SOON)
        if others.is_visible():
            if "not saved" in (self.page.locator(".studio-bar .status").text_content() or ""):
                self.press("Save")
                self.status("Saved")
            others.click()
        expect(self.page.get_by_role("heading", name="A new client")).to_be_visible(timeout=SOON)

    def opens(self, client: str = "Northern Health") -> None:
        self.page.get_by_role("button", name=client).click()
        expect(self.page.locator(".studio-list li").first).to_be_visible(timeout=SOON)

    def choose(self, title: str) -> None:
        self.page.get_by_label("Find by title").fill(title)
        self.page.get_by_role("navigation").get_by_role("button", name=title).first.click()
        expect(self.heading(title)).to_be_focused()

    def heading(self, title: str) -> Locator:
        return self.page.get_by_role("heading", level=2, name=title)

    def tab(self, name: str) -> None:
        self.page.get_by_role("navigation").get_by_role("button", name=name, exact=True).click()

    def value(self, name: str) -> Locator:
        return self.page.get_by_role("group", name=name, exact=True)

    def text(self, name: str, lang: str = "English") -> Locator:
        return self.value(name).get_by_role("textbox", name=lang)

    @property
    def seen(self) -> FrameLocator:
        return self.page.frame_locator("iframe")

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def status(self, text: str) -> None:
        expect(self.page.locator(".studio-bar .status")).to_contain_text(text, timeout=SOON)

    def files(self) -> dict[str, str]:
        """What the client's folder says, the former versions aside."""
        found = (path for path in self.folder.rglob("*.yaml") if ".backup" not in path.parts)
        return {path.relative_to(self.folder).as_posix(): path.read_text("utf-8") for path in found}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    with studio(tmp_path_factory.mktemp("studio"), client=None) as one:
        yield one


@pytest.fixture(scope="module")
def first(chromium: Browser, served: Studio) -> Iterator[Coach]:
    """The studio's first page, in a window that all tests share: a kernel takes longer to begin than a test."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(SOON)
    one = Coach(context.new_page(), served.folder)
    here = (f"http://127.0.0.1:{served.port}/", "blob:", "data:", "about:")
    one.page.on("pageerror", lambda error: one.troubles.append(str(error)))
    one.page.on("request", lambda asked: None if asked.url.startswith(here) else one.troubles.append(asked.url))
    one.page.goto(served.link)
    yield one
    context.close()


@pytest.fixture
def coach(first: Coach) -> Iterator[Coach]:
    """The first page, on a client as it was at first; afterwards no script has failed and no other host was asked."""
    first.back()
    for made in ("north", "harbour-clinic"):
        shutil.rmtree(first.folder.with_name(made), ignore_errors=True)
    for name, text in BEGUN.items():
        (first.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (first.folder / name).write_text(text, "utf-8")
    yield first
    assert first.troubles == []


def test_what_a_coach_changes_is_seen_at_once_and_written_as_a_person_would(coach: Coach) -> None:
    coach.opens()
    coach.choose("Where am I?")
    coach.text("Title").fill("Where do we stand?")
    expect(coach.seen.get_by_role("heading", name="Where do we stand?")).to_be_visible(timeout=SOON)
    coach.text(english_label("rating", ("now",)), "French").fill("Où nous en sommes")
    preview = coach.page.get_by_role("complementary", name="What participants see")
    preview.get_by_role("button", name="French").click()
    expect(coach.seen.get_by_text("Où nous en sommes").first).to_be_visible(timeout=SOON)
    assert coach.page.locator("iframe").evaluate("frame => frame.contentWindow.innerWidth") <= 390
    preview.get_by_role("button", name="Full width").click()
    expect(coach.seen.get_by_text("Où nous en sommes").first).to_be_visible(timeout=SOON)
    preview.get_by_role("button", name="An example").click()
    expect(coach.seen.locator("input:checked").first).to_be_attached(timeout=SOON)
    coach.tab("Client")
    coach.value("Accent colour on light pages").get_by_label("This client says").fill("#7a1f4b")
    expect(coach.value("Accent colour on light pages")).to_contain_text("easy to read", timeout=SOON)
    worn = "getComputedStyle(document.querySelector('iframe').contentDocument.body).getPropertyValue('--accent')"
    coach.page.wait_for_function(f"{worn} === '#7a1f4b'")
    coach.status("3 changes not saved yet")
    coach.page.keyboard.press("Control+s")
    coach.status("Saved")
    wheel = WHEEL.replace("'Where am I?'", "'Where do we stand?'")
    assert coach.files() == {
        "client.yaml": CLIENT + 'look:\n  accent: "#7a1f4b"\n',
        "exercises/dc-wheel.yaml": wheel + '      now: {fr: "Où nous en sommes"}\n',
    }


def test_a_logo_is_seen_in_the_preview_undone_and_saved_with_the_rest(coach: Coach) -> None:
    coach.opens()
    coach.tab("Client")
    logo = coach.folder.with_name("health-authority") / "pictures/logo.svg"
    choose = coach.page.locator("input[type=file]")
    choose.set_input_files({"name": "bad.svg", "mimeType": "image/svg+xml", "buffer": b"<svg onload='alert(1)'/>"})
    expect(coach.page.get_by_role("alert").first).to_contain_text("onload", timeout=SOON)
    choose.set_input_files(str(logo))
    expect(coach.seen.locator("img.logo")).to_be_visible(timeout=SOON)
    coach.press("Undo")
    expect(coach.seen.locator("img.logo")).to_be_hidden(timeout=SOON)
    coach.press("Redo")
    expect(coach.seen.locator("img.logo")).to_be_visible(timeout=SOON)
    coach.press("Save")
    coach.status("Saved: 2 files")
    assert (coach.folder / "pictures/logo.svg").read_bytes() == logo.read_bytes()
    assert "logo: pictures/logo.svg" in coach.files()["client.yaml"]


def test_save_and_the_preview_stay_in_sight_while_a_long_exercise_scrolls(coach: Coach) -> None:
    coach.opens()
    coach.choose("Where am I?")
    coach.page.evaluate("() => scrollTo(0, 1500)")
    expect(coach.text("Title")).not_to_be_in_viewport()
    expect(coach.page.get_by_role("button", name="Save", exact=True)).to_be_in_viewport(ratio=1)
    expect(coach.page.get_by_role("heading", name="What participants see")).to_be_in_viewport()


def test_an_exercise_is_added_and_an_agenda_put_in_order_with_the_keyboard_alone(coach: Coach) -> None:
    coach.opens()
    keys, page = coach.page.keyboard, coach.page
    page.get_by_text("Add an exercise").focus()
    keys.press("Enter")
    page.get_by_label("What kind").focus()
    keys.type("pulse")
    page.get_by_label("Title · English").focus()
    keys.type("Our evening")
    named = page.get_by_label("Id: small letters")
    assert named.input_value() == "our-evening"
    named.fill("dc-wheel")
    keys.press("Enter")
    expect(page.get_by_text("“dc-wheel” cannot be the id")).to_be_in_viewport(timeout=SOON)
    assert page.get_by_label("Title · English").input_value() == "Our evening"
    named.fill("our-evening")
    named.focus()
    keys.press("Enter")
    expect(coach.heading("Our evening")).to_be_focused(timeout=SOON)
    page.get_by_role("navigation").get_by_role("button", name="Agendas").focus()
    keys.press("Enter")
    page.get_by_role("navigation").get_by_role("button", name="dc-40").focus()
    keys.press("Enter")
    expect(coach.heading("Develop Coalitions in 40 minutes")).to_be_focused(timeout=SOON)
    page.get_by_role("button", name="Move down: The first five minutes").focus()
    keys.press("Enter")
    said = page.locator(".studio-middle > .sr")
    expect(said).to_have_text("The first five minutes is now step 2 of 5.", timeout=SOON)
    expect(page.get_by_role("button", name="Move down: The first five minutes")).to_be_focused()
    keys.press("Alt+ArrowDown")
    expect(said).to_have_text("The first five minutes is now step 3 of 5.", timeout=SOON)
    minutes = page.get_by_label("Minutes for The first five minutes")
    minutes.focus()
    keys.press("Control+a")
    keys.type("9")
    expect(page.get_by_text("43 of 40 minutes: 3 too many.")).to_be_visible()
    page.get_by_role("button", name="Take out: Together").focus()
    keys.press("Enter")
    expect(said).to_contain_text("is taken out; 4 steps are left.", timeout=SOON)
    for _ in range(4):
        keys.press("Control+z")
    expect(page.get_by_text("40 of 40 minutes: it adds up.")).to_be_visible(timeout=SOON)
    keys.press("Control+Shift+z")
    keys.press("Control+s")
    coach.status("Saved")
    agenda = coach.files()["agendas/dc-40.yaml"]
    assert agenda.startswith(MODELINE.format("agendas") + "steps:\n  - does: pairs-first-five\n    minutes: 6\n")


def test_a_step_is_dragged_to_another_place(coach: Coach) -> None:
    coach.opens()
    coach.tab("Agendas")
    coach.page.get_by_role("navigation").get_by_role("button", name="dc-40").click()
    lines = coach.page.locator(".studio-steps > li")
    expect(lines.first).to_contain_text("1. The first five minutes", timeout=SOON)
    lines.first.locator(".studio-grip").drag_to(lines.nth(2))
    expect(lines.nth(2)).to_contain_text("3. The first five minutes", timeout=SOON)


def test_a_file_that_changed_on_disk_is_not_overwritten_and_both_ways_out_work(coach: Coach) -> None:
    coach.opens()
    file, theirs = coach.folder / "client.yaml", CLIENT + "# a colleague was here\n"
    for way, kept in (("Take the version on disk", theirs), ("Save mine; a copy of theirs stays in .backup", None)):
        coach.tab("Client")
        coach.text("Name").fill("Northern Health and Care")
        coach.status("1 change")
        file.write_text(theirs, "utf-8")
        coach.press("Save")
        told = coach.page.get_by_role("alertdialog")
        expect(told).to_contain_text("client.yaml", timeout=SOON)
        assert file.read_text("utf-8") == theirs
        coach.press(way)
        expect(told).to_be_hidden(timeout=SOON)
        coach.status("Everything is saved" if kept else "Saved: 1 file")
        mine = CLIENT.replace('"Northern Health"', '"Northern Health and Care"')
        assert file.read_text("utf-8") == (kept or mine)
        expect(coach.text("Name")).to_have_value("Northern Health" if kept else "Northern Health and Care")
        if kept:
            file.write_text(CLIENT, "utf-8")
            coach.page.reload()
            expect(coach.page.locator(".studio-list li").first).to_be_visible(timeout=SOON)
    assert [one.read_text("utf-8") for one in (coach.folder / ".backup").glob("client.yaml.*")] == [theirs]


def test_a_fault_stands_beside_its_field_and_nothing_typed_is_lost(coach: Coach) -> None:
    coach.opens()
    coach.choose("Where am I?")
    field = coach.value("Minutes").get_by_role("spinbutton")
    field.fill("-3")
    expect(coach.value("Minutes").locator(".problem")).not_to_be_empty(timeout=SOON)
    expect(field).to_have_value("-3")
    expect(coach.page.get_by_text("As it was before the fault.")).to_be_visible()
    expect(coach.seen.get_by_role("heading", name="Where am I?")).to_be_visible()
    coach.page.get_by_text("1 thing to put right").click()
    expect(coach.page.locator(".faults")).to_contain_text("data/clients/north/exercises/dc-wheel.yaml")
    field.fill("7")
    expect(coach.page.locator(".faults")).to_be_hidden(timeout=SOON)


def test_leaving_with_something_unsaved_asks_first(coach: Coach) -> None:
    asked: list[str] = []
    coach.opens()
    coach.choose("Where am I?")
    coach.text("Title").fill("Elsewhere")
    coach.press("Other clients")
    expect(coach.page.get_by_role("alert").first).to_contain_text("Save or undo your changes first", timeout=SOON)
    coach.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    coach.page.close(run_before_unload=True)
    coach.page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    # Whoever stays still has everything, and a kernel.
    coach.press("Undo")
    coach.status("Everything is saved")
    coach.press("Other clients")
    expect(coach.page.get_by_role("heading", name="Go on with a client")).to_be_visible(timeout=SOON)


def test_a_new_client_is_made_and_opened_and_comes_back_after_a_reload(coach: Coach) -> None:
    page = coach.page
    page.get_by_role("button", name="Make this client").click()
    expect(page.get_by_text("The client needs a name.")).to_be_visible()
    page.get_by_role("checkbox", name="French").uncheck()
    page.get_by_label("Name · English").fill("Harbour Clinic")
    assert page.get_by_label("Name · French").is_hidden()
    page.locator(".studio-colour input[type=text]").fill("#ffee00")
    expect(page.get_by_text("hard to read").first).to_be_visible(timeout=SOON)
    page.locator(".studio-colour input[type=text]").fill("#1f4e8c")
    page.get_by_role("button", name="Make this client").click()
    expect(page.get_by_role("heading", name="Studio · Harbour Clinic")).to_be_visible(timeout=SOON)
    made = coach.folder.with_name("harbour-clinic") / "client.yaml"
    assert 'name: {en: "Harbour Clinic"}' in made.read_text("utf-8")
    assert "languages: [en]" in made.read_text("utf-8")
    coach.choose("Where do I stand today?")
    expect(page.get_by_role("textbox", name="French")).to_have_count(0)
    expect(page.get_by_role("button", name="French")).to_have_count(0)
    page.reload()
    expect(page.get_by_role("heading", name="Studio · Harbour Clinic")).to_be_visible(timeout=SOON)


def test_axe_finds_nothing_serious_and_no_page_scrolls_sideways(coach: Coach) -> None:
    found, page = {}, coach.page

    def look(what: str) -> None:
        for width, scheme in ((1280, "light"), (390, "dark")):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            found[what, width] = violations(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, what

    look("first")
    coach.opens()
    for tab in ("Exercises", "Agendas", "Words", "Client"):
        coach.tab(tab)
        expect(page.locator(".studio-fields > *").first).to_be_attached(timeout=SOON)
        look(tab)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(color_scheme="light")
    assert {key: one for key, one in found.items() if one} == {}
