"""Claims about goals on a ladder: quoted from today to the hoped, steps that can be seen, a day near enough, formulas last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest

from leads_kit.analysis.ahead import today
from leads_kit.form import Line, Rows
from leads_kit.kinds import Picture, kind_of
from leads_kit.model import Counts, Exercise, Figure, Pack, Release, Tier
from leads_kit.text import Lang

GOAL = "listen to the end"


@pytest.fixture
def scaling(pack: Pack) -> Exercise:
    return pack.exercises["ls3-goals"]


def in_days(days: int) -> str:
    return (today() + dt.timedelta(days=days)).isoformat()


def goals(*given: Mapping[str, Any]) -> dict[str, Any]:
    return {"goals": [{"id": f"r{at}", "goal": GOAL} | dict(one) for at, one in enumerate(given, 1)]}


def told(pack: Pack, scaling: Exercise, *given: Mapping[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(scaling).feedback(scaling, goals(*given), pack.words.say(lang)))


def pictured(pack: Pack, scaling: Exercise, *given: Mapping[str, Any]) -> Picture:
    picture = kind_of(scaling).own_picture(scaling, goals(*given), pack.words.say("en"))
    assert picture is not None
    return picture


def test_the_short_form_asks_for_one_goal_with_today_and_the_hoped(pack: Pack, scaling: Exercise) -> None:
    (rows,) = kind_of(scaling).form(scaling, pack.words).fields
    assert isinstance(rows, Rows)
    assert (rows.short_most, rows.most) == (1, 3)
    lines = {one.id: one.full_only for one in rows.fields if isinstance(one, Line)}
    assert lines == {
        "goal": False, "below": True, "today": False, "glad": False, "more": True, "most": True, "evidence": False,
    }  # fmt: skip


def test_a_goal_is_quoted_from_today_to_what_one_would_be_glad_of(pack: Pack, scaling: Exercise) -> None:
    text = told(pack, scaling, {"today": "never.", "glad": "each Friday."})
    assert f"Your goal: “{GOAL}”. It goes from “never” to “each Friday”." in text
    assert "how is it today" in told(pack, scaling, {"glad": "each Friday"})
    assert "Which next rung" in told(pack, scaling, {"today": "never"})
    assert "Two short lines" in told(pack, scaling, {})


@pytest.mark.parametrize("levels", [("6 times", "2 times"), ("0,5 h a week", "1.5 h a week")])
def test_numbers_that_go_one_way_are_a_step_that_can_be_seen(
    pack: Pack, scaling: Exercise, levels: tuple[str, str]
) -> None:
    text = told(pack, scaling, {"today": levels[0], "glad": levels[1]})
    assert f"({levels[0].split()[0]} → {levels[1].split()[0]}): they stand in order" in text


def test_numbers_that_go_to_and_fro_are_asked_about(pack: Pack, scaling: Exercise) -> None:
    text = told(pack, scaling, {"today": "3 a week", "glad": "5 a week", "more": "4 a week"})
    assert "go to and fro (3 → 5 → 4)" in text
    assert "they stand in order" not in text


def test_decimals_may_have_a_comma_or_a_point(pack: Pack, scaling: Exercise) -> None:
    assert "(1,5 → 2 → 2.5): they stand in order" in told(
        pack, scaling, {"today": "1,5 h", "glad": "2 h", "more": "2.5 h"}
    )


@pytest.mark.parametrize(
    "levels", [("at 17:30", "at 18:15"), ("2 a week", "2 a day"), ("1 of 2", "2 of 2"), ("6", "few")]
)
def test_numbers_that_say_nothing_about_order_are_left_alone(
    pack: Pack, scaling: Exercise, levels: tuple[str, str]
) -> None:
    text = told(pack, scaling, {"today": levels[0], "glad": levels[1]})
    assert "stand in order" not in text
    assert "to and fro" not in text


def test_the_same_words_on_two_rungs_are_pointed_out(pack: Pack, scaling: Exercise) -> None:
    assert "“Now and then” stands on two rungs" in told(
        pack, scaling, {"today": "now and then", "glad": "Now and then."}
    )
    assert "two rungs" not in told(pack, scaling, {"today": "now and then", "glad": "each day"})


def test_a_comparison_is_hard_to_see_unless_it_is_counted_or_witnessed(pack: Pack, scaling: Exercise) -> None:
    assert "“more often” is hard to see" in told(pack, scaling, {"today": "rarely", "glad": "more often"})
    assert "«\u00a0plus souvent\u00a0» se voit mal" in told(pack, scaling, {"glad": "plus souvent"}, lang="fr")
    for sure in ({"glad": "more often: 3 times"}, {"glad": "more often", "evidence": "Tom smiles"}, {"glad": "daily"}):
        assert "hard to see" not in told(pack, scaling, {"today": "rarely"} | sure)
    assert "It will show in this: “Tom smiles”." in told(
        pack, scaling, {"glad": "more often", "evidence": "Tom smiles."}
    )


def test_open_rungs_are_named_only_to_whoever_fills_the_ladder(pack: Pack, scaling: Exercise) -> None:
    assert "Without words yet: −2 and +2." in told(pack, scaling, {"today": "a", "glad": "b", "more": "c"})
    assert "Without words" not in told(pack, scaling, {"today": "a", "glad": "b"})


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (-2, "below where you began"),
        (-1, "one rung below what you would be glad of"),
        (0, "where you said you would be glad to be"),
        (1, "one rung above"),
        (2, "2 rungs above"),
    ],
)
def test_where_a_goal_stands_is_told_from_its_start_and_its_hope(
    pack: Pack, scaling: Exercise, now: int, said: str
) -> None:
    assert said in told(pack, scaling, {"now": now})


def test_a_day_within_reach_is_near_enough_and_one_beyond_is_not(pack: Pack, scaling: Exercise) -> None:
    near, far = (told(pack, scaling, {"day": in_days(days)}) for days in (42, 43))
    assert "42 days from now" in near
    assert "near enough" in near
    assert "More than 42 days away" in far
    assert "near enough" not in far


def test_a_day_that_has_passed_asks_for_the_next_and_none_for_one(pack: Pack, scaling: Exercise) -> None:
    assert f"has come and gone: “{GOAL}”" in told(pack, scaling, {"day": in_days(-1)})
    assert f"No day yet to look again: “{GOAL}”" in told(pack, scaling, {})
    assert "look again today" in told(pack, scaling, {"day": in_days(0)})


def test_the_formula_comes_last_from_two_goals_with_a_present_level(pack: Pack, scaling: Exercise) -> None:
    three = [{"goal": f"goal {at}", "now": 1} for at in range(3)]
    sentences = kind_of(scaling).feedback(scaling, goals(*three), pack.words.say("en"))
    assert "began at 36.3 and stand at 63.7" in sentences[-1]
    assert "In detail" not in " ".join(sentences[:-1])
    assert "In detail" not in told(pack, scaling, {"now": 1}, {"goal": "another"})


def test_what_weighs_more_moves_the_formula_more(pack: Pack, scaling: Exercise) -> None:
    up = told(pack, scaling, {"now": 1, "weight": 3}, {"goal": "b", "now": -1, "weight": 1})
    even = told(pack, scaling, {"now": 1}, {"goal": "b", "now": -1})
    assert "stand at 50 on" in even
    assert "stand at 50 on" not in up


def test_a_row_without_a_goal_is_none(pack: Pack, scaling: Exercise) -> None:
    assert "Nothing here yet" in told(pack, scaling, {"goal": "  ", "today": "x", "now": 1})


def test_the_ladder_has_five_rungs_with_start_and_now(pack: Pack, scaling: Exercise) -> None:
    picture = pictured(pack, scaling, {"today": "never", "glad": "daily", "now": 1})
    assert picture.sentence == "One goal on a ladder of 5 rungs, 2 of them in words. It stands above its start."
    assert [row[1:] for row in picture.table.rows] == [
        ("+2", "–", "–"), ("+1", "–", "now"), ("0", "daily", "–"), ("−1", "never", "start"), ("−2", "–", "–"),
    ]  # fmt: skip
    marks = {row["mark"]: row["y"] for rows in picture.spec["datasets"].values() for row in rows if "mark" in row}
    assert marks["now"] > marks["start"]
    several = pictured(pack, scaling, {"now": 1}, {"now": -1}, {"now": -2})
    assert "Above the start: 1; at the start: 1; below it: 1." in several.sentence


def test_goals_go_to_the_calendar_under_a_neutral_title_and_to_later_exercises(pack: Pack, scaling: Exercise) -> None:
    given = goals({"day": "2031-03-07"}, {"goal": "walk"})
    (dated,) = kind_of(scaling).calendar(scaling, given, pack.words.say("en"))
    assert (dated.day, dated.title, dated.neutral) == ("2031-03-07", GOAL, "Workshop: look again")
    assert kind_of(scaling).gives(scaling, given) == {"goal": (GOAL, "walk")}


def test_words_are_private_and_only_domains_may_be_offered(pack: Pack, scaling: Exercise) -> None:
    parts = {part.id: (part.tier, part.offered) for part in kind_of(scaling).parts(scaling)}
    assert parts == {"goals": (Tier.PRIVATE, False), "areas": (Tier.GROUP, True)}
    given = goals({"area": "ST"}, {"area": "LS"}, {"area": "ST"})
    body = kind_of(scaling).offer(scaling, given)
    assert body == {"areas": {"areas": ["LS", "ST"]}}
    preview = kind_of(scaling).preview(scaling, "areas", body["areas"], pack.words.say("en"))
    assert preview == ("A goal of mine serves: Lead Self", "A goal of mine serves: Systems Transformation")
    assert kind_of(scaling).offer(scaling, goals({})) == {}


def test_a_person_counts_once_in_a_domain_and_strange_bodies_never(scaling: Exercise) -> None:
    bodies = [{"areas": ["LS", "ST"]}, {"areas": ["LS"]}, {"areas": ["XX"]}, {"areas": []}, {}]
    assert kind_of(scaling).summary(scaling, bodies) == (
        Figure("areas", ("LS", "EO", "AR", "DC", "ST"), (2, 0, 0, 0, 1), 2, multiple=True),
    )
    assert kind_of(scaling).summary(scaling, bodies[2:]) == ()


def test_the_room_hears_where_most_goals_lie_and_where_none_does(pack: Pack, scaling: Exercise) -> None:
    def seen(*counts: int) -> str:
        figure = Figure("areas", ("LS", "EO", "AR", "DC", "ST"), counts, 9, multiple=True)
        release = Release(scaling.id, 1, Counts(9, 9, 0, 9, 0), (figure,), n=9)
        picture = kind_of(scaling).room_picture(scaling, release, pack.words.say("en"))
        assert picture is not None
        return picture.sentence

    assert "Most often: Lead Self and Engage Others." in seen(4, 4, 2, 1, 1)
    assert "Nobody’s goal lies here yet: Achieve Results." in seen(4, 3, 0, 1, 1)
    assert "alike" in seen(2, 2, 2, 2, 2)
