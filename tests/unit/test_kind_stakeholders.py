"""Claims about the stakeholder exercise: who is told first, in which order, and that all of it stays with its author."""

from __future__ import annotations

from typing import Any

import pytest

from leads_kit.form import Scale
from leads_kit.kinds import Picture, kind_of
from leads_kit.model import Exercise, Pack, Tier
from leads_kit.text import Lang

COUNCIL: dict[str, Any] = {"id": "a", "name": "Family council", "power": 3, "interest": 9, "now": 1, "needed": 2}
FINANCE: dict[str, Any] = {"id": "b", "name": "Finance", "power": 9, "interest": 3, "now": -1, "needed": 1}


@pytest.fixture
def exercise(pack: Pack) -> Exercise:
    return pack.exercises["dc4-stakeholders"]


def told(pack: Pack, exercise: Exercise, *rows: dict[str, Any], lang: Lang = "en") -> tuple[str, ...]:
    return kind_of(exercise).feedback(exercise, {"stakeholders": list(rows)}, pack.words.say(lang))


def pictured(pack: Pack, exercise: Exercise, *rows: dict[str, Any], lang: Lang = "en") -> Picture | None:
    return kind_of(exercise).own_picture(exercise, {"stakeholders": list(rows)}, pack.words.say(lang))


def test_whoever_is_affected_but_unheard_is_told_before_the_order(pack: Pack, exercise: Exercise) -> None:
    first, second, third = told(pack, exercise, COUNCIL, FINANCE)
    assert "affected but unheard" in first
    assert "Family council" in first
    assert "look first at Finance: from −1 to +1 with power 9, which makes 18" in second
    assert "Family council (3)" in third
    assert "not who matters more" in third


def test_nobody_is_called_unheard_where_nobody_is(pack: Pack, exercise: Exercise) -> None:
    assert "unheard" not in " ".join(told(pack, exercise, FINANCE))
    assert "entendu" not in " ".join(told(pack, exercise, FINANCE, lang="fr"))


def test_whoever_stands_as_needed_is_not_in_the_order_and_is_told_apart(pack: Pack, exercise: Exercise) -> None:
    settled = {**COUNCIL, "id": "c", "name": "the clinics", "power": 8, "now": 1, "needed": 1}
    text = " ".join(told(pack, exercise, settled, FINANCE))
    assert "Already where you need them (the clinics)" in text
    assert "the clinics (0)" not in text


def test_one_clash_and_gain_is_quoted_and_the_fuller_one_wins(pack: Pack, exercise: Exercise) -> None:
    half = {**FINANCE, "clash": "the cost"}
    full = {**COUNCIL, "clash": "the pace", "gain": "a say"}
    assert "With Finance you could clash over “the cost”. What would they gain?" in told(pack, exercise, half, COUNCIL)
    text = " ".join(told(pack, exercise, half, full))
    assert "With Family council you could clash over “the pace”, and they would gain “a say”" in text
    assert "the cost" not in text
    assert "What Finance would gain: “peace”" in " ".join(told(pack, exercise, {**FINANCE, "gain": "peace"}))


def test_whoever_can_reach_several_is_noticed_however_it_was_spelt(pack: Pack, exercise: Exercise) -> None:
    rows = [{**COUNCIL, "reach": "M. Côté "}, {**FINANCE, "reach": "m. cote"}]
    assert "One and the same door leads to Finance and Family council: “m. cote”." in " ".join(
        told(pack, exercise, *rows)
    )
    assert "door" not in " ".join(told(pack, exercise, {**COUNCIL, "reach": "R. B."}, FINANCE))


def test_an_unmarked_row_is_asked_for_and_counts_for_nothing(pack: Pack, exercise: Exercise) -> None:
    rows = ({"id": "x", "name": "the press"}, FINANCE)
    assert "Still without all four marks (the press)" in " ".join(told(pack, exercise, *rows))
    assert told(pack, exercise, rows[0]) == ("You named the press; power and interest come next, and a guess will do.",)
    assert pictured(pack, exercise, rows[0]) is None


