"""Claims about what Python gives a form's page and takes from it; the page itself is in tests/browser."""

from __future__ import annotations

from typing import Any

import pytest

from leads_kit.form import Form, Group, Scale
from leads_kit.text import Text, Words
from leads_kit.ui._widget import LeadsWidget
from leads_kit.ui.form import FORM_WORDS, FormWidget

WORDS = Words({word: Text(f"{word} en", f"{word} fr") for word in FORM_WORDS})
EN, FR = WORDS.say("en"), WORDS.say("fr")
FORM = Form((Group("all", Text("All", "Tout"), (Scale("mark", Text("Mark", "Note")),)),))


def widget(**state: Any) -> FormWidget:
    return FormWidget(FORM, EN, key="k", static="/leads/static/abc", title="t", **state)


def browser_says(one: LeadsWidget, content: Any) -> None:
    one._handle_custom_msg(content, [])


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What Python sends to the page: the comm is the edge of the world here."""
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr(LeadsWidget, "send", lambda _self, content: sent.append(content))
    return sent


def test_an_answer_from_the_page_reaches_the_callback() -> None:
    heard: list[Any] = []
    one = widget()
    one.on_answer(lambda answer, n, _base: heard.append((answer, n)))
    browser_says(one, {"kind": "answer", "answer": {"mark": 3}, "n": 1})
    assert heard == [({"mark": 3}, 1)]
    assert one.ignored == 0


@pytest.mark.parametrize(
    "content",
    [
        None,
        "answer",
        [],
        {},
        {"kind": None},
        {"kind": ["answer"]},
        {"kind": "run", "code": "1/0"},
        {"kind": "answer"},
        {"kind": "answer", "answer": [], "n": 1},
        {"kind": "answer", "answer": {}, "n": 0},
        {"kind": "answer", "answer": {}, "n": True},
        {"kind": "answer", "answer": {}, "n": "1"},
        {"kind": "answer", "answer": {}, "n": 2**40},
        {"kind": "answer", "answer": {"mark": "x" * 300_000}, "n": 1},
        {"kind": "answer", "answer": {"mark": [[[[[[[1]]]]]]]}, "n": 1},
        {"kind": "answer", "answer": {str(i): 1 for i in range(40_000)}, "n": 1},
        {"kind": "offer", "part": "mark", "ticked": True},
        {"kind": "offer", "part": "size", "ticked": 1},
        {"kind": "offer", "part": ["size"], "ticked": True},
        {"kind": "want", "files": "form.js"},
        {"kind": "want", "files": ["../_widget.py"]},
        {"kind": "want", "files": ["form.js"] * 100},
    ],
    ids=lambda content: str(content)[:40],
)
def test_a_message_of_a_wrong_shape_is_counted_and_touches_nothing(content: Any, said: list[dict[str, Any]]) -> None:
    heard: list[Any] = []
    one = widget(offers=[{"id": "size", "ticked": False}])
    one.on_answer(lambda answer, n, _base: heard.append((answer, n)))
    one.on_offer(lambda part, ticked: heard.append((part, ticked)))
    before = dict(one.state)
    browser_says(one, content)
    assert (heard, said, one.state, one.ignored) == ([], [], before, 1)


def test_an_answer_of_endless_depth_is_counted_without_an_exception() -> None:
    deep: Any = "x"
    for _ in range(5000):
        deep = [deep]
    heard: list[int] = []
    one = widget()
    one.on_answer(lambda _answer, n, _base: heard.append(n))
    browser_says(one, {"kind": "answer", "answer": {"mark": deep}, "n": 1})
    assert (len(heard), one.ignored) == (0, 1)


def test_taps_reach_their_callbacks_and_only_theirs() -> None:
    heard: list[Any] = []
    one = widget(offers=[{"id": "size", "ticked": False}])
    one.on_finish(lambda: heard.append("finish"))
    one.on_decline(lambda: heard.append("decline"))
    one.on_resume(lambda: heard.append("resume"))
    one.on_offer(lambda part, ticked: heard.append((part, ticked)))
    for content in (
        {"kind": "finish"},
        {"kind": "decline"},
        {"kind": "resume"},
        {"kind": "offer", "part": "size", "ticked": True},
    ):
        browser_says(one, content)
    assert heard == ["finish", "decline", "resume", ("size", True)]


def test_saved_refused_and_theirs_travel_as_messages(said: list[dict[str, Any]]) -> None:
    one = widget()
    one.saved(3, [{"field": "mark", "text": "too high"}])
    one.refused(4, "the disk is full")
    one.theirs({"mark": 1}, 5)
    assert said == [
        {"kind": "saved", "n": 3, "problems": [{"field": "mark", "text": "too high"}]},
        {"kind": "refused", "n": 4, "text": "the disk is full"},
        {"kind": "theirs", "answer": {"mark": 1}, "n": 5},
    ]


def test_a_page_that_loads_later_begins_with_the_remembered_answer() -> None:
    one = widget(answer={}, n=0)
    one.remember({"mark": 4}, 7)
    assert one.get_state("state")["state"]["answer"] == {"mark": 4}
    assert one.get_state("state")["state"]["n"] == 7


def test_nothing_is_offered_unless_something_was_written_before() -> None:
    assert widget().state["suggestions"] == {}
    assert widget(suggestions={"people": ["R. B."]}).state["suggestions"] == {"people": ["R. B."]}


def test_a_change_keeps_the_rest_of_the_state_and_stamps_the_server_s_time() -> None:
    one = widget()
    first = one.state["now"]
    one.show(progress="done")
    assert (one.state["progress"], one.state["title"]) == ("done", "t")
    assert one.state["now"] > first


def test_another_language_rewords_form_and_chrome() -> None:
    one = widget(answer={"mark": 2})
    one.reword(FORM, FR, title="titre")
    assert one.state["form"]["groups"][0]["title"] == "Tout"
    assert one.state["words"]["card.saved"] == "card.saved fr"
    assert (one.state["lang"], one.state["title"], one.state["answer"]) == ("fr", "titre", {"mark": 2})
