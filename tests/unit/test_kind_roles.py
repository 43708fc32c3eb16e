"""Claims about the role grid of a table: what is open is named by its task, one question is asked, and nobody is at fault."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from leads_kit.analysis.duties import Duties
from leads_kit.kinds import Picture, kind_of
from leads_kit.model import Exercise, Note, Pack, Tier
from leads_kit.text import LANGS, Lang

Rows = Mapping[str, str]


@pytest.fixture
def roles(pack: Pack) -> Exercise:
    return pack.exercises["eo4-roles"]


def duties(people: str, **tasks: str) -> Duties:
    """Each task's marks as digits in the order of people, 0 for none: `duties("ab", phone="40")`."""
    marks = {
        task: {one: int(mark) for one, mark in zip(people, given, strict=True) if mark != "0"}
        for task, given in tasks.items()
    }
    return Duties(tuple(tasks), tuple(people), marks)


def grid(people: tuple[str, ...], work: str = "", first: str = "", **tasks: str) -> dict[str, Any]:
    """An answer; a task's id and name are one, people get the ids p0, p1 …"""
    marks = {
        task: {f"p{at}": int(mark) for at, mark in enumerate(given) if mark != "0"} for task, given in tasks.items()
    }
    return {
        "work": work,
        "tasks": [{"id": task, "name": task} for task in tasks],
        "people": [{"id": f"p{at}", "name": name} for at, name in enumerate(people)],
        "marks": {task: given for task, given in marks.items() if given},
        "first": first,
    }


