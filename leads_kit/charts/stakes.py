"""Power against interest, and under it the way of each from the stance now to the one needed. Numbers tell who is who."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from leads_kit.charts._house import Spec, data, finished
from leads_kit.charts._names import packed
from leads_kit.charts._spots import LINE as NAME_LINE
from leads_kit.charts._spots import MARK, Box, Side, named, spread
from leads_kit.charts._tracks import LEAST, LINE, MOST, Stake, marks, signed, tracks, tracks_height
from leads_kit.charts._words import said, said_down

__all__ = ["Captions", "Stake", "signed", "stakes"]
# Pixels of the plane on a phone. Between 4 and 5 one quarter ends and the next begins.
NARROW, TALL, BORDER = 300, 290, 4.5
UNIT_X, UNIT_Y = NARROW / (MOST - LEAST), TALL / (MOST - LEAST)
BAND, WIDE, SIZE = 20, 44, 380
SIDES: tuple[tuple[Side, str, float], ...] = (("right", "left", MARK / 2 + 2), ("left", "right", -MARK / 2 - 2))
Place = tuple[float, float]


@dataclass(frozen=True)
class Captions:
    """Words around the marks. `corners`: high power with low and high interest, then low power with low and high."""

    axes: str
    corners: tuple[str, ...]
    order: str
    note: str
    legend: tuple[str, ...]


def stakes(rows: Sequence[Stake], words: Captions, description: str) -> Spec:
    """Numbers follow the order of the rows. A mark that would hide another stands beside it, in the same quarter."""
    import altair as alt

    x = alt.X("x:Q", scale=alt.Scale(domain=[LEAST, MOST], nice=False), axis=None)
    legend = packed(words.legend, WIDE)
    below = tracks_height(rows) + len(legend) * LINE
    floor = below + BAND
    layers = [
        *_ground(words, floor, x),
        *_plane(rows, floor, x),
        *tracks(rows, words.order, words.note, below, x),
        said_down(legend, LINE, x, LEAST),
    ]
    return finished(layers, floor + TALL + 2 * BAND, description)


def _ground(words: Captions, floor: float, x: Any) -> list[Any]:
    """Four quarters, the one of those who may go unheard tinted, each named outside the plane where no mark can be."""
    import altair as alt

    middle, top = floor + (BORDER - LEAST) * UNIT_Y, floor + TALL
    across = ((LEAST, BORDER - 0.05), (BORDER + 0.05, MOST))
    quarters = [(*side, *level) for level in ((middle + 1, top), (floor, middle - 1)) for side in across]
    tints = ("var(--soft)", "var(--soft)", "var(--soft)", "var(--accent-soft)")
    high, low = top + BAND / 2, floor - BAND / 2
    one, two, three, four = words.corners
    return [
        *(
            alt.Chart(data([{"x": left, "x2": right, "y": foot, "y2": head}]))
            .mark_rect(color=tint, opacity=1, cornerRadius=4)
            .encode(x=x, x2=alt.X2("x2"), y=alt.Y("y:Q"), y2=alt.Y2("y2"))
            for (left, right, foot, head), tint in zip(quarters, tints, strict=True)
        ),
        said([(LEAST, high + BAND, words.axes)], x),
        said([(LEAST, high, one), (LEAST, low, three)], x, fontWeight=600),
        said([(MOST, high, two), (MOST, low, four)], x, align="right", fontWeight=600),
    ]


def _plane(rows: Sequence[Stake], floor: float, x: Any) -> list[Any]:
    """The marks with their numbers, and the names that find room; a row without power or interest has none."""
    wanted = {at: place for at, row in enumerate(rows) if (place := _place(row))}
    spots = spread(list(wanted.values()), _quarters())
    names = named(spots, [rows[at].name for at in wanted], Box(0, 0, NARROW, TALL))
    places = [(LEAST + px / UNIT_X, floor + py) for px, py in spots]
    layers = marks([(*place, at + 1, rows[at]) for place, at in zip(places, wanted, strict=True)], SIZE, x)
    for side, align, dx in SIDES:
        lines = [
            (px, py + ((len(name.lines) - 1) / 2 - line) * NAME_LINE, text)
            for (px, py), name in zip(places, names, strict=True)
            if name and name.side == side
            for line, text in enumerate(name.lines)
        ]
        layers.append(said(lines, x, align=align, dx=dx, fontSize=12, color="var(--ink)"))
    return layers


def _place(row: Stake) -> Place | None:
    if row.power is None or row.interest is None:
        return None
    return (row.interest - LEAST) * UNIT_X, (row.power - LEAST) * UNIT_Y


def _quarters() -> list[Box]:
    x, y = (BORDER - LEAST) * UNIT_X, (BORDER - LEAST) * UNIT_Y
    return [Box(left, foot, right, top) for foot, top in ((0, y), (y, TALL)) for left, right in ((0, x), (x, NARROW))]
