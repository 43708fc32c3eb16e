"""The house style of every chart: rows in, a Vega-Lite dict out; nothing is displayed and nothing set for everybody.

Colours are tokens of the theme ("var(--accent)"), read when a page draws. Heights are pixels for text of 13 px; a wall scales
both. Marks that carry people's words get them as data, never as markup. Labels stand above their row, so that long French
names fit a phone. Shapes tell things apart where colour does; the palette is safe for colour-vision deficiency.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

PER_LINE = 6
DOT_STEP = 12
LABEL_HEIGHT = 30
FOOT = 18
NETWORK_HEIGHT = 360
SCALE = (0.5, 5.5)
DOT_SIZE = {"expr": "clamp(pow(width / 48, 2), 40, 420)"}
BIG_DOT = {"expr": "clamp(pow(width / 30, 2), 130, 900)"}
NODE_SIZE = {"expr": "clamp(pow(width / 24, 2), 200, 1200)"}
LABEL_LIMIT = {"expr": "width * 0.25 - 14"}
# A name on the left ends at its mark, one on the right begins there.
SIDES: tuple[tuple[str, Literal["left", "right"], int], ...] = (("left", "right", -16), ("right", "left", 16))
Spec = dict[str, Any]


class Placed(Protocol):
    """A contact with its place: the ego is at 0, 0; the name stands on the left or right `side`."""

    @property
    def label(self) -> str: ...
    @property
    def x(self) -> float: ...
    @property
    def y(self) -> float: ...
    @property
    def wished(self) -> bool: ...
    @property
    def side(self) -> Literal["left", "right"]: ...


@dataclass(frozen=True)
class Strip:
    """One row of dots: a label, a note at its right end, `(place on the axis, how many)`, and the middle if there is one."""

    label: str
    note: str
    dots: tuple[tuple[float, int], ...] = ()
    middle: float | None = None


@dataclass(frozen=True)
class Span:
    """One row of two marks: filled for now, hollow for importance."""

    label: str
    note: str
    now: float | None
    importance: float | None


def strips(rows: Sequence[Strip], ticks: Sequence[tuple[float, str]], title: str, description: str) -> Spec:
    """Rows of stacked dots over one axis, a bar through each row's middle."""
    import altair as alt

    lines = max((-(-count // PER_LINE) for row in rows for _, count in row.dots), default=1) or 1
    height = LABEL_HEIGHT + lines * DOT_STEP + FOOT
    base = [(len(rows) - 1 - at) * height + FOOT for at in range(len(rows))]
    dots = [one for at, row in enumerate(rows) for one in _dots(row, base[at])]
    middles = [
        {"x": row.middle, "y": base[at] - 5, "y2": base[at] + lines * DOT_STEP + 4}
        for at, row in enumerate(rows)
        if row.middle is not None
    ]
    layers = [
        *_frame(rows, base, lines * DOT_STEP, ticks, title),
        alt.Chart(_data(middles))
        .mark_rule(strokeWidth=3, color="var(--ink)", opacity=0.75)
        .encode(x=_x(ticks, title), y="y:Q", y2="y2"),
        alt.Chart(_data(dots))
        .mark_circle(size=DOT_SIZE, color="var(--accent)", opacity=1)
        .encode(x=_x(ticks, title), y="y:Q"),
    ]
    return _finished(alt.layer(*layers), len(rows) * height, description)


def spans(rows: Sequence[Span], ticks: Sequence[tuple[float, str]], title: str, description: str) -> Spec:
    """Rows with a filled and a hollow mark and the way between them."""
    import altair as alt

    height = LABEL_HEIGHT + DOT_STEP + FOOT
    base = [(len(rows) - 1 - at) * height + FOOT for at in range(len(rows))]
    told = list(zip(rows, base, strict=True))
    ways = [
        {"x": r.now, "x2": r.importance, "y": y + 6} for r, y in told if r.now is not None and r.importance is not None
    ]
    hollow = [{"x": r.importance, "y": y + 6} for r, y in told if r.importance is not None]
    filled = [{"x": r.now, "y": y + 6} for r, y in told if r.now is not None]
    x = _x(ticks, title)
    layers = [
        *_frame(rows, base, DOT_STEP, ticks, title),
        alt.Chart(_data(ways))
        .mark_rule(strokeWidth=3, color="var(--accent)", opacity=0.45)
        .encode(x=x, x2="x2", y="y:Q"),
        alt.Chart(_data(hollow))
        .mark_point(size=BIG_DOT, filled=True, fill="var(--card)", stroke="var(--accent)", strokeWidth=2.5, opacity=1)
        .encode(x=x, y="y:Q"),
        alt.Chart(_data(filled)).mark_circle(size=DOT_SIZE, color="var(--accent)", opacity=1).encode(x=x, y="y:Q"),
    ]
    return _finished(alt.layer(*layers), len(rows) * height, description)


def network(points: Sequence[Placed], ties: Sequence[tuple[Placed, Placed, bool]], me: str, description: str) -> Spec:
    """Me in the middle, contacts around; `ties` are `(from, to, wished)`. Names stand outside, away from the lines."""
    import altair as alt

    lines = [{"x": a.x, "y": a.y, "x2": b.x, "y2": b.y, "wished": wished} for a, b, wished in ties]
    nodes = [{"x": p.x, "y": p.y, "name": p.label, "wished": p.wished, "side": p.side} for p in points]
    axis: dict[str, Any] = {"axis": None}
    x, y = (
        alt.X("x:Q", scale=alt.Scale(domain=[-2, 2]), **axis),
        alt.Y("y:Q", scale=alt.Scale(domain=[-1.15, 1.15]), **axis),
    )
    dashes = alt.condition("datum.wished", alt.value([5, 5]), alt.value([1, 0]))
    colour = alt.condition("datum.wished", alt.value("var(--card)"), alt.value("var(--accent-soft)"))
    layers = [
        alt.Chart(_data(lines))
        .mark_rule(color="var(--line-strong)", strokeWidth=1.6)
        .encode(x=x, y=y, x2="x2", y2="y2", strokeDash=dashes),
        alt.Chart(_data(nodes))
        .mark_point(size=NODE_SIZE, filled=True, stroke="var(--accent)", strokeWidth=2, opacity=1)
        .encode(x=x, y=y, fill=colour, strokeDash=dashes),
        alt.Chart(_data([{"x": 0, "y": 0}]))
        .mark_circle(size={"expr": "clamp(pow(width / 15, 2), 700, 2400)"}, color="var(--accent)", opacity=1)
        .encode(x=x, y=y),
        alt.Chart(_data([{"x": 0, "y": 0, "name": me}]))
        .mark_text(color="var(--accent-ink)", fontSize=13, fontWeight=700)
        .encode(x=x, y=y, text="name:N"),
        *(
            alt.Chart(_data([node for node in nodes if node["side"] == side]))
            .mark_text(align=align, dx=dx, fontSize=13, limit=LABEL_LIMIT, color="var(--ink)")
            .encode(x=x, y=y, text="name:N")
            for side, align, dx in SIDES
        ),
    ]
    return _finished(alt.layer(*layers), NETWORK_HEIGHT, description)


def _dots(row: Strip, base: float) -> list[dict[str, float]]:
    """Dots of one row, six to a line, centred on their class and piled from the base line."""
    found = []
    for place, count in row.dots:
        for at in range(count):
            line, column = divmod(at, PER_LINE)
            width = min(PER_LINE, count - line * PER_LINE)
            found.append({"x": place + (column - (width - 1) / 2) * 0.155, "y": base + 6 + line * DOT_STEP})
    return found


def _frame(
    rows: Sequence[Strip | Span],
    base: Sequence[float],
    height: float,
    ticks: Sequence[tuple[float, str]],
    title: str,
) -> list[Any]:
    """Base lines, labels above each row, notes at its right end."""
    import altair as alt

    x = _x(ticks, title)
    floor = [{"x": SCALE[0], "x2": SCALE[1], "y": y} for y in base]
    labels = [{"x": SCALE[0], "y": y + height + 12, "text": row.label} for row, y in zip(rows, base, strict=True)]
    notes = [{"x": SCALE[1], "y": y + height + 12, "text": row.note} for row, y in zip(rows, base, strict=True)]
    words: dict[str, Any] = {"baseline": "middle", "fontSize": 13}
    return [
        alt.Chart(_data(floor)).mark_rule(color="var(--line)").encode(x=x, x2="x2", y="y:Q"),
        alt.Chart(_data(labels))
        .mark_text(align="left", fontWeight=600, color="var(--ink)", limit={"expr": "width * 0.7"}, **words)
        .encode(x=x, y="y:Q", text="text:N"),
        alt.Chart(_data(notes))
        .mark_text(align="right", color="var(--ink-2)", limit={"expr": "width * 0.3"}, **words)
        .encode(x=x, y="y:Q", text="text:N"),
    ]


def _x(ticks: Sequence[tuple[float, str]], title: str) -> Any:
    import altair as alt

    places = [place for place, _ in ticks]
    names = " : ".join(f"datum.value == {place} ? '{label}'" for place, label in ticks) + " : ''"
    axis = alt.Axis(
        values=places,
        labelExpr=names,
        title=title,
        grid=False,
        ticks=False,
        domain=False,
        labelAngle=0,
        labelOverlap=False,
    )
    return alt.X("x:Q", scale=alt.Scale(domain=list(SCALE), nice=False), axis=axis)


def _data(rows: list[dict[str, Any]]) -> Any:
    import altair as alt

    return alt.InlineData(values=rows)


def _finished(chart: Any, height: float, description: str) -> Spec:
    import altair as alt

    whole = (
        chart.encode(y=alt.Y(axis=None, scale=alt.Scale(domain=[0, height], nice=False)))
        if height != NETWORK_HEIGHT
        else chart
    )
    spec: Spec = whole.properties(
        width="container",
        height=height,
        description=description,
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
    ).to_dict()
    return spec
