"""What all charts share: the scale of five places, rows with a label above them, and how a chart is finished."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from leads_kit.charts._names import wrapped
from leads_kit.text import columns

FONT = 13
LABEL_HEIGHT = 26
FOOT = 22
# Low and wide: columns of words, in signs of about so many pixels, and the room between them and the dots.
LABEL_COLUMN, NOTE_COLUMN, SIGN = 14, 12, 8.4
LINE, GAP = 16, 12
PLACES = (0.5, 5.5)
Spec = dict[str, Any]
Ticks = Sequence[tuple[float, str]]


@dataclass(frozen=True)
class Row:
    """One row: its label on the left, a note on the right, and the height of what it shows."""

    label: str
    note: str


def bases(count: int, content: float, foot: float) -> list[float]:
    """Where the base line of each row lies, in pixels from the bottom; the first row is on top."""
    height = LABEL_HEIGHT + content + foot
    return [(count - 1 - at) * height + foot for at in range(count)]


def whole_height(count: int, content: float, foot: float) -> float:
    return count * (LABEL_HEIGHT + content + foot)


def labels(rows: Sequence[Row], base: Sequence[float], content: float, x: Any) -> list[Any]:
    """The label and the note above each row."""
    import altair as alt

    at = [y + content + LABEL_HEIGHT / 2 for y in base]
    left = [{"x": PLACES[0], "y": y, "text": row.label} for row, y in zip(rows, at, strict=True)]
    right = [{"x": PLACES[1], "y": y, "text": row.note} for row, y in zip(rows, at, strict=True)]
    words: dict[str, Any] = {"baseline": "middle", "fontSize": FONT}
    return [
        alt.Chart(data(left))
        .mark_text(align="left", fontWeight=600, color="var(--ink)", limit={"expr": "width * 0.62"}, **words)
        .encode(x=x, y=alt.Y("y:Q"), text=alt.Text("text:N")),
        alt.Chart(data(right))
        .mark_text(align="right", color="var(--ink-2)", limit={"expr": "width * 0.6"}, **words)
        .encode(x=x, y=alt.Y("y:Q"), text=alt.Text("text:N")),
    ]


def beside(rows: Sequence[Row], middle: Sequence[float], x: Any) -> tuple[list[Any], Any]:
    """For a low and wide picture: labels and notes in columns left and right of their rows, and `x` fitted between them."""
    import altair as alt

    left, right = _column([row.label for row in rows], LABEL_COLUMN), _column([row.note for row in rows], NOTE_COLUMN)
    widths = [max((columns(line) for lines in column for line in lines), default=0) * SIGN for column in (left, right)]
    between = x.copy()
    between.scale = alt.Scale(
        domain=list(PLACES), nice=False, range=[widths[0] + GAP, {"expr": f"width - {widths[1] + GAP}"}]
    )
    words: dict[str, Any] = {"baseline": "middle", "fontSize": FONT, "lineHeight": LINE}
    looks: tuple[dict[str, Any], ...] = (
        {"align": "left", "fontWeight": 600, "color": "var(--ink)"},
        {"align": "right", "color": "var(--ink-2)"},
    )
    edges: tuple[Any, Any] = (alt.value(0), alt.value("width"))
    return [
        alt.Chart(data([_block(lines, y) for y, lines in zip(middle, column, strict=True) if lines]))
        .mark_text(**words, **look)
        .encode(x=edge, y=alt.Y("y:Q"), text=alt.Text("text:N"))
        for column, look, edge in zip((left, right), looks, edges, strict=True)
    ], between


def _block(lines: Sequence[str], middle: float) -> dict[str, Any]:
    """Lines around a height; the first of them is what Vega puts there."""
    return {"y": middle + (len(lines) - 1) * LINE / 2, "text": lines}


def _column(texts: Sequence[str], width: int) -> list[list[str]]:
    """Each text on two lines at the most; a note's parts, which a dot divides, on a line each."""
    parts = [text.split(" · ") for text in texts]
    return [wrapped(text, width, 2) if len(each) == 1 else each for text, each in zip(texts, parts, strict=True)]


def places(ticks: Ticks, title: str, padding: float = 10) -> Any:
    """The horizontal scale: five places, named below by `ticks`, with a line of explanation under them."""
    import altair as alt

    names = "".join(f"datum.value == {place} ? {literal(label)} : " for place, label in ticks) + "''"
    axis = alt.Axis(
        values=[place for place, _ in ticks],
        labelExpr=names,
        title=title,
        titlePadding=padding,
        grid=False,
        ticks=False,
        domain=False,
        labelAngle=0,
        labelOverlap=False,
        labelFontSize=FONT,
        titleFontSize=FONT,
        titleFontWeight=400,
        labelColor="var(--ink-2)",
        titleColor="var(--ink-2)",
    )
    return alt.X("x:Q", scale=alt.Scale(domain=list(PLACES), nice=False), axis=axis)


def literal(words: str) -> str:
    """Words as a literal of Vega's expression language, whatever they hold. Signs stay signs: svg.py must see them."""
    return json.dumps(words, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def data(rows: list[dict[str, Any]]) -> Any:
    import altair as alt

    return alt.InlineData(values=rows)


def finished(layers: Sequence[Any], height: float, description: str, wall: Spec | None = None) -> Spec:
    """Layers over one pixel scale of `height`, as wide as the page allows; `wall` is another, low and wide, for the wall."""
    import altair as alt
    from altair.utils import schemapi

    y = alt.Y(axis=None, scale=alt.Scale(domain=[0, height], nice=False))
    # All at once: each `encode` or `properties` after it would copy every layer.
    spec: Spec = alt.layer(
        *layers,
        encoding=alt.SharedEncoding(y=y),  # type: ignore[arg-type]  # a channel is what it takes and keeps
        width="container",
        height=height,
        description=description,
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        padding={"left": 2, "right": 2, "top": 4, "bottom": 4},
    ).to_dict(validate=schemapi.DEBUG_MODE)
    return spec | {"usermeta": {"wall": wall}} if wall else spec
