"""Claims about the studio in a browser: what a coach changes is seen as participants see it, and written as a person would."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Locator, Page, expect

from leads_kit.packs.naming import english_label
from tests.studio_fixture import CLIENT, Studio, studio

SOON = 15_000
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
        found = (path for path in self.folder.rglob("*") if path.is_file() and ".backup" not in path.parts)
        return {path.relative_to(self.folder).as_posix(): path.read_text("utf-8") for path in found}


Opens = Callable[..., Coach]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    with studio(tmp_path_factory.mktemp("studio")) as one:
        yield one


@pytest.fixture
def opens(chromium: Browser, served: Studio) -> Iterator[Opens]:
    """Opens the studio on the client as it was at first; afterwards no script has failed and no other host was asked."""
    contexts, coaches, hosts = [], [], []
    shutil.rmtree(served.folder)
    for name, text in BEGUN.items():
        (served.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (served.folder / name).write_text(text, "utf-8")

    def opened(width: int = 1280, scheme: str = "light") -> Coach:
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
        )
        contexts.append(context)
        coach = Coach(context.new_page(), served.folder)
        coaches.append(coach)
        coach.page.on("pageerror", lambda error: coach.troubles.append(str(error)))
        coach.page.on("request", lambda request: hosts.append(request.url))
        coach.page.goto(served.link)
        expect(coach.page.locator(".studio-list li").first).to_be_visible(timeout=SOON)
        return coach

    yield opened
    for context in contexts:
        context.close()
    assert [one for coach in coaches for one in coach.troubles] == []
    here = (f"http://127.0.0.1:{served.port}/", "blob:", "data:", "about:")
    assert [url for url in hosts if not url.startswith(here)] == []


def test_what_a_coach_changes_is_seen_at_once_and_written_as_a_person_would(opens: Opens) -> None:
    coach = opens()
    coach.choose("Where am I?")
    coach.text("Title").fill("Where do we stand?")
    expect(coach.seen.get_by_role("heading", name="Where do we stand?")).to_be_visible(timeout=SOON)
    coach.text(english_label("rating", ("now",)), "French").fill("Où nous en sommes")
    coach.page.get_by_label("What participants see").get_by_role("button", name="French").click()
    expect(coach.seen.get_by_text("Où nous en sommes").first).to_be_visible(timeout=SOON)
    assert coach.page.locator("iframe").evaluate("frame => frame.contentWindow.innerWidth") <= 390
    coach.status("2 changes not saved yet")
    coach.page.keyboard.press("Control+s")
    coach.status("Saved")
    now = '      most_picks: 2\n      now: {fr: "Où nous en sommes"}\n'
    assert coach.files() == {
        **BEGUN,
        "exercises/dc-wheel.yaml": WHEEL.replace("'Where am I?'", "'Where do we stand?'").replace(
            "      most_picks: 2\n", now
        ),
    }
