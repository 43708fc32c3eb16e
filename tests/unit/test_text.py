"""Claims about numbers, dates and signs as each language writes them."""

from __future__ import annotations

import datetime as dt

import pytest

from leads_kit.text import Lang, Words, clusters, columns


@pytest.mark.parametrize(
    ("lang", "day", "told"),
    [
        ("en", dt.date(2026, 3, 1), "March 1"),
        ("en", dt.date(2026, 8, 21), "August 21"),
        ("fr", dt.date(2026, 3, 1), "1er mars"),
        ("fr", dt.date(2026, 8, 1), "1er août"),
        ("fr", dt.date(2026, 8, 2), "2 août"),
        ("fr", dt.date(2026, 12, 11), "11 décembre"),
        ("fr", dt.date(2026, 12, 31), "31 décembre"),
    ],
)
def test_a_date_reads_as_people_say_it(lang: Lang, day: dt.date, told: str) -> None:
    assert Words({}).say(lang).date(day) == told


@pytest.mark.parametrize("sign", ["a", "é", "e\u0301", "👍🏽", "👩‍👩‍👧‍👦", "🇨🇦", "❤️", "한"], ids=ascii)
def test_a_sign_that_people_see_as_one_is_one(sign: str) -> None:
    assert clusters(sign * 3) == [sign] * 3
    assert "".join(clusters(f"x{sign}y")) == f"x{sign}y"


@pytest.mark.parametrize(
    ("text", "wide"),
    [("", 0), ("ab", 2), ("e\u0301", 1), ("漢字", 4), ("🦉", 2), ("❤️", 2), ("👩‍👩‍👧‍👦", 2), ("🇨🇦", 2)],
    ids=ascii,
)
def test_a_wide_sign_takes_two_columns(text: str, wide: int) -> None:
    assert columns(text) == wide
