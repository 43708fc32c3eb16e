"""A row's label and note on one line: for the wall, where many rows share little height, and wherever notes are short."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from leads_kit.charts._house import FONT, PLACES, SIGN, Row, data
from leads_kit.text import columns

LABEL_MOST, BESIDE = 210, 10


def margins(rows: Sequence[Row]) -> tuple[float, float]:
    """Pixels that labels and notes take at the left and the right of the wall's rows, with the room beside them."""
    left = max((columns(row.label) for row in rows), default=0) * SIGN
    right = max((columns(row.note) for row in rows), default=0) * SIGN
    return min(LABEL_MOST, left) + BESIDE, right + BESIDE if right else 0


def aside(rows: Sequence[Row], middles: Sequence[float], x: Any) -> tuple[list[Any], Any]:
    """Labels and notes in columns left and right of their rows, and `x` fitted between them; long labels are shortened."""
    import altair as alt

    left, right = margins(rows)
    between = x.copy()
    between.scale = alt.Scale(domain=list(PLACES), nice=False, range=[left, {"expr": f"width - {right}"}])
    return words(rows, middles, left - BESIDE, (alt.value(0), alt.value("width"))), between


def words(rows: Sequence[Row], middles: Sequence[float], limit: Any, edges: tuple[Any, Any]) -> list[Any]:
    """Labels from the left edge, `limit` pixels wide at the most, and notes up to the right one."""
    import altair as alt

    looks: tuple[dict[str, Any], ...] = (
        {"align": "left", "fontWeight": 600, "color": "var(--ink)", "limit": limit},
        {"align": "right", "color": "var(--ink-2)"},
    )
    told = [
        [{"x": place, "y": y, "text": text} for text, y in zip(texts, middles, strict=True) if text]
        for place, texts in zip(PLACES, ([row.label for row in rows], [row.note for row in rows]), strict=True)
    ]
    return [
        alt.Chart(data(side))
        .mark_text(baseline="middle", fontSize=FONT, **look)
        .encode(x=edge, y=alt.Y("y:Q"), text=alt.Text("text:N"))
        for side, look, edge in zip(told, looks, edges, strict=True)
    ]
