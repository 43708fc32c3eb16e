"""Claims about the values sort: a list in one's own order, the gap that last week left, names alone for a room."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from leads_kit.analysis.disclosure import protect
from leads_kit.form import Choice, Rows
from leads_kit.kinds import Picture, kind_of
from leads_kit.kinds.values_sort import Settings
from leads_kit.model import Counts, Exercise, Figure, Pack, Release, Tier
from leads_kit.text import Lang

FIVE = ("hon", "fam", "ser", "tea", "bal")


@pytest.fixture
def values(pack: Pack) -> Exercise:
    return pack.exercises["ls4-values"]


def top(*given: tuple[str, int | None]) -> dict[str, Any]:
    return {
        "top": [
            {"id": f"r{at}", "value": id} | ({} if lived is None else {"lived": lived})
            for at, (id, lived) in enumerate(given, 1)
        ]
    }


def told(pack: Pack, values: Exercise, answer: dict[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(values).feedback(values, answer, pack.words.say(lang)))


def pictured(pack: Pack, values: Exercise, answer: dict[str, Any]) -> Picture:
    picture = kind_of(values).own_picture(values, answer, pack.words.say("en"))
    assert picture is not None
    return picture


def choices(pack: Pack, values: Exercise) -> dict[str, Choice]:
    return {one.id: one for one in kind_of(values).form(values, pack.words).fields if isinstance(one, Choice)}


def test_the_room_deals_thirty_cards_in_six_and_the_full_form_fifty(pack: Pack, values: Exercise) -> None:
    asked = choices(pack, values)
    short = {id: one for id, one in asked.items() if not one.full_only}
    assert [len(one.options) for one in short.values()] == [6] * 5
    assert {one.most for one in short.values()} == {3}
    full = {id: {option.id for option in one.options} for id, one in asked.items() if id.startswith("very-")}
    assert len(set().union(*full.values())) == sum(map(len, full.values())) == 50


def test_the_longest_way_through_the_short_form_stays_within_forty_taps(pack: Pack, values: Exercise) -> None:
    short = {id: one for id, one in choices(pack, values).items() if not one.full_only}
    piles = {id: [option.id for option in one.options][: one.most] for id, one in short.items()}
    answer = piles | top(*((id, 5) for id in (*FIVE, "dig", "pur")))
    form = kind_of(values).form(values, pack.words)
    assert form.faults(answer) == []
    assert form.taps(answer) == 36
    assert form.faults(answer | top(*((id, 5) for id in (*FIVE, "dig", "pur", "hop"))))


def test_the_list_is_offered_what_is_very_much_me_of_every_hand_and_nothing_else(pack: Pack, values: Exercise) -> None:
    rows = next(one for one in kind_of(values).form(values, pack.words).fields if isinstance(one, Rows))
    value = next(one for one in rows.fields if isinstance(one, Choice))
    assert set(value.among) == {id for id in choices(pack, values) if id.startswith("very-")}
    assert len(value.options) == 50


def test_every_card_says_what_is_meant_in_both_languages_and_on_one_line(pack: Pack, values: Exercise) -> None:
    for one in choices(pack, values).values():
        for option in one.options:
            if one.id.startswith("very-"):
                assert option.help is not None
                assert 0 < len(option.help.en) <= 50 and 0 < len(option.help.fr) <= 58  # noqa: PT018


def test_a_card_in_two_places_is_no_setting(values: Exercise) -> None:
    settings = values.settings
    assert isinstance(settings, Settings)
    a, b = settings.hands["a"], settings.hands["b"]
    twice = b.model_copy(update={"more": {"hon": a.cards["hon"]}})
    with pytest.raises(ValidationError, match="card_twice"):
        Settings(**{**dict(settings), "hands": {"a": a, "b": twice}})


def test_the_list_is_quoted_in_its_own_order(pack: Pack, values: Exercise) -> None:
    assert "in your order: Family, Honesty and Balance." in told(pack, values, top(("fam", 5), ("hon", 5), ("bal", 5)))
    assert "Famille, Honnêteté et Équilibre" in told(pack, values, top(("fam", 5), ("hon", 5), ("bal", 5)), "fr")


def test_what_was_let_go_is_told_only_where_the_list_came_from_the_pile(pack: Pack, values: Exercise) -> None:
    piles = {"very-a": ["hon", "fam", "jus"], "very-b": ["ser"]}
    assert "You kept 2 of 4" in told(pack, values, piles | top(("hon", 5), ("ser", 5)))
    assert "You kept" not in told(pack, values, piles | top(("hon", 5), ("bal", 5)))
    assert "You kept" not in told(pack, values, top(("hon", 5)))


def test_a_card_in_both_piles_is_very_much_me(pack: Pack, values: Exercise) -> None:
    text = told(pack, values, {"very-a": ["hon"], "some-a": ["hon", "fam"]})
    assert "Very much you so far: Honesty." in text
    assert "Somewhat you so far: Family." in told(pack, values, {"some-a": ["fam"]})


def test_the_widest_gap_goes_by_place_and_mark_and_asks_a_small_question(pack: Pack, values: Exercise) -> None:
    text = told(pack, values, top(("hon", 9), ("fam", 2), ("bal", 2)))
    assert "lies at Family: in place 2, and last week showed 2 of 10" in text
    assert "speaks of the week, not of you" in text
    assert "In which hour of next week" in text


def test_a_gap_that_two_share_names_both_and_a_small_one_is_none(pack: Pack, values: Exercise) -> None:
    shared = told(pack, values, top(("hon", 5), ("fam", 4), ("bal", 8)))
    assert "shared by Honesty (5 of 10) and Family (4 of 10)" in shared
    close = told(pack, values, top(("hon", 8), ("fam", 9), ("bal", 6)))
    assert "stayed close to your list" in close
    assert "widest gap" not in close
    assert "widest gap" in told(pack, values, top(("hon", 7), ("fam", 9)))


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        ((9, 3), "begin as yours does, with Honesty"),
        ((3, 9), "would begin with Family, which you put in place 2, and not with Honesty"),
        ((6, 6), "as much of each: 6 of 10"),
        ((0, 0), "showed none of them"),
    ],
)
def test_nobody_typed_which_list_last_week_would_have_written(
    pack: Pack, values: Exercise, marks: tuple[int, int], said: str
) -> None:
    assert said in told(pack, values, top(("hon", marks[0]), ("fam", marks[1])))


def test_two_that_share_the_first_place_of_the_week_are_both_named(pack: Pack, values: Exercise) -> None:
    assert "share the first place: Honesty and Balance, with 8 of 10" in told(
        pack, values, top(("hon", 8), ("fam", 2), ("bal", 8))
    )


def test_what_has_no_mark_is_asked_for_and_a_zero_is_a_mark(pack: Pack, values: Exercise) -> None:
    assert "A mark from 0 to 10" in told(pack, values, top(("hon", None)))
    assert "Without a mark for last week: Family." in told(pack, values, top(("hon", 0), ("fam", None)))
    assert "Without a mark" not in told(pack, values, top(("hon", 0)))


def test_own_words_take_the_place_of_a_card_and_a_value_counts_once(pack: Pack, values: Exercise) -> None:
    answer = {"top": [
        {"id": "r1", "own": " the table "}, {"id": "r2", "value": "hon", "lived": 9},
        {"id": "r3", "value": "hon", "lived": 1}, {"id": "r4", "lived": 4}, {"id": "r5", "value": "bal", "own": "rest"},
    ]}  # fmt: skip
    picture = pictured(pack, values, answer)
    assert [row[:2] for row in picture.table.rows] == [("1", "the table"), ("2", "Honesty"), ("3", "rest")]
    assert kind_of(values).offer(values, answer) == {"values": {"values": ["hon"]}}


def test_the_picture_has_both_marks_and_says_what_is_furthest_behind(pack: Pack, values: Exercise) -> None:
    picture = pictured(pack, values, top(("hon", 10), ("fam", 1), ("bal", None), ("ser", 7), ("pur", 9)))
    assert picture.table.rows == (
        ("1", "Honesty", "10", "10", "0"), ("2", "Family", "9", "1", "8"), ("3", "Balance", "8", "–", "–"),
        ("4", "Service", "7", "7", "0"), ("5", "Purpose", "6", "9", "−3"),
    )  # fmt: skip
    assert "5 values are in the list. Last week showed 7 or more of 10: 3 of 4." in picture.sentence
    assert "Furthest behind its place: Family (1 of 10)." in picture.sentence


def test_without_a_list_there_is_no_picture(pack: Pack, values: Exercise) -> None:
    for answer in ({}, {"very-a": ["hon"]}, {"story": "x"}, {"top": [{"id": "r1", "lived": 3}]}):
        assert kind_of(values).own_picture(values, answer, pack.words.say("en")) is None


def test_all_is_private_and_only_names_may_be_offered_in_no_order_of_ones_own(pack: Pack, values: Exercise) -> None:
    parts = {part.id: (part.tier, part.offered) for part in kind_of(values).parts(values)}
    assert parts == {"sort": (Tier.PRIVATE, False), "values": (Tier.GROUP, True)}
    one, other = top(("hon", 9), ("bal", 1)), top(("bal", 2), ("hon", 3))
    assert kind_of(values).offer(values, one) == kind_of(values).offer(values, other)
    assert kind_of(values).offer(values, {"very-a": ["hon"]}) == {}
    preview = kind_of(values).preview(values, "values", {"values": ["bal"]}, pack.words.say("en"))
    assert preview == ("Among what matters most to me: Balance",)


def test_each_list_counts_once_for_a_card_and_strange_bodies_never(values: Exercise) -> None:
    bodies = [{"values": ["hon", "bal"]}, {"values": ["hon"]}, {"values": ["zzz", "hon"]}, {"values": []}, {}]
    (figure,) = kind_of(values).summary(values, bodies)
    counts = {id: count for id, count in zip(figure.classes, figure.counts, strict=True) if count}
    assert (counts, figure.n, figure.multiple) == ({"hon": 2, "bal": 1}, 2, True)
    assert kind_of(values).summary(values, bodies[2:]) == ()


def test_a_value_that_is_on_every_list_hides_the_picture(values: Exercise) -> None:
    summary = kind_of(values).summary
    assert protect(summary(values, [{"values": ["hon", "bal"]}] * 5), 5, 5)[0] == ()
    assert protect(summary(values, [{"values": ["hon"]}] * 4 + [{"values": ["bal"]}]), 5, 5)[0]


def test_the_room_sees_what_is_on_most_lists_first_and_hears_how_many_values_there_are(
    pack: Pack, values: Exercise
) -> None:
    figure = Figure("values", ("hon", "fam", "gro", "gone"), (2, 5, 0, 1), 9, multiple=True)
    release = Release(values.id, 1, Counts(9, 9, 0, 9, 0), (figure,), n=9)
    picture = kind_of(values).room_picture(values, release, pack.words.say("en"))
    assert picture is not None
    assert picture.table.rows == (("Family", "5"), ("Honesty", "2"))
    assert "On most lists, 5 each: Family. There are 2 different values between us." in picture.sentence
