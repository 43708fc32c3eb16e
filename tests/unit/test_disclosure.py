"""Figures of a group show no person: in one picture, and in any number of pictures taken together."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leads_kit.analysis.blocks import Group, blocks, draw, fine_enough, fitting
from leads_kit.analysis.disclosure import FIVE, TOO_ALIKE, TOO_FEW, VERY_SIMILAR, WHOLE, coarsened, protect
from leads_kit.analysis.smallgroups import median_class, moved, share_word
from leads_kit.model import Figure

EVERYBODY = [f"seat{at:02}" for at in range(24)]
crowds = st.lists(st.frozensets(st.sampled_from(EVERYBODY), max_size=24), min_size=1, max_size=5)
minimums = st.integers(3, 8)


def marks(*counts: int, id: str = "q", part_of: str = "") -> Figure:
    return Figure(id, FIVE, counts, sum(counts), part_of=part_of)


def seats(*numbers: int) -> frozenset[str]:
    return frozenset(EVERYBODY[at] for at in numbers)


def rounds(crowd: Sequence[frozenset[str]], min_group: int) -> list[frozenset[str]]:
    """The groups of one question's pictures, round by round."""
    shown: list[frozenset[str]] = []
    for people in crowd:
        shown.append(fitting(people, shown, min_group))
    return shown


def arithmetic(pictures: Sequence[frozenset[str]]) -> list[int]:
    """How many people are left over by every sum and difference of pictures that an attacker might try."""
    used = [picture for picture in pictures if picture]
    alike = Counter(tuple(who in one for one in used) for who in EVERYBODY)
    return [
        sum(many for where, many in alike.items() if sum(itertools.compress(weights, where)))
        for weights in itertools.product((-2, -1, 0, 1, 2), repeat=len(used))
    ]


# ---- one picture ----


def test_a_figure_of_fewer_than_the_minimum_is_withheld() -> None:
    figures, withheld = protect([marks(1, 1, 1, 1, 0, id="few"), marks(2, 1, 1, 1, 0, id="enough")], 6, 5)
    assert [figure.id for figure in figures] == ["enough"]
    assert withheld == {"few": TOO_FEW}


def test_with_too_few_people_nothing_is_told_but_that() -> None:
    assert protect([marks(1, 1, 1, 1, 0)], 4, 5) == ((), {WHOLE: TOO_FEW})


@pytest.mark.parametrize("min_group", [2, 0, -5])
def test_no_minimum_under_three_is_taken(min_group: int) -> None:
    with pytest.raises(ValueError, match="under 3"):
        protect([marks(1, 1, 0, 0, 0)], 2, min_group)


def test_under_eight_answers_five_classes_become_three_and_nothing_else_is_told() -> None:
    (figure,), _ = protect([marks(1, 2, 1, 1, 2)], 7, 5)
    assert (figure.classes, figure.counts, figure.n) == (("1-2", "3", "4-5"), (3, 1, 3), 7)
    (figure,), _ = protect([marks(1, 2, 1, 2, 2)], 8, 5)
    assert figure.classes == FIVE


def test_a_figure_may_be_merged_although_it_is_large() -> None:
    (figure,), _ = protect([marks(2, 2, 2, 2, 2)], 10, 5, coarse={"q"})
    assert figure.counts == (4, 2, 4)


def test_what_everybody_said_is_not_shown_as_a_figure() -> None:
    assert protect([marks(0, 0, 0, 9, 0)], 9, 5) == ((), {"q": VERY_SIMILAR, WHOLE: VERY_SIMILAR})
    assert protect([marks(0, 0, 0, 0, 4)], 4, 3)[1]["q"] == VERY_SIMILAR


def test_what_everybody_said_once_classes_are_merged_is_not_shown_either() -> None:
    assert protect([marks(0, 0, 0, 3, 3)], 6, 5)[1]["q"] == VERY_SIMILAR


def test_where_all_but_one_gave_the_same_mark_that_one_does_not_learn_it() -> None:
    assert protect([marks(0, 1, 0, 0, 8)], 9, 5)[1]["q"] == VERY_SIMILAR
    assert protect([marks(0, 0, 5, 1, 0)], 6, 5)[1]["q"] == VERY_SIMILAR
    assert protect([marks(0, 2, 0, 0, 7)], 9, 5)[0][0].counts == (0, 2, 0, 0, 7)


def test_all_but_one_in_a_merged_class_is_shown_because_no_mark_is_told() -> None:
    assert protect([marks(2, 2, 1, 0, 0)], 5, 5)[0][0].counts == (4, 1, 0)


def test_of_a_choice_of_several_only_what_everyone_chose_is_withheld() -> None:
    assert protect([Figure("picks", ("a", "b"), (6, 2), 6, multiple=True)], 6, 5)[1]["picks"] == VERY_SIMILAR
    assert not protect([Figure("picks", ("a", "b"), (5, 2), 6, multiple=True)], 6, 5)[1]


