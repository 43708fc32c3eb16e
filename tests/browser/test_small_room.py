"""Claims about a room with too few people: it talks instead, and its wall never shows an empty chart."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.stage import SOON, Stage, close, press, staged, violations

QUESTION = "What surprised you between the first mark and the last?"


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with staged(tmp_path_factory.mktemp("small")) as opened:
        yield opened


@pytest.fixture(scope="module")
def console(stage: Stage) -> Page:
    return stage.console()


@pytest.fixture(scope="module")
def wall(stage: Stage) -> Page:
    return stage.wall()


def test_a_press_before_another_step_is_here_moves_neither(console: Page) -> None:
    lines = console.locator(".agenda button")
    # In one go, as by a thumb that is faster than the Wi-Fi.
    console.evaluate("""() => {
      document.querySelectorAll(".agenda button")[1].click();
      [...document.querySelectorAll(".stage-now .bar button")].find((one) => one.textContent.includes("Open")).click();
    }""")
    expect(lines.nth(1)).to_have_attribute("aria-current", "step", timeout=SOON)
    expect(console.locator(".stage-now")).to_have_attribute("aria-busy", "false")
    assert console.locator(".agenda li.open").count() == 0
    lines.first.click()
    expect(lines.first).to_have_attribute("aria-current", "step", timeout=SOON)


def test_with_too_few_here_the_room_talks_about_the_step_instead(stage: Stage, console: Page, wall: Page) -> None:
    ana = stage.join()
    press(console, "Open")
    expect(wall.locator(".wall-main")).to_contain_text("0 of 1", timeout=SOON)
    close(console)
    press(console, "Next step")
    close(console)
    press(console, "Next step")
    press(console, "Open")
    ask = console.locator("section.ask")
    expect(ask).to_contain_text("Figures need 5 people, and 1 are here")
    ask.get_by_role("button", name="Talk instead").click()
    expect(ask).to_be_hidden()
    expect(console.locator(".agenda li.now")).to_contain_text("skipped", timeout=SOON)
    expect(console.locator(".stage-now .question")).to_have_text(QUESTION)
    expect(wall.locator(".wall-main .question")).to_have_text(QUESTION, timeout=SOON)
    expect(ana.locator(".now .question")).to_have_text(QUESTION, timeout=SOON)
    # Nothing was asked, and nothing can be: no form, no count, no picture.
    assert ana.locator("#leads-dc-wheel input").count() == 0
    assert wall.locator(".wall-count, svg, .wall-picture").count() == 0
    # The group is not settled by talking: the next such step asks again.
    press(console, "Open")
    expect(ask).to_contain_text("Figures need 5 people")
    ask.get_by_role("button", name="Cancel").click()


@pytest.mark.parametrize("answers", [0, 1])
def test_with_hardly_an_answer_the_wall_shows_the_question_and_no_empty_chart(
    answers: int, stage: Stage, console: Page, wall: Page
) -> None:
    press(console, "New round" if answers else "Open")
    if not answers:
        console.get_by_role("button", name="Keep 5 and open").click()
    expect(console.locator(".agenda li.now")).to_contain_text("open", timeout=SOON)
    for _ in range(answers):
        assert stage.speaks().answer("dc-wheel", {"now-DC1": 4, "now-DC2": 2})["n"] == 1
    expect(console.locator(".stage-now .count")).to_contain_text(str(answers), timeout=SOON)
    close(console)
    assert wall.locator("svg, table, .wall-picture, figure").count() == 0
    press(console, "Show to all")
    expect(wall.locator(".wall-main")).to_contain_text("Fewer than 5 people answered", timeout=SOON)
    expect(wall.locator(".wall-main .question")).to_have_text(QUESTION)
    assert wall.locator("svg, table, .wall-picture, figure").count() == 0
    assert console.locator(".stage-now svg").count() == 0
    assert wall.evaluate("document.documentElement.scrollHeight") <= 720
    assert violations(wall) == []
    assert stage.trouble == []
