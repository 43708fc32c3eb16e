"""The main job, end to end: a facilitator on two devices, a wall and eight participants through the agenda."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.stage import SOON, Stage, close, press, staged, violations

WHEEL = {"now-DC1": 4, "now-DC2": 3, "now-DC3": 2, "now-DC4": 3, "picks": ["DC3"]}


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with staged(tmp_path_factory.mktemp("stage")) as opened:
        yield opened


def test_a_facilitator_leads_eight_people_through_the_agenda(stage: Stage) -> None:
    server = stage.server
    console = stage.console()
    assert server.secret not in console.url
    second = stage.screen(f"/host/{server.secret}", 390, 844)
    wall = stage.wall()
    ana = stage.join()
    others = set(server.kernels())
    fr = stage.join("fr")
    hers = set(server.kernels()) - others
    spoken = [stage.speaks() for _ in range(5)]
    expect(console.locator(".check.good")).to_be_visible(timeout=SOON)

    # A private step: what is typed is saved, and nobody else sees more than a count.
    press(console, "Open")
    expect(second.locator(".agenda li.now")).to_contain_text("open", timeout=SOON)
    ana.locator("#leads-dc-first-five input[type=text]").first.fill("the pharmacy lead")
    expect(ana.locator("#leads-dc-first-five .status")).to_contain_text("Saved", timeout=SOON)
    expect(fr.locator("#leads-dc-first-five")).to_contain_text("Avec qui aimerais-je travailler", timeout=SOON)
    ana.locator("#leads-dc-first-five").get_by_role("button", name="I’m done").click()
    expect(wall.locator(".wall-count")).to_contain_text("1 of 7", timeout=SOON)
    assert "pharmacy" not in wall.content() + console.content() + second.content()

    # A reload, and a killed kernel: the answer is there.
    ana.reload()
    expect(ana.locator("#leads-dc-first-five input[type=text]").first).to_have_value(
        "the pharmacy lead", timeout=45_000
    )
    fr.evaluate("globalThis.old = true")
    for kernel in hers:
        os.kill(kernel, signal.SIGKILL)
    fr.wait_for_function("!globalThis.old", timeout=45_000)  # it has loaded itself anew
    fr.wait_for_selector("#leads-dc-first-five input", timeout=45_000)

    # The group step: the minimum is settled as it opens; with four answers only the count appears.
    close(console)
    press(console, "Next step")
    close(console)
    press(console, "Next step")
    press(console, "Open")
    console.get_by_role("button", name="Keep 5 and open").click()
    for one in spoken[:4]:
        assert one.answer("dc-wheel", WHEEL)["n"] == 1
    expect(console.locator(".count")).to_contain_text("4", timeout=SOON)
    close(console)
    expect(console.locator(".stage-now .hint")).to_contain_text("Fewer than 5", timeout=SOON)
    press(console, "Show to all")
    expect(wall.locator(".wall-main")).to_contain_text("Fewer than 5", timeout=SOON)
    expect(wall.locator(".wall-main")).to_contain_text("What surprised you")
    assert wall.locator(".wall-picture").count() == 0

    # A new round with everybody, one of them late and on a phone.
    press(console, "New round")
    phone = stage.join(width=390)
    for one in spoken:
        one.answer("dc-wheel", {**WHEEL, "now-DC1": 2 + spoken.index(one) % 3})
    for page in (ana, fr, phone):
        card = page.locator("#leads-dc-wheel")
        card.wait_for()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        if page is phone:
            card.locator(".scale label:visible").nth(3).click()
        else:
            for group in range(4):
                card.locator("fieldset:has(.scale)").nth(2 * group).locator("label").nth(2).click()
        card.get_by_role("button", name="J’ai terminé" if page is fr else "I’m done").click()
    expect(console.locator(".count")).to_contain_text("8", timeout=SOON)
    close(console)
    expect(console.locator(".stage-now svg")).to_be_visible(timeout=SOON)
    assert wall.locator(".wall-picture").count() == 0
    press(console, "Show to all")
    for page in (wall, ana, fr, phone):
        expect(page.locator("figure.chart svg").last).to_be_visible(timeout=SOON)
    expect(second.locator(".agenda li.now")).to_contain_text("shown", timeout=SOON)
    looked_at = {"wall": wall, "phone": phone, "fr": fr, "console": console, "second": second}
    assert {name: found for name, page in looked_at.items() if (found := violations(page))} == {}

    # The next round begins with what each page said last, and waits for it to be said again.
    press(console, "New round")
    card = ana.locator("#leads-dc-wheel")
    expect(card.get_by_role("button", name="I’m done")).to_be_enabled(timeout=SOON)
    expect(card.locator(".keep .status, [role=status]").first).not_to_contain_text("Saved", timeout=SOON)
    expect(card.locator(".scale input:checked")).to_have_count(4)

    # Nothing was asked of another host, and no page broke.
    assert stage.trouble == []


def test_the_plain_pages_have_no_serious_violation(stage: Stage) -> None:
    pages = [f"/join/{stage.server.code}", "/join/", f"/resume/{stage.server.code}", "/nowhere", "/"]
    assert {path: found for path in pages if (found := violations(stage.screen(path, 390)))} == {}


def test_a_second_device_comes_back_with_the_code(stage: Stage) -> None:
    first = stage.join()
    first.get_by_role("link", name="My code").click()
    letters = first.locator(".letters").inner_text()
    second = stage.screen(f"/resume/{stage.server.code}#{letters.strip()}", 390)
    if "/room/" not in second.url:
        second.locator("input[name=letters]").fill(letters)
        second.locator("button.first").click()
    second.wait_for_selector(".leads .now")
    name = re.compile("you are (.*)")
    first.get_by_role("link", name="Back to the workshop").click()
    first.wait_for_selector(".leads .now")
    told = [page.locator(".top-tools").inner_text() for page in (first, second)]
    names = [name.findall(text) for text in told]
    assert len(names[0]) == 1
    assert names[0] == names[1]
