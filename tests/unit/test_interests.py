"""Claims about interests of several parties: what is shared, what is one party's alone, and what could be traded."""

from __future__ import annotations

from leads_kit.analysis.interests import Matter, apart, shared, trades


def matter(id: str, **weights: int) -> Matter:
    return Matter(id, id, weights)


def test_shared_is_what_matters_much_to_two_parties_most_of_them_first() -> None:
    two, three, one = matter("two", a=2, b=3, c=0), matter("three", a=2, b=2, c=2), matter("one", a=3, b=1)
    assert shared([two, one, three]) == [three, two]
    assert shared([matter("x", a=3), matter("y", a=1, b=1)]) == []


def test_one_partys_alone_is_what_others_have_said_matters_little_to_them() -> None:
    assert matter("x", a=3, b=1).apart
    assert not matter("x", a=3).apart
    assert not matter("x", a=3, b=2).apart
    assert not matter("x", a=1, b=1).apart


def test_a_trade_is_a_pair_that_each_side_could_give_lightly() -> None:
    one, other, same = matter("one", a=3, b=0), matter("other", a=1, b=2), matter("same", a=2, b=1)
    (trade,) = trades([one, other])
    assert (trade.mine, trade.one, trade.theirs, trade.other) == ("a", one, "b", other)
    assert list(trades([one, same])) == []


def test_who_has_not_said_a_weight_is_no_partner_of_a_trade() -> None:
    assert list(trades([matter("one", a=3, b=0), matter("other", b=0, c=3)])) == []
    assert apart([matter("one", a=3, b=0), matter("other", b=0, c=3)])
    assert list(trades([matter("one", a=3, b=0), matter("other", a=0, c=3)])) == []
    assert len(list(trades([matter("one", a=3, c=0), matter("other", a=0, c=3)]))) == 1