def test_classes_that_are_not_five_marks_stay_as_they_are() -> None:
    figure = Figure("size", ("few", "some", "many"), (2, 2, 2), 6)
    assert coarsened(figure, always=True) == figure


def test_where_no_figure_is_left_the_commonest_reason_stands_for_all() -> None:
    figures = [marks(0, 0, 0, 9, 0, id="a"), marks(0, 9, 0, 0, 0, id="b")]
    assert protect(figures, 9, 5, absent={"c": TOO_ALIKE})[1][WHOLE] == VERY_SIMILAR
    assert protect([], 9, 5, absent={"c": TOO_ALIKE})[1] == {"c": TOO_ALIKE, WHOLE: TOO_ALIKE}
    assert protect([], 9, 5)[1] == {WHOLE: TOO_FEW}


# ---- parts of a total ----


def test_where_one_part_of_a_total_is_hidden_a_second_goes_with_it() -> None:
    total = marks(4, 3, 3, 4, 3, id="all")
    parts = [
        marks(2, 1, 1, 2, 2, id="north", part_of="all"),
        marks(1, 1, 1, 1, 1, id="east", part_of="all"),
        marks(1, 1, 1, 1, 0, id="south", part_of="all"),
    ]
    figures, withheld = protect([total, *parts], 17, 5)
    assert [figure.id for figure in figures] == ["all", "north"]
    assert withheld == {"east": TOO_FEW, "south": TOO_FEW}


def test_a_part_in_which_all_agree_cannot_be_had_by_subtraction() -> None:
    total = marks(1, 2, 2, 8, 1, id="all")
    parts = [marks(0, 0, 0, 6, 0, id="same", part_of="all"), marks(1, 2, 2, 2, 1, id="rest", part_of="all")]
    figures, _ = protect([total, *parts], 14, 5)
    assert [figure.id for figure in figures] == ["all"]


def test_parts_that_leave_nothing_over_are_shown() -> None:
    total = marks(2, 3, 4, 3, 2, id="all")
    parts = [marks(1, 2, 2, 1, 1, id="a", part_of="all"), marks(1, 1, 2, 2, 1, id="b", part_of="all")]
    assert len(protect([total, *parts], 14, 5)[0]) == 3


@given(st.lists(st.lists(st.integers(0, 3), min_size=5, max_size=5), min_size=1, max_size=5), minimums)
def test_what_subtracting_parts_leaves_is_never_under_the_rules(split: list[list[int]], min_group: int) -> None:
    parts = [marks(*counts, id=f"p{at}", part_of="all") for at, counts in enumerate(split)]
    total = marks(*(sum(column) for column in zip(*split, strict=True)), id="all")
    figures, _ = protect([total, *parts], total.n, min_group)
    shown = {figure.id: figure for figure in figures}
    if "all" not in shown or len(shown) == 1:
        return
    rest = [part for part in parts if part.id not in shown]
    left = sum(part.n for part in rest)
    classes = [sum(sum(part.counts[a:b]) for part in rest) for a, b in ((0, 2), (2, 3), (3, 5))]
    assert left == 0 or left >= min_group
    assert left == 0 or max(classes) < left


# ---- many pictures ----


@settings(max_examples=300, deadline=None)
@given(crowds, minimums)
def test_no_arithmetic_on_the_pictures_of_a_question_leaves_fewer_than_the_minimum(
    crowd: list[frozenset[str]], min_group: int
) -> None:
    for left in arithmetic(rounds(crowd[:4], min_group)):
        assert left == 0 or left >= min_group


@settings(max_examples=200, deadline=None)
@given(st.data(), minimums)
def test_nor_does_it_where_every_round_has_nearly_the_same_people(data: st.DataObject, min_group: int) -> None:
    base = frozenset(EVERYBODY[: data.draw(st.integers(min_group, 20))])
    few = st.frozensets(st.sampled_from(EVERYBODY), max_size=3)
    crowd = [base] + [base - data.draw(few) | data.draw(few) for _ in range(3)]
    for left in arithmetic(rounds(crowd, min_group)):
        assert left == 0 or left >= min_group


@settings(max_examples=200, deadline=None)
@given(crowds, minimums)
def test_five_class_pictures_never_leave_fewer_than_eight(crowd: list[frozenset[str]], min_group: int) -> None:
    earlier: list[Group] = []
    for people in crowd[:4]:
        earlier += draw({"q": Group("q", people)}, earlier, min_group, "x").values()
    for left in arithmetic([one.people for one in earlier if one.fine]):
        assert left == 0 or left >= 8


