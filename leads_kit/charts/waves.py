"""Three waves over time, one sinking, one that comes and goes, one rising, with numbered signals on them; their words below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp
from typing import Any, Literal

from leads_kit.charts._house import Spec, data, finished
from leads_kit.charts._names import packed, wrapped
from leads_kit.charts._spots import MARK, Box, spread
from leads_kit.charts._words import said, said_down

# Pixels of the plane on a phone, where it is narrowest; a wider page draws marks further apart.
NARROW, TALL = 300, 150
LABEL_WIDE, LABEL_LINES, LINE, AXIS, GAP = 13, 3, 16, 20, 9
WORDS_WIDE, WORDS_LINES, INDENT, LEGEND_WIDE = 36, 4, 24, 44
SIZE, STEPS = 400, 60
BETWEEN = " · "
# Where on its way a wave carries its signals.
SPANS = ((0.05, 0.42), (0.36, 0.64), (0.58, 0.95))
Wave = Callable[[float], float]
WAVES: tuple[Wave, ...] = (
    lambda t: 0.12 + 0.76 / (1 + exp(9 * (t - 0.42))),
    lambda t: 0.1 + 0.48 * exp(-(((t - 0.5) / 0.2) ** 2)),
    lambda t: 0.06 + 0.82 / (1 + exp(-9 * (t - 0.62))),
)
# Line and shape of mark of each wave.
LOOKS: tuple[tuple[str, list[int], float, str], ...] = (
    ("var(--ink-2)", [1, 0], 2, "square"),
    ("var(--accent)", [6, 4], 2, "diamond"),
    ("var(--accent)", [1, 0], 3, "circle"),
)
SIDES: tuple[tuple[Literal["left", "center", "right"], float], ...] = (
    ("left", 0),
    ("center", NARROW / 2),
    ("right", NARROW),
)


@dataclass(frozen=True)
class Signal:
    """Its words, a note of parts under them, and its wave, None for none; `first` stands out, and `likely` goes left."""

    label: str
    note: str
    wave: int | None
    first: bool = False
    likely: int = 0

    @property
    def lines(self) -> list[str]:
        return wrapped(self.label, WORDS_WIDE, WORDS_LINES) or [""]

    @property
    def height(self) -> float:
        return (len(self.lines) + len(self.below)) * LINE + GAP

    @property
    def below(self) -> list[str]:
        return packed(self.note.split(BETWEEN), WORDS_WIDE) if self.note else []


@dataclass(frozen=True)
class Waves:
    """Words around the waves: their names, both ends of time, and how to read the marks."""

    names: tuple[str, str, str] | tuple[str, ...]
    today: str
    later: str
    legend: tuple[str, ...]


def waves(rows: Sequence[Signal], words: Waves, description: str) -> Spec:
    """Numbers follow the order of the rows. No mark lies on another."""
    import altair as alt

    x = alt.X("x:Q", scale=alt.Scale(domain=[0, NARROW], nice=False), axis=None)
    legend = packed(words.legend, LEGEND_WIDE)
    names = [wrapped(name, LABEL_WIDE, LABEL_LINES) for name in words.names]
    listed = sum(row.height for row in rows)
    floor = len(legend) * LINE + listed + AXIS + GAP
    head = max(map(len, names)) * LINE
    layers = [
        *_names(names, floor + TALL + head, x),
        *_lines(floor, x),
        *_ends(words, floor, x),
        *_marks(rows, floor, x),
        *_listed(rows, floor - AXIS - GAP, x),
        said_down(legend, LINE, x),
    ]
    return finished(layers, floor + TALL + head, description)


def _names(names: Sequence[Sequence[str]], top: float, x: Any) -> list[Any]:
    """Each above the place where its wave is highest."""
    return [
        said(
            [(px, top - (at + 0.5) * LINE, line) for at, line in enumerate(lines)],
            x,
            align=align,
            fontWeight=600,
            color="var(--ink)",
        )
        for lines, (align, px) in zip(names, SIDES, strict=True)
    ]


def _lines(floor: float, x: Any) -> list[Any]:
    import altair as alt

    ground = [{"x": 0, "x2": NARROW, "y": floor}]
    layers = [
        alt.Chart(data(ground))
        .mark_rule(color="var(--line-strong)", opacity=1)
        .encode(x=x, x2=alt.X2("x2"), y=alt.Y("y:Q"))
    ]
    for wave, (color, dash, width, _) in zip(WAVES, LOOKS, strict=True):
        points = [
            {"x": round(t * NARROW, 1), "y": round(floor + wave(t) * TALL, 1), "step": step}
            for step, t in ((step, step / STEPS) for step in range(STEPS + 1))
        ]
        line = alt.Chart(data(points)).mark_line(color=color, strokeDash=dash, strokeWidth=width, opacity=0.9)
        layers.append(line.encode(x=x, y=alt.Y("y:Q"), order=alt.Order("step:Q")))
    return layers


def _ends(words: Waves, floor: float, x: Any) -> list[Any]:
    y = floor - AXIS / 2
    return [said([(0, y, words.today)], x), said([(NARROW, y, words.later)], x, align="right")]


def _marks(rows: Sequence[Signal], floor: float, x: Any) -> list[Any]:
    """A number on a mark of its wave's shape; the first is filled."""
    import altair as alt

    placed = _placed(rows)
    layers = []
    for at, (*_, shape) in enumerate(LOOKS):
        for first, fill, ink in ((False, "var(--card)", "var(--ink)"), (True, "var(--accent)", "var(--accent-ink)")):
            there = [
                (px, floor + py, str(number + 1))
                for number, (px, py) in placed.items()
                if rows[number].wave == at and rows[number].first is first
            ]
            wide = {"diamond": 1.4}.get(shape, 1)
            layers += [
                alt.Chart(data([{"x": px, "y": py, "text": text} for px, py, text in there]))
                .mark_point(
                    shape=shape,
                    size=SIZE * wide,
                    filled=True,
                    fill=fill,
                    stroke="var(--ink-2)",
                    strokeWidth=1.5,
                    opacity=1,
                )
                .encode(x=x, y=alt.Y("y:Q")),
                said(there, x, align="center", fontWeight=700, color=ink),
            ]
    return layers


