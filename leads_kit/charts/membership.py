"""Who belongs to what: a row for each, its name above, and under each column a mark, or a small dot where there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from leads_kit.charts._house import FONT, LABEL_HEIGHT, PLACES, Spec, bases, data, finished, whole_height
from leads_kit.charts._names import wrapped

CONTENT, FOOT = 26, 6
HEAD_WIDTH, HEAD_LINES, HEAD_LINE, HEAD_NOTE = 12, 4, 16, 24
MARK, NOTCH = 420, 14
SIGN = "✓"


@dataclass(frozen=True)
class Column:
    """A column's heading, and a note under it."""

    label: str
    note: str = ""


@dataclass(frozen=True)
class Membership:
    """One row: its name, and for each column whether it belongs there."""

    label: str
    marks: tuple[bool, ...]


def membership(rows: Sequence[Membership], columns: Sequence[Column], description: str) -> Spec:
    """Rows in the order given. A mark is a disc with a sign in it, so that it is read without colour."""
    import altair as alt

    x = alt.X("x:Q", scale=alt.Scale(domain=list(PLACES), nice=False), axis=None)
    base = bases(len(rows), CONTENT, FOOT)
    at = [PLACES[0] + (PLACES[1] - PLACES[0]) * (place + 0.5) / len(columns) for place in range(len(columns))]
    cells = [
        {"x": place, "y": y + CONTENT / 2, "in": mark}
        for row, y in zip(rows, base, strict=True)
        for place, mark in zip(at, row.marks, strict=True)
    ]
    names = [
        {"x": PLACES[0], "y": y + CONTENT + LABEL_HEIGHT / 2 - 3, "text": row.label}
        for row, y in zip(rows, base, strict=True)
    ]
    body = whole_height(len(rows), CONTENT, FOOT)
    layers = [*_head(columns, at, body, x), *_ground(base, x), _names(names, x), *_marks(cells, x)]
    return finished(layers, body + _head_height(columns), description)


def _marks(cells: Sequence[dict[str, Any]], x: Any) -> list[Any]:
    import altair as alt

    inside, outside = ([cell for cell in cells if cell["in"] is yes] for yes in (True, False))
    return [
        alt.Chart(data(outside))
        .mark_circle(size=NOTCH, color="var(--line-strong)", opacity=1)
        .encode(x=x, y=alt.Y("y:Q")),
        alt.Chart(data(inside)).mark_circle(size=MARK, color="var(--accent)", opacity=1).encode(x=x, y=alt.Y("y:Q")),
        alt.Chart(data([cell | {"text": SIGN} for cell in inside]))
        .mark_text(baseline="middle", fontSize=FONT, fontWeight=700, color="var(--card)")
        .encode(x=x, y=alt.Y("y:Q"), text=alt.Text("text:N")),
    ]


def _names(names: list[dict[str, Any]], x: Any) -> Any:
    """The name of a row has the whole width: the table has what is longer still."""
    import altair as alt

    return (
        alt.Chart(data(names))
        .mark_text(
            align="left",
            baseline="middle",
            fontSize=FONT,
            fontWeight=600,
            color="var(--ink)",
            limit={"expr": "width"},
        )
        .encode(x=x, y=alt.Y("y:Q"), text=alt.Text("text:N"))
    )


def _ground(base: Sequence[float], x: Any) -> list[Any]:
    """A line above each row, so that marks are read with the name they belong to."""
    import altair as alt

    top = [{"x": PLACES[0], "x2": PLACES[1], "y": y + CONTENT + LABEL_HEIGHT + 1} for y in base]
    return [alt.Chart(data(top)).mark_rule(color="var(--line)", opacity=1).encode(x=x, x2=alt.X2("x2"), y=alt.Y("y:Q"))]


def _head(columns: Sequence[Column], at: Sequence[float], body: float, x: Any) -> list[Any]:
    """Headings stand on the first row's line, however many lines they take; notes under them."""
    import altair as alt

    words = [
        {"x": place, "y": body + HEAD_NOTE + line * HEAD_LINE, "text": text}
        for place, column in zip(at, columns, strict=True)
        for line, text in enumerate(reversed(_wrapped(column.label)))
    ]
    notes = [
        {"x": place, "y": body + HEAD_NOTE / 2, "text": column.note} for place, column in zip(at, columns, strict=True)
    ]
    look: dict[str, Any] = {"baseline": "middle", "fontSize": FONT, "limit": {"expr": f"width / {len(columns)}"}}
    return [
        alt.Chart(data(words))
        .mark_text(color="var(--ink)", dy=-HEAD_LINE / 2, **look)
        .encode(x=x, y=alt.Y("y:Q"), text=alt.Text("text:N")),
        alt.Chart(data(notes))
        .mark_text(color="var(--ink-2)", **look)
        .encode(x=x, y=alt.Y("y:Q"), text=alt.Text("text:N")),
    ]


def _head_height(columns: Sequence[Column]) -> float:
    return max(len(_wrapped(column.label)) for column in columns) * HEAD_LINE + HEAD_NOTE


def _wrapped(label: str) -> list[str]:
    return wrapped(label, HEAD_WIDTH, HEAD_LINES) or [""]
