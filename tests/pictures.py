"""Pictures to look at: every kind's feedback and charts for no, one, twelve and thirty answers, as pages really draw them.

`python -m tests.pictures [FOLDER [KIND …]]` (`make pictures`) writes one sheet for each kind, language and look: a phone in
light and in dark, a page, the wall. They are drawn by the kit's own chart.js, wall.js, theme and Vega bundle in Chromium, on
this machine only.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

import leads_kit
from leads_kit.kinds import Picture, all_kinds, kind_of
from leads_kit.model import Exercise, Pack
from leads_kit.packs import load_pack
from leads_kit.room import shares_figures
from leads_kit.text import LANGS, Lang, Say
from leads_kit.ui import bundle
from leads_kit.ui._widget import worded
from leads_kit.ui.chart import CHART_WORDS, pictured
from leads_kit.ui.place import Address
from leads_kit.ui.wall import WALL_WORDS
from tests.cases import MIN_GROUP, example, many, released

NOTE = Path(__file__).parents[1] / ".venv" / ".leads-browser"
SERVER = Path(leads_kit.__file__).parent / "server"
QUIET = (
    "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update "
    "--disable-sync --no-first-run --disable-quic"
)
TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html", ".json": "application/json"}
ROOMS = (0, 1, 7, 12, 30)
PAGE = """<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><link rel="stylesheet" href="/theme.css">
<style>
body main { max-width: none !important; padding: 16px !important }
.sheet { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start } .sheet section { margin: 0; flex: none }
</style>
<body class="leads leads-page"><main class="sheet"></main><script type="module">
import { draw } from "/chart.js";
const { lang, open, width, words, cases } = await (await fetch("/state.json")).json(), main = document.querySelector("main");
document.documentElement.lang = lang;
for (const one of cases) {
  const card = document.createElement("section"), name = document.createElement("h2"), slot = document.createElement("div");
  card.className = "card"; card.style.width = `${width}px`; name.textContent = one.name; card.append(name);
  for (const text of one.feedback) { const p = document.createElement("p"); p.textContent = text; card.append(p); }
  card.append(slot); main.append(card);
  await draw(slot, one.picture, words, { lang, open });
}
document.body.dataset.done = "1";
</script>"""


@dataclass(frozen=True)
class Look:
    """A place where pictures are seen: how wide a card is there, and how many of them lie side by side on the sheet."""

    name: str
    card: int
    across: int
    scheme: Literal["light", "dark"] = "light"
    wall: bool = False
    tables: bool = False

    @property
    def width(self) -> int:
        return self.across * (self.card + 16) + 32


WALL_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Wall</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/theme.css"><link rel="stylesheet" href="/pages.css">
<body class="leads leads-page leads-notebook leads-wall"><p class="ribbon"></p><main id="notebook" data-role="wall"></main>
<script type="module">
import { render } from "/wall.js";
const { lang, ribbon, cases } = await (await fetch("/state.json")).json();
const { wall } = cases[new URLSearchParams(location.search).get("at")];
document.documentElement.lang = lang;
document.querySelector(".ribbon").textContent = ribbon;
const model = { get: () => wall, on: () => {}, off: () => {} }, el = document.createElement("div");
document.querySelector("main").append(el);
render({ model, el });
const drawn = () => !wall.step.picture || document.querySelector(".drawn svg");
for (let turn = 0; turn < 200 && !drawn(); turn += 1) await new Promise((done) => setTimeout(done, 50));
document.body.dataset.done = "1";
</script>"""
WALLS_PAGE = """<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><style>
body { margin: 0; background: #555 } iframe { display: block; border: 0; width: 1280px; height: 720px; margin: 8px auto }
</style><body><script type="module">
const { cases } = await (await fetch("/state.json")).json();
for (const [at] of cases.entries()) {
  const frame = document.createElement("iframe");
  frame.src = `/wall?at=${at}`;
  document.body.append(frame);
  while (!frame.contentDocument?.body?.dataset.done) await new Promise((done) => setTimeout(done, 50));
}
document.body.dataset.done = "1";
</script>"""


LOOKS = (
    Look("phone", 358, 4),
    Look("phone-dark", 358, 4, "dark"),
    Look("page", 704, 2, tables=True),
    Look("wall", 1280, 1, "dark", wall=True),
)


