"""Claims about stakeholders: quarters, priority, order, and who may go unheard. Numbers of the worked sample."""

from __future__ import annotations

import pytest

from leads_kit.analysis.stakeholders import Quadrant, Stakeholder, ordered

COUNCIL = Stakeholder("council", power=3, interest=9, now=1, needed=2)
FINANCE = Stakeholder("finance", power=9, interest=3, now=-1, needed=1)


def test_the_worked_sample_gives_its_numbers() -> None:
    assert (COUNCIL.priority, COUNCIL.unheard) == (3, True)
    assert (FINANCE.priority, FINANCE.unheard) == (18, False)
    assert [one.id for one in ordered([COUNCIL, FINANCE])] == ["finance", "council"]


@pytest.mark.parametrize(
    ("power", "interest", "quadrant"),
    [
        (5, 5, Quadrant.HIGH_HIGH), (10, 10, Quadrant.HIGH_HIGH), (5, 4, Quadrant.HIGH_LOW), (10, 0, Quadrant.HIGH_LOW),
        (4, 5, Quadrant.LOW_HIGH), (0, 10, Quadrant.LOW_HIGH), (4, 4, Quadrant.LOW_LOW), (0, 0, Quadrant.LOW_LOW),
    ],
)  # fmt: skip
def test_quarters_part_at_five(power: int, interest: int, quadrant: Quadrant) -> None:
    one = Stakeholder("x", power=power, interest=interest)
    assert one.quadrant is quadrant
    assert one.unheard is (quadrant is Quadrant.LOW_HIGH)


def test_a_missing_mark_is_no_zero() -> None:
    assert Stakeholder("x", power=9).priority is None
    assert Stakeholder("x", now=1, needed=2).priority is None
    assert Stakeholder("x", power=3).quadrant is None
    assert not Stakeholder("x", interest=9).unheard
    assert Stakeholder("x", power=0, now=-2, needed=2).priority == 0


def test_the_distance_counts_whichever_way_it_goes() -> None:
    assert Stakeholder("x", power=5, now=2, needed=1).priority == 5
    assert Stakeholder("x", power=5, now=-2, needed=2).priority == 20


def test_of_equal_priorities_the_more_powerful_comes_first_then_the_one_named_first() -> None:
    weak = Stakeholder("weak", power=4, now=0, needed=2)
    strong = Stakeholder("strong", power=8, now=0, needed=1)
    same = Stakeholder("same", power=8, now=1, needed=0)
    assert [one.id for one in ordered([weak, strong, same])] == ["strong", "same", "weak"]


def test_those_without_a_priority_come_after_those_who_stand_as_needed() -> None:
    settled = Stakeholder("settled", power=9, now=1, needed=1)
    unknown = Stakeholder("unknown", power=10, interest=10)
    assert [one.id for one in ordered([unknown, settled])] == ["settled", "unknown"]
