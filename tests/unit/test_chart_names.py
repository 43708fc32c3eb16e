"""Claims about words of unknown length on the short lines of a chart."""

from __future__ import annotations

import pytest

from leads_kit.charts._names import packed, wrapped
from leads_kit.text import columns

LONG = [
    "x" * 60,
    "a-b " * 15,
    "🦉👩🏽‍⚕️" * 20,
    "interprofessionnelle des soins à domicile et de proximité",
    "é\u0301" * 40,
    "漢字" * 30,
]


@pytest.mark.parametrize("text", LONG)
@pytest.mark.parametrize("width", [4, 6, 11, 44])
def test_no_line_is_longer_than_its_columns_and_none_is_too_many(text: str, width: int) -> None:
    lines = wrapped(text, width, 3)
    assert 1 <= len(lines) <= 3
    assert all(columns(line) <= width for line in lines)


@pytest.mark.parametrize("text", LONG)
def test_lines_narrower_than_a_sign_come_to_an_end_too(text: str) -> None:
    assert len(wrapped(text, 1, 3)) == 3


def test_what_fits_is_not_touched_and_what_goes_on_says_so() -> None:
    assert wrapped("the print shop", 20, 2) == ["the print shop"]
    assert wrapped("the print shop", 9, 2) == ["the print", "shop"]
    assert wrapped("the owner of the print shop", 9, 2) == ["the owner", "of the…"]
    assert wrapped("the owner ofprint shop", 9, 2) == ["the owner", "ofprint…"]


def test_a_long_word_is_parted_at_its_own_hyphens_first() -> None:
    assert wrapped("Côté-Bélanger", 11, 3) == ["Côté-", "Bélanger"]
    assert wrapped("interprofessionnelle", 11, 3) == ["interprofe-", "ssionnelle"]


def test_nothing_has_no_line() -> None:
    assert wrapped(" \n\t ", 11, 3) == []


def test_a_legend_is_parted_between_its_items_only() -> None:
    assert packed(["0 nothing", "1 a little", "2 well"], 23) == ["0 nothing · 1 a little", "2 well"]
    assert packed(["one item that is far too long"], 12) == ["one item", "that is far…"]
    assert packed([], 12) == []
