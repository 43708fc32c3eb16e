"""Claims about times in a text: numbers, months and days of either language, and words that are given."""

from __future__ import annotations

import pytest

from leads_kit.analysis.times import names_a_time


@pytest.mark.parametrize(
    "text",
    [
        "call R. B. on Friday",
        "l’appeler vendredi",
        "by the 15th",
        "avant le 3",
        "in February",
        "en août",
        "EN AOUT",
        "at 9",
    ],
)
def test_numbers_months_and_days_are_times_in_either_language(text: str) -> None:
    assert names_a_time(text)


@pytest.mark.parametrize("text", ["", "ask for half an hour", "l’inviter à dîner", "fridaylike", "R. B."])
def test_a_text_without_them_names_none(text: str) -> None:
    assert not names_a_time(text)


@pytest.mark.parametrize("text", ["Tomorrow I ask her", "je l’invite demain", "dès aujourd’hui", "aujourd'hui"])
def test_given_words_count_whatever_their_case_and_their_apostrophe(text: str) -> None:
    words = ["tomorrow tonight", "demain aujourd’hui"]
    assert names_a_time(text, words)
    assert not names_a_time(text)
