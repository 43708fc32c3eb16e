"""Claims about the decision matrix: who comes first, how firmly, what is a guess, and what is not compared yet."""

from __future__ import annotations

from typing import Any

import pytest

from leads_kit.kinds import Picture, kind_of
from leads_kit.model import Exercise, Pack, Tier
from leads_kit.text import LANGS, Lang


@pytest.fixture
def exercise(pack: Pack) -> Exercise:
    return pack.exercises["ar2-matrix"]


def matrix(
    weights: tuple[int | None, ...], *marks: tuple[int | None, ...], evidence: tuple[str, ...] = (), **more: Any
) -> dict[str, Any]:
    """Options A, B … with their marks on criteria one, two …"""
    options = [{"id": f"o{at}", "name": "ABCDE"[at]} for at in range(len(marks))]
    options = [row | ({"evidence": evidence[at]} if at < len(evidence) else {}) for at, row in enumerate(options)]
    names = ("one", "two", "three", "four")
    criteria = [
        {"id": f"c{at}", "name": names[at], **({"weight": weight} if weight else {})}
        for at, weight in enumerate(weights)
    ]
    cells = {
        f"c{at}": {f"o{of}": row[at] for of, row in enumerate(marks) if row[at] is not None}
        for at in range(len(weights))
    }
    return {"options": options, "criteria": criteria, "marks": cells, **more}


