"""Claims about the list of risks: with which to begin, which to be ready for, what nobody looks after."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from leads_kit.analysis.ahead import today
from leads_kit.kinds import Picture, kind_of
from leads_kit.model import Exercise, Note, Pack, Said, Tier
from leads_kit.text import Lang


@pytest.fixture
def exercise(pack: Pack) -> Exercise:
    return pack.exercises["ar3-risks"]


def risk(name: str, likelihood: int, impact: int, influence: str = "yes", **more: Any) -> dict[str, Any]:
    marks = {"likelihood": likelihood, "impact": impact, "influence": influence}
    return {"id": name, "risk": name, **marks, "owner": f"owner of {name}", **more}


def told(pack: Pack, exercise: Exercise, *rows: dict[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(exercise).feedback(exercise, {"risks": list(rows)}, pack.words.say(lang)))


def pictured(pack: Pack, exercise: Exercise, *rows: dict[str, Any]) -> Picture | None:
    return kind_of(exercise).own_picture(exercise, {"risks": list(rows)}, pack.words.say("en"))


def test_one_begins_with_the_heaviest_that_can_be_influenced(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, risk("rain", 3, 3, "no"), risk("keys", 2, 2), risk("money", 3, 2, "partly"))
    assert "Begin with “money”: likelihood 3 times impact 2 makes 6 of 9" in text
    assert "in part" in text
    assert "“rain” is as heavy as 9 of 9 and out of your hands" in text
    assert "Begin with “rain”" not in text


def test_the_plan_is_quoted_or_asked_for(pack: Pack, exercise: Exercise) -> None:
    planned = told(pack, exercise, risk("keys", 3, 3, then="if they are gone, then we ring."))
    assert "“if they are gone, then we ring”" in planned
    assert "Finish the sentence" not in planned
    assert "if “keys” shows, then we …" in told(pack, exercise, risk("keys", 3, 3))


def test_what_is_out_of_hand_can_be_met_and_its_plan_is_said_back(pack: Pack, exercise: Exercise) -> None:
    keys = risk("keys", 1, 1)
    assert "the day it comes?" in told(pack, exercise, keys, risk("rain", 3, 3, "no"))
    assert "for that you have “we go inside”" in told(
        pack, exercise, keys, risk("rain", 3, 3, "no", then="we go inside")
    )
    assert "out of your hands" not in told(pack, exercise, keys, risk("rain", 2, 2, "no"))


def test_where_nothing_can_be_influenced_that_is_asked_about_once(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, risk("rain", 3, 3, "no"))
    assert "The heaviest is “rain”" in text
    assert "out of your hands" not in text


def test_the_heaviest_without_an_owner_is_named_and_the_others_are_counted(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, risk("a", 1, 1, owner=" "), risk("b", 3, 3, owner=""), risk("c", 3, 3))
    assert "Nobody keeps an eye on “b” yet, nor on 1 other" in text
    assert "Nobody keeps an eye on “a” yet. Which" in told(pack, exercise, risk("a", 1, 1, owner=""), risk("c", 2, 2))
    assert "Nobody" not in told(pack, exercise, risk("a", 1, 1))


def test_whoever_looks_after_three_is_noticed_however_it_was_spelt(pack: Pack, exercise: Exercise) -> None:
    rows = [risk(str(at), 2, 2, owner=owner) for at, owner in enumerate(("Chef", "chef ", "CHEF", "desk"))]
    assert "looks after 3 of 4 risks" in told(pack, exercise, *rows)
    assert "looks after" not in told(pack, exercise, *rows[1:])


def test_the_next_day_comes_with_its_weekday_and_a_day_gone_by_is_asked_about(pack: Pack, exercise: Exercise) -> None:
    soon = today() + dt.timedelta(days=3)
    text = told(pack, exercise, risk("a", 2, 2, day=soon.isoformat()), risk("b", 2, 2, day="2020-01-01"))
    assert f"“a”: {soon:%B} {soon.day}, a {soon:%A}, 3 days from now" in text
    assert "has passed for “b”" in text


def test_a_mark_left_out_is_no_nought_and_is_asked_for(pack: Pack, exercise: Exercise) -> None:
    half = {"id": "x", "risk": "half", "likelihood": 3}
    assert "Still without all three marks: “half”" in told(pack, exercise, risk("a", 1, 1), half)
    assert told(pack, exercise, half).startswith("You listed “half”")
    assert pictured(pack, exercise, half) is None
    picture = pictured(pack, exercise, risk("a", 1, 1), half)
    assert picture is not None
    assert picture.table.rows[1][:5] == ("half", "3", "–", "–", "–")


def test_the_table_is_in_the_order_to_look_at_them(pack: Pack, exercise: Exercise) -> None:
    picture = pictured(pack, exercise, risk("a", 1, 1), risk("b", 3, 3, "no"), risk("c", 3, 3))
    assert picture is not None
    assert [row[0] for row in picture.table.rows] == ["c", "b", "a"]
    assert "In the tinted fields: “c” and “b”" in picture.sentence


def test_what_was_released_is_handed_to_every_table_and_what_waits_is_not(pack: Pack, exercise: Exercise) -> None:
    said = [Said("1", Note("r1", "too late")), Said("2", Note("r1", ""))]
    kind = kind_of(exercise)
    assert kind.hears(exercise) == ("ar3-premortem",)
    heard = [kind.heard(exercise, said, table, pack.words)["risks"] for table in (1, 2)]
    assert [[text.en for text in one] for one in heard] == [["too late"], ["too late"]]


def test_a_chip_fits_the_line_that_it_fills(pack: Pack, exercise: Exercise) -> None:
    reasons = pack.exercises["ar3-premortem"]
    (given,) = (one for one in kind_of(reasons).form(reasons, pack.words).fields if one.id == "reasons")
    (asked,) = kind_of(exercise).form(exercise, pack.words).fields
    assert given.fields[0].most <= asked.fields[0].most  # type: ignore[attr-defined]
    assert asked.suggest == "risks"  # type: ignore[attr-defined]


def test_it_stays_with_the_table_and_nothing_is_a_note(pack: Pack, exercise: Exercise) -> None:
    kind = kind_of(exercise)
    assert [part.tier for part in kind.parts(exercise)] == [Tier.TABLE]
    assert kind.unit == "table"
    assert kind.notes(exercise, "risks", {"risks": [risk("a", 1, 1)]}) == ()


def test_a_dated_plan_goes_to_the_calendar_under_a_harmless_title(pack: Pack, exercise: Exercise) -> None:
    rows = [risk("a", 1, 1, day="2099-01-01", then="if so, then"), risk("b", 1, 1, day="2099-02-01"), risk("c", 1, 1)]
    found = kind_of(exercise).calendar(exercise, {"risks": rows}, pack.words.say("en"))
    assert [(one.day, one.title) for one in found] == [("2099-01-01", "if so, then"), ("2099-02-01", "b")]
    assert all(one.neutral != "a" and "if so" not in one.neutral for one in found)


def test_eight_rows_are_kept_and_nine_are_not(pack: Pack, exercise: Exercise) -> None:
    form = kind_of(exercise).form(exercise, pack.words)
    assert form.faults({"risks": [risk(str(at), 1, 1) for at in range(8)]}) == []
    assert form.faults({"risks": [risk(str(at), 1, 1) for at in range(9)]})
    assert form.faults({"risks": [risk("a", 4, 1)]})
    assert form.faults({"risks": [risk("a", 1, 1, "perhaps")]})
