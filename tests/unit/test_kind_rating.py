"""Claims about ratings: what a person is told, and what a room sees of released figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from leads_kit.kinds import Picture, kind_of
from leads_kit.model import Counts, Exercise, Figure, Pack, Release
from leads_kit.text import Lang

FIVE = ("1", "2", "3", "4", "5")
THREE = ("1-2", "3", "4-5")
COUNTS = Counts(here=12, seats=12, started=0, finished=12, passed=0)


@pytest.fixture
def wheel(pack: Pack) -> Exercise:
    return pack.exercises["dc-wheel"]


def told(pack: Pack, wheel: Exercise, answer: Mapping[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(wheel).feedback(wheel, answer, pack.words.say(lang)))


def now(*marks: Any) -> dict[str, Any]:
    return {f"now-DC{at}": mark for at, mark in enumerate(marks, 1) if mark is not None}


def importance(*marks: Any) -> dict[str, Any]:
    return {f"importance-DC{at}": mark for at, mark in enumerate(marks, 1) if mark is not None}


def room(pack: Pack, wheel: Exercise, figures: list[Figure], withheld: dict[str, str] | None = None) -> Picture | None:
    release = Release(wheel.id, 1, COUNTS, tuple(figures), withheld or {}, 12)
    return kind_of(wheel).room_picture(wheel, release, pack.words.say("en"))


def marks(capability: str, *counts: int, classes: tuple[str, ...] = FIVE) -> Figure:
    return Figure(f"now-{capability}", classes, counts, sum(counts))


def dots(picture: Picture) -> list[float]:
    return [row["x"] for rows in picture.spec["datasets"].values() for row in rows if "dx" in row]


def test_the_widest_gap_is_named_with_both_marks(pack: Pack, wheel: Exercise) -> None:
    text = told(pack, wheel, now(4, 3, 2, 3) | importance(4, 4, 5, 3))
    assert "widest gap is in “Knowledge”: it matters 5 to you and stands at 2" in text


def test_gaps_that_are_alike_are_told_together(pack: Pack, wheel: Exercise) -> None:
    text = told(pack, wheel, now(3, 3, 2, 3) | importance(5, 3, 4, 3))
    assert "alike, 2 points each: Partnerships and Knowledge" in text
    assert "widest gap is in" not in text


def test_what_matters_less_than_it_stands_is_no_gap(pack: Pack, wheel: Exercise) -> None:
    text = told(pack, wheel, now(5, 5, 5, 5) | importance(1, 1, 1, 1))
    assert "gap" not in text
    assert "You gave 5 each time" in text


def test_not_observed_is_not_a_low_mark(pack: Pack, wheel: Exercise) -> None:
    text = told(pack, wheel, now(5, 4, 2, "na") | importance(3, 3, 1, 5))
    assert "Lowest: Knowledge, at 2" in text
    assert "Power and politics" not in text


def test_marks_a_point_apart_are_told_as_close(pack: Pack, wheel: Exercise) -> None:
    assert "lie close together, all 3 or 4" in told(pack, wheel, now(3, 4, 3, 3))
    assert "lie close together" not in told(pack, wheel, now(3, 5, 3, 3))


def test_a_pick_that_is_not_where_the_gap_is_widest_is_noticed(pack: Pack, wheel: Exercise) -> None:
    answer = now(3, 3, 1, 3) | importance(3, 3, 5, 3)
    assert "where your gap is widest (Knowledge)" in told(pack, wheel, answer | {"picks": ["DC1"]})
    assert "where your gap is widest" not in told(pack, wheel, answer | {"picks": ["DC1", "DC3"]})
    assert "where your gap is widest" not in told(pack, wheel, answer)


def test_one_mark_is_not_told_as_the_same_each_time(pack: Pack, wheel: Exercise) -> None:
    assert "You marked Service at 4" in told(pack, wheel, {"now-DC2": 4})


def test_nothing_observed_is_an_answer_and_nothing_given_is_none(pack: Pack, wheel: Exercise) -> None:
    assert "chance to observe" in told(pack, wheel, now("na", "na", "na", "na"))
    assert "No mark yet" in told(pack, wheel, {})


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_small_differences_are_always_said_to_mean_little(pack: Pack, wheel: Exercise, lang: Lang) -> None:
    said = {"en": "small differences mean little", "fr": "les petits écarts veulent dire peu de chose"}
    assert said[lang] in told(pack, wheel, now(1, 5, 3, 2), lang)


def test_sums_leave_out_what_was_not_observed(wheel: Exercise) -> None:
    answers = [now(1, "na", 3, 4), now(1, 5, None, 4) | {"picks": ["DC1"]}]
    figures = {one.id: one for one in kind_of(wheel).summary(wheel, answers)}
    assert figures["now-DC1"].counts == (2, 0, 0, 0, 0)
    assert (figures["now-DC2"].counts, figures["now-DC2"].n) == ((0, 0, 0, 0, 1), 1)
    assert (figures["picks"].counts, figures["picks"].n, figures["picks"].multiple) == ((1, 0, 0, 0), 2, True)
    assert "importance-DC1" not in figures


def test_the_room_hears_where_its_middle_is_highest_and_lowest(pack: Pack, wheel: Exercise) -> None:
    figures = [marks("DC1", 0, 0, 3, 6, 3), marks("DC2", 0, 2, 8, 2, 0), marks("DC3", 2, 8, 2, 0, 0)]
    picture = room(pack, wheel, figures)
    assert picture is not None
    assert "highest for Partnerships and lowest for Knowledge" in picture.sentence


def test_middles_that_are_alike_are_not_ranked(pack: Pack, wheel: Exercise) -> None:
    picture = room(pack, wheel, [marks("DC1", 0, 2, 8, 2, 0), marks("DC2", 0, 0, 8, 3, 1)])
    assert picture is not None
    assert "much the same" in picture.sentence
    assert "highest" not in picture.sentence


def test_middles_one_mark_apart_are_told_apart(pack: Pack, wheel: Exercise) -> None:
    picture = room(pack, wheel, [marks("DC1", 0, 2, 3, 7, 0), marks("DC2", 0, 2, 8, 2, 0)])
    assert picture is not None
    assert "highest for Partnerships and lowest for Service" in picture.sentence


def test_one_figure_alone_is_not_compared_with_itself(pack: Pack, wheel: Exercise) -> None:
    picture = room(pack, wheel, [marks("DC1", 0, 2, 8, 2, 0)])
    assert picture is not None
    assert "Too few answers to say" in picture.sentence


def test_merged_classes_lie_between_their_marks_and_nowhere_else(pack: Pack, wheel: Exercise) -> None:
    picture = room(pack, wheel, [marks("DC1", 2, 1, 3, classes=THREE)])
    assert picture is not None
    assert sorted(dots(picture)) == pytest.approx([1.5, 1.5, 3, 4.5, 4.5, 4.5])
    assert picture.table.rows[0][1] == "2 at 1–2, 1 at 3, 3 at 4–5"


def test_a_withheld_capability_keeps_its_name_and_says_why(pack: Pack, wheel: Exercise) -> None:
    withheld = {"now-DC2": "disclosure.too_few", "now-DC3": "disclosure.very_similar"}
    picture = room(pack, wheel, [marks("DC1", 0, 2, 8, 2, 0)], withheld)
    assert picture is not None
    notes = {row["text"] for rows in picture.spec["datasets"].values() for row in rows if "text" in row}
    assert {"Service", "too few answers to show", "Knowledge", "answers much alike"} <= notes
    assert picture.table.rows[1][:3] == ("Service", "too few answers to show", "–")
    assert len(dots(picture)) == 12


def test_picks_alone_are_still_a_picture(pack: Pack, wheel: Exercise) -> None:
    picks = Figure("picks", ("DC1", "DC2", "DC3", "DC4"), (5, 2, 2, 1), 8, multiple=True)
    picture = room(pack, wheel, [picks], {f"now-DC{at}": "disclosure.very_similar" for at in range(1, 5)})
    assert picture is not None
    assert "Picked most often to work on: Partnerships." in picture.sentence
    assert picture.table.rows[0][-2] == "5"


def test_nothing_released_is_no_picture(pack: Pack, wheel: Exercise) -> None:
    assert room(pack, wheel, [], {"*": "disclosure.too_few"}) is None
