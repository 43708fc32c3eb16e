"""A served room and real browsers that look at it: what several files of browser tests share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.pictures import QUIET, browser_path
from tests.server_fixture import ROOT, Channel, Client, Served, start, wait_until

SOON = 30_000
PATIENCE = 60_000


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
    # Where browsers go: the server itself, or something in between; and which of them, where not the first.
    port: int = 0
    device: Browser | None = None
    screens: list[Screen] = field(default_factory=list)
    spoken: list[Spoken] = field(default_factory=list)

    def screen(self, path: str, width: int = 1280, height: int = 900, **options: Any) -> Page:
        page = (
            (self.device or self.browser).new_context(viewport={"width": width, "height": height}, **options).new_page()
        )
        here = f"http://127.0.0.1:{self.port or self.server.port}"
        self.screens.append(watched(page, here))
        page.goto(f"{here}{path}")
        return page

    def join(self, lang: str = "en", width: int = 1280) -> Page:
        page = self.screen(f"/join/{self.server.code}", width, 844)
        if lang == "fr":
            page.get_by_role("button", name="Français").click()
        page.locator("input[name=consent]").check()
        page.locator("button.first").click()
        page.wait_for_selector(".leads .now")
        return page

    def console(self) -> Page:
        page = self.screen(f"/host/{self.server.secret}")
        page.wait_for_selector(".agenda li")
        return page

    def wall(self) -> Page:
        page = self.screen(f"/wall/{self.server.code}", 1280, 720)
        page.wait_for_selector(".wall-corner .qr")
        return page

    def speaks(self) -> Spoken:
        """One more participant, without a browser."""
        self.spoken.append(Spoken.join(self.server))
        return self.spoken[-1]

    @property
    def trouble(self) -> list[str]:
        """What other hosts were asked for, and what went wrong in a page."""
        return [one for screen in self.screens for one in (*screen.outside, *screen.errors)]


def watched(page: Page, here: str) -> Screen:
    """Whatever goes to another host is stopped and noted."""
    page.set_default_timeout(PATIENCE)
    screen = Screen(page, [], [])
    page.on("pageerror", lambda error: screen.errors.append(str(error)))
    page.route(
        re.compile(rf"^(?!{here}|blob:|data:)"),
        lambda route: (screen.outside.append(route.request.url), route.abort()),
    )
    return screen


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=QUIET.split())
        yield browser
        browser.close()


@contextmanager
def staged(folder: Path, given: Browser | None = None, **options: Any) -> Iterator[Stage]:
    """The shipped notebooks in a room of their own, in a `given` browser or its own; no server and no line is left."""
    with nullcontext(given) if given else chromium() as browser:
        stage = Stage(
            start(folder, notebooks=ROOT / "notebooks", **{"room": "autumn", "agenda": "dc-40", **options}), browser
        )
        try:
            yield stage
        finally:
            for one in stage.spoken:
                one.channel.close()
            stage.server.end()


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
