"""A bar for each row, made of numbered pieces, and under it ten dots for how often it comes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from leads_kit.charts._house import FONT, Spec, data, finished
from leads_kit.charts._names import packed, wrapped
from leads_kit.charts._words import said, said_down

# A phone's width in pixels, in signs of the house's size, plain and bold; a label leaves room for its note.
NARROW, WIDE, LABEL = 300, 44, 24
LINE, BAR, GAP, SPACE = 16, 22, 6, 14
DOTS, STEP, DOT = 10, 12, 70
# A piece that is narrower than this has no room for its number.
ROOM = 13
# Pieces in turns, so that neighbours differ: fill and the ink on it.
LOOKS = (("var(--accent)", "var(--accent-ink)"), ("var(--accent-soft)", "var(--ink)"))


@dataclass(frozen=True)
class Stack:
    """`pieces` in the units of the scale; `share` 0 to 1 of times that it comes first, told in words by `told`."""

    label: str
    note: str
    pieces: tuple[float, ...]
    share: float
    told: str

    @property
    def lines(self) -> list[str]:
        return wrapped(self.label, LABEL, 2) or [""]

    @property
    def height(self) -> float:
        return len(self.lines) * LINE + GAP / 2 + BAR + GAP + LINE + SPACE


@dataclass(frozen=True)
class StackWords:
    """What each number stands for, and lines about the whole."""

    key: Sequence[str]
    notes: Sequence[str]


def stacks(rows: Sequence[Stack], most: float, words: StackWords, description: str) -> Spec:
    """Bars on a scale from 0 to `most`. Numbers in the pieces are those of the key, from 1."""
    import altair as alt

    x = alt.X("x:Q", scale=alt.Scale(domain=[0, most], nice=False), axis=None)
    foot = [*packed(words.key, WIDE), *(line for note in words.notes for line in wrapped(note, WIDE, 2))]
    floor = len(foot) * LINE
    height = floor + sum(row.height for row in rows)
    tops = [height - above for above in accumulate((row.height for row in rows[:-1]), initial=0.0)]
    told = list(zip(rows, tops, strict=True))
    layers = [
        said(((0, y - (at + 0.5) * LINE, line) for row, y in told for at, line in enumerate(row.lines)), x, **_bold()),
        said(((most, y - LINE / 2, row.note) for row, y in told), x, align="right"),
        *_bars([(row, _bar(row, y)) for row, y in told], most, x),
        *_dots([(row, _bar(row, y) - GAP - LINE / 2) for row, y in told], x),
        said_down(foot, LINE, x),
    ]
    return finished(layers, height, description)


def _bold() -> dict[str, Any]:
    return {"fontWeight": 600, "color": "var(--ink)"}


def _bar(row: Stack, top: float) -> float:
    """The foot of a row's bar."""
    return top - len(row.lines) * LINE - GAP / 2 - BAR


def _bars(rows: Sequence[tuple[Stack, float]], most: float, x: Any) -> list[Any]:
    """The ground of each bar, its pieces in turns of two looks, and the numbers of those that have room for one."""
    import altair as alt

    ground = [{"x": 0, "x2": most, "y": y, "y2": y + BAR} for _, y in rows]
    shape: dict[str, Any] = {"cornerRadius": 2, "opacity": 1}
    sides: dict[str, Any] = {"x2": alt.X2("x2"), "y": alt.Y("y:Q"), "y2": alt.Y2("y2")}
    layers = [alt.Chart(data(ground)).mark_rect(color="var(--soft)", **shape).encode(x=x, **sides)]
    for turn, (fill, ink) in enumerate(LOOKS):
        pieces: list[dict[str, Any]] = [
            {"x": start, "x2": start + piece, "y": y, "y2": y + BAR, "text": str(at + 1)}
            for row, y in rows
            for at, (piece, start) in enumerate(zip(row.pieces, accumulate(row.pieces, initial=0.0), strict=False))
            if at % len(LOOKS) == turn and piece > 0
        ]
        look: dict[str, Any] = {"fill": fill, "stroke": "var(--accent)", "strokeWidth": 1.5}
        numbers = [
            ((one["x"] + one["x2"]) / 2, one["y"] + BAR / 2, one["text"])
            for one in pieces
            if (one["x2"] - one["x"]) * NARROW / most >= ROOM
        ]
        layers += [
            alt.Chart(data(pieces)).mark_rect(**look, **shape).encode(x=x, **sides),
            said(numbers, x, align="center", fontWeight=700, color=ink),
        ]
    return layers


def _dots(rows: Sequence[tuple[Stack, float]], x: Any) -> list[Any]:
    """Ten dots, as many of them filled as of ten times a row comes first; the exact number in words behind them."""
    import altair as alt

    dots: list[dict[str, Any]] = [
        {"x": 0, "dx": (at + 0.5) * STEP, "y": y, "filled": at < round(row.share * DOTS)}
        for row, y in rows
        for at in range(DOTS)
    ]
    mark: dict[str, Any] = {"size": DOT, "filled": True, "stroke": "var(--accent)", "strokeWidth": 1.5, "opacity": 1}
    layers = [
        alt.Chart(data([dot for dot in dots if dot["filled"] is filled]))
        .mark_point(shape="circle", fill=fill, xOffset={"expr": "datum.dx"}, **mark)
        .encode(x=x, y=alt.Y("y:Q"))
        for filled, fill in ((True, "var(--accent)"), (False, "var(--card)"))
    ]
    return [*layers, said(((0, y, row.told) for row, y in rows), x, dx=DOTS * STEP + GAP, fontSize=FONT)]