def _placed(rows: Sequence[Signal]) -> dict[int, tuple[float, float]]:
    """Pixels of each mark by the number of its row: along its wave, the likelier further left, and clear of the others."""
    wanted: dict[int, tuple[float, float]] = {}
    for wave, (start, end) in enumerate(SPANS):
        there = sorted((at for at, row in enumerate(rows) if row.wave == wave), key=lambda at: -rows[at].likely)
        for step, at in enumerate(there):
            t = start + (end - start) * (step + 0.5) / len(there)
            wanted[at] = t * NARROW, WAVES[wave](t) * TALL
    frame = Box(-MARK / 2, 0, NARROW + MARK / 2, TALL)
    return dict(zip(wanted, spread(list(wanted.values()), [frame]), strict=True))


def _listed(rows: Sequence[Signal], top: float, x: Any) -> list[Any]:
    """Number, words and note of each, downwards."""
    tops = [top - sum(row.height for row in rows[:at]) for at in range(len(rows))]
    told = list(enumerate(zip(rows, tops, strict=True), 1))
    numbers = [(0.0, y - LINE / 2, str(number)) for number, (_, y) in told]
    words = [(INDENT, y - (at + 0.5) * LINE, line) for _, (row, y) in told for at, line in enumerate(row.lines)]
    notes = [
        (INDENT, y - (len(row.lines) + at + 0.5) * LINE, line)
        for _, (row, y) in told
        for at, line in enumerate(row.below)
    ]
    return [
        said(numbers, x, fontWeight=700, color="var(--ink)"),
        said(words, x, color="var(--ink)"),
        said(notes, x),
    ]
