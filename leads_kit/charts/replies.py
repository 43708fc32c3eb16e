"""One mark for each request, below each other: the sign of the answer, its word, and what was asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from leads_kit.charts._house import FONT, Spec, data, finished
from leads_kit.charts._names import wrapped

# Columns of a phone's width beside the mark.
WIDE, MOST_LINES = 37, 3
LINE, GAP = 17, 12
MARK, INDENT, DISC = 15, 40, 560


@dataclass(frozen=True)
class Reply:
    """`symbol` and `word` are the answer, "" and a word for none yet; `text` is what was asked."""

    symbol: str
    word: str
    text: str

    @property
    def lines(self) -> list[str]:
        return wrapped(self.text, WIDE, MOST_LINES)

    @property
    def height(self) -> float:
        return (1 + len(self.lines)) * LINE + GAP


def replies(rows: Sequence[Reply], description: str) -> Spec:
    """A disc with the sign, dashed and empty while there is none; the word beside it, what was asked below that."""
    import altair as alt

    height = sum(row.height for row in rows)
    x = alt.X("x:Q", scale=alt.Scale(domain=[0, 1], nice=False), axis=None)
    discs, words, lines = [], [], []
    top = height
    for row in rows:
        discs.append({"x": 0, "y": top - MARK, "text": row.symbol})
        words.append({"x": 0, "y": top - LINE / 2, "text": row.word})
        lines += [{"x": 0, "y": top - (at + 1.5) * LINE, "text": line} for at, line in enumerate(row.lines)]
        top -= row.height
    beside: dict[str, Any] = {"align": "left", "dx": INDENT, "limit": {"expr": f"width - {INDENT}"}}
    layers = [
        *_discs(discs, x),
        _said(discs, x, dx=MARK, fontSize=FONT + 3, fontWeight=700, color="var(--accent)"),
        _said(words, x, fontWeight=600, color="var(--ink)", **beside),
        _said(lines, x, color="var(--ink-2)", **beside),
    ]
    return finished(layers, height, description)


def _discs(rows: Sequence[dict[str, Any]], x: Any) -> list[Any]:
    import altair as alt

    look: dict[str, Any] = {"filled": True, "fill": "var(--card)", "size": DISC, "xOffset": MARK, "opacity": 1}
    return [
        alt.Chart(data([row for row in rows if bool(row["text"]) is given]))
        .mark_point(stroke=stroke, strokeWidth=2, strokeDash=dash, **look)
        .encode(x=x, y=alt.Y("y:Q"))
        for given, stroke, dash in ((True, "var(--accent)", [1, 0]), (False, "var(--line-strong)", [3, 4]))
    ]


def _said(rows: list[dict[str, Any]], x: Any, **look: Any) -> Any:
    import altair as alt

    words: dict[str, Any] = {"baseline": "middle", "fontSize": FONT} | look
    return alt.Chart(data(rows)).mark_text(**words).encode(x=x, y=alt.Y("y:Q"), text=alt.Text("text:N"))
