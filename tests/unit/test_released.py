"""Claims about marks of a room: counted before release, read again when five classes may have become three."""

from __future__ import annotations

from itertools import pairwise

import pytest

from leads_kit.analysis.disclosure import FIVE, coarsened
from leads_kit.analysis.released import SPANS, middle, named_middle, why_missing
from leads_kit.analysis.smallgroups import counted
from leads_kit.model import Counts, Figure, Release

COUNTS = Counts(here=0, seats=0, started=0, finished=0, passed=0)


def test_marks_are_counted_and_what_is_no_mark_is_not() -> None:
    figure = counted("now", [1, 5, 5, "na", None, 3])
    assert (figure.classes, figure.counts, figure.n) == (FIVE, (1, 0, 1, 0, 2), 4)
    assert counted("now", ["na", None]).n == 0


@pytest.mark.parametrize(
    ("marks", "stands", "name"),
    [([4, 4, 5, 2, 1, 4, 3, 4], 4.0, "4"), ([4, 4, 5, 4, 1], 4.5, "4–5"), ([1, 2, 5], 1.5, "1–2"), ([], None, "–")],
)
def test_the_middle_is_read_from_the_classes_that_may_be_shown(
    marks: list[int], stands: float | None, name: str
) -> None:
    figure = coarsened(counted("now", marks))
    assert middle(figure) == (None if stands is None else pytest.approx(stands))
    assert named_middle(figure) == name


def test_what_is_not_shown_has_no_middle() -> None:
    assert middle(None) is None
    assert named_middle(None) == "–"


def test_classes_that_were_put_together_take_the_place_of_both_and_no_classes_overlap() -> None:
    assert SPANS["1-2"] == pytest.approx((SPANS["1"][0], SPANS["2"][1]))
    assert SPANS["4-5"] == pytest.approx((SPANS["4"][0], SPANS["5"][1]))
    assert all(SPANS[one][1] < SPANS[other][0] for one, other in pairwise(FIVE))


def test_a_figure_that_is_missing_without_a_reason_had_too_few_answers() -> None:
    release = Release("x", 1, COUNTS, withheld={"now-DC1": "disclosure.very_similar"})
    assert why_missing(release, "now-DC1") == "disclosure.very_similar_here"
    assert why_missing(release, "now-DC2") == "disclosure.too_few_here"


def test_even_answers_take_the_lower_middle() -> None:
    assert middle(Figure("x", FIVE, (0, 4, 0, 4, 0), 8)) == 2.0
