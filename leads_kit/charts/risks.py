"""Likelihood against impact in nine fields, marks by how far a risk can be moved, and under them the risks by their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, product
from typing import Any, Literal

from leads_kit.charts._house import Spec, data, finished
from leads_kit.charts._names import packed, wrapped
from leads_kit.charts._spots import Box, spread
from leads_kit.charts._words import said, said_down

# Pixels of a phone: a field, the numbers at its left and below, and the signs of a line.
ACROSS, UP, GUTTER, BAND, EDGE = 96, 72, 16, 20, 1.5
STEPS, HEAVY = (1, 2, 3), 6
WIDE, NAME, LINE, PAD = 44, 30, 16, 10
NUMBER, SIZE = 26, 380
UNDER = 36
RIGHT = GUTTER + len(STEPS) * ACROSS
Look = Literal["yes", "partly", "no", "unsaid"]
# Shape, fill, line, ink on it, dash: by how far it can be moved.
LOOKS: dict[Look, tuple[str, str, str, str, list[int]]] = {
    "yes": ("circle", "var(--accent)", "var(--accent)", "var(--accent-ink)", [1, 0]),
    "partly": ("square", "var(--card)", "var(--accent)", "var(--ink)", [1, 0]),
    "no": ("diamond", "var(--card)", "var(--ink)", "var(--ink)", [1, 0]),
    "unsaid": ("circle", "var(--card)", "var(--line-strong)", "var(--ink)", [3, 3]),
}


@dataclass(frozen=True)
class Hazard:
    """Likelihood and impact 1 to 3, None where not given; `note` stands at the end of its row, `under` below its name."""

    name: str
    likelihood: int | None
    impact: int | None
    look: Look
    note: str
    under: str

    @property
    def lines(self) -> list[str]:
        return wrapped(self.name, NAME, 3) or [""]

    @property
    def height(self) -> float:
        return (len(self.lines) + 1) * LINE + PAD


@dataclass(frozen=True)
class RiskWords:
    """What the axes are, what stands at the end of the rows, and what the marks mean."""

    axes: str
    note: str
    legend: Sequence[str]


def risks(rows: Sequence[Hazard], words: RiskWords, description: str) -> Spec:
    """Numbers follow the order of the rows. Marks of one field stand side by side in it."""
    import altair as alt

    x = alt.X("x:Q", scale=alt.Scale(domain=[0, RIGHT], nice=False), axis=None)
    legend = packed(words.legend, WIDE)
    below = len(legend) * LINE + PAD
    top = below + sum(row.height for row in rows) + LINE
    floor = top + BAND + PAD
    head = floor + len(STEPS) * UP
    layers = [
        said([(0, head + BAND / 2, words.axes)], x),
        *_ground(floor, x),
        *_marks(_placed(rows, floor), SIZE, x),
        said([(RIGHT, top - LINE / 2, words.note)], x, align="right"),
        *_list(rows, top - LINE, x),
        said_down(legend, LINE, x),
    ]
    return finished(layers, head + BAND, description)


def _ground(floor: float, x: Any) -> list[Any]:
    """Nine fields, the heavy ones tinted, and the numbers of both axes."""
    import altair as alt

    fields: dict[str, list[dict[str, float]]] = {"var(--soft)": [], "var(--accent-soft)": []}
    for across, up in product(STEPS, STEPS):
        box = _field(across, up)
        place = {"x": box.left, "x2": box.right, "y": floor + box.foot, "y2": floor + box.top}
        fields["var(--accent-soft)" if across * up >= HEAVY else "var(--soft)"].append(place)
    layers = [
        alt.Chart(data(list(boxes)))
        .mark_rect(color=tint, opacity=1, cornerRadius=4)
        .encode(x=x, x2=alt.X2("x2"), y=alt.Y("y:Q"), y2=alt.Y2("y2"))
        for tint, boxes in fields.items()
    ]
    below = [(GUTTER + (step - 0.5) * ACROSS, floor - BAND / 2, str(step)) for step in STEPS]
    beside = [(GUTTER / 2 - 2, floor + (step - 0.5) * UP, str(step)) for step in STEPS]
    return [*layers, said([*below, *beside], x, align="center")]


def _field(across: int, up: int) -> Box:
    """One field, upwards from the foot of the plane."""
    left, foot = GUTTER + (across - 1) * ACROSS, (up - 1) * UP
    return Box(left + EDGE, foot + EDGE, left + ACROSS - EDGE, foot + UP - EDGE)


def _placed(rows: Sequence[Hazard], floor: float) -> list[tuple[float, float, str, Look]]:
    """Every mark that has both numbers, in its own field."""
    there = [(at, row) for at, row in enumerate(rows, 1) if row.likelihood is not None and row.impact is not None]
    boxes = [_field(row.likelihood or 0, row.impact or 0) for _, row in there]
    spots = spread([((box.left + box.right) / 2, (box.foot + box.top) / 2) for box in boxes], _fields())
    return [(px, floor + py, str(at), row.look) for (at, row), (px, py) in zip(there, spots, strict=True)]


def _fields() -> list[Box]:
    return [_field(across, up) for across, up in product(STEPS, STEPS)]


def _list(rows: Sequence[Hazard], top: float, x: Any) -> list[Any]:
    """Number and mark, name, what stands under it, and the note, downwards."""
    tops = [top - above for above in accumulate((row.height for row in rows[:-1]), initial=0.0)]
    told = list(zip(rows, tops, strict=True))
    names = [(NUMBER + 2, y - (at + 0.5) * LINE, line) for row, y in told for at, line in enumerate(row.lines)]
    under = [
        (NUMBER + 2, y - (len(row.lines) + 0.5) * LINE, line)
        for row, y in told
        for line in wrapped(row.under, UNDER, 1)
    ]
    notes = [(RIGHT, y - LINE / 2, row.note) for row, y in told]
    marks = [(NUMBER / 2 - 2, y - LINE / 2 - 1, str(at), row.look) for at, (row, y) in enumerate(told, 1)]
    return [
        *_marks(marks, SIZE, x),
        said(names, x, fontWeight=600, color="var(--ink)"),
        said(under, x),
        said(notes, x, align="right", fontWeight=600, color="var(--ink)"),
    ]


def _marks(spots: Sequence[tuple[float, float, str, Look]], size: int, x: Any) -> list[Any]:
    """Marks by look, each with its number."""
    import altair as alt

    layers = []
    for look, (shape, fill, stroke, ink, dash) in LOOKS.items():
        there = [(px, py, number) for px, py, number, one in spots if one == look]
        point = alt.Chart(data([{"x": px, "y": py} for px, py, _ in there])).mark_point(
            shape=shape, size=size, filled=True, fill=fill, stroke=stroke, strokeWidth=1.5, strokeDash=dash, opacity=1
        )
        layers += [
            point.encode(x=x, y=alt.Y("y:Q")),
            said(there, x, align="center", fontSize=12, fontWeight=700, color=ink),
        ]
    return layers
