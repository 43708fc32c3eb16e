"""Claims about the force field: sums without a verdict, where to begin, the one force that moves, and what may be offered."""

from __future__ import annotations

from typing import Any

import pytest

from leads_kit.kinds import Picture, kind_of
from leads_kit.model import Counts, Exercise, Figure, Pack, Release, Tier
from leads_kit.text import Lang

Row = tuple[str, int | None, str | None]
CLASSES = ("holds", "even", "drives")


@pytest.fixture
def exercise(pack: Pack) -> Exercise:
    return pack.exercises["st4-forces"]


def field(drives: list[Row], holds: list[Row], chosen: str = "", **rest: Any) -> dict[str, Any]:
    """Rows of `(force, strength, influence)` on either side; `chosen` is the force that is ticked."""
    sides = {"drives": drives, "holds": holds}
    return {
        side: [
            {"id": f"r{at}", "force": force, "strength": strength, "influence": influence, "chosen": force == chosen}
            for at, (force, strength, influence) in enumerate(rows)
        ]
        for side, rows in sides.items()
    } | rest


SAMPLE = field(
    [("callers are sent on", 4, "little"), ("the pharmacist", 3, "much")],
    [("fear of the extra work", 5, "much"), ("old contracts", 3, "no")],
    "fear of the extra work",
    change="one phone number",
)


