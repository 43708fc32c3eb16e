"""Claims about small ideas: in which corner each lies, and which to try first."""

from __future__ import annotations

import pytest

from leads_kit.analysis.trying import Corner, Idea, to_try


def idea(text: str, effect: int | None = None, effort: int | None = None, undoing: int | None = None) -> Idea:
    return Idea(text, text, effect, effort, undoing)


@pytest.mark.parametrize(
    ("effect", "effort", "corner"),
    [(2, 1, Corner.SOON), (3, 1, Corner.SOON), (2, 2, Corner.PLAN), (3, 3, Corner.PLAN), (1, 1, Corner.BESIDE),
     (1, 2, Corner.REST), (1, 3, Corner.REST), (None, 1, None), (3, None, None)],
)  # fmt: skip
def test_a_corner_tells_whether_there_is_more_than_a_little(
    effect: int | None, effort: int | None, corner: Corner | None
) -> None:
    assert idea("a", effect, effort).corner is corner


def test_what_gives_most_for_what_it_takes_comes_first() -> None:
    assert [one.text for one in to_try([idea("a", 3, 3), idea("b", 2, 1), idea("c", 1, 1)])] == ["b"]


def test_of_equals_the_one_that_is_undone_more_easily_comes_first() -> None:
    assert [one.text for one in to_try([idea("a", 2, 1, 2), idea("b", 2, 1, 0), idea("c", 2, 1)])] == ["b"]
    assert [one.text for one in to_try([idea("a", 2, 1, 2), idea("b", 2, 1)])] == ["b"]


def test_several_may_stand_alike_in_the_order_they_were_written() -> None:
    assert [one.text for one in to_try([idea("a", 1, 1, 1), idea("b", 3, 3), idea("c", 2, 1, 2)])] == ["c"]
    assert [one.text for one in to_try([idea("a", 1, 1, 1), idea("b", 3, 3)])] == ["a", "b"]


def test_an_idea_with_half_of_its_marks_is_not_compared() -> None:
    assert to_try([idea("a", 3), idea("b", None, 1)]) == []
    assert [one.text for one in to_try([idea("a", 3), idea("b", 1, 3, 2)])] == ["b"]
