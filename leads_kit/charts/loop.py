"""Two poles side by side: the good of each above, too much of each below, and one endless loop through all four."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from leads_kit.charts._house import FONT, Spec, data, finished
from leads_kit.charts._lemniscate import SUMMIT, lemniscate
from leads_kit.charts._names import wrapped

# Columns of half a phone's width, and of all of it.
WIDE, NAME_WIDE, LEGEND_WIDE, NAME_LINES, ITEM_LINES, MOST_LINES = 18, 16, 42, 4, 3, 9
LINE, CAPTION, BREAK, GAP, LOOP_GAP = 16, 20, 6, 10, 20
HALF, REACH = 84, 0.96
HIGH, UNSEEN = 5, 2.5
DISC, TIP = 560, 90
Down = list[tuple[float, str]]


@dataclass(frozen=True)
class Quarter:
    """What is written of it, and how much of it is seen, 1 to 5; None where nobody said."""

    caption: str
    lines: tuple[str, ...] = ()
    mark: int | None = None


@dataclass(frozen=True)
class Pole:
    name: str
    good: Quarter
    much: Quarter


def loop(left: Pole, right: Pole, legend: str, description: str) -> Spec:
    """Names and the good of both, the loop with a number at each summit, too much of both; `legend` tells the number."""
    import altair as alt

    x = alt.X("x:Q", scale=alt.Scale(domain=[-1, 1], nice=False), axis=None)
    poles, foot = (left, right), _lines(legend, LEGEND_WIDE, 2)
    heads = [_lines(one.name, NAME_WIDE, NAME_LINES) for one in poles]
    above, below = [_written(one.good) for one in poles], [_written(one.much) for one in poles]
    over, middle, under, end = _downward(_deep(heads), _deep(above), _deep(below))
    height = end + _deep([foot])
    captions = [[(over, one.good.caption), (under, one.much.caption)] for one in poles]
    written = [*_sides(above, height - over - CAPTION), *_sides(below, height - under - CAPTION)]
    told = [{"x": 0, "y": height - end - at - LINE / 2, "text": line} for at, line in foot]
    layers = [
        *_ground(height - middle, height - over, height - end + GAP, x),
        _said(_sides(heads, height), x, fontWeight=700, color="var(--ink)"),
        _said(_sides(captions, height), x, color="var(--ink-2)", fontStyle="italic"),
        _said(written, x, color="var(--ink)"),
        *_drawn(poles, height - middle, x),
        _said(told, x, color="var(--ink-2)", limit={"expr": "width"}),
    ]
    return finished(layers, height, description)


def _downward(heads: float, above: float, below: float) -> tuple[float, float, float, float]:
    """How far from the top the upper words begin, the loop has its middle, the lower words begin and end."""
    over = heads + GAP
    middle = over + CAPTION + above + LOOP_GAP + HALF
    under = middle + HALF + LOOP_GAP
    return over, middle, under, under + CAPTION + below + GAP


def _lines(text: str, width: int, most: int) -> Down:
    return [(float(at * LINE), line) for at, line in enumerate(wrapped(text, width, most))]


def _written(quarter: Quarter) -> Down:
    """All lines of a quarter with their pixels from its top, each item a little apart; what does not fit ends in dots."""
    found, down = Down(), 0.0
    for item in quarter.lines:
        for line in wrapped(item, WIDE, ITEM_LINES):
            found.append((down, line))
            down += LINE
        down += BREAK
    return found if len(found) <= MOST_LINES else [*found[: MOST_LINES - 1], (found[MOST_LINES - 1][0], "…")]


def _deep(columns: Sequence[Down]) -> float:
    return max((down + LINE for column in columns for down, _ in column), default=0.0)


def _sides(columns: Sequence[Down], top: float) -> list[dict[str, Any]]:
    """The left column and the right one, each in the middle of its half."""
    return [
        {"x": side, "y": top - down - LINE / 2, "text": line}
        for side, column in zip((-0.5, 0.5), columns, strict=True)
        for down, line in column
    ]


def _ground(centre: float, top: float, bottom: float, x: Any) -> list[Any]:
    """Where one pole ends and the other begins, and the line between the good and too much of it."""
    import altair as alt

    line: dict[str, Any] = {"color": "var(--line-strong)", "strokeWidth": 1, "strokeDash": [2, 4], "opacity": 1}
    return [
        alt.Chart(data([{"x": 0, "y": bottom, "y2": top}]))
        .mark_rule(**line)
        .encode(x=x, y=alt.Y("y:Q"), y2=alt.Y2("y2")),
        alt.Chart(data([{"x": -1, "x2": 1, "y": centre}]))
        .mark_rule(**line)
        .encode(x=x, x2=alt.X2("x2"), y=alt.Y("y:Q")),
    ]


def _drawn(poles: Sequence[Pole], centre: float, x: Any) -> list[Any]:
    """The loop, arrows at both ends, and the four summits with their numbers; a dashed one where there is none."""
    import altair as alt

    left, right = poles
    summits = [(1, 1, right.good), (-1, -1, left.much), (-1, 1, left.good), (1, -1, right.much)]
    heights = [_height(quarter) for *_, quarter in summits]
    line = [{"x": px * REACH, "y": centre + py, "step": step} for step, (px, py) in enumerate(lemniscate(heights))]
    marks = [
        {"x": side * SUMMIT * REACH, "y": centre + way * height, "text": "–" if one.mark is None else str(one.mark)}
        for (side, way, one), height in zip(summits, heights, strict=True)
    ]
    tips = [{"x": side * REACH, "y": centre} for side in (-1, 1)]
    seen = [one.mark is not None for *_, one in summits]
    return [
        alt.Chart(data(line))
        .mark_line(strokeWidth=2.5, color="var(--accent)", opacity=0.8)
        .encode(x=x, y=alt.Y("y:Q"), order=alt.Order("step:Q")),
        alt.Chart(data(tips))
        .mark_point(shape="triangle-down", size=TIP, filled=True, fill="var(--accent)", opacity=1)
        .encode(x=x, y=alt.Y("y:Q")),
        *(
            alt.Chart(data([mark for mark, given in zip(marks, seen, strict=True) if given is there]))
            .mark_point(
                size=DISC, filled=True, fill=fill, stroke="var(--accent)", strokeWidth=2, strokeDash=dash, opacity=1
            )
            .encode(x=x, y=alt.Y("y:Q"))
            for there, fill, dash in ((True, "var(--accent)", [1, 0]), (False, "var(--card)", [3, 4]))
        ),
        *(
            _said(
                [mark for mark, given in zip(marks, seen, strict=True) if given is there], x, fontWeight=700, color=ink
            )
            for there, ink in ((True, "var(--accent-ink)"), (False, "var(--ink-2)"))
        ),
    ]


def _height(quarter: Quarter) -> float:
    return HALF * (UNSEEN if quarter.mark is None else quarter.mark) / HIGH


def _said(rows: list[dict[str, Any]], x: Any, **look: Any) -> Any:
    import altair as alt

    words: dict[str, Any] = {"baseline": "middle", "fontSize": FONT, "limit": {"expr": "width / 2"}} | look
    return alt.Chart(data(rows)).mark_text(**words).encode(x=x, y=alt.Y("y:Q"), text=alt.Text("text:N"))
