"""One arrival in a real browser: when the prose can be read, when the first control can be used, how many bytes it took."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.bench.arrivals import ANSWERED, path_of
from tests.bench.figures import Figure, absolute, compared, median, p95, told
from tests.bench.servers import Server
from tests.pictures import QUIET, browser_path

PATIENCE = 120_000
KILOBYTE, MEGABYTE = 1024, 2**20
# Looks at every frame for something that a person could see, and notes when it first did.
WATCH = """
globalThis.seen = {};
const visible = (one) => one && one.getClientRects().length > 0 && getComputedStyle(one).visibility === "visible";
const look = () => {
  for (const [name, selector] of Object.entries(%s)) {
    if (!(name in seen) && visible(document.querySelector(selector))) seen[name] = performance.now();
  }
  if (Object.keys(seen).length < 2) requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
PROSE, CONTROL = "h1, .prose h2", f"#leads-{ANSWERED} form input"


@dataclass
class Visits:
    """Milliseconds and bytes of several first visits; bytes of the visits after them."""

    prose: list[float] = field(default_factory=list)
    control: list[float] = field(default_factory=list)
    first_bytes: list[float] = field(default_factory=list)
    again_bytes: list[float] = field(default_factory=list)
    socket_bytes: list[float] = field(default_factory=list)


class Meter:
    """What a page takes from the network."""

    def __init__(self, page: Page) -> None:
        self.wire = self.socket = 0.0
        line = page.context.new_cdp_session(page)
        line.send("Network.enable")
        line.on("Network.loadingFinished", self._loaded)
        line.on("Network.webSocketFrameReceived", self._framed)

    def _loaded(self, event: dict[str, Any]) -> None:
        self.wire += event["encodedDataLength"]

    def _framed(self, event: dict[str, Any]) -> None:
        payload = event["response"]["payloadData"]
        # A binary frame is told in base64, four letters for three bytes.
        self.socket += len(payload) * (0.75 if event["response"]["opcode"] == 2 else 1)


def visits(server: Server, found: Visits) -> None:
    """Two visits of somebody new, on a server at rest."""
    server.settled()
    with _browser() as browser:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        _take_seat(context, server)
        _visit(context, server, found, first=True)
        _visit(context, server, found, first=False)


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=QUIET.split())
        yield browser
        browser.close()


def _take_seat(context: BrowserContext, server: Server) -> None:
    """Without a browser's cache: only the cookie stays with the context."""
    if not server.code:
        return
    names = context.request.get(f"{server.base}/join/{server.code}").text()
    offered = names.split('name="pseudonym" value="')[1].split('"')[0]
    form = {"pseudonym": offered, "consent": "yes", "lang": "en"}
    context.request.post(f"{server.base}/join/{server.code}", form=form, max_redirects=0)


def _visit(context: BrowserContext, server: Server, found: Visits, *, first: bool) -> None:
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    meter = Meter(page)
    page.add_init_script(WATCH % {"prose": PROSE, "control": CONTROL})
    page.goto(server.base + path_of(server), wait_until="commit")
    page.wait_for_function("globalThis.seen?.control > 0")
    seen = page.evaluate("seen")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    if first:
        found.prose.append(seen["prose"] / 1000)
        found.control.append(seen["control"] / 1000)
        found.socket_bytes.append(meter.socket / KILOBYTE)
    (found.first_bytes if first else found.again_bytes).append(meter.wire)
    page.close()


def figures(ours: Visits, plain: Visits) -> list[Figure]:
    first, again = (
        [one / unit for one in values] for values, unit in ((ours.first_bytes, MEGABYTE), (ours.again_bytes, KILOBYTE))
    )
    ratio = median(plain.prose) / median(ours.prose)
    return [
        compared(
            "one arrival in Chromium, until the first control can be used", median(ours.control), median(plain.control), 2.5
        ),
        told("the same, p95", p95(ours.control), p95(plain.control)),
        Figure(
            "one arrival in Chromium, first paint of the prose", median(ours.prose), median(plain.prose), ratio,
            "≤ 0.3 of plain", ratio >= 1 / 0.3,
        ),
        absolute("bytes on the wire, first visit", median(first), 1.8, "MB", median(plain.first_bytes) / MEGABYTE),
        absolute("bytes on the wire, second visit", median(again), 60, "KB", median(plain.again_bytes) / KILOBYTE),
        absolute("websocket bytes until usable", median(ours.socket_bytes), 400, "KB", median(plain.socket_bytes)),
    ]  # fmt: skip
