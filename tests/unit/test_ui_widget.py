"""Claims about every widget: where its files come from, its words, and what a browser may not do."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import Any

import pytest

from leads_kit.text import Text, Words
from leads_kit.ui import bundle
from leads_kit.ui._widget import LeadsWidget, worded
from leads_kit.ui.chart import CHART_WORDS, ChartWidget, pictured

UI = Path(inspect.getfile(bundle)).parent
EN = Words({word: Text(word, word) for word in CHART_WORDS}).say("en")


def browser_says(one: LeadsWidget, content: Any) -> None:
    one._handle_custom_msg(content, [])


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What Python sends to the page: the comm is the edge of the world here."""
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr(LeadsWidget, "send", lambda _self, content: sent.append(content))
    return sent


def test_words_of_a_page_come_in_one_language_with_their_plurals() -> None:
    words = Words({"a": Text("an {x}", "un {x}"), "b.one": Text("1", "1"), "b.other": Text("many", "plusieurs")})
    assert worded(words.say("fr"), ("a", "b")) == {"a": "un {x}", "b.one": "1", "b.other": "plusieurs"}


def test_a_word_that_the_catalogue_lacks_is_an_error() -> None:
    with pytest.raises(KeyError):
        worded(EN, ("card.no_such_word",))


def test_a_browser_can_set_no_trait() -> None:
    one = LeadsWidget("form.js", static="/leads/static/abc", open=True)
    for trait in ("state", "news", "module", "source", "base", "_esm"):
        one.set_state({trait: {"open": False} if trait in ("state", "news") else "comm"})
    assert one.state["open"] is True
    assert (one.module, one.source, one.base) == ("form.js", "url", "/leads/static/abc/")
    assert one.writable == ()


def test_only_what_changed_is_sent_and_a_page_that_loads_later_begins_with_all_of_it() -> None:
    one, sent = LeadsWidget("form.js", static="/x", title="A long title", open=True), []
    one.observe(lambda change: sent.append(change["new"]), ["state", "news"])
    one.show(title="A long title", open=False)
    one.show(room={"sentence": "All agree."})
    assert [{key: value for key, value in news.items() if key != "now"} for news in sent] == [
        {"open": False, "at": 1},
        {"room": {"sentence": "All agree."}, "at": 2},
    ]
    began = one.get_state("state")["state"]
    assert (began["title"], began["open"], began["room"], began["at"]) == (
        "A long title", False, {"sentence": "All agree."}, 2,
    )  # fmt: skip


def test_a_page_that_missed_a_change_is_sent_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    one, sent = LeadsWidget("form.js", static="/x", open=True), []
    monkeypatch.setattr(one, "send_state", sent.append)
    browser_says(one, {"kind": "whole"})
    assert (sent, one.ignored) == (["state"], 0)


def test_half_a_character_from_a_browser_becomes_one_that_can_be_kept() -> None:
    one, heard = LeadsWidget("form.js", static="/x"), []
    one.hears("answer", lambda content: bool(heard.append(content)) or True)
    browser_says(one, {"kind": "answer", "answer": {"step": "a\ud83e", "why\udd89": ["🦉"]}})
    assert heard == [{"kind": "answer", "answer": {"step": "a?", "why?": ["🦉"]}}]


def test_files_come_from_the_server_where_one_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEADS_STATIC", "/leads/static/123")
    one = ChartWidget(None, EN)
    assert (one.source, one.base, one.module) == ("url", "/leads/static/123/", "chart.js")


def test_files_come_over_the_comm_elsewhere(monkeypatch: pytest.MonkeyPatch, said: list[dict[str, Any]]) -> None:
    monkeypatch.delenv("LEADS_STATIC", raising=False)
    one = ChartWidget(None, EN)
    browser_says(one, {"kind": "want", "files": ["dom.js", "theme.css"]})
    assert (one.source, one.base) == ("comm", bundle.digest())
    assert said == [
        {"kind": "files", "files": {name: (UI / name).read_text("utf-8") for name in ("dom.js", "theme.css")}}
    ]


def test_every_widget_carries_the_same_small_loader() -> None:
    loader = LeadsWidget("form.js").get_state("_esm")["_esm"]
    assert loader == ChartWidget(None, EN).get_state("_esm")["_esm"] == (UI / "loader.js").read_text("utf-8")
    assert len(loader) < 1700


def test_no_picture_is_no_picture() -> None:
    assert pictured(None) is None


def test_the_digest_changes_with_any_byte_of_any_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "built").mkdir()
    for name in ("a.js", "b.css", "built/vega.js", "loader.js", "secret.py"):
        (tmp_path / name).write_text(name)
    monkeypatch.setattr(bundle, "HERE", tmp_path)
    assert set(bundle.static_files()) == {"a.js", "b.css", "vega.js"}
    first = bundle.digest()
    (tmp_path / "secret.py").write_text("changed")
    assert bundle.digest() == first
    (tmp_path / "b.css").write_text("c.css, changed")
    assert bundle.digest() != first


def test_our_javascript_and_style_name_no_other_host() -> None:
    ours = [*UI.glob("*.js"), *UI.glob("*.css")]
    assert len(ours) > 8
    for path in ours:
        assert not re.findall(
            r"(?:https?:)?//[\w-]+\.\w", re.sub(r"^\s*//.*$", "", path.read_text("utf-8"), flags=re.MULTILINE)
        ), path.name


def test_the_javascript_makes_no_markup_from_text() -> None:
    for path in UI.glob("*.js"):
        assert not re.findall(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(", path.read_text("utf-8")
        ), path.name


def outermost(selector: str) -> str:
    """A selector without what stands in brackets."""
    while "(" in selector:
        selector = re.sub(r"\([^()]*\)", "", selector)
    return selector


def test_every_rule_of_the_theme_stays_under_leads() -> None:
    style = re.sub(r"/\*.*?\*/", "", (UI / "theme.css").read_text("utf-8"), flags=re.DOTALL)
    selectors = [one.strip() for one in re.findall(r"(?:^|[{};])\s*([^{};@]+)\{", style)]
    assert len(selectors) > 80
    for selector in selectors:
        for one in outermost(selector).split(","):
            assert re.match(r"\.leads(-page|-wall)?\b", one.strip()), selector