def cases(kind: str, pack: Pack, say: Say, wall: bool) -> Iterator[dict[str, Any]]:
    """Feedback and picture of each example for its author (never on the wall); then what rooms of several sizes see."""
    shown = example(kind, pack)
    made = kind_of(shown.exercise)
    if not wall:
        for name, answer in {"nothing": {}, **shown.answers, **shown.hostile}.items():
            kept = made.form(shown.exercise, pack.words).kept(answer)
            told = made.feedback(shown.exercise, kept, say)
            yield _case(name, told, made.own_picture(shown.exercise, kept, say))
    for count in ROOMS if shares_figures(shown.exercise) else ():
        release = released(shown.exercise, many(shown.exercise, count))
        why = release.withheld.get("*")
        told = (say(why, min_group=MIN_GROUP),) if why and not release.figures else ()
        case = _case(f"room of {count}", told, made.room_picture(shown.exercise, release, say))
        yield case | {"wall": _wall(shown.exercise, case, count, say)}


def sheets(folder: Path, kinds: Sequence[str] = ()) -> list[Path]:
    """Draw the sheets of all kinds, or of some; the paths of what was written."""
    pack, state = load_pack(), {"": {}}
    folder.mkdir(parents=True, exist_ok=True)
    with served(state) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=QUIET.split())
        jobs = [(kind, lang, look) for kind in kinds or all_kinds() for lang in LANGS for look in LOOKS]
        return [_sheet(browser, address, state, folder, pack, *job) for job in jobs]


@contextmanager
def served(state: dict[str, Any]) -> Iterator[str]:
    """The kit's static files, the page and the current state on a free port of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, state))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def _sheet(
    browser: Browser, address: str, state: dict[str, Any], folder: Path, pack: Pack, kind: str, lang: Lang, look: Look
) -> Path:
    say = pack.words.say(lang)
    told = list(cases(kind, pack, say, look.wall))
    state[""] = {
        "lang": lang,
        "ribbon": say("page.demo"),
        "open": look.tables,
        "width": look.card,
        "words": worded(say, CHART_WORDS),
        "cases": told,
    }
    troubles: list[str] = []
    page = browser.new_page(viewport={"width": look.width, "height": 900}, color_scheme=look.scheme)
    page.on("console", lambda said: said.type in ("warning", "error") and troubles.append(said.text))
    page.goto(f"{address}walls" if look.wall else address)
    page.wait_for_selector("body[data-done]", state="attached", timeout=60_000)
    target = folder / f"{kind}-{lang}-{look.name}.png"
    page.screenshot(path=target, full_page=True)
    page.close()
    if troubles:
        raise RuntimeError(f"{target.name}: {troubles}")
    return target


def _case(name: str, feedback: tuple[str, ...], picture: Picture | None) -> dict[str, Any]:
    return {"name": name, "feedback": feedback, "picture": pictured(picture)}


def _wall(exercise: Exercise, case: dict[str, Any], here: int, say: Say) -> dict[str, Any]:
    """The wall's own state, with this case shown."""
    step = {
        "key": case["name"],
        "title": say.text(exercise.title),
        "state": "shown",
        "exercise": True,
        "question": say.text(exercise.intro),
        "picture": case["picture"],
        "withheld": " ".join(case["feedback"]),
    }
    room = {**Address("http://127.0.0.1:8866", "K7M4QX").state(), "name": "spring", "demo": True, "closed": False}
    now = dt.datetime.now(dt.UTC).isoformat()
    words = worded(say, WALL_WORDS)
    return {"lang": say.lang, "words": words, "now": now, "room": room, "here": here, "step": step}


def browser_path() -> str:
    return NOTE.read_text("utf-8").strip() if NOTE.is_file() else "/usr/bin/chromium"


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, state: dict[str, Any], *args: Any) -> None:
        self._state = state
        super().__init__(*args)

    def do_GET(self) -> None:
        name = urlsplit(self.path).path.strip("/")
        files = bundle.static_files() | {"pages.css": SERVER / "pages.css"}
        pages = {"": PAGE, "walls": WALLS_PAGE, "wall": WALL_PAGE}
        if name in pages:
            self._send(pages[name].encode(), ".html")
        elif name == "state.json":
            self._send(json.dumps(self._state[""]).encode(), ".json")
        elif name in files:
            self._send(files[name].read_bytes(), files[name].suffix)
        else:
            self.send_error(404)

    def log_message(self, *_: Any) -> None:
        pass

    def _send(self, body: bytes, suffix: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", TYPES[suffix])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    for written in sheets(Path(sys.argv[1] if len(sys.argv) > 1 else "build/pictures"), sys.argv[2:]):
        sys.stdout.write(f"{written}\n")
