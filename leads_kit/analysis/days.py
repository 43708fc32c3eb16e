"""What the calendar knows of a day and nobody typed: its weekday, and how far away it is."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from babel.dates import format_date

from leads_kit.text import LOCALES, Lang

When = Literal["past", "today", "ahead"]


def seen_from_today(day: str, lang: Lang) -> tuple[When, dict[str, Any]]:
    """Which of three sentences fits a day `YYYY-MM-DD`, and its values: `day`, `weekday`, and `n` days from now when ahead."""
    date = dt.date.fromisoformat(day)
    away = (date - dt.datetime.now(dt.UTC).astimezone().date()).days
    told = {"day": date, "weekday": format_date(date, "EEEE", locale=LOCALES[lang])}
    if away > 0:
        return "ahead", {**told, "n": away}
    return ("today" if away == 0 else "past"), told
