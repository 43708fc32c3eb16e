"""The main job, end to end: a facilitator on two devices, a wall and eight participants through the agenda."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.server_fixture import ROOT, Channel, Client, Served, served, wait_until

NOTE = ROOT / ".venv" / ".leads-browser"
QUIET = (
    "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update "
    "--disable-sync --no-first-run --disable-quic"
)
WHEEL = {"now-DC1": 4, "now-DC2": 3, "now-DC3": 2, "now-DC4": 3, "picks": ["DC3"]}
SOON = 15_000


@dataclass
class Screen:
    """One browser window, with everything it asked of other hosts and every error it met."""

    page: Page
    outside: list[str]
    errors: list[str]


@dataclass
class Stage:
    """A served room and the browser that looks at it."""

    server: Served
    browser: Browser
    screens: list[Screen]

    def screen(self, path: str, width: int = 1280, height: int = 900, **options: Any) -> Page:
        page = self.browser.new_context(viewport={"width": width, "height": height}, **options).new_page()
        page.set_default_timeout(45_000)
        screen = Screen(page, [], [])
        here = f"http://127.0.0.1:{self.server.port}"
        page.on("pageerror", lambda error: screen.errors.append(str(error)))
        page.route(
            re.compile(rf"^(?!{here}|blob:|data:)"),
            lambda route: (screen.outside.append(route.request.url), route.abort()),
        )
        page.goto(f"{here}{path}")
        self.screens.append(screen)
        return page

    def join(self, lang: str = "en", width: int = 1280) -> Page:
        page = self.screen(f"/join/{self.server.code}", width, 844)
        if lang == "fr":
            page.get_by_role("button", name="Français").click()
        page.locator("input[name=consent]").check()
        page.locator("button.first").click()
        page.wait_for_selector(".leads .now")
        return page


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    path = NOTE.read_text("utf-8").strip() if NOTE.is_file() else "/usr/bin/chromium"
    folder = tmp_path_factory.mktemp("stage")
    with served(folder, notebooks=ROOT / "notebooks", room="autumn") as server, sync_playwright() as playwright:
        where = None if path == "playwright" else path
        browser = playwright.chromium.launch(executable_path=where, args=QUIET.split())
        yield Stage(server, browser, [])
        browser.close()


@dataclass
class Spoken:
    """A participant without a browser: the public addresses and the page's own websocket."""

    client: Client
    channel: Channel

    @classmethod
    def join(cls, server: Served) -> Spoken:
        client = server.client()
        assert client.join(server.code).status == 303
        return cls(client, client.open(f"/room/{server.code}").connect())

    def card(self, exercise: str) -> tuple[str, dict[str, Any]] | None:
        """The comm and state of an exercise's form, once it is there."""
        for comm, model in self.channel.learn().items():
            state = model["state"].get("state")
            if isinstance(state, dict) and f":{exercise}:" in str(state.get("key", "")):
                return comm, state
        return None

    def say(self, comm: str, message: dict[str, Any], answered: str | None = None) -> dict[str, Any]:
        self.channel.send("comm_msg", {"comm_id": comm, "data": {"method": "custom", "content": message}})
        for heard in self.channel.messages(20) if answered else ():
            told = heard["content"].get("data", {}).get("content", {}) if heard["type"] == "comm_msg" else {}
            if told.get("kind") == answered:
                return dict(told)
        return {}

    def answer(self, exercise: str, answer: dict[str, Any]) -> dict[str, Any]:
        found: list[Any] = []
        assert wait_until(lambda: found.append(self.card(exercise)) or found[-1], 15)
        comm, state = found[-1]
        saved = self.say(comm, {"kind": "answer", "answer": answer, "n": state["n"] + 1}, "saved")
        self.say(comm, {"kind": "finish"})
        return saved


def press(console: Page, name: str) -> None:
    console.locator(".stage-now .bar").get_by_role("button", name=name).click()


def close(console: Page) -> None:
    press(console, "Close in 20 s")
    press(console, "Close now")
    expect(console.locator(".agenda li.now")).to_contain_text("closed", timeout=SOON)


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found if one["impact"] in ("serious", "critical")
    ]


def test_a_facilitator_leads_eight_people_through_the_agenda(stage: Stage) -> None:
    server = stage.server
    console = stage.screen(f"/host/{server.secret}")
    console.wait_for_selector(".agenda li")
    assert server.secret not in console.url
    second = stage.screen(f"/host/{server.secret}", 390, 844)
    wall = stage.screen(f"/wall/{server.code}", 1280, 720)
    ana, fr = stage.join(), stage.join("fr")
    spoken = [Spoken.join(server) for _ in range(5)]
    wall.wait_for_selector(".wall-corner .qr")
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
    for kernel in server.kernels():
        environ = Path(f"/proc/{kernel}/environ").read_bytes()
        if b"HTTP_X_LEADS_LANG=fr" in environ:
            os.kill(kernel, signal.SIGKILL)
    expect(fr.locator("#line")).to_be_visible(timeout=45_000)
    fr.reload()
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

    # Nothing was asked of another host, and no page broke.
    assert [url for screen in stage.screens for url in screen.outside] == []
    assert [error for screen in stage.screens for error in screen.errors] == []


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
