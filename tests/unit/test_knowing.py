"""Claims about who knows what: how many hands a topic rests on, and which come first."""

from __future__ import annotations

from leads_kit.analysis.knowing import by_risk, hands


def test_hands_are_counted_from_the_level_can_on() -> None:
    assert hands([0, 1, 1, 2, 3, 3]) == (2, 3)
    assert hands([]) == (0, 0)


def test_no_answer_is_nobodys_hand() -> None:
    assert hands([None, "na", 0]) == (0, 0)


def test_topics_that_rest_on_the_fewest_come_first_then_those_that_fewest_know_a_little_of() -> None:
    topics = {"a": (0, 4), "b": (3, 0), "c": (1, 1), "d": (0, 0), "e": (2, 1)}
    assert by_risk(topics) == ["d", "b", "c", "e", "a"]


def test_topics_alike_stay_in_the_rooms_order() -> None:
    assert by_risk({"t2": (1, 1), "t10": (1, 1), "t1": (1, 1)}) == ["t2", "t10", "t1"]