def told(pack: Pack, exercise: Exercise, answer: dict[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(exercise).feedback(exercise, answer, pack.words.say(lang)))


def pictured(pack: Pack, exercise: Exercise, answer: dict[str, Any]) -> Picture:
    picture = kind_of(exercise).own_picture(exercise, answer, pack.words.say("en"))
    assert picture is not None
    return picture


def test_the_first_option_is_told_with_its_total_and_the_second_with_its_own(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, matrix((3, 1), (4, 0), (1, 5)))
    assert "“A” comes first with 3 of 5, before “B” with 2" in text


@pytest.mark.parametrize(
    ("answer", "word"),
    [
        (matrix((3, 3), (5, 4), (2, 1)), "It stands firm"),
        (matrix((4, 2), (4, 2), (2, 5)), "It leads, without standing firm"),
        (matrix((4, 4, 1), (5, 2, 3), (2, 5, 2)), "It is open"),
    ],
)
def test_how_firmly_it_stands_is_told_in_one_of_three_ways(
    pack: Pack, exercise: Exercise, answer: dict[str, Any], word: str
) -> None:
    text = told(pack, exercise, answer)
    assert word in text
    others = {"It stands firm", "It leads, without standing firm", "It is open"} - {word}
    assert not [other for other in others if other in text]


def test_a_little_more_weight_that_would_turn_it_is_told(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, matrix((3, 3), (5, 2), (2, 4)))
    assert "One more point of weight" not in text
    assert "2 more points of weight on “two” to put “B” first" in text
    nearly = told(pack, exercise, matrix((5, 3), (4, 2), (2, 5)))
    assert "One more point of weight on “two” would put “B” first" in nearly


def test_what_no_weight_can_turn_is_said(pack: Pack, exercise: Exercise) -> None:
    assert "No single weight" in told(pack, exercise, matrix((3, 3), (5, 4), (2, 1)))


def test_level_options_are_told_as_level_and_nothing_is_called_first(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, matrix((2, 2), (4, 2), (2, 4)))
    assert "“A” and “B” stand level with 3 of 5" in text
    assert "comes first" not in text
    assert "firm" not in text


def test_a_guess_is_told_and_weighs_more_where_it_leads(pack: Pack, exercise: Exercise) -> None:
    leads = told(pack, exercise, matrix((3, 3), (5, 4), (2, 1), evidence=("guess", "data")))
    assert "“A” comes first on a guess" in leads
    follows = told(pack, exercise, matrix((3, 3), (5, 4), (2, 1), evidence=("data", "guess")))
    assert "What you marked for “B” is a guess" in follows
    assert "first on a guess" not in follows
    assert "guess" not in told(pack, exercise, matrix((3, 3), (5, 4), (2, 1), evidence=("data", "experience")))


def test_a_guess_that_is_level_is_not_called_first(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, matrix((2, 2), (4, 2), (2, 4), evidence=("guess",)))
    assert "first on a guess" not in text
    assert "What you marked for “A” is a guess" in text


def test_without_weights_all_count_alike_and_a_single_missing_one_is_named(pack: Pack, exercise: Exercise) -> None:
    assert "all of them count alike" in told(pack, exercise, matrix((None, None), (4, 3), (2, 1)))
    text = told(pack, exercise, matrix((3, None), (4, 3), (2, 1)))
    assert "not counting yet: “two”" in text
    assert "alike" not in text


def test_a_missing_mark_is_not_a_nought(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, matrix((3, 3), (4, 3), (2, None)))
    assert "Not counted yet, because an option has no mark there: “two”" in text
    assert "“A” comes first with 4 of 5, before “B” with 2" in text
    assert "Not counted yet" not in told(pack, exercise, matrix((3, 3), (4, 3), (2, 0)))


def test_an_option_without_any_mark_waits_and_holds_nobody_up(pack: Pack, exercise: Exercise) -> None:
    answer = matrix((3, 3), (4, 3), (2, 1), (None, None))
    assert "they have no mark: “C”" in told(pack, exercise, answer)
    rows = pictured(pack, exercise, answer).table.rows
    assert rows[-1][:3] == ("C", "–", "–")


def test_what_weighs_most_is_told_with_its_value_or_asked_for_one(pack: Pack, exercise: Exercise) -> None:
    answer = matrix((5, 1), (4, 3), (2, 1))
    assert "value" not in told(pack, exercise, answer)
    answer["criteria"][1]["value"] = "fairness"
    assert "“one”, has no value behind it yet" in told(pack, exercise, answer)
    answer["criteria"][0]["value"] = "care"
    assert "“one”, serves “care”" in told(pack, exercise, answer)


@pytest.mark.parametrize("lang", LANGS)
def test_a_table_is_asked_for_what_comes_next(pack: Pack, exercise: Exercise, lang: Lang) -> None:
    steps = [
        {},
        {"question": "rent"},
        {"options": [{"id": "a", "name": "stay"}]},
        {"options": [{"id": "a", "name": "stay"}, {"id": "b", "name": "move"}]},
    ]
    steps.append(steps[-1] | {"criteria": [{"id": "c", "name": "light", "weight": 2}]})
    said = [told(pack, exercise, answer, lang) for answer in steps]
    assert len(set(said)) == len(said)
    assert all(kind_of(exercise).own_picture(exercise, answer, pack.words.say(lang)) is None for answer in steps)


def test_only_the_decision_is_shared_and_the_matrix_stays_with_the_table(pack: Pack, exercise: Exercise) -> None:
    kind = kind_of(exercise)
    parts = {part.id: part for part in kind.parts(exercise)}
    assert (parts["matrix"].tier, parts["decided"].tier) == (Tier.TABLE, Tier.SHARED)
    assert kind.unit == "table"
    (note,) = kind.notes(exercise, "decided", {"decided": " We stay, because of the light. "})
    assert note.text == "We stay, because of the light."
    assert kind.notes(exercise, "decided", {"decided": "  "}) == ()


def test_the_picture_puts_the_best_first_with_its_marks_in_the_table(pack: Pack, exercise: Exercise) -> None:
    picture = pictured(pack, exercise, matrix((1, 1), (1, 2), (5, 4), evidence=("data", "guess")))
    assert [row[0] for row in picture.table.rows] == ["B", "A"]
    assert picture.table.rows[0][1:] == ("4.5", "100", "A guess", "5", "4")
    assert picture.table.columns[-2:] == ("one (weight 1)", "two (weight 1)")


def test_nobody_is_told_what_to_choose(pack: Pack, exercise: Exercise) -> None:
    words = set(told(pack, exercise, matrix((3, 1), (4, 0), (1, 5), evidence=("guess",))).lower().split())
    assert not {"should", "must", "wrong", "best", "right"} & words