def told(pack: Pack, exercise: Exercise, answer: dict[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(exercise).feedback(exercise, answer, pack.words.say(lang)))


def pictured(pack: Pack, exercise: Exercise, answer: dict[str, Any]) -> Picture:
    picture = kind_of(exercise).own_picture(exercise, answer, pack.words.say("en"))
    assert picture is not None
    return picture


def test_both_sums_are_told_with_the_change_and_no_verdict(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, SAMPLE)
    assert "Around “one phone number”, what drives it adds up to 7 today, and what holds it back to 8." in text
    assert "The two are about even" in text
    worse = field([("a", 1, None)], [("x", 5, None)])
    assert "more that holds it back. That is a view of today, and no verdict on the change" in told(
        pack, exercise, worse
    )
    assert "more that drives it" in told(pack, exercise, field([("a", 5, None)], [("x", 1, None)]))


def test_the_strongest_on_either_side_is_quoted(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, SAMPLE)
    assert "The strongest that drives it: “callers are sent on”, at 4." in text
    assert "The strongest that holds it back: “fear of the extra work”, at 5." in text
    alike = field([("a", 2, None), ("b", 2, None)], [])
    assert "“a” and “b”, 2 alike at 2" in told(pack, exercise, alike)


def test_the_one_to_begin_with_is_named_by_strength_and_influence(pack: Pack, exercise: Exercise) -> None:
    assert "“fear of the extra work” holds back at 5, and you can influence it much" in told(pack, exercise, SAMPLE)
    driven = field([("a", 4, "much")], [("x", 5, "little"), ("y", 5, "no")])
    text = told(pack, exercise, driven)
    assert "“a” drives it at 4, and you can influence it much" in text
    assert "Of what holds back, you have most say in “x”." in text
    assert "Lewin" in text


def test_easing_is_spoken_of_only_where_there_is_something_to_ease(pack: Pack, exercise: Exercise) -> None:
    assert "Lewin" not in told(pack, exercise, field([("a", 4, "much")], [("x", 5, "no")]))


def test_what_is_in_nobodys_own_hands_leads_to_whose_it_is(pack: Pack, exercise: Exercise) -> None:
    assert "None of what you marked is in your own hands" in told(pack, exercise, field([("a", 4, "no")], []))
    assert "own hands" not in told(pack, exercise, field([("a", 4, None)], []))


def test_the_chosen_force_moves_by_two_and_both_sums_are_told(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, SAMPLE)
    assert "You will work on “fear of the extra work”. If it eased from 5 to 3" in text
    assert "what drives the change would stand at 7, what holds it back at 6" in text
    grown = field([("a", 4, "much")], [("x", 3, "no")], "a")
    assert "If it grew from 4 to 5, what drives the change would stand at 5, what holds it back at 3" in told(
        pack, exercise, grown
    )


def test_a_chosen_force_that_cannot_move_is_told_so(pack: Pack, exercise: Exercise) -> None:
    assert "already as strong as it gets" in told(pack, exercise, field([("a", 5, "much")], [], "a"))
    assert "How strong is it today" in told(pack, exercise, field([("a", None, None), ("b", 2, None)], [], "a"))
    assert "you cannot influence it. Who can" in told(pack, exercise, field([("a", 2, "no")], [], "a"))


def test_of_several_ticks_the_first_counts_and_it_is_said(pack: Pack, exercise: Exercise) -> None:
    several = field([("a", 2, "much")], [])
    several["drives"] = [
        {**several["drives"][0], "chosen": True},
        {"id": "r9", "force": "b", "strength": 1, "chosen": True},
    ]
    assert "You ticked 2; the picture moves the first of them, “a”" in told(pack, exercise, several)
    assert "Tick one force to work on" in told(pack, exercise, field([("a", 2, "much")], []))


def test_the_first_thing_is_said_back_with_its_weekday_or_asked_for(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, SAMPLE | {"first": "ask the two desks", "day": "2031-03-07"})
    assert "First you will: “ask the two desks”. That is Friday, March 7, in" in text
    assert "On which day" in told(pack, exercise, SAMPLE | {"first": "ask the two desks"})
    assert "What is the first thing you will do about it" in told(pack, exercise, SAMPLE)


def test_the_first_thing_goes_to_the_calendar_with_its_day_only(pack: Pack, exercise: Exercise) -> None:
    say = pack.words.say("en")
    (dated,) = kind_of(exercise).calendar(exercise, {"first": "ask", "day": "2031-03-07"}, say)
    assert (dated.day, dated.title) == ("2031-03-07", "ask")
    assert kind_of(exercise).calendar(exercise, {"first": "ask"}, say) == ()
    assert kind_of(exercise).calendar(exercise, {"day": "2031-03-07"}, say) == ()


def test_a_force_without_a_strength_counts_nothing_and_is_named(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, field([("a", 2, None)], [("habit", None, "much")]))
    assert "what holds it back to 0" in text
    assert "“habit” has no strength yet." in text


def test_an_empty_side_is_asked_for_and_not_called_a_balance(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, field([("a", 2, None)], []))
    assert "Nothing holds it back in your list yet" in text
    assert "about even" not in text


def test_the_table_has_priorities_and_what_moves(pack: Pack, exercise: Exercise) -> None:
    table = pictured(pack, exercise, SAMPLE).table
    assert table.rows == (
        ("callers are sent on", "drives", "4", "a little", "4", "–"),
        ("the pharmacist", "drives", "3", "much", "6", "–"),
        ("fear of the extra work", "holds back", "5", "much", "10", "3"),
        ("old contracts", "holds back", "3", "no", "0", "–"),
    )


def test_the_sentence_of_the_picture_tells_the_balance_now_and_then(pack: Pack, exercise: Exercise) -> None:
    sentence = pictured(pack, exercise, SAMPLE).sentence
    assert "The balance is −1 today." in sentence
    assert "it would be +1." in sentence
    assert "would be" not in pictured(pack, exercise, field([("a", 5, None)], [], "a")).sentence


def test_forces_are_drawn_strongest_first_and_without_a_strength_there_is_no_picture(
    pack: Pack, exercise: Exercise
) -> None:
    rows = pictured(pack, exercise, field([("weak", 1, None), ("strong", 5, None)], [])).table.rows
    assert [row[0] for row in rows] == ["strong", "weak"]
    assert kind_of(exercise).own_picture(exercise, field([("a", None, "much")], []), pack.words.say("en")) is None


@pytest.mark.parametrize(
    ("answer", "body"),
    [
        (SAMPLE, {"balance": "even", "influence": "even"}),
        (field([("a", 5, "no")], [("x", 2, "much")]), {"balance": "drives", "influence": "holds"}),
        (field([("a", 1, "no")], [("x", 4, "no")]), {"balance": "holds"}),
    ],
)
def test_two_classes_may_be_offered_and_no_word_or_number(
    exercise: Exercise, answer: dict[str, Any], body: dict[str, str]
) -> None:
    assert kind_of(exercise).offer(exercise, answer) == {"field": body}


def test_without_a_strength_on_either_side_there_is_nothing_to_offer(exercise: Exercise) -> None:
    assert kind_of(exercise).offer(exercise, field([("a", 5, "much")], [])) == {}
    assert kind_of(exercise).offer(exercise, field([("a", 5, "much")], [("x", None, "much")])) == {}


def test_what_was_typed_is_private_and_only_the_classes_are_for_the_group(exercise: Exercise) -> None:
    parts = {part.id: part for part in kind_of(exercise).parts(exercise)}
    assert parts["forces"].tier is Tier.PRIVATE
    assert (parts["field"].tier, parts["field"].offered) == (Tier.GROUP, True)


def test_each_body_counts_once_in_each_question_and_nonsense_in_none(exercise: Exercise) -> None:
    bodies = [{"balance": "holds", "influence": "drives"}, {"balance": "holds"}, {"balance": "9", "x": "y"}]
    assert kind_of(exercise).summary(exercise, bodies) == (
        Figure("balance", CLASSES, (2, 0, 0), 2), Figure("influence", CLASSES, (0, 0, 1), 1),
    )  # fmt: skip


def release(*figures: Figure) -> Release:
    return Release("st4-forces", 1, Counts(9, 9, 9, 9, 0), figures, {"influence": "disclosure.very_similar"}, 9)


def test_the_room_hears_what_more_than_half_say_and_why_something_is_not_shown(pack: Pack, exercise: Exercise) -> None:
    figure = Figure("balance", CLASSES, (5, 2, 2), 9)
    picture = kind_of(exercise).room_picture(exercise, release(figure), pack.words.say("en"))
    assert picture is not None
    assert "For more than half of the changes, more holds them back" in picture.sentence
    assert picture.table.rows[0] == ("Stronger today", "holds back", "5")
    assert picture.table.rows[3][1] == pack.words.say("en")("disclosure.very_similar_here")
    even = kind_of(exercise).room_picture(
        exercise, release(Figure("balance", CLASSES, (4, 2, 3), 9)), pack.words.say("en")
    )
    assert even is not None
    assert "more than half" not in even.sentence


def test_the_change_is_offered_again_as_a_goal(exercise: Exercise) -> None:
    assert kind_of(exercise).gives(exercise, SAMPLE) == {"goal": ("one phone number",)}
    assert kind_of(exercise).gives(exercise, {"change": "  "}) == {}


def test_six_forces_on_either_side_stay_within_forty_taps(pack: Pack, exercise: Exercise) -> None:
    rows: list[Row] = [(f"f{at}", 3, "much") for at in range(6)]
    answer = field(rows, rows, "", first="call", day="2031-03-07")
    answer["holds"][0]["chosen"] = True
    form = kind_of(exercise).form(exercise, pack.words)
    assert form.faults(answer) == []
    assert form.taps(answer) <= 40
