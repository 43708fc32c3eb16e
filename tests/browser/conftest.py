"""The sample forms, opened in a real browser; the kernel answers 800 ms late, the rest is the kit's own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from form_page.driving import Open
from form_page.page import served
from playwright.sync_api import Browser, Page, sync_playwright

NOTE = Path(__file__).parents[2] / ".venv" / ".leads-browser"
QUIET = (
    "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update "
    "--disable-sync --no-first-run --disable-quic"
)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    path = NOTE.read_text("utf-8").strip() if NOTE.is_file() else "/usr/bin/chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET.split())
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served() as url:
        yield url


@pytest.fixture
def open_form(chromium: Browser, address: str) -> Iterator[Open]:
    """Opens a sample form; afterwards: no script failed and no other host was asked."""
    contexts, troubles, hosts = [], [], []

    def opened(
        lang: str = "en",
        *,
        width: int = 1280,
        back: bool = False,
        form: str = "stand",
        scheme: str = "light",
        touch: bool = False,
        query: str = "",
        **change: Any,
    ) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            reduced_motion="reduce",
            has_touch=touch,
            permissions=["clipboard-read", "clipboard-write"],
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda request: hosts.append(request.url))
        state = quote(f"/state.json?lang={lang}&form={form}{'&back=1' if back else ''}")
        page.goto(f"{address}?state={state}&change={quote(json.dumps(change))}{query}")
        page.wait_for_selector("[data-ready]", state="attached")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert troubles == []
    assert [url for url in hosts if not url.startswith((address, "blob:", "data:"))] == []
