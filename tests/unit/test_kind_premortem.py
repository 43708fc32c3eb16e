"""Claims about the pre-mortem: reasons without names, quoted first and last, and one thing they may not have thought of."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from leads_kit.kinds import kind_of
from leads_kit.model import Exercise, Pack, Tier
from leads_kit.text import LANGS, Lang, Text


@pytest.fixture
def exercise(pack: Pack) -> Exercise:
    return pack.exercises["ar3-premortem"]


@pytest.fixture
def given(exercise: Exercise) -> Exercise:
    """With the plan of a room."""
    return replace(exercise, supplied={"plan": (Text("One front door.", "Une seule porte."),)})


def reasons(*texts: str) -> dict[str, Any]:
    return {"reasons": [{"id": f"r{at}", "reason": text} for at, text in enumerate(texts, 1)]}


def told(pack: Pack, exercise: Exercise, answer: dict[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(exercise).feedback(exercise, answer, pack.words.say(lang)))


def test_reasons_are_shared_without_names_and_ones_own_plan_is_private(pack: Pack, exercise: Exercise) -> None:
    parts = {part.id: part for part in kind_of(exercise).parts(exercise)}
    assert (parts["plan"].tier, parts["reasons"].tier) == (Tier.PRIVATE, Tier.SHARED)
    assert parts["reasons"].anonymous


def test_a_room_with_a_plan_asks_for_no_other_and_quotes_it(pack: Pack, given: Exercise) -> None:
    form = kind_of(given).form(given, pack.words)
    assert [one.id for one in form.fields] == ["reasons"]
    intro = form.groups[0].intro
    assert intro is not None
    assert "One front door" in intro.en
    assert "“One front door”" in told(pack, given, reasons("too late"))
    assert "Une seule porte" in told(pack, given, reasons("too late"), "fr")


def test_a_suggested_plan_is_not_the_rooms_plan(pack: Pack, exercise: Exercise) -> None:
    assert [one.id for one in kind_of(exercise).form(exercise, pack.words).fields] == ["plan", "reasons"]
    ask = kind_of(exercise).asks(exercise)[0]
    assert ask.least == 0
    assert ask.suggestions[0].en not in told(pack, exercise, reasons("too late"))


def test_the_first_reason_and_the_last_of_several_are_quoted(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, reasons("one", "two", "nobody said no."))
    assert "3 reasons; the first that came to you was “one”" in text
    assert "“nobody said no”" in text
    assert "Look at that one twice" not in told(pack, exercise, reasons("one", "two"))


@pytest.mark.parametrize("lang", LANGS)
def test_a_theme_that_was_not_touched_is_asked_about_in_either_language(
    pack: Pack, exercise: Exercise, lang: Lang
) -> None:
    labels = {id: theme.label.of(lang) for id, theme in exercise.settings.themes.items()}  # type: ignore[attr-defined]
    for reason in ("we were late again", "le budget est arrivé en retard"):
        text = told(pack, exercise, reasons(reason), lang)
        assert labels["time"] in text
        assert labels["people"] in text
        assert labels["power"] not in text


def test_words_that_no_list_knows_touch_on_nothing(pack: Pack, exercise: Exercise) -> None:
    assert "touch on" not in told(pack, exercise, reasons("zzz"))


def test_a_long_list_of_reasons_is_refused_and_six_are_not(pack: Pack, exercise: Exercise) -> None:
    form = kind_of(exercise).form(exercise, pack.words)
    assert form.faults(reasons(*"abcdefg"))
    assert form.faults(reasons("x" * 141))
    assert form.faults(reasons(*"abcdef")) == []


def test_notes_are_the_reasons_that_have_words(exercise: Exercise) -> None:
    notes = kind_of(exercise).notes(exercise, "reasons", reasons("late", "  ", "tired"))
    assert [note.text for note in notes] == ["late", "tired"]
    assert all(not note.values for note in notes)


def test_reasons_are_handed_on_once_each_and_a_plan_is_not(exercise: Exercise) -> None:
    answer = {"plan": "one front door", **reasons("late", "late", "tired")}
    assert kind_of(exercise).gives(exercise, answer) == {"risks": ("late", "tired")}
    assert kind_of(exercise).gives(exercise, {"plan": "one front door"}) == {}


def test_nobody_is_blamed(pack: Pack, exercise: Exercise) -> None:
    words = set(told(pack, exercise, reasons("late", "tired", "no money")).lower().split())
    assert not {"fault", "blame", "wrong", "weak", "negative"} & words
