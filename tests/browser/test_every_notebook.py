"""Claims about every participant notebook as a phone in a room shows it, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from leads_kit.model import Pack
from leads_kit.text import LANGS, Lang
from tests.browser.stage import ROOT, SOON, Stage, staged, violations

NOTEBOOKS = sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))
CALLED = re.compile(r'workshop\.exercise\(\\?"([\w-]+)\\?"\)')
WIDER = "document.scrollingElement.scrollWidth - innerWidth"


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with staged(tmp_path_factory.mktemp("every")) as opened:
        yield opened
        assert opened.trouble == []


@pytest.fixture(scope="module", params=LANGS)
def spoken(request: pytest.FixtureRequest) -> Lang:
    lang: Lang = request.param
    return lang


@pytest.fixture(scope="module")
def phone(stage: Stage, spoken: Lang) -> Page:
    return stage.join(spoken, 390)


def called(name: str) -> list[str]:
    """The exercises that a notebook has a card for."""
    return CALLED.findall((ROOT / "notebooks" / f"{name}.ipynb").read_text("utf-8"))


def test_together_they_have_a_card_for_every_domain() -> None:
    assert len(NOTEBOOKS) == 6
    assert {exercise[:2] for name in NOTEBOOKS for exercise in called(name)} >= {"ls", "eo", "ar", "dc", "st"}


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_stands_whole_in_its_language_and_fits_a_phone(
    name: str, stage: Stage, phone: Page, spoken: Lang, pack: Pack
) -> None:
    phone.goto(f"http://127.0.0.1:{stage.server.port}/room/{stage.server.code}/{name}")
    assert phone.locator("html").get_attribute("lang", timeout=SOON) == spoken
    for exercise in called(name):
        card = phone.locator(f"#leads-{exercise}")
        expect(card.locator("h2")).to_have_text(pack.exercises[exercise].title.of(spoken), timeout=SOON)
    other = pack.words["now.to_come"].of("fr" if spoken == "en" else "en")
    assert phone.get_by_text(other, exact=True).count() == 0
    assert phone.evaluate(WIDER) <= 0
    assert violations(phone) == []
