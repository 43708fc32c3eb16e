"""Claims about the market: two who both want to meet learn each other's first name, and nobody learns anything else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.stage import SOON, Spoken, Stage, close, press, staged
from tests.server_fixture import wait_until

CARD = "#leads-dc1-market"


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with staged(tmp_path_factory.mktemp("market"), agenda="dc-210") as opened:
        yield opened


def tell(page: Page, side: int, what: str, tag: str) -> None:
    """One line under offers (0) or needs (1), with what it is about."""
    list_ = page.locator(f"{CARD} [data-type=rows]").nth(side)
    if not list_.is_visible():
        page.locator(f"{CARD} .pager .next").click()
    list_.locator("button:not(.quiet):not(.plain):visible").last.click()
    row = list_.locator("li").last
    row.locator("input[type=text]").fill(what)
    row.locator("label").filter(has_text=re.compile(f"^{tag}$")).click()
    expect(page.locator(f"{CARD} .status")).to_have_attribute("data-state", "saved", timeout=SOON)


def pseudonym(page: Page) -> str:
    found = re.search(r"(?:you are|vous êtes) (.*)", page.locator(".top-tools").inner_text())
    assert found
    return found[1].strip()


def person(page: Page, by: str) -> Locator:
    """Somebody on a card, as one of those whom its reader could meet."""
    return page.locator(f"{CARD} .meet .person").filter(has=page.locator("strong", has_text=by))


def send_name(page: Page, by: str, name: str) -> None:
    person(page, by).locator(".names input").fill(name)
    person(page, by).locator(".names button").click()


def serious(page: Page) -> list[str]:
    found = Axe().run(page, context={"include": [[CARD]]}).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found if one["impact"] in ("serious", "critical")]


def known(third: Spoken) -> list[dict[str, Any]]:
    """Whom somebody without a browser could meet, as their page has it."""
    found = third.card("dc1-market")
    return list(found[1]["people"]) if found else []


def interested(third: Spoken, by: str) -> None:
    comm = (third.card("dc1-market") or ("", {}))[0]
    key = next(one["key"] for one in known(third) if one["by"] == by)
    third.say(comm, {"kind": "interest", "key": key, "yes": True})


# Half a minute: goes with the long tests, whose plays meet people too. Who is told what: tests/unit/test_kind_offers_needs.py.
@pytest.mark.full
def test_first_names_are_told_to_two_who_both_want_to_meet_and_to_nobody_else(stage: Stage) -> None:
    console, wall = stage.console(), stage.wall()
    fr, phone, third = stage.join("fr"), stage.join(width=390), stage.speaks()
    console.locator(".agenda button", has_text="Offers and needs").click()
    expect(console.locator(".stage-now")).to_contain_text("Offers and needs")
    press(console, "Open")
    for page in (fr, phone):
        page.locator(f"{CARD} form").wait_for()
    tell(fr, 0, "relire des contrats de location", "Règles, contrats")
    tell(fr, 1, "des photos de la boutique", "Graphisme, images")
    tell(phone, 0, "photos of your shop", "Design, pictures")
    tell(phone, 1, "somebody to read a lease with me", "Rules, contracts")
    third.answer("dc1-market", {"offers": [{"id": "r1", "what": "an evening of bookkeeping", "tags": ["books"]}]})
    close(console)
    console.get_by_role("button", name="Release all").click()
    press(console, "Show to all")
    expect(wall.locator(".notes, .wall-picture").first).to_be_visible(timeout=SOON)

    # Each meets the other's offer in their own language; whoever matches nobody stands among the others.
    anne, bob = pseudonym(fr), pseudonym(phone)
    expect(person(fr, bob)).to_contain_text("somebody to read a lease with me", timeout=SOON)
    expect(person(fr, bob)).to_contain_text("Règles, contrats")
    expect(person(phone, anne)).to_contain_text("Design, pictures", timeout=SOON)
    expect(console.locator(".stage-now")).to_contain_text("1 person matches nobody yet")
    carol = phone.locator(f"{CARD} .meet .person strong").filter(has_not_text=anne).inner_text()
    expect(person(phone, carol).locator(".badge")).to_be_hidden()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")

    # One side only: the other hears of it, and neither is asked for a name.
    interested(third, bob)
    expect(person(phone, carol)).to_contain_text(f"{carol} would like to meet you.", timeout=SOON)
    expect(person(phone, carol).locator(".names")).to_be_hidden()

    # Both sides: a name is told once its owner has sent it, and to the other alone.
    person(fr, bob).get_by_role("button", name=f"Rencontrer {bob} m’intéresse").click()
    person(phone, anne).get_by_role("button", name=f"I’m interested in meeting {anne}").click()
    for page, other in ((fr, bob), (phone, anne)):
        expect(person(page, other).locator(".names")).to_be_visible(timeout=SOON)
    send_name(phone, anne, "Roberta")
    expect(person(fr, bob)).to_contain_text(f"{bob}, c’est Roberta.", timeout=SOON)
    expect(person(phone, anne)).to_contain_text(f"{anne} has not sent a first name yet.")
    send_name(fr, bob, "Annick")
    expect(person(phone, anne)).to_contain_text(f"{anne} is Annick.", timeout=SOON)
    assert serious(phone) == []

    # Neither the third, who says yes to both, nor the wall or the console has heard a name.
    interested(third, anne)
    assert wait_until(lambda: [one["mine"] for one in known(third)] == [True, True])
    heard = json.dumps(third.channel.learn())
    assert bob in heard
    for told in (heard, wall.content(), console.content()):
        assert [name for name in ("Roberta", "Annick") if name in told] == []

    # Taken back by one, the name is gone from the other's card too.
    person(fr, bob).get_by_role("button", name="Retirer").click()
    expect(person(phone, anne)).not_to_contain_text("Annick", timeout=SOON)

    # Whoever is down the page hears of the next step, is not moved, and finds the way there.
    bar = phone.locator(".now-bar")
    expect(bar).to_be_hidden()
    press(console, "Next step")
    expect(bar).to_contain_text("Now: Meet the people you matched with", timeout=SOON)
    expect(person(phone, anne)).to_be_in_viewport()
    bar.get_by_role("button").click()
    expect(phone.locator(".now strong")).to_be_in_viewport()
    expect(bar).to_be_hidden()
    assert stage.trouble == []
