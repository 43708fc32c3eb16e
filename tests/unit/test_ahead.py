"""Claims about days to come."""

from __future__ import annotations

import datetime as dt

import pytest

from leads_kit.analysis.ahead import away, monday_after, months_on, today


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        ("2026-03-02", 6, "2026-09-02"),
        ("2026-11-25", 6, "2027-05-25"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-12-31", 1, "2027-01-31"),
        ("2026-01-31", 12, "2027-01-31"),
    ],
)
def test_months_on_keeps_the_day_or_takes_the_last_of_a_shorter_month(day: str, months: int, then: str) -> None:
    assert months_on(dt.date.fromisoformat(day), months) == dt.date.fromisoformat(then)


def test_days_away_count_from_today_in_both_directions() -> None:
    assert away(today().isoformat()) == 0
    assert away((today() + dt.timedelta(days=14)).isoformat()) == 14
    assert away((today() - dt.timedelta(days=1)).isoformat()) == -1


@pytest.mark.parametrize(
    ("day", "monday"),
    [
        ("2026-03-02", "2026-03-09"),
        ("2026-03-08", "2026-03-09"),
        ("2026-12-31", "2027-01-04"),
        ("2026-03-03", "2026-03-09"),
    ],
)
def test_the_next_monday_is_never_today(day: str, monday: str) -> None:
    assert monday_after(dt.date.fromisoformat(day)) == dt.date.fromisoformat(monday)
