"""Claims about the first step: what the calendar knows and the person did not type."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from leads_kit.form import Line
from leads_kit.kinds import kind_of
from leads_kit.model import Exercise, Pack, Tier
from leads_kit.text import Lang

STEP = {"person": "the mayor", "brings": "knows who decides", "step": "ask for fifteen minutes"}


@pytest.fixture
def five(pack: Pack) -> Exercise:
    return pack.exercises["dc-first-five"]


def told(pack: Pack, five: Exercise, answer: dict[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(five).feedback(five, answer, pack.words.say(lang)))


def in_days(days: int) -> dt.date:
    return dt.datetime.now(dt.UTC).astimezone().date() + dt.timedelta(days=days)


def test_a_day_ahead_is_told_with_its_weekday_and_its_distance(pack: Pack, five: Exercise) -> None:
    day = in_days(9)
    text = told(pack, five, {**STEP, "day": day.isoformat()})
    assert f"is a {day.strftime('%A')}, 9 days from now" in text
    assert "9 days" not in told(pack, five, {**STEP, "day": in_days(8).isoformat()})


def test_the_weekday_is_told_in_french(pack: Pack, five: Exercise) -> None:
    day = in_days(9)
    french = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")[day.weekday()]
    assert f"est un {french}, dans 9 jours" in told(pack, five, {**STEP, "day": day.isoformat()}, "fr")


@pytest.mark.parametrize(("days", "said"), [(0, "That is today"), (1, ": tomorrow."), (-1, "has passed")])
def test_today_tomorrow_and_yesterday_are_told_as_such(pack: Pack, five: Exercise, days: int, said: str) -> None:
    assert said in told(pack, five, {**STEP, "day": in_days(days).isoformat()})


def test_a_step_without_a_day_is_nudged_and_one_with_a_day_is_not(pack: Pack, five: Exercise) -> None:
    assert "has no day yet" in told(pack, five, STEP)
    assert "has no day yet" not in told(pack, five, {**STEP, "day": in_days(3).isoformat()})


@pytest.mark.parametrize("field", sorted(STEP))
def test_one_line_alone_is_quoted_and_never_called_nothing(pack: Pack, five: Exercise, field: str) -> None:
    text = told(pack, five, {field: STEP[field]})
    assert STEP[field] in text
    assert "Nothing here yet" not in text


def test_a_dated_step_goes_to_the_calendar_and_an_undated_one_does_not(pack: Pack, five: Exercise) -> None:
    say = pack.words.say("en")
    (dated,) = kind_of(five).calendar(five, {**STEP, "day": "2030-03-07"}, say)
    assert (dated.day, dated.title) == ("2030-03-07", STEP["step"])
    assert kind_of(five).calendar(five, STEP, say) == ()
    assert kind_of(five).calendar(five, {"day": "2030-03-07"}, say) == ()


def test_all_of_it_is_private_and_nothing_is_summed_up(five: Exercise) -> None:
    assert {part.tier for part in kind_of(five).parts(five)} == {Tier.PRIVATE}
    assert kind_of(five).summary(five, [STEP, STEP]) == ()


def test_the_person_goes_on_and_people_named_before_are_offered(pack: Pack, five: Exercise) -> None:
    assert kind_of(five).gives(five, {**STEP, "person": " the mayor "}) == {"people": ("the mayor",)}
    assert kind_of(five).gives(five, {**STEP, "person": "  "}) == {}
    assert [one.suggest for one in kind_of(five).form(five, pack.words).fields if isinstance(one, Line)] == [
        "people",
        "",
        "",
    ]
