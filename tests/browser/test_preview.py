"""Claims about `leads preview`: what is saved is on the page, what is wrong stands there with its place, and goes when mended."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.studio_fixture import Studio, studio

OVER = "exercises:\n  dc-wheel:\n    title: {{en: {title}, fr: Ailleurs}}\n"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    with studio(tmp_path_factory.mktemp("preview"), "preview", "dc-wheel") as one:
        (one.folder / "exercises").mkdir()
        yield one


@pytest.fixture
def page(chromium: Browser, served: Studio) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    opened = context.new_page()
    troubles: list[str] = []
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    opened.goto(served.link)
    expect(opened.get_by_role("heading", name="Where", level=2)).to_be_visible(timeout=20_000)
    yield opened
    context.close()
    assert troubles == []


def test_a_saved_change_is_shown_a_fault_stands_with_its_place_and_goes_when_mended(page: Page, served: Studio) -> None:
    file = served.folder / "exercises/dc-wheel.yaml"
    file.write_text(OVER.format(title="Where from"), "utf-8")
    expect(page.get_by_role("heading", name="Where from", level=2)).to_be_visible()
    file.write_text(OVER.format(title="Where to") + "    minute: 9\n", "utf-8")
    told = page.get_by_role("alert")
    expect(told).to_contain_text("data/clients/north/exercises/dc-wheel.yaml:4")
    expect(told).to_contain_text("did you mean “minutes”?")
    expect(page.get_by_role("heading", name="Where from", level=2)).to_be_visible()
    file.write_text(OVER.format(title="Where to"), "utf-8")
    expect(page.get_by_role("heading", name="Where to", level=2)).to_be_visible()
    expect(told).to_be_hidden()


def test_it_is_seen_in_either_language_filled_and_as_narrow_as_a_phone(page: Page, served: Studio) -> None:
    (served.folder / "exercises/dc-wheel.yaml").write_text(OVER.format(title="Where to"), "utf-8")
    expect(page.get_by_role("heading", name="Where to", level=2)).to_be_visible()
    page.get_by_role("button", name="French").click()
    expect(page.get_by_role("heading", name="Ailleurs", level=2)).to_be_visible()
    assert page.locator("input:checked").count() == 0
    page.get_by_role("button", name="An example").click()
    page.locator("input:checked").first.wait_for(state="attached")
    page.get_by_role("button", name="Phone").click()
    expect(page.get_by_role("button", name="Phone")).to_have_attribute("aria-pressed", "true")
    card = page.locator("section.card:not(.faults)")
    card.wait_for()
    box = card.bounding_box()
    assert box is not None
    assert box["width"] <= 390
