"""Claims about contrast, with the examples of WCAG 2.2."""

from __future__ import annotations

import pytest

from leads_kit.analysis.colours import contrast, ink_on, is_colour


def test_black_on_white_is_21_to_1_and_a_colour_on_itself_1() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#0b6e6e", "#0b6e6e") == 1


def test_the_grey_that_just_passes_and_the_one_that_does_not() -> None:
    assert contrast("#767676", "#ffffff") >= 4.5 > contrast("#777777", "#ffffff")


def test_the_ink_is_the_one_that_reads_better() -> None:
    assert ink_on("#0b6e6e") == "#ffffff"
    assert ink_on("#f2d35b") == "#000000"


@pytest.mark.parametrize("word", ["red", "#fff", "", "#12345g", 7, None])
def test_what_is_no_colour_is_told_from_one(word: object) -> None:
    assert not is_colour(word)
    assert is_colour("#0B6e6e")
