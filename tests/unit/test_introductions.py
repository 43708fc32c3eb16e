"""Claims about introductions: who stands on both sides, the one to ask about, and which week each falls into."""

from __future__ import annotations

import datetime as dt

import pytest

from leads_kit.analysis.introductions import Introduction, Way, both_ways, by_week, to_ask

TODAY = dt.date(2026, 3, 2)


def noted(
    who: str, whom: str = "", way: Way | None = "given", ago: int | None = None, came: str | None = None
) -> Introduction:
    day = None if ago is None else TODAY - dt.timedelta(days=ago)
    return Introduction(who, whom, way, day, came)  # type: ignore[arg-type]


def test_whoever_opened_a_door_and_had_one_opened_stands_on_both_sides_however_spelt() -> None:
    ledger = [noted("Élie", "the florist"), noted("elie", "R. B.", "received"), noted("ELIE", "x", "received")]
    assert both_ways(ledger) == ["elie"]
    assert both_ways([noted("a", "Élie"), noted("elie", "b", "received")]) == ["elie"]


def test_to_be_met_is_not_to_open_a_door() -> None:
    assert both_ways([noted("a", "b"), noted("c", "a", "received")]) == []
    assert both_ways([noted("a", "b"), noted("c", "", "received")]) == []


def test_names_on_both_sides_come_in_the_order_they_were_noted() -> None:
    ledger = [noted("a", "b"), noted("b", "x", "received"), noted("a", "y", "received"), noted("b", "z", "received")]
    assert both_ways(ledger) == ["b", "a"]


def test_the_oldest_of_which_nothing_came_may_be_asked_about_once_it_had_a_week() -> None:
    ledger = [noted("a", ago=8, came="nothing"), noted("b", ago=20, came="nothing"), noted("c", ago=40, came="talk")]
    assert to_ask(ledger, TODAY) is ledger[1]
    assert to_ask([noted("a", ago=7, came="nothing")], TODAY) is not None
    assert to_ask([noted("a", ago=6, came="nothing"), noted("b", came="nothing"), noted("c", ago=30)], TODAY) is None


@pytest.mark.parametrize(("ago", "week"), [(0, 3), (6, 3), (7, 2), (20, 1), (21, 0), (300, 0), (-5, 3), (-30, 3)])
def test_each_falls_into_its_week_and_the_first_takes_all_that_is_older(ago: int, week: int) -> None:
    counts = [0, 0, 0, 0]
    counts[week] = 1
    assert by_week([noted("a", ago=ago)], TODAY, 4) == counts


def test_without_a_day_it_falls_into_no_week() -> None:
    assert by_week([noted("a")], TODAY, 2) == [0, 0]