def test_rows_without_a_name_do_not_count(pack: Pack, exercise: Exercise) -> None:
    nameless = {**FINANCE, "name": "  "}
    assert told(pack, exercise, nameless) == told(pack, exercise)
    assert pictured(pack, exercise, nameless) is None


def test_the_table_has_the_marks_the_priority_and_the_place_in_order(pack: Pack, exercise: Exercise) -> None:
    picture = pictured(pack, exercise, COUNCIL, FINANCE)
    assert picture is not None
    assert picture.table.rows == (
        ("Finance", "9", "3", "−1", "+1", "18", "keep their trust"),
        ("Family council", "3", "9", "+1", "+2", "3", "hear them first"),
    )
    assert "The tinted quarter holds Family council, with much at stake" in picture.sentence


def test_a_mark_left_out_is_a_dash_and_never_a_zero(pack: Pack, exercise: Exercise) -> None:
    picture = pictured(pack, exercise, {"id": "x", "name": "the press", "power": 0, "now": 0})
    assert picture is not None
    assert picture.table.rows == (("the press", "0", "–", "0", "–", "–", "–"),)


def test_a_legend_names_the_marks_that_are_there_and_no_others(pack: Pack, exercise: Exercise) -> None:
    picture = pictured(pack, exercise, FINANCE)
    assert picture is not None
    spec = str(picture.spec)
    assert "■ against" in spec
    assert "● in favour" not in spec
    assert "dashed" not in spec


def test_all_of_it_is_private_and_the_room_gets_nothing(pack: Pack, exercise: Exercise) -> None:
    kind = kind_of(exercise)
    assert [(part.tier, part.offered) for part in kind.parts(exercise)] == [(Tier.PRIVATE, False)]
    assert kind.summary(exercise, [{"stakeholders": [FINANCE]}]) == ()
    assert kind.offer(exercise, {"stakeholders": [FINANCE]}) == {}


def test_names_are_handed_on_once_each(exercise: Exercise) -> None:
    answer = {"stakeholders": [COUNCIL, FINANCE, {"id": "c", "name": "Finance"}]}
    assert kind_of(exercise).gives(exercise, answer) == {"people": ("Finance", "Family council")}


def test_numbers_go_from_nought_to_ten_and_stances_from_minus_two_to_two(pack: Pack, exercise: Exercise) -> None:
    form = kind_of(exercise).form(exercise, pack.words)
    (rows,) = form.fields
    scales = {one.id: (one.low, one.high) for one in rows.fields if isinstance(one, Scale)}  # type: ignore[attr-defined]
    assert scales == {"power": (0, 10), "interest": (0, 10), "now": (-2, 2), "needed": (-2, 2)}
    for wrong in ({"power": 11}, {"interest": -1}, {"now": 3}, {"needed": -3}, {"power": True}, {"power": "9"}):
        assert form.faults({"stakeholders": [{"id": "x", **wrong}]})
    assert len(form.faults({"stakeholders": [{"id": str(at)} for at in range(13)]})) == 1


def test_five_rows_of_the_short_form_take_twenty_five_taps(pack: Pack, exercise: Exercise) -> None:
    form = kind_of(exercise).form(exercise, pack.words)
    rows = [{**FINANCE, "id": str(at), "clash": "typed", "reach": "typed"} for at in range(5)]
    assert form.taps({"stakeholders": rows}) == 25


def test_nobody_is_called_good_or_bad(pack: Pack, exercise: Exercise) -> None:
    against = {**FINANCE, "now": -2, "needed": 2}
    words = set(" ".join(told(pack, exercise, against, COUNCIL)).lower().split())
    assert not {"enemy", "opponent", "bad", "good", "difficult", "resistant", "problem"} & words
