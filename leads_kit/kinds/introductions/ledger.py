"""An answer read once: every introduction that somebody is named in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from leads_kit.analysis.introductions import CAME, WAYS, Introduction
from leads_kit.form import Answer


def read(answer: Answer) -> tuple[Introduction, ...]:
    """Rows without a name do not count yet."""
    rows = (_introduction(row) for row in answer.get("introductions") or [])
    return tuple(one for one in rows if one.who or one.whom)


def _introduction(row: Mapping[str, Any]) -> Introduction:
    who, whom = (str(row.get(field) or "").strip() for field in ("who", "whom"))
    way = next((one for one in WAYS if one == row.get("way")), None)
    came = next((one for one in CAME if one == row.get("came")), None)
    return Introduction(who, whom, way, dt.date.fromisoformat(row["day"]) if row.get("day") else None, came)