def told(pack: Pack, roles: Exercise, answer: Mapping[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(roles).feedback(roles, answer, pack.words.say(lang)))


def drawn(pack: Pack, roles: Exercise, answer: Mapping[str, Any], lang: Lang = "en") -> Picture:
    picture = kind_of(roles).own_picture(roles, answer, pack.words.say(lang))
    assert picture is not None
    return picture


def texts(picture: Picture) -> list[str]:
    return [row["text"] for rows in picture.spec["datasets"].values() for row in rows if "text" in row]


def test_a_task_is_clear_with_one_who_decides_and_somebody_who_works_on_it() -> None:
    found = duties("ab", split="43", alone="05", two="45", none="33", idle="42", empty="00")
    assert found.clear == ["split", "alone"]
    assert found.contested == ["two"]
    assert found.undecided == ["none"]
    assert found.undone == ["idle"]
    assert found.unmarked == ["empty"]


def test_being_told_or_asked_decides_and_does_nothing() -> None:
    found = duties("ab", task="12")
    assert (found.deciders("task"), found.doers("task"), found.carried("b")) == ([], [], [])


@pytest.mark.parametrize(
    ("tasks", "loaded"),
    [
        ({"a": "50", "b": "30", "c": "43", "d": "03"}, ["x"]),
        ({"a": "50", "b": "30", "c": "03", "d": "03"}, []),
        ({"a": "50", "b": "50", "c": "50"}, []),
        ({"a": "50", "b": "50", "c": "50", "d": "50", "e": "00"}, ["x"]),
    ],
)
def test_whoever_has_all_or_all_but_one_of_four_or_more_tasks_has_nearly_all(
    tasks: dict[str, str], loaded: list[str]
) -> None:
    assert duties("xy", **tasks).loaded == loaded


def test_somebody_alone_on_a_grid_has_nobody_to_share_with() -> None:
    assert duties("x", a="5", b="5", c="5", d="5").loaded == []


def test_the_table_fills_it_in_together_and_only_one_line_is_for_the_room(pack: Pack, roles: Exercise) -> None:
    kind = kind_of(roles)
    tiers = {field: part.tier for part in kind.parts(roles) for field in part.fields}
    assert kind.unit == "table"
    assert {field for field, tier in tiers.items() if tier is Tier.SHARED} == {"first"}
    assert {tier for field, tier in tiers.items() if field != "first"} == {Tier.TABLE}
    assert kind.notes(roles, "first", {"first": "  who decides "}) == (Note("first", "who decides"),)
    assert kind.notes(roles, "first", {"first": "  "}) == kind.notes(roles, "first", {}) == ()


def test_every_part_in_a_task_has_a_letter_on_its_mark_and_a_meaning_beside_it(pack: Pack, roles: Exercise) -> None:
    grid_ = next(one for one in kind_of(roles).form(roles, pack.words).fields if one.id == "marks")
    assert {mark: text.en for mark, text in grid_.signs.items()} == {1: "T", 2: "A", 3: "W", 4: "D", 5: "DW"}  # type: ignore[attr-defined]
    assert grid_.anchors[4].fr == "décide"  # type: ignore[attr-defined]
    assert grid_.faults({"a": {"p": 0}}, "marks")
    assert grid_.faults({"a": {"p": 6}}, "marks")
    assert grid_.faults({"a": {"p": 5}}, "marks") == []


def test_the_short_form_stays_within_forty_taps_however_full_it_is(pack: Pack, roles: Exercise) -> None:
    answer = grid(tuple("abcde"), **dict.fromkeys(("t1", "t2", "t3", "t4", "t5"), "11111"))
    form = kind_of(roles).form(roles, pack.words)
    lists = {one.id: one.short_most for one in form.fields if one.type == "rows"}  # type: ignore[attr-defined]
    assert lists == {"tasks": 5, "people": 5}
    assert form.taps(answer) == 35


def test_what_is_open_is_told_with_the_names_of_tasks_and_people(pack: Pack, roles: Exercise) -> None:
    text = told(
        pack, roles, grid(("Ana", "R. B."), "the fair", invite="44", food="33", door="42", hall="53", late="00")
    )
    assert "You are looking at “the fair”." in text
    assert "Of the 4 tasks you marked, 1 has exactly one who decides" in text
    assert "On “invite” more than one decides (Ana and R. B.)." in text
    assert "Nobody decides on “food”." in text
    assert "“door” is decided (Ana), and nobody works on it." in text
    assert "Not marked for anybody yet: “late”." in text
    assert "For 4 of 4 tasks, Ana works or decides." in text
    assert "“hall”" not in text


def test_a_task_on_which_two_decide_and_nobody_works_is_told_once(pack: Pack, roles: Exercise) -> None:
    text = told(pack, roles, grid(("Ana", "Bo"), lease="44"))
    assert "On “lease” more than one decides" in text
    assert "nobody works on it" not in text


def test_many_tasks_of_one_sort_are_not_told_one_by_one(pack: Pack, roles: Exercise) -> None:
    text = told(pack, roles, grid(("Ana", "Bo"), a="44", b="44", c="44", d="44"))
    assert text.count("more than one decides") == 2
    assert "So it is with “c” and “d”." in text


@pytest.mark.parametrize(
    ("tasks", "asked"),
    [
        ({"a": "44", "b": "33"}, "last word on “a”"),
        ({"a": "42", "b": "33"}, "if “b” waited a month"),
        ({"a": "42", "b": "53"}, "whose hands is it in"),
        ({"a": "50", "b": "50", "c": "50", "d": "50"}, "if Ana were away"),
        ({"a": "50", "b": "00"}, "Does “b” belong to nobody"),
        ({"a": "50", "b": "05"}, "fill in “a” the same way"),
    ],
)
def test_one_question_is_asked_about_what_costs_most(
    pack: Pack, roles: Exercise, tasks: dict[str, str], asked: str
) -> None:
    text = told(pack, roles, grid(("Ana", "Bo"), **tasks))
    assert asked in text
    assert text.count("?") == 1


def test_a_grid_that_is_all_clear_is_told_so(pack: Pack, roles: Exercise) -> None:
    text = told(pack, roles, grid(("Ana", "Bo"), a="50", b="43"))
    assert "Each of the 2 tasks you marked has one who decides" in text
    assert "one task you marked has one who decides" in told(pack, roles, grid(("Ana",), a="5"))
    assert "something is still open" in told(pack, roles, grid(("Ana", "Bo"), a="44"))


def test_before_the_first_mark_there_is_a_next_step_and_no_picture(pack: Pack, roles: Exercise) -> None:
    for answer in ({}, grid(("Ana",), a="0"), {"marks": {"gone": {"p0": 4}}}, grid((), a="4")):
        assert kind_of(roles).own_picture(roles, answer, pack.words.say("en")) is None
    assert "Begin with the one that was done twice" in told(pack, roles, {})
    assert "So far: “a”." in told(pack, roles, grid(("Ana",), a="0"))


def test_marks_of_rows_that_are_gone_or_have_no_name_yet_count_for_nothing(pack: Pack, roles: Exercise) -> None:
    answer = grid(("Ana", "Bo"), a="50")
    answer["marks"]["a"]["gone"] = 4
    answer["marks"]["b"] = {"p0": 4}
    answer["people"][1]["name"] = "  "
    picture = drawn(pack, roles, answer)
    assert picture.table.columns == ("Task", "What is open", "Ana")
    assert picture.table.rows == (("a", "nothing", "decides and works"),)


def test_the_picture_has_letters_on_shapes_and_its_table_the_words(pack: Pack, roles: Exercise) -> None:
    picture = drawn(pack, roles, grid(("Ana", "Bo", "Cy", "Di"), hall="5321", food="3300"))
    assert {"DW", "W", "A", "T", "1", "4", "1 = Ana", "4 = Di"} <= set(texts(picture))
    shapes = {layer["mark"]["shape"] for layer in picture.spec["layer"] if layer["mark"]["type"] == "point"}
    assert shapes == {"circle", "square", "diamond"}
    assert picture.table.rows == (
        ("hall", "nothing", "decides and works", "works on it", "is asked first", "is told"),
        ("food", "nobody decides", "works on it", "works on it", "–", "–"),
    )
    assert picture.sentence.startswith("1 of 2 marked tasks are clear")
    assert "DR" in texts(drawn(pack, roles, grid(("Ana",), hall="5"), "fr"))


@pytest.mark.parametrize("lang", LANGS)
def test_what_comes_first_is_told_back_and_no_word_blames_anybody(pack: Pack, roles: Exercise, lang: Lang) -> None:
    text = told(pack, roles, grid(("Ana", "Bo"), first="who may say no.", a="44", b="33", c="42", d="00"), lang)
    quote = "“who may say no”" if lang == "en" else "«\u00a0who may say no\u00a0»"
    assert quote in text
    assert not {"wrong", "mistake", "fault", "erreur", "faute", "bad"} & set(text.lower().split())
