"""Days still to come: today where the person is, how far away a day is, the next Monday, and the same day some months on."""

from __future__ import annotations

import calendar
import datetime as dt

MONTHS = 12
WEEK = 7


def today() -> dt.date:
    """Today by this machine's own clock and time zone."""
    return dt.datetime.now(dt.UTC).astimezone().date()


def away(day: str) -> int:
    """Days from today to a day `YYYY-MM-DD`; negative for one that has passed."""
    return (dt.date.fromisoformat(day) - today()).days


def monday_after(day: dt.date) -> dt.date:
    """The next Monday; a week on where the day is one itself."""
    return day + dt.timedelta(days=WEEK - day.weekday())


def months_on(day: dt.date, months: int) -> dt.date:
    """The same day of a later month, or that month's last day where it is shorter."""
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))
