"""Claims about the ledger of introductions: counts without a debt, thanks, the one to ask about, and what may be offered."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from leads_kit.analysis.ahead import today
from leads_kit.kinds import Picture, kind_of
from leads_kit.model import Counts, Exercise, Figure, Pack, Release, Tier
from leads_kit.text import Lang

HOW_MANY, CAME = ("none", "few", "many"), ("open", "spoken", "joint")


@pytest.fixture
def exercise(pack: Pack) -> Exercise:
    return pack.exercises["dc1-introductions"]


def row(
    who: str, whom: str = "", way: str | None = "given", ago: int | None = None, came: str | None = None
) -> dict[str, Any]:
    day = None if ago is None else (today() - dt.timedelta(days=ago)).isoformat()
    return {"id": f"{who}-{whom}", "who": who, "whom": whom, "way": way, "day": day, "came": came}


def ledger(*rows: dict[str, Any]) -> dict[str, Any]:
    return {"introductions": list(rows)}


SAMPLE = ledger(
    row("R. B.", "the florist", "given", 30, "talk"),
    row("the pharmacist", "home care", "given", 12, "nothing"),
    row("r. b.", "the print shop", "received", 3, "together"),
)


def told(pack: Pack, exercise: Exercise, answer: dict[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(exercise).feedback(exercise, answer, pack.words.say(lang)))


def pictured(pack: Pack, exercise: Exercise, answer: dict[str, Any]) -> Picture | None:
    return kind_of(exercise).own_picture(exercise, answer, pack.words.say("en"))


def test_given_and_received_are_counted_and_no_balance_is_asked_for(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, SAMPLE)
    assert "3 introductions so far: given 2, received 1. There is no balance to reach" in text
    assert not {"owe", "owed", "debt", "behind", "only", "more"} & {word.strip(".,:;") for word in text.split()}


def test_where_one_side_is_empty_a_way_to_it_is_offered(pack: Pack, exercise: Exercise) -> None:
    assert "whom would you like to meet" in told(pack, exercise, ledger(row("a", "b")))
    assert "would be glad of each other" in told(pack, exercise, ledger(row("a", "b", "received")))
    assert "whom would you like to meet" not in told(pack, exercise, SAMPLE)


def test_whoever_stands_on_both_sides_is_named(pack: Pack, exercise: Exercise) -> None:
    assert "r. b. stands on both sides" in told(pack, exercise, SAMPLE)
    assert "both sides" not in told(pack, exercise, ledger(row("a", "b"), row("c", "d", "received")))


def test_what_came_is_counted_and_whoever_made_it_possible_may_be_told(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, SAMPLE)
    assert "work together 1, a talk 1, nothing yet 1" in text
    assert "“r. b. and the print shop” became work together: does r. b. know?" in text
    assert "led to a talk: does a know?" in told(pack, exercise, ledger(row("a", "b", "received", 2, "talk")))
    assert "know?" not in told(pack, exercise, ledger(row("a", "b", "given", 2, "together")))


def test_the_one_to_ask_about_is_quoted_with_its_days(pack: Pack, exercise: Exercise) -> None:
    assert "The one to ask about: “the pharmacist and home care”, 12 days ago, nothing yet" in told(
        pack, exercise, SAMPLE
    )
    taken_up = told(pack, exercise, ledger(row("a", "b", "received", 9, "nothing")))
    assert "The one to take up: “a and b”, 9 days ago" in taken_up
    assert "to say that it does not fit now" in taken_up


def test_a_fresh_one_is_given_a_week(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, ledger(row("a", "b", "given", 2, "nothing")))
    assert "“a and b” is still fresh: give it a week." in text
    assert "ask about" not in text


def test_what_is_still_open_is_named_and_nothing_is_counted_before_a_way_is_said(
    pack: Pack, exercise: Exercise
) -> None:
    text = told(pack, exercise, ledger(row("a", "b", None, None), row("c", "", None, None)))
    assert "You noted “a and b” and “c”." in text
    assert "so far" not in text
    assert "For “a and b” and “c” the way they went or their day is still open." in text
    assert "still open" not in told(pack, exercise, SAMPLE)


def test_the_picture_has_a_row_for_each_way_and_the_table_every_introduction(pack: Pack, exercise: Exercise) -> None:
    picture = pictured(pack, exercise, SAMPLE)
    assert picture is not None
    assert [cells[0] for cells in picture.table.rows] == ["given", "given", "received"]
    assert picture.table.rows[2][1::2] == ("r. b. and the print shop", "work together")
    assert picture.sentence == "Introductions by week: given 2, received 1. The last 7 weeks hold 3 of them."
    older = pictured(pack, exercise, ledger(row("a", "b", "given", 200)))
    assert older is not None
    assert "hold 0 of them" in older.sentence


def test_without_a_day_there_is_no_picture(pack: Pack, exercise: Exercise) -> None:
    assert pictured(pack, exercise, ledger(row("a", "b"), row("c", "d", None, 3))) is None


def test_three_classes_may_be_offered_and_no_name(exercise: Exercise) -> None:
    made = kind_of(exercise)
    assert made.offer(exercise, SAMPLE) == {"counts": {"gave": "few", "got": "few", "came": "joint"}}
    three = ledger(*(row(one, "x") for one in "abc"))
    assert made.offer(exercise, three) == {"counts": {"gave": "many", "got": "none"}}
    assert made.offer(exercise, ledger(row("a", "b", None))) == {}


def test_names_are_private_and_only_the_classes_are_for_the_group(exercise: Exercise) -> None:
    parts = {part.id: part for part in kind_of(exercise).parts(exercise)}
    assert parts["introductions"].tier is Tier.PRIVATE
    assert (parts["counts"].tier, parts["counts"].offered) == (Tier.GROUP, True)


def test_each_person_counts_once_in_each_question_and_nonsense_in_none(exercise: Exercise) -> None:
    bodies = [
        {"gave": "few", "got": "none", "came": "spoken"},
        {"gave": "few", "got": "many"},
        {"gave": "9"},
    ]
    assert kind_of(exercise).summary(exercise, bodies) == (
        Figure("gave", HOW_MANY, (0, 2, 0), 2), Figure("got", HOW_MANY, (1, 0, 1), 2), Figure("came", CAME, (0, 1, 0), 1),
    )  # fmt: skip


def test_the_room_hears_what_came_in_the_middle_and_why_something_is_not_shown(pack: Pack, exercise: Exercise) -> None:
    withheld = {"gave": "disclosure.very_similar"}
    figures = (Figure("got", HOW_MANY, (3, 4, 2), 9), Figure("came", CAME, (2, 5, 2), 9))
    release = Release("dc1-introductions", 1, Counts(9, 9, 9, 9, 0), figures, withheld, 9)
    picture = kind_of(exercise).room_picture(exercise, release, pack.words.say("en"))
    assert picture is not None
    assert "In the middle they led to a talk." in picture.sentence
    assert picture.table.rows[0][1] == pack.words.say("en")("disclosure.very_similar_here")
    assert picture.table.rows[1] == ("Received", "none yet", "3")


def test_everybody_named_is_offered_again_once(exercise: Exercise) -> None:
    given = kind_of(exercise).gives(exercise, ledger(row("a", "b"), row("b", "c"), row(" ", " ")))
    assert given == {"people": ("a", "b", "c")}
    assert kind_of(exercise).gives(exercise, {}) == {}


def test_ten_whole_rows_are_forty_taps(pack: Pack, exercise: Exercise) -> None:
    answer = ledger(*(row(str(at), "x", "given", at, "talk") for at in range(10)))
    form = kind_of(exercise).form(exercise, pack.words)
    assert form.faults(answer) == []
    assert form.taps(answer) <= 40
