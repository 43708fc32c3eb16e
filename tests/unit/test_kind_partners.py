"""Claims about goal and wishes: what is noticed of a list and nobody typed, what goes on, and what stays."""

from __future__ import annotations

from typing import Any

import pytest

from leads_kit.analysis.ahead import months_on, today
from leads_kit.form import Choice, Line, Rows
from leads_kit.kinds import Picture, kind_of
from leads_kit.model import Exercise, Pack, Tier
from leads_kit.text import Lang

GOAL = "same-day answers"


@pytest.fixture
def wishes(pack: Pack) -> Exercise:
    return pack.exercises["dc1-goal-and-wishes"]


def people(*reasons: str, goal: str = "") -> dict[str, Any]:
    """People A, B, C … with the reasons whose initials are given: v, c for complement, s for the same customers."""
    names = {"v": "values", "c": "complement", "s": "customers"}
    rows = [
        {"id": f"r{at}", "name": chr(ord("A") + at), "reasons": [names[one] for one in given]}
        for at, given in enumerate(reasons)
    ]
    return {"people": rows} | ({"goal": goal} if goal else {})


def told(pack: Pack, wishes: Exercise, answer: dict[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(wishes).feedback(wishes, answer, pack.words.say(lang)))


def pictured(pack: Pack, wishes: Exercise, answer: dict[str, Any]) -> Picture:
    picture = kind_of(wishes).own_picture(wishes, answer, pack.words.say("en"))
    assert picture is not None
    return picture


def test_goal_and_people_are_said_back_together(pack: Pack, wishes: Exercise) -> None:
    text = told(pack, wishes, people("v", "s", goal=GOAL))
    assert "For “same-day answers” you thought of A and B: 2 people in all." in text
    assert "Nothing here yet" not in text


def test_a_goal_alone_is_told_the_day_half_a_year_on_and_people_alone_are_not(pack: Pack, wishes: Exercise) -> None:
    say = pack.words.say("en")
    ahead = f"In 6 months it will be {say.date(months_on(today(), 6))}."
    assert ahead in told(pack, wishes, {"goal": GOAL})
    assert "In 6 months" not in told(pack, wishes, people("v"))


def test_whoever_carries_several_reasons_is_named_and_whoever_carries_one_is_not(pack: Pack, wishes: Exercise) -> None:
    assert "In A, more than one reason" in told(pack, wishes, people("vcs", "v", "s"))
    assert "In A and C, more than one reason" in told(pack, wishes, people("vc", "v", "cs"))
    assert "more than one reason" not in told(pack, wishes, people("v", "c", "s"))


def test_many_who_carry_several_reasons_are_counted_rather_than_listed(pack: Pack, wishes: Exercise) -> None:
    assert "In 5 of your 6 people, more than one reason" in told(
        pack, wishes, people("vc", "vc", "vc", "vc", "vc", "s")
    )
    assert "In A, B, C and D, more than one reason" in told(pack, wishes, people("vc", "vc", "vc", "vc", "s"))


def test_a_reason_that_nobody_carries_is_noticed(pack: Pack, wishes: Exercise) -> None:
    assert "stands for “shares the customers with me” yet" in told(pack, wishes, people("v", "c"))
    assert "stands for “complements me” and “shares the customers with me” yet" in told(pack, wishes, people("v"))
    assert "yet" not in told(pack, wishes, people("vc", "s"))


def test_a_reason_that_rests_on_one_of_three_is_noticed_and_of_two_is_not(pack: Pack, wishes: Exercise) -> None:
    assert "“complements me” rests on B alone" in told(pack, wishes, people("vs", "c", "vs"))
    assert "rests on" not in told(pack, wishes, people("vs", "c"))


def test_all_of_one_kind_is_one_sentence_and_says_nothing_bad(pack: Pack, wishes: Exercise) -> None:
    text = told(pack, wishes, people("v", "v", "v"))
    assert "there for one and the same reason: “shares my values”" in text
    assert "Nobody on your list" not in text
    assert "one and the same" not in told(pack, wishes, people("v", "v", "c"))
    assert "one and the same" not in told(pack, wishes, people("vc", "vc"))
    assert "one and the same" not in told(pack, wishes, people("v"))


def test_people_without_a_reason_are_asked_about_gently(pack: Pack, wishes: Exercise) -> None:
    assert "No reason is ticked yet" in told(pack, wishes, people("", ""))
    assert "For B no reason is ticked yet" in told(pack, wishes, people("v", "", "c"))


def test_the_same_is_noticed_in_french(pack: Pack, wishes: Exercise) -> None:
    text = told(pack, wishes, people("vc", "v", "v", goal="un guichet unique"), "fr")
    assert "Pour «\u00a0un guichet unique\u00a0», vous avez nommé A, B et C\u00a0: 3 personnes en tout." in text
    assert "Chez A, plusieurs raisons se rejoignent" in text
    assert "ne répond encore à «\u00a0partage la clientèle avec moi\u00a0»" in text
    assert "«\u00a0me complète\u00a0» repose sur A seulement" in text


def test_the_table_has_everybody_and_how_many_stand_for_each_reason(pack: Pack, wishes: Exercise) -> None:
    table = pictured(pack, wishes, people("vc", "", "v")).table
    assert table.columns == ("Person", "shares my values", "complements me", "shares the customers with me")
    assert table.rows == (
        ("A", "yes", "yes", "–"), ("B", "–", "–", "–"), ("C", "yes", "–", "–"), ("How many", "2", "1", "0"),
    )  # fmt: skip


def test_what_somebody_brings_stands_in_the_table_where_it_was_said(pack: Pack, wishes: Exercise) -> None:
    answer = people("v", "c")
    answer["people"][1]["brings"] = "knows the clinics"
    table = pictured(pack, wishes, answer).table
    assert [row[-1] for row in table.rows] == ["–", "knows the clinics", "–"]


def test_without_a_reason_there_is_nothing_to_draw(pack: Pack, wishes: Exercise) -> None:
    for answer in ({}, {"goal": GOAL}, people("", ""), {"people": [{"id": "r1", "name": " ", "reasons": ["values"]}]}):
        assert kind_of(wishes).own_picture(wishes, answer, pack.words.say("en")) is None


def test_people_and_goal_go_on_each_once_and_blanks_do_not(wishes: Exercise) -> None:
    gives = kind_of(wishes).gives
    rows = [{"id": "r1", "name": " home care "}, {"id": "r2", "name": ""}, {"id": "r3", "name": "home care"}]
    assert gives(wishes, {"goal": f" {GOAL} ", "people": rows}) == {"people": ("home care",), "goal": (GOAL,)}
    assert gives(wishes, {"goal": " ", "people": rows[1:2]}) == {}


def test_all_of_it_is_private_and_nothing_is_summed_up(wishes: Exercise) -> None:
    assert [(part.tier, part.fields) for part in kind_of(wishes).parts(wishes)] == [(Tier.PRIVATE, ("goal", "people"))]
    assert kind_of(wishes).offer(wishes, people("v", "v", "v")) == {}
    assert kind_of(wishes).summary(wishes, [people("v")]) == ()


def test_people_named_before_are_offered_and_three_reasons_fit(pack: Pack, wishes: Exercise) -> None:
    goal, listed = kind_of(wishes).form(wishes, pack.words).fields
    assert isinstance(goal, Line)
    assert isinstance(listed, Rows)
    assert (goal.suggest, listed.suggest, listed.most) == ("goal", "people", 10)
    _name, why, brings = listed.fields
    assert isinstance(why, Choice)
    assert (why.most, brings.full_only, brings.optional) == (3, True, True)
