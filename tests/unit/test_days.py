"""Claims about days: past, today and ahead are told apart, with the weekday in its language."""

from __future__ import annotations

import datetime as dt

import pytest

from leads_kit.analysis.days import seen_from_today


def in_days(days: int) -> dt.date:
    return dt.datetime.now(dt.UTC).astimezone().date() + dt.timedelta(days=days)


@pytest.mark.parametrize(("days", "when"), [(-1, "past"), (0, "today"), (1, "ahead"), (40, "ahead")])
def test_a_day_is_past_today_or_ahead(days: int, when: str) -> None:
    said, values = seen_from_today(in_days(days).isoformat(), "en")
    assert said == when
    assert values.get("n") == (days if days > 0 else None)


def test_the_weekday_is_in_its_language() -> None:
    assert seen_from_today("2030-03-07", "en")[1]["weekday"] == "Thursday"
    assert seen_from_today("2030-03-07", "fr")[1]["weekday"] == "jeudi"


def test_what_is_no_day_is_refused() -> None:
    with pytest.raises(ValueError, match="isoformat"):
        seen_from_today("tomorrow", "en")
