"""A small server for one form on one page: the kit's real files, a sample, a stand-in kernel (harness.js)."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from form_page.forms import helpers, stand, texts

from leads_kit.text import Lang, Words
from leads_kit.ui import bundle
from leads_kit.ui._widget import worded
from leads_kit.ui.describe import describe
from leads_kit.ui.form import FORM_WORDS

HERE = Path(__file__).parent
CARD_WORDS = HERE.parents[2] / "data" / "words" / "card.yaml"
STATIC = "/leads/static/test/"
TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html", ".json": "application/json"}


def picture(lang: Lang) -> dict[str, Any]:
    t = texts()
    values = [{"what": t[key].of(lang), "mark": mark} for key, mark in (("partners", 3.5), ("knowledge", 2.0))]
    spec = {
        "data": {"values": values},
        "mark": {"type": "point", "filled": True, "size": 140, "color": "var(--develop-coalitions)"},
        "width": "container",
        "height": {"step": 40},
        "description": t["sentence"].of(lang),
        "encoding": {
            "y": {"field": "what", "type": "nominal", "title": None, "axis": {"labelLimit": 150}},
            "x": {
                "field": "mark",
                "type": "quantitative",
                "title": t["marks"].of(lang),
                "scale": {"domain": [1, 5]},
                "axis": {"values": [1, 1.5, 3, 5], "format": ".1f"},
            },
        },
    }
    rows = [[value["what"], str(value["mark"])] for value in values]
    table = {"columns": [t["column"].of(lang), t["marks"].of(lang)], "rows": rows}
    return {"spec": spec, "sentence": t["sentence"].of(lang), "table": table}


def sample_state(lang: Lang = "en", back: bool = False) -> dict[str, Any]:
    """The state of the sample card as Python would send it; `back` with feedback, pictures and an offer."""
    t, say = texts(), Words(texts(CARD_WORDS)).say(lang)
    private = {"id": "plan", "fields": ["step", "why", "when", "remind", "often", "contacts", "knows"]}
    state: dict[str, Any] = {
        "key": "room/seat/sample/1",
        "lang": lang,
        "words": worded(say, FORM_WORDS),
        "title": t["title"].of(lang),
        "intro": t["intro"].of(lang),
        "minutes": 10,
        "mark": "develop-coalitions",
        "form": describe(stand(), say),
        "parts": [
            {
                "id": "marks",
                "fields": ["partners", "knowledge", "picks"],
                "strip": t["strip_group"].of(lang),
                "icon": "◐",
            },
            private | {"strip": t["strip_private"].of(lang), "icon": "●"},
        ],
        "answer": {},
        "n": 0,
        "open": True,
        "progress": None,
        "now": "2026-01-01T00:00:00+00:00",
    }
    if back:
        offer = {
            "id": "size",
            "preview": [t["preview"].of(lang)],
            "ticked": False,
            "strip": t["strip_group"].of(lang),
            "icon": "◐",
        }
        state |= {
            "feedback": [t["says"].of(lang)],
            "picture": picture(lang),
            "room": json.dumps(picture(lang)),
            "offers": [offer],
        }
    return state


def helpers_state(lang: Lang = "en") -> dict[str, Any]:
    """The second exercise, with what the person wrote before."""
    t = texts()
    fields = ["goal", "sure", "change", "strong", "needs", "people", "help"]
    part = {"id": "map", "fields": fields, "strip": t["strip_private"].of(lang), "icon": "●"}
    return sample_state(lang) | {
        "key": "room/seat/helpers/1",
        "title": t["map_title"].of(lang),
        "intro": t["map_intro"].of(lang),
        "form": describe(helpers(), Words(texts(CARD_WORDS)).say(lang)),
        "parts": [part],
        "suggestions": {"people": ["R. B.", "Noor", "The clinic lead", "Ana"], "goal": [t["sentence"].of(lang)]},
    }


class _Handler(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        url = urlsplit(self.path)
        asked = {key: values[0] for key, values in parse_qs(url.query).items()}
        if url.path == "/state.json":
            lang: Lang = "fr" if asked.get("lang") == "fr" else "en"
            state = helpers_state(lang) if asked.get("form") == "helpers" else sample_state(lang, "back" in asked)
            self._give(json.dumps(state).encode(), ".json")
            return
        files = bundle.static_files() | {"loader.js": bundle.HERE / "loader.js"}
        path = (
            files.get(url.path.removeprefix(STATIC))
            if url.path.startswith(STATIC)
            else HERE / (url.path[1:] or "index.html")
        )
        if path is None or not path.is_file():
            self.send_error(404)
            return
        self._give(path.read_bytes(), path.suffix)

    def _give(self, content: bytes, suffix: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", f"{TYPES[suffix]}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        """Quiet."""


@contextmanager
def served() -> Iterator[str]:
    """The address of the page, on this machine only."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(HERE)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
