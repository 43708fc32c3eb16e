"""Steps on the days to come: a row for each, its words above, a mark on its day, and the days within reach shaded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from leads_kit.charts._house import FONT, PLACES, Row, Spec, data, finished
from leads_kit.charts._names import wrapped

WIDE, LINES, LINE = 36, 2, 16
CONTENT, GAP = 34, 14
AXIS, LEGEND = 24, 24
EDGE = 0.14
MARK = 130
DAY_GAP = 12
QUIET: dict[str, Any] = {"baseline": "middle", "fontSize": FONT, "color": "var(--ink-2)"}
ALIGNED: tuple[Literal["left", "center", "right"], ...] = ("left", "center", "right")


@dataclass(frozen=True)
class Ahead:
    """Days from today: up to `reach` they are shaded, up to `last` they are drawn."""

    reach: int
    last: int


@dataclass(frozen=True)
class Dated(Row):
    """A step: its words, its day as a note, and how many days away that is; None where it has no day."""

    away: int | None = None


def days(rows: Sequence[Dated], ahead: Ahead, ticks: Sequence[tuple[int, str]], legend: str, description: str) -> Spec:
    """A disc within reach, a ring beyond; what has passed, or lies beyond the last day, is a pointer at the edge."""
    import altair as alt

    x = alt.X("x:Q", scale=alt.Scale(domain=list(PLACES), nice=False), axis=None)
    texts = [wrapped(row.label, WIDE, LINES) or [""] for row in rows]
    base, top = _bases(texts)
    spots = [_spot(row, ahead, y) for row, y in zip(rows, base, strict=True)]
    layers = [
        _reach(ahead, top, x),
        *_ground(rows, base, x),
        *_marks(spots, x),
        *_notes(spots, x),
        _words(texts, base, x),
        *_axis(ticks, ahead, legend, x),
    ]
    return finished(layers, top, description)


def _place(away: int, ahead: Ahead) -> float:
    """Where a day stands on the house's scale, with room for a mark at both ends."""
    share = min(max(away, 0), ahead.last) / ahead.last
    return PLACES[0] + EDGE + share * (PLACES[1] - PLACES[0] - 2 * EDGE)


def _bases(texts: Sequence[Sequence[str]]) -> tuple[list[float], float]:
    """The middle of each row's line of days, in pixels from the bottom, and the whole height."""
    found, y = [], float(AXIS + LEGEND)
    for lines in reversed(texts):
        found.append(y + CONTENT / 2)
        y += CONTENT + len(lines) * LINE + GAP
    return found[::-1], y


def _spot(row: Dated, ahead: Ahead, y: float) -> dict[str, Any]:
    """A mark's place and shape, and its day beside it: on the right, or in the second half on the left."""
    if row.away is None:
        return {"x": PLACES[0] + EDGE / 2, "y": y, "shape": "none", "align": "left", "dx": 0, "text": row.note}
    place = _place(row.away, ahead)
    align, turn = ("left", 1) if place < sum(PLACES) / 2 else ("right", -1)
    shape = _shape(row.away, ahead)
    return {"x": place, "y": y, "shape": shape, "align": align, "dx": turn * DAY_GAP, "text": row.note}


def _shape(away: int, ahead: Ahead) -> str:
    if away < 0:
        return "past"
    return "near" if away <= ahead.reach else "far" if away <= ahead.last else "beyond"


def _reach(ahead: Ahead, top: float, x: Any) -> Any:
    import altair as alt

    band = [
        {"x": PLACES[0], "x2": min(_place(ahead.reach, ahead) + EDGE, PLACES[1]), "y": AXIS + LEGEND - 4, "y2": top}
    ]
    return (
        alt.Chart(data(band))
        .mark_rect(color="var(--accent-soft)", opacity=1)
        .encode(x=x, x2=alt.X2("x2"), y=alt.Y("y:Q"), y2=alt.Y2("y2"))
    )


def _ground(rows: Sequence[Dated], base: Sequence[float], x: Any) -> list[Any]:
    """The line of days of each row; a row without a day has none to stand on."""
    import altair as alt

    lines = [
        {"x": PLACES[0], "x2": PLACES[1], "y": y} for row, y in zip(rows, base, strict=True) if row.away is not None
    ]
    return [
        alt.Chart(data(lines))
        .mark_rule(color="var(--line-strong)", opacity=1)
        .encode(x=x, x2=alt.X2("x2"), y=alt.Y("y:Q"))
    ]


def _marks(spots: Sequence[dict[str, Any]], x: Any) -> list[Any]:
    import altair as alt

    looks = {
        "near": ("circle", "var(--accent)"), "far": ("circle", "var(--card)"),
        "past": ("triangle-left", "var(--card)"), "beyond": ("triangle-right", "var(--card)"),
    }  # fmt: skip
    return [
        alt.Chart(data([spot for spot in spots if spot["shape"] == name]))
        .mark_point(shape=shape, size=MARK, filled=True, fill=fill, stroke="var(--accent)", strokeWidth=2, opacity=1)
        .encode(x=x, y=alt.Y("y:Q"))
        for name, (shape, fill) in looks.items()
    ]


def _notes(spots: Sequence[dict[str, Any]], x: Any) -> list[Any]:
    """Each day beside its mark, above the line."""
    import altair as alt

    return [
        alt.Chart(data([spot for spot in spots if spot["align"] == align]))
        .mark_text(align=align, xOffset={"expr": "datum.dx"}, dy=-8, **QUIET)
        .encode(x=x, y=alt.Y("y:Q"), text=alt.Text("text:N"))
        for align in ALIGNED
    ]


def _words(texts: Sequence[Sequence[str]], base: Sequence[float], x: Any) -> Any:
    import altair as alt

    rows = [
        {"x": PLACES[0] + EDGE / 2, "y": y + CONTENT / 2 + (len(lines) - at) * LINE - LINE / 2 + 2, "text": line}
        for lines, y in zip(texts, base, strict=True)
        for at, line in enumerate(lines)
    ]
    return (
        alt.Chart(data(rows))
        .mark_text(align="left", baseline="middle", fontSize=FONT, fontWeight=600, color="var(--ink)")
        .encode(x=x, y=alt.Y("y:Q"), text=alt.Text("text:N"))
    )


def _axis(ticks: Sequence[tuple[int, str]], ahead: Ahead, legend: str, x: Any) -> list[Any]:
    """Days under the rows, the first and the last of them flush with the edges; a legend under them."""
    import altair as alt

    ends = {ticks[0][0]: ("left", PLACES[0]), ticks[-1][0]: ("right", PLACES[1])}
    named = [
        {"x": place, "y": LEGEND + AXIS / 2, "text": text, "align": align}
        for at, text in ticks
        for align, place in [ends.get(at, ("center", _place(at, ahead)))]
    ]
    under = [{"x": sum(PLACES) / 2, "y": LEGEND / 2 - 4, "text": legend}]
    return [
        *(
            alt.Chart(data([one for one in named if one["align"] == align]))
            .mark_text(align=align, **QUIET)
            .encode(x=x, y=alt.Y("y:Q"), text=alt.Text("text:N"))
            for align in ALIGNED
        ),
        alt.Chart(data(under))
        .mark_text(limit={"expr": "width"}, **QUIET)
        .encode(x=x, y=alt.Y("y:Q"), text=alt.Text("text:N")),
    ]