@given(crowds, minimums)
def test_only_people_who_answered_are_in_a_picture(crowd: list[frozenset[str]], min_group: int) -> None:
    for people, shown in zip(crowd, rounds(crowd, min_group), strict=True):
        assert shown <= people
        assert not shown or len(shown) >= min_group


def test_two_rounds_that_differ_enough_by_pairs_may_still_give_one_person_away_and_do_not() -> None:
    """Pairwise the three differ by three people or none; first + second - third would be seat 0 alone."""
    first, second = seats(0, 1, 2, 3), seats(0, 4, 5, 6)
    for left in arithmetic(rounds([first, second, first | second], 3)):
        assert left == 0 or left >= 3


def test_the_same_people_again_are_all_shown_again() -> None:
    twelve = frozenset(EVERYBODY[:12])
    assert rounds([twelve, twelve, twelve], 5) == [twelve] * 3


def test_few_newcomers_wait_until_they_are_enough() -> None:
    twelve = frozenset(EVERYBODY[:12])
    assert rounds([twelve, frozenset(EVERYBODY[:16]), frozenset(EVERYBODY[:17])], 5) == [
        twelve,
        twelve,
        frozenset(EVERYBODY[:17]),
    ]


@pytest.mark.parametrize(
    ("before", "now", "shown"),
    [(12, 11, 7), (24, 22, 19), (10, 9, 5), (9, 8, 0), (12, 7, 7), (12, 5, 5), (12, 4, 0)],
)
def test_where_a_few_are_gone_just_as_many_more_are_left_out_as_it_takes(before: int, now: int, shown: int) -> None:
    groups = rounds([frozenset(EVERYBODY[:before]), frozenset(EVERYBODY[:now])], 5)
    assert len(groups[1]) == shown


def test_who_is_left_out_depends_on_no_answer_and_not_on_the_order_of_arrival() -> None:
    before, now = [frozenset(EVERYBODY[:12])], set(EVERYBODY[:11])
    assert fitting(now, before, 5, "a") == fitting(set(EVERYBODY[10::-1]), before, 5, "a")
    lots = {fitting(now, before, 5, str(salt)) for salt in range(20)}
    assert len(lots) > 10


def test_eight_new_people_beside_five_known_ones_are_shown_in_three_classes() -> None:
    assert not fine_enough(set(EVERYBODY[:13]), [frozenset(EVERYBODY[:8])])
    assert fine_enough(set(EVERYBODY[:16]), [frozenset(EVERYBODY[:8])])


def test_blocks_are_those_who_are_in_the_same_pictures() -> None:
    assert set(blocks([seats(0, 1, 2), seats(2, 3)])) == {seats(0, 1), seats(2), seats(3)}


def test_a_part_of_a_question_has_the_history_of_its_total() -> None:
    everybody, north = frozenset(EVERYBODY[:12]), frozenset(EVERYBODY[:9])
    drawn = draw({"all": Group("all", everybody), "north": Group("all", north)}, [], 5, "x")
    assert drawn["all"].people == everybody
    assert len(drawn["north"].people) == 7
    later = draw({"all": Group("all", everybody - {"seat00"})}, drawn.values(), 5, "x")
    assert all(len(block) >= 5 for block in blocks([one.people for one in (*drawn.values(), *later.values())]))


# ---- words for small groups ----


@pytest.mark.parametrize(
    ("counts", "middle"),
    [((0, 0, 0), None), ((1, 0, 1), "1-2"), ((1, 0, 2), "4-5"), ((2, 1, 2), "3"), ((3, 0, 0), "1-2")],
)
def test_the_middle_is_a_class_and_never_a_number(counts: tuple[int, ...], middle: str | None) -> None:
    assert median_class(("1-2", "3", "4-5"), counts) == middle


@pytest.mark.parametrize(
    ("part", "whole", "word"),
    [(0, 9, "none"), (2, 9, "few"), (4, 9, "some"), (5, 10, "half"), (6, 9, "most"), (199, 200, "most"), (9, 9, "all")],
)
def test_shares_are_words(part: int, whole: int, word: str) -> None:
    assert share_word(part, whole) == f"share.{word}"


@pytest.mark.parametrize(("part", "whole"), [(1, 0), (0, 0), (5, 4), (-1, 4)])
def test_a_share_of_nothing_or_more_than_all_is_refused(part: int, whole: int) -> None:
    with pytest.raises(ValueError, match="share"):
        share_word(part, whole)


def test_two_rounds_are_compared_only_over_those_in_both() -> None:
    assert moved({"a": 1, "b": 3, "c": 5, "gone": 1}, {"a": 2, "b": 3, "c": 4, "new": 5}) == (1, 1, 1)
    assert moved({"gone": 1}, {"new": 2}) == (0, 0, 0)
