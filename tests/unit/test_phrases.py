"""Claims about finding phrases in what people wrote."""

from __future__ import annotations

import pytest

from leads_kit.analysis.phrases import akin, found, passages, phrases_of, without, words_of


def test_words_have_no_capitals_accents_apostrophes_or_hyphens() -> None:
    assert words_of("L’Été, rendez-vous À 9 h !") == ["l", "ete", "rendez", "vous", "a", "9", "h"]
    assert words_of(" 🦉 … → ") == []


def test_a_list_is_read_with_commas_stars_and_nothing_for_a_dash() -> None:
    assert phrases_of("Lundi*, fin de semaine,  l’Été , –, , *") == ("lundi*", "fin de semaine", "l ete")


@pytest.mark.parametrize(
    ("text", "phrase", "there"),
    [
        ("After the Meeting.", "meeting", True),
        ("after the meetings", "meeting", False),
        ("after the meetings", "meeting*", True),
        ("remeeting", "meeting*", False),
        ("à la fin de la semaine", "fin de la semaine", True),
        ("à la fin de cette semaine", "fin de la semaine", False),
        ("Rendez‑vous lundi", "rendez-vous", True),
        ("", "meeting", False),
    ],
)
def test_a_phrase_is_found_as_whole_words(text: str, phrase: str, there: bool) -> None:
    assert found(text, phrases_of(phrase)) is there


def test_what_is_taken_out_is_taken_whole_and_the_longest_first() -> None:
    phrases = phrases_of("one day, one day soon, have time")
    assert without("One day soon, when I have time after lunch", phrases) == "when i after lunch"
    assert without("one daylight one day one day", phrases) == "one daylight"


def test_texts_are_akin_that_share_a_word_or_its_beginning() -> None:
    assert akin("Réunions du mardi", "pas de réunion le matin")
    assert akin("email", "no emails")
    assert not akin("email", "no meetings")


def test_short_words_and_those_said_to_be_small_make_nothing_akin() -> None:
    assert not akin("a to be", "to be or a")
    assert not akin("every week", "each week", ["week", "every"])
    assert akin("every week", "each week")


@pytest.mark.parametrize(
    ("text", "phrases", "there"),
    [
        ("You ALWAYS come late, always.", "always", ("ALWAYS",)),
        ("Tu n’es jamais prêt", "jamais, n es", ("n’es", "jamais")),
        ("You don’t care", "you, you don t care, care", ("You don’t care",)),
        ("lazily done, and lazy", "lazi*, lazy", ("lazily", "lazy")),
        ("parce que c’e\u0301tait nul", "c etait", ("c’\u00e9tait",)),
        ("Sideways", "always", ()),
        ("", "always", ()),
        ("½ never", "never", ("never",)),
    ],
)
def test_a_passage_is_said_back_as_it_was_written(text: str, phrases: str, there: tuple[str, ...]) -> None:
    assert passages(text, phrases_of(phrases)) == there
