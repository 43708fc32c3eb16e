"""Claims about a row chosen from another list: what a menu sends, how it is described, and how it is told by name."""

from __future__ import annotations

from typing import Any

import pytest

from leads_kit.form import Form, Group, Line, Pick, Rows
from leads_kit.packs import load_words
from leads_kit.reports.lines import lines
from leads_kit.text import Text
from leads_kit.ui.describe import describe

SAY = load_words().say("en")
THINGS = Rows("things", Text("Things", "Choses"), fields=(Line("name", Text("Name", "Nom")),))
FROM = Pick("from", Text("From", "De"), rows="things")
LINKS = Rows("links", Text("Links", "Liens"), fields=(FROM, Pick("to", Text("To", "À"), rows="things")))
FORM = Form((Group("all", Text("All", "Tout"), (THINGS, LINKS)),))


def told(links: list[dict[str, Any]]) -> str:
    answer = {"things": [{"id": "t1", "name": "delay"}, {"id": "t2"}], "links": links}
    return dict(lines(FORM, answer, SAY))["Links"]


def test_the_id_of_a_row_is_a_choice_and_anything_else_is_a_fault() -> None:
    assert FROM.faults("t1", "from") == []
    assert [problem.word for value in (1, True, ["t1"], {}) for problem in FROM.faults(value, "from")] == [
        "form.unknown_option"
    ] * 4


def test_a_row_that_is_gone_can_be_kept_because_it_may_come_back() -> None:
    assert FORM.faults({"things": [], "links": [{"id": "l1", "from": "gone"}]}) == []


def test_a_page_is_told_which_list_and_what_its_rows_are_called_by() -> None:
    _, links = describe(FORM, SAY)["groups"][0]["fields"]
    assert [(one["type"], one["rows"], one["row_label"]) for one in links["fields"]] == [("pick", "things", "name")] * 2


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ({"from": "t1", "to": "t2"}, "delay · Number 2"),
        ({"from": "t2", "to": "t1"}, "Number 2 · delay"),
        ({"from": "gone", "to": "t1"}, "… · delay"),
        ({"to": "t1"}, "delay"),
    ],
)
def test_what_was_chosen_is_told_by_name(link: dict[str, str], expected: str) -> None:
    assert told([{"id": "l1", **link}]) == expected


def test_a_choice_from_a_list_costs_one_tap() -> None:
    assert FORM.taps({"links": [{"id": "l1", "from": "t1", "to": "t2"}]}) == 3
