"""Lines of words at places of a chart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from leads_kit.charts._house import FONT, data


def said(lines: Iterable[tuple[float, float, str]], x: Any, **look: Any) -> Any:
    """`(x, y, text)` each: in the house's size and quiet ink, from the left, unless the look says otherwise."""
    import altair as alt

    words: dict[str, Any] = {"align": "left", "baseline": "middle", "fontSize": FONT, "color": "var(--ink-2)"} | look
    rows = [{"x": px, "y": py, "text": text} for px, py, text in lines]
    return alt.Chart(data(rows)).mark_text(**words).encode(x=x, y=alt.Y("y:Q"), text=alt.Text("text:N"))


def said_down(lines: Iterable[str], step: float, x: Any, left: float = 0) -> Any:
    """Lines below each other, the last one at the foot of the chart."""
    all_lines = list(lines)
    return said(((left, (len(all_lines) - at - 0.5) * step, line) for at, line in enumerate(all_lines)), x)
