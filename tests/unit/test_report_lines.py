"""Claims about an answer told in lines: every value is there, by names rather than ids, in the reader's language."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from leads_kit.form import Choice, Field, Form, Grid, Group, Line, Option, Rows, Scale, Tick
from leads_kit.packs import load_words
from leads_kit.reports.lines import lines
from leads_kit.text import Lang, Text

EVIL = "<b>x</b>\u202eאב 🙂"
NEEDS = Rows(
    "needs",
    Text("Needs", "Besoins"),
    fields=(Choice("need", Text("Need", "Besoin"), options=(Option("care", Text("home care", "soins à domicile")),)),),
)
PEOPLE = Rows(
    "people",
    Text("People", "Gens"),
    fields=(
        Line("name", Text("Name", "Nom")),
        Scale("stance", Text("Stance", "Position"), low=-2, high=2),
        Scale("power", Text("How much?", "Combien\u202f?"), low=0, high=10),
        Tick("asked", Text("Asked", "Demandé")),
    ),
)
HELPS = Grid(
    "helps",
    Text("Who helps", "Qui aide"),
    rows="needs",
    columns="people",
    own=(Option("me", Text("me", "moi")),),
    row_label="need",
)
ANSWER = {
    "needs": [{"id": "n1", "need": "care"}, {"id": "n2"}],
    "people": [{"id": "p1", "name": "R. B.", "stance": -1, "power": 3, "asked": True}],
    "helps": {"n2": {"me": 0}, "n1": {"p1": 3, "me": 2}},
}


def told(field: Field, answer: dict[str, Any], lang: Lang = "en") -> str:
    form = Form((Group("all", Text("All", "Tout"), (NEEDS, PEOPLE, HELPS)),))
    return dict(lines(form, answer, load_words().say(lang)))[load_words().say(lang).text(field.label)]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "home care: me 2 of 3, R. B. 3 of 3\nNumber 2: me 0 of 3"),
        ("fr", "soins à domicile\u00a0: moi 2 sur 3, R. B. 3 sur 3\nNuméro 2\u00a0: moi 0 sur 3"),
    ],
)
def test_a_grid_is_told_row_by_row_in_the_order_of_its_lists(lang: Lang, expected: str) -> None:
    assert told(HELPS, ANSWER, lang) == expected


def test_a_grid_of_sorts_is_told_by_what_its_signs_mean() -> None:
    sorts = {2: Text("is asked", "est consulté"), 3: Text("decides", "décide")}
    signs = {2: Text("A", "C"), 3: Text("D", "D")}
    for grid, first in (
        (replace(HELPS, anchors=sorts, signs=signs), "home care: me is asked, R. B. decides"),
        (replace(HELPS, anchors=sorts), "home care: me 2 of 3, R. B. 3 of 3"),
    ):
        form = Form((Group("all", Text("All", "Tout"), (NEEDS, PEOPLE, grid)),))
        assert dict(lines(form, ANSWER, load_words().say("en")))["Who helps"].startswith(first)


def test_a_mark_of_a_row_that_is_gone_is_told_all_the_same() -> None:
    assert told(HELPS, {"helps": {"n9": {"me": 1, "p9": 3}}}) == "…: me 1 of 3, … 3 of 3"


def test_a_grid_without_a_mark_is_no_line() -> None:
    with pytest.raises(KeyError):
        told(HELPS, ANSWER | {"helps": {"n1": {}}})


def test_marks_and_ticks_of_a_row_are_told_with_their_labels_and_signs() -> None:
    assert told(PEOPLE, ANSWER) == "R. B. · Stance: −1 (−2 to +2) · How much? 3 of 10 · Asked: yes"


@pytest.mark.parametrize(("value", "expected"), [(-2, "−2 (−2 to +2)"), (0, "0 (−2 to +2)"), (2, "+2 (−2 to +2)")])
def test_a_scale_with_both_signs_shows_them(value: int, expected: str) -> None:
    assert told(PEOPLE, {"people": [{"id": "p1", "stance": value}]}) == f"Stance: {expected}"


def test_what_people_typed_stays_as_it_was() -> None:
    answer = ANSWER | {"people": [{"id": "p1", "name": EVIL}]}
    assert told(PEOPLE, answer) == EVIL
    assert f"{EVIL} 3 of 3" in told(HELPS, answer)


def test_a_row_with_nothing_in_it_is_still_a_row() -> None:
    assert told(NEEDS, ANSWER) == "home care\n…"
