"""Claims about what people type: another language, a minute without a line, a killed server, and it is all still there."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.stage import PATIENCE, SOON, Stage, press, staged
from tests.server_fixture import ROOT, start

CARD = "#leads-dc-first-five"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("keeping")


@pytest.fixture(scope="module")
def stage(folder: Path) -> Iterator[Stage]:
    """A room at its first step, whose answers are nobody else's."""
    with staged(folder) as opened:
        console = opened.console()
        press(console, "Open")
        expect(console.locator(".agenda li.now")).to_contain_text("open", timeout=SOON)
        console.context.close()
        yield opened


def line(page: Page, at: int) -> Locator:
    return page.locator(f"{CARD} input[type=text]").nth(at)


def status(page: Page) -> Locator:
    return page.locator(f"{CARD} .status")


def test_another_language_keeps_what_was_just_typed(stage: Stage) -> None:
    page = stage.join()
    line(page, 0).press_sequentially("the pharmacy lead", delay=20)
    page.get_by_role("button", name="Français").click()
    expect(page.locator("html")).to_have_attribute("lang", "fr", timeout=SOON)
    expect(page.locator(CARD)).to_contain_text("Avec qui aimerais-je travailler", timeout=PATIENCE)
    expect(line(page, 0)).to_have_value("the pharmacy lead")
    expect(status(page)).to_have_text("Enregistré", timeout=SOON)
    page.reload()
    expect(line(page, 0)).to_have_value("the pharmacy lead", timeout=PATIENCE)
    assert stage.trouble == []


def test_a_while_without_a_line_loses_nothing(stage: Stage) -> None:
    page = stage.join()
    line(page, 0).fill("before")
    expect(status(page)).to_have_text("Saved", timeout=SOON)
    page.context.set_offline(True)
    line(page, 1).press_sequentially("typed without a line", delay=20)
    expect(status(page)).to_contain_text("Not saved yet", timeout=SOON)
    expect(line(page, 1)).to_have_value("typed without a line")
    page.context.set_offline(False)
    expect(status(page)).to_have_text("Saved", timeout=PATIENCE)
    page.reload()
    expect(line(page, 1)).to_have_value("typed without a line", timeout=PATIENCE)
    assert [line(page, at).input_value() for at in (0, 1)] == ["before", "typed without a line"]
    assert stage.trouble == []


def test_a_killed_server_that_comes_back_finds_every_page_as_it_was(stage: Stage, folder: Path) -> None:
    page, port = stage.join(), stage.server.port
    line(page, 0).fill("acknowledged")
    expect(status(page)).to_have_text("Saved", timeout=SOON)
    stage.server.end(signal.SIGKILL)
    expect(page.locator("#line")).to_contain_text("The connection is gone", timeout=SOON)
    line(page, 1).press_sequentially("typed while it was away", delay=20)
    expect(status(page)).to_contain_text("Not saved yet", timeout=SOON)
    expect(line(page, 1)).to_have_value("typed while it was away")
    stage.server = start(folder, notebooks=ROOT / "notebooks", room="autumn", port=port)
    assert stage.server.port == port
    # The page finds out by itself, says so, and loads again.
    expect(page.get_by_text("We put back what you had typed")).to_be_visible(timeout=PATIENCE)
    assert [line(page, at).input_value() for at in (0, 1)] == ["acknowledged", "typed while it was away"]
    expect(status(page)).to_have_text("Saved", timeout=SOON)
    page.reload()
    expect(line(page, 1)).to_have_value("typed while it was away", timeout=PATIENCE)
    assert line(page, 0).input_value() == "acknowledged"
    expect(page.get_by_text("We put back what you had typed")).to_have_count(0)
    assert stage.trouble == []
