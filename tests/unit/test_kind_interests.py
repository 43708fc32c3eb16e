"""Claims about the walk in the woods: common ground, trades, surprises, ideas with a price, and promises as notes."""

from __future__ import annotations

from typing import Any

import pytest

from leads_kit.form import Grid, Rows
from leads_kit.kinds import Picture, kind_of
from leads_kit.model import Exercise, Note, Pack, Tier
from leads_kit.text import Lang


@pytest.fixture
def exercise(pack: Pack) -> Exercise:
    return pack.exercises["dc4-woods"]


def walk(
    *interests: tuple[str, dict[str, int]], parties: str = "AB", surprising: str = "", **rest: Any
) -> dict[str, Any]:
    """Interests with a weight for each party by its letter."""
    return {
        "parties": [{"id": one, "name": f"party {one}"} for one in parties],
        "interests": [{"id": text, "interest": text, "surprising": text == surprising} for text, _ in interests],
        "weights": {text: weights for text, weights in interests if weights},
    } | rest


SAMPLE = walk(("sleep", {"A": 3, "B": 1}), ("money", {"A": 0, "B": 3}), ("peace", {"A": 2, "B": 3}))


def told(pack: Pack, exercise: Exercise, answer: dict[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(exercise).feedback(exercise, answer, pack.words.say(lang)))


def pictured(pack: Pack, exercise: Exercise, answer: dict[str, Any], lang: Lang = "en") -> Picture | None:
    return kind_of(exercise).own_picture(exercise, answer, pack.words.say(lang))


def test_common_ground_is_counted_and_quoted(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, SAMPLE)
    assert "Common ground: 1 of 3; what matters to one party alone: 2." in text
    assert "“peace” matters much to all of you" in text
    three = walk(("peace", {"A": 2, "B": 3, "C": 0}), parties="ABC")
    assert "“peace” matters much to party A and party B" in told(pack, exercise, three)


def test_without_common_ground_one_is_asked_one_question_deeper(pack: Pack, exercise: Exercise) -> None:
    assert "one question deeper" in told(pack, exercise, walk(("sleep", {"A": 3, "B": 1})))
    assert "one question deeper" not in told(pack, exercise, SAMPLE)


def test_what_is_dear_to_one_and_cheap_for_the_other_may_be_traded(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, SAMPLE)
    assert "“sleep” matters much to party A and little to party B; “money” the other way round" in text
    alone = told(pack, exercise, walk(("sleep", {"A": 3, "B": 1}), ("peace", {"A": 2, "B": 2})))
    assert "“sleep” matters much to party A and little to party B: what of it could be given lightly" in alone
    assert "the other way round" not in alone
    assert "lightly" not in told(pack, exercise, walk(("peace", {"A": 2, "B": 2})))


def test_what_not_every_party_has_weighed_is_asked_for_and_nothing_is_concluded(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, walk(("sleep", {"A": 3})))
    assert "For “sleep”, not every party has said" in text
    assert "Common ground" not in text
    assert "not every party" not in told(pack, exercise, SAMPLE)


def test_a_second_party_is_asked_for(pack: Pack, exercise: Exercise) -> None:
    assert "Whose chair is empty?" in told(pack, exercise, walk(("sleep", {"A": 3}), parties="A"))
    assert "Whose chair" not in told(pack, exercise, SAMPLE)


def test_weights_of_a_party_that_is_gone_count_for_nothing(pack: Pack, exercise: Exercise) -> None:
    picture = pictured(pack, exercise, walk(("sleep", {"A": 3, "Z": 3, "B": 0})))
    assert picture is not None
    assert picture.table.rows == (("sleep", "3 most of all", "0 not at all", "one alone"),)


def test_a_surprise_is_quoted(pack: Pack, exercise: Exercise) -> None:
    surprised = walk(("sleep", {"A": 3, "B": 3}), surprising="sleep")
    assert "A surprise: “sleep”." in told(pack, exercise, surprised)
    assert "surprise" not in told(pack, exercise, SAMPLE).lower()
    picture = pictured(pack, exercise, surprised)
    assert picture is not None
    assert picture.table.rows[0][-1] == "shared · a surprise"


def test_ideas_are_told_with_their_price_or_asked_for_it(pack: Pack, exercise: Exercise) -> None:
    ideas = [{"id": "1", "idea": "one list", "cost": "ten minutes."}, {"id": "2", "idea": "a key"}]
    text = told(pack, exercise, SAMPLE | {"ideas": ideas})
    assert "“one list” (at the cost of: ten minutes)" in text
    assert "A new idea: “a key”. What would it cost, and whom?" in text
    assert "ready to do" in text
    assert "ready to do" not in told(pack, exercise, SAMPLE)


def test_promises_are_said_back_and_parties_without_one_are_invited(pack: Pack, exercise: Exercise) -> None:
    one = SAMPLE | {"promises": [{"id": "1", "promise": "A calls B."}]}
    text = told(pack, exercise, one)
    assert "Promised: “A calls B”. There are 2 parties: what small thing could the one left over do?" in text
    both = SAMPLE | {"promises": [{"id": "1", "promise": "A calls B"}, {"id": "2", "promise": "B answers"}]}
    assert "left over" not in told(pack, exercise, both)


def test_only_promises_become_notes(exercise: Exercise) -> None:
    body = {"promises": [{"id": "1", "promise": " A calls B "}, {"id": "2", "promise": " "}]}
    assert kind_of(exercise).notes(exercise, "promises", body) == (Note("1", "A calls B"),)


def test_one_answer_a_table_is_seen_by_the_table_and_promises_may_be_shared(exercise: Exercise) -> None:
    parts = {part.id: part for part in kind_of(exercise).parts(exercise)}
    assert kind_of(exercise).unit == "table"
    assert parts["walk"].tier is Tier.TABLE
    assert (parts["promises"].tier, parts["promises"].fields) == (Tier.SHARED, ("promises",))


@pytest.mark.parametrize(("lang", "note"), [("en", "shared"), ("fr", "commun")])
def test_the_picture_has_a_column_for_each_party_and_says_what_is_shared(
    pack: Pack, exercise: Exercise, lang: Lang, note: str
) -> None:
    picture = pictured(pack, exercise, walk(("peace", {"A": 2, "B": 3, "C": 2, "D": 3}), parties="ABCD"), lang)
    assert picture is not None
    assert picture.table.columns[1:5] == ("party A", "party B", "party C", "party D")
    assert picture.table.rows[0][-1] == note


def test_without_a_weight_there_is_no_picture(pack: Pack, exercise: Exercise) -> None:
    answer = walk(("sleep", {}), ("money", {}))
    assert pictured(pack, exercise, answer) is None
    assert "Once each party says" in told(pack, exercise, answer)


def test_each_party_has_a_weight_for_each_interest(pack: Pack, exercise: Exercise) -> None:
    form = kind_of(exercise).form(exercise, pack.words)
    grid = next(field for field in form.fields if isinstance(field, Grid))
    lists = {field.id: field for field in form.fields if isinstance(field, Rows)}
    assert grid.row_label in [field.id for field in lists[grid.rows].fields]
    assert grid.column_label in [field.id for field in lists[grid.columns].fields]


def test_a_walk_of_four_parties_stays_within_forty_taps(pack: Pack, exercise: Exercise) -> None:
    weights = dict.fromkeys("ABCD", 2)
    answer = walk(
        *((f"interest {at}", weights) for at in range(6)),
        parties="ABCD",
        ideas=[{"id": str(at), "idea": "an idea"} for at in range(2)],
        promises=[{"id": str(at), "promise": "a promise"} for at in range(4)],
    )
    answer["interests"][0]["surprising"] = answer["interests"][1]["surprising"] = False
    form = kind_of(exercise).form(exercise, pack.words)
    assert form.faults(answer) == []
    assert form.taps(answer) <= 40
