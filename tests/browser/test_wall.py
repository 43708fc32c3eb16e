"""Claims about the wall as a projector of 1280 × 720 shows it: every word can be read, and the whole picture is in sight."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from leads_kit import charts
from leads_kit.kinds import Picture
from leads_kit.model import Pack, Table
from leads_kit.packs import load_pack
from leads_kit.room import shares_figures
from leads_kit.text import Lang
from leads_kit.ui._widget import worded
from leads_kit.ui.chart import CHART_WORDS, pictured
from tests.pictures import QUIET, browser_path, cases, served

LEAST = 24
SIZES = """() => {
  const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const el = node.parentElement, size = parseFloat(getComputedStyle(el).fontSize);
    if (!node.data.trim() || !el.checkVisibility() || el.closest("script, style, details:not([open]) > :not(summary)")) continue;
    found.push([size * (el.getScreenCTM?.().a ?? 1), node.data.trim()]);
  }
  return found;
}"""
FAR = """() => [...document.querySelectorAll(".drawn svg")].map((svg) => {
  const box = svg.getBoundingClientRect();
  return [Math.round(box.bottom), Math.round(box.right)];
})"""
OVER = """() => [...document.querySelectorAll(".drawn svg")].flatMap((svg) => {
  const frame = svg.getBoundingClientRect();
  return [...svg.querySelectorAll("text")].filter((text) => {
    const box = text.getBoundingClientRect();
    return box.width && (box.left < frame.left - 2 || box.right > frame.right + 2 || box.top < frame.top - 2);
  }).map((text) => text.textContent);
})"""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=QUIET.split())
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def state() -> dict[str, Any]:
    return {"": {}}


@pytest.fixture(scope="module")
def address(state: dict[str, Any]) -> Iterator[str]:
    with served(state) as url:
        yield url


@pytest.fixture
def screen(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": 1280, "height": 720})
    yield page
    page.close()


# The larger room is the harder one, and French words are the longer ones; the others go with the long tests: a minute each.
TONGUES = ["fr", pytest.param("en", marks=pytest.mark.full)]
ROOMS = ["room of 30", pytest.param("room of 12", marks=pytest.mark.full)]


def walls(pack: Pack, kind: str, lang: Lang, room: str = "room of 30") -> list[dict[str, Any]]:
    return [one for one in cases(kind, pack, pack.words.say(lang), wall=True) if one["name"] == room]


SHARED = sorted({one.kind for one in load_pack().exercises.values() if shares_figures(one)})


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("lang", TONGUES)
@pytest.mark.parametrize("kind", SHARED)
def test_every_word_on_the_wall_can_be_read_and_the_whole_picture_is_in_sight(
    kind: str, lang: Lang, room: str, pack: Pack, state: dict[str, Any], address: str, screen: Page
) -> None:
    told = walls(pack, kind, lang, room)
    state[""] = {"lang": lang, "ribbon": pack.words.say(lang)("page.demo"), "cases": told}
    for at, one in enumerate(told):
        screen.goto(f"{address}wall?at={at}")
        screen.wait_for_selector("body[data-done]")
        sizes = screen.evaluate(SIZES)
        assert sizes
        assert [(size, text) for size, text in sizes if size < LEAST - 0.1] == []
        drawn = screen.evaluate(FAR)
        assert len(drawn) == bool(one["picture"])
        assert all(bottom <= 720 and right <= 1280 for bottom, right in drawn), (one["name"], drawn)
        assert screen.evaluate(OVER) == []


def test_five_rows_of_thirty_answers_are_in_sight_even_where_most_agree(
    pack: Pack, state: dict[str, Any], address: str, screen: Page
) -> None:
    counts = (0, 2, 20, 6, 2)
    piles = tuple(charts.Pile(at - 0.42, at + 0.42, count) for at, count in zip(range(1, 6), counts, strict=True))
    rows = [charts.Strip("Pensée systémique", "n = 30 · choisie 17×", piles, 3.0)] * 4
    rows.append(charts.Strip("Pouvoir et politique", "trop peu de réponses"))
    ticks = tuple((float(at), str(at)) for at in range(1, 6))
    spec = charts.strips(rows, ticks, "● une personne · ▲ le milieu", "dit")
    (wall, *_) = walls(pack, "rating", "fr")
    wall["wall"]["step"]["picture"] = pictured(Picture(spec, wall["picture"]["sentence"], Table(("a",), (("b",),))))
    state[""] = {"lang": "fr", "ribbon": pack.words.say("fr")("page.demo"), "cases": [wall]}
    screen.goto(f"{address}wall?at=0")
    screen.wait_for_selector("body[data-done]")
    assert [(size, text) for size, text in screen.evaluate(SIZES) if size < LEAST - 0.1] == []
    ((bottom, _),) = screen.evaluate(FAR)
    assert bottom <= 720
    assert screen.locator(".drawn svg text", has_text="trop peu de réponses").count() == 1
    assert screen.evaluate(OVER) == []


def test_a_text_that_vega_shortens_keeps_whole_signs(
    pack: Pack, state: dict[str, Any], address: str, screen: Page
) -> None:
    spec = charts.spans([charts.Span("." * at + "🀰" * 70, "") for at in range(12)], (), "", "told")
    picture = pictured(Picture(spec, "told", Table(("a",), (("b",),))))
    words = worded(pack.words.say("en"), CHART_WORDS)
    case = {"name": "owls", "feedback": [], "picture": picture}
    state[""] = {"lang": "en", "open": False, "width": 358, "words": words, "cases": [case]}
    screen.goto(address)
    screen.wait_for_selector("body[data-done]")
    told = [text.strip() for text in screen.locator(".drawn svg text").all_text_contents() if text.strip()]
    assert len(told) == 12
    assert all(text.endswith("🀰…") and set(text) <= {".", "🀰", "…"} for text in told)
