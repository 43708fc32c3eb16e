"""Claims about causal loops: what comes back is told in the table's words, and what does not come back is asked for."""

from __future__ import annotations

from typing import Any

import pytest

from leads_kit.kinds import kind_of
from leads_kit.model import Exercise, Pack, Tier
from leads_kit.text import Lang

DEPTHS = {"event": "a queue", "pattern": "every Monday", "structure": "four signatures", "belief": "paper is safe"}


@pytest.fixture
def loops(pack: Pack) -> Exercise:
    return pack.exercises["st1-loops"]


def answer(names: str, *links: str, **more: Any) -> dict[str, Any]:
    """Things by letter; links as `a+b`, `a-b`, with a stroke behind where slow."""
    things = [{"id": one, "name": f"thing {one}"} for one in names]
    rows = [
        {"id": f"l{at}", "from": told[0], "to": told[2], "way": "same" if told[1] == "+" else "opposite"}
        | ({"slow": True} if told.endswith("|") else {})
        for at, told in enumerate(links)
    ]
    return {"things": things, "links": rows, **more}


def told(pack: Pack, exercise: Exercise, given: dict[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(exercise).feedback(exercise, given, pack.words.say(lang)))


def test_a_loop_is_told_round_in_the_tables_words_with_more_and_less(pack: Pack, loops: Exercise) -> None:
    text = told(pack, loops, answer("abc", "a+b", "b-c", "c-a"))
    assert "More “thing a”, so more “thing b”, so less “thing c”, so more “thing a”: round again" in text
    assert "1 that feeds itself (reinforcing)" in text
    assert "balancing" not in text


def test_a_loop_with_one_opposite_link_comes_back_as_less(pack: Pack, loops: Exercise) -> None:
    text = told(pack, loops, answer("ab", "a+b", "b-a"))
    assert "More “thing a”, so more “thing b”, so less “thing a”: it comes back and takes away" in text
    assert "1 that holds itself in check (balancing)" in text
    assert "reinforcing" not in text


def test_one_loop_of_each_sort_is_told_and_both_sorts_are_counted(pack: Pack, loops: Exercise) -> None:
    text = told(pack, loops, answer("abc", "a+b", "b+a", "b+c", "c-b"))
    assert "1 that feeds itself (reinforcing) and 1 that holds itself in check (balancing)" in text
    assert "More “thing b”, so more “thing a”, so more “thing b”" in text
    assert "More “thing b”, so more “thing c”, so less “thing b”" in text


def test_the_push_goes_to_what_lies_on_most_loops(pack: Pack, loops: Exercise) -> None:
    every = told(pack, loops, answer("abc", "a+b", "b+a", "b+c", "c-b"))
    assert "Push first at “thing b”: every loop here runs through it" in every
    most = told(pack, loops, answer("abcde", "a+b", "b+a", "b+c", "c-b", "d+e", "e+d"))
    assert "Push first at “thing b”: it lies on 2 of your 3 loops" in most
    assert "Push first" not in told(pack, loops, answer("ab", "a+b", "b+a"))
    assert "Which of its links could be made weaker" in told(pack, loops, answer("ab", "a+b", "b+a"))


def test_where_many_things_lie_on_as_many_loops_none_is_singled_out(pack: Pack, loops: Exercise) -> None:
    given = answer("abcd", "a+b", "b+a", "c+d", "d+c")
    assert "push where you have a hand already" in told(pack, loops, given)
    picture = kind_of(loops).own_picture(loops, given, pack.words.say("en"))
    assert picture is not None
    assert "ring: on most" not in str(picture.spec)


def test_without_a_loop_it_is_asked_what_feeds_back(pack: Pack, loops: Exercise) -> None:
    text = told(pack, loops, answer("abc", "a+b", "b+c"))
    assert "from “thing a” to “thing c” and ends there" in text
    assert "what does “thing c” do to “thing a”" in text
    assert "Loops on the map" not in text
    picture = kind_of(loops).own_picture(loops, answer("abc", "a+b", "b+c"), pack.words.say("en"))
    assert picture is not None
    assert "None of the ways comes back yet" in picture.sentence


def test_a_late_effect_is_told_only_where_it_lies_on_a_loop(pack: Pack, loops: Exercise) -> None:
    assert "From “thing b” to “thing a” it takes its time" in told(pack, loops, answer("ab", "a+b", "b-a|"))
    assert "takes its time" not in told(pack, loops, answer("abc", "a+b", "b-a", "b+c|"))


def test_links_that_say_two_things_at_once_are_asked_about(pack: Pack, loops: Exercise) -> None:
    assert "it brings less. Both can be true" in told(pack, loops, answer("ab", "a+b", "a-b"))
    assert "Both can be true" not in told(pack, loops, answer("ab", "a+b", "b-a"))


@pytest.mark.parametrize(
    "row",
    [{"from": "a"}, {"from": "a", "to": "b"}, {"from": "a", "to": "a", "way": "same"}, {"from": "a", "to": "z", "way": "same"}],
)  # fmt: skip
def test_a_link_that_is_not_whole_is_left_out_and_counted(pack: Pack, loops: Exercise, row: dict[str, str]) -> None:
    given = answer("ab", "a+b")
    given["links"].append({"id": "lx", **row})
    assert "One link is left out for now" in told(pack, loops, given)
    picture = kind_of(loops).own_picture(loops, given, pack.words.say("en"))
    assert picture is not None
    assert len(picture.table.rows) == 1


@pytest.mark.parametrize(
    ("missing", "asked"),
    [
        ("event", "You have “every Monday”. Which single day shows it best?"),
        ("pattern", "“a queue”: when did that happen before"),
        ("structure", "“every Monday”: which rule, form, meeting"),
        ("belief", "“four signatures”: what do we take for granted"),
    ],
)
def test_the_first_depth_that_is_missing_is_asked_for(pack: Pack, loops: Exercise, missing: str, asked: str) -> None:
    given = {depth: line for depth, line in DEPTHS.items() if depth != missing}
    assert asked in told(pack, loops, given)
    whole = told(pack, loops, DEPTHS)
    assert asked not in whole
    assert "from “a queue” all the way down to “paper is safe”" in whole


def test_things_without_links_are_said_back_and_are_no_picture(pack: Pack, loops: Exercise) -> None:
    assert "You named “thing a” and “thing b”" in told(pack, loops, answer("ab"))
    assert kind_of(loops).own_picture(loops, answer("ab"), pack.words.say("en")) is None


def test_the_map_stays_at_the_table_and_one_line_may_be_read_by_all(pack: Pack, loops: Exercise) -> None:
    parts = {part.id: part for part in kind_of(loops).parts(loops)}
    assert {id: part.tier for id, part in parts.items()} == {"map": Tier.TABLE, "push": Tier.SHARED}
    assert kind_of(loops).unit == "table"
    (note,) = kind_of(loops).notes(loops, "push", {"push": " one evening ", "about": "place"})
    assert (note.text, note.about) == ("one evening", "place")
    assert kind_of(loops).headings(loops, pack.words.say("en"))["belief"] == "A belief to question"
    assert kind_of(loops).notes(loops, "push", {"push": "  ", "about": "place"}) == ()


def test_the_table_says_each_link_in_four_words(pack: Pack, loops: Exercise) -> None:
    picture = kind_of(loops).own_picture(loops, answer("ab", "a+b", "b-a|"), pack.words.say("en"))
    assert picture is not None
    assert picture.table.rows == (
        ("thing a", "thing b", "more", "soon"),
        ("thing b", "thing a", "less", "it takes its time"),
    )
