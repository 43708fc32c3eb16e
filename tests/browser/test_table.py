"""Claims about one answer that a table gives together: everybody's lines stand, and another table reads none of them."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.stage import PATIENCE, SOON, Spoken, Stage, press, staged

CARD = "#leads-dc2-needs-of-you"


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with staged(tmp_path_factory.mktemp("table"), agenda="dc-90") as opened:
        yield opened


def sit(page: Page, number: int) -> None:
    page.locator(f".table [data-table='{number}']").click()
    page.locator(f"{CARD} form").wait_for()


def takes(spoken: Spoken, number: int) -> None:
    """A table, for somebody without a browser."""
    states = spoken.channel.learn().items()
    now = next(comm for comm, one in states if "table" in (one["state"].get("state") or {}))
    spoken.say(now, {"kind": "sit", "table": number})


def line(page: Page, at: int) -> Locator:
    """The request in a row, once the row is there; a folded one is unfolded."""
    row = page.locator(f"{CARD} ol.rows > li").nth(at)
    row.wait_for()
    if row.locator(".fold[aria-expanded=false]").count():
        row.locator(".fold").click()
    return row.locator("input[type=text]")


def add(page: Page, at: int, text: str) -> None:
    page.locator(f"{CARD} form").get_by_role("button", name="Add").click()
    line(page, at).press_sequentially(text)


def writes_on(field: Locator, text: str) -> None:
    field.press("End")
    field.press_sequentially(text)


def saved(page: Page) -> None:
    expect(page.locator(f"{CARD} .status")).to_have_attribute("data-state", "saved", timeout=SOON)


def swaps_in(console: Page, title: str) -> None:
    """Put a spare of the agenda in the place of its first step, and open it."""
    console.locator(".spares summary").click()
    console.get_by_role("button", name=title).click()
    expect(console.locator(".stage-now h2")).to_have_text(title, timeout=SOON)
    press(console, "Open")


# Half a minute: goes with the long tests, whose plays sit at tables too. Joint answers are tested in tests/unit/test_joint.py.
@pytest.mark.full
def test_everybodys_lines_stand_in_the_answer_of_their_table(stage: Stage) -> None:
    console = stage.console()
    ana, ben, eva = stage.join(), stage.join(width=390), stage.speaks()
    swaps_in(console, "What we need from you")
    for page in (ana, ben):
        sit(page, 1)
    takes(eva, 2)

    # A line of one is on the other's page; then both write at once, each in a line of their own.
    add(ana, 0, "your hours")
    expect(line(ben, 0)).to_have_value("your hours", timeout=SOON)
    add(ben, 1, "a name to ask for")
    expect(line(ana, 1)).to_have_value("a name to ask for", timeout=SOON)
    line(ana, 0).fill("your hours by Monday")
    writes_on(line(ben, 1), " at the front desk")
    for page in (ana, ben):
        expect(line(page, 0)).to_have_value("your hours by Monday", timeout=SOON)
        expect(line(page, 1)).to_have_value("a name to ask for at the front desk", timeout=SOON)

    # One is cut off and goes on writing; what the other says meanwhile is put together with it, and the caret stays.
    ben.context.set_offline(True)
    writes_on(line(ben, 1), ", and when")
    line(ana, 0).fill("your new hours by Monday")
    saved(ana)
    ben.context.set_offline(False)
    saved(ben)
    assert ben.evaluate("document.activeElement.value") == "a name to ask for at the front desk, and when"
    for page in (ana, ben):
        expect(line(page, 0)).to_have_value("your new hours by Monday", timeout=SOON)
        expect(line(page, 1)).to_have_value("a name to ask for at the front desk, and when", timeout=SOON)

    # Another table has an answer of its own, and reads nothing of this one.
    eva.answer("dc2-needs-of-you", {"requests": [{"id": "r1", "request": "a key to the hall"}]})
    heard = json.dumps(eva.channel.learn())
    assert "a key to the hall" in heard
    assert [told for told in ("by Monday", "front desk") if told in heard + console.content()] == []
    assert "a key to the hall" not in ana.content() + ben.content() + console.content()
    ben.reload()
    expect(line(ben, 0)).to_have_value("your new hours by Monday", timeout=PATIENCE)
    expect(line(ben, 1)).to_have_value("a name to ask for at the front desk, and when")
    assert ben.locator(f"{CARD} ol.rows > li").count() == 2
    assert stage.trouble == []
