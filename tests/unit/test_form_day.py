"""Claims about days: what a date control sends is one, and nothing else is."""

from __future__ import annotations

from typing import Any

import pytest

from leads_kit.form import Day
from leads_kit.text import Text

DAY = Day("day", Text("When", "Quand"))


@pytest.mark.parametrize("value", ["2026-03-01", "2028-02-29", "2000-01-01", "2099-12-31"])
def test_a_day_of_this_century_is_one(value: str) -> None:
    assert DAY.faults(value, "day") == []


@pytest.mark.parametrize(
    "value",
    ["20260101", "2026-W03-1", "2026W031", "2026-060", "2026-1-5", "2026-02-29", "2026-13-01", "0202-03-01", "2126-03-01",
     "12026-03-01", " 2026-03-01", "2026-03-01\n", "2026-03-01T10:00", "٢٠٢٦-03-01", "", 20260101, 1.5, True, [], {}],
)  # fmt: skip
def test_anything_else_is_a_fault_and_never_an_exception(value: Any) -> None:
    assert [problem.word for problem in DAY.faults(value, "day")] == ["form.not_a_day"]
