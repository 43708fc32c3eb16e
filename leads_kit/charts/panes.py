"""A window of fields with words in them: the larger a word, the more people said it; its number says the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from leads_kit.charts._house import FONT, Spec, data, finished
from leads_kit.charts._names import wrapped
from leads_kit.charts._words import said, said_down

# Pixels of a phone: a field of half its width, its edges, and how wide a sign of a size of one pixel is.
WIDTH, EDGE, SIGN, BOLD_SIGN = 300, 10, 0.56, 0.6
GAP, LEADING, BETWEEN = 6, 1.2, 4
WIDE, LINE, LINES = 44, 16, 3
LEAST, STEP, MOST = 13, 2, 19
TIMES = " ×"


@dataclass(frozen=True)
class Weighed:
    """A word and how many people said it, told from two on; 0 where that is not told."""

    text: str
    weight: int = 0

    @property
    def size(self) -> float:
        return min(MOST, LEAST + STEP * max(0, self.weight - 1))

    def lines(self, width: float) -> list[str]:
        told = f"{self.text}{TIMES}{self.weight}" if self.weight > 1 else self.text
        return wrapped(told, int(width / (self.size * SIGN)), LINES)


@dataclass(frozen=True)
class Pane:
    """One field: its title, its words from the top, and a note under them."""

    title: str
    words: tuple[Weighed, ...]
    note: str = ""


@dataclass(frozen=True)
class Placed:
    """One line of words: its left edge, and how far below the top of its field its middle lies."""

    text: str
    left: float
    down: float
    size: float


@dataclass(frozen=True)
class Drawn:
    """A field where it is drawn: left edge and width in pixels of a phone, its lines, and how far down they reach."""

    left: float
    width: float
    title: list[str]
    lines: list[Placed]
    foot: float


def panes(rows: Sequence[Sequence[Pane]], legend: str, description: str) -> Spec:
    """Rows of one or two fields; a field alone takes the whole width, its words in two columns."""
    import altair as alt

    x = alt.X("x:Q", scale=alt.Scale(domain=[0, WIDTH], nice=False), axis=None)
    foot = wrapped(legend, WIDE, 2)
    drawn = [_placed(row) for row in rows]
    heights = [max(field.foot for field in row) + EDGE for row in drawn]
    height = sum(heights) + GAP * len(rows) + len(foot) * LINE
    layers = []
    for at, row in enumerate(drawn):
        top = height - sum(heights[:at]) - GAP * at
        layers += _row(row, top, heights[at], tint=at == 0, x=x)
    return finished([*layers, said_down(foot, LINE, x)], height, description)


def _placed(row: Sequence[Pane]) -> list[Drawn]:
    """Fields side by side; one alone has its words in two columns."""
    share = WIDTH / len(row)
    widths = [share - (GAP if at < len(row) - 1 else 0) for at in range(len(row))]
    return [
        _field(pane, at * share, width, 3 - len(row)) for at, (pane, width) in enumerate(zip(row, widths, strict=True))
    ]


def _field(pane: Pane, left: float, width: float, columns: int) -> Drawn:
    title = wrapped(pane.title, int((width - 2 * EDGE) / (FONT * BOLD_SIGN)), 2)
    top, wide = EDGE + len(title) * LINE + GAP, (width - EDGE * (columns + 1)) / columns
    texts = [(word.lines(wide), word.size) for word in pane.words]
    texts += [(wrapped(pane.note, int(wide / (FONT * SIGN)), LINES), FONT)] if pane.note else []
    each = -(-len(texts) // columns)
    stacks = [
        list(_stacked(texts[at * each : (at + 1) * each], left + EDGE + at * (wide + EDGE), top))
        for at in range(columns)
    ]
    lines = [line for stack in stacks for line in stack]
    return Drawn(left, width, title, lines, max((line.down + line.size / 2 for line in lines), default=top))


def _stacked(texts: Sequence[tuple[list[str], float]], left: float, top: float) -> Iterator[Placed]:
    """Words below each other; the lines of one word lie closer than those of two."""
    down = top
    for lines, size in texts:
        for line in lines:
            yield Placed(line, left, down + size * LEADING / 2, size)
            down += size * LEADING
        down += BETWEEN


def _row(row: Sequence[Drawn], top: float, height: float, tint: bool, x: Any) -> list[Any]:
    """The ground of a row's fields, their titles, and a layer for each size of words."""
    import altair as alt

    ground = [{"x": one.left, "x2": one.left + one.width, "y": top - height, "y2": top} for one in row]
    titles = [
        (one.left + EDGE, top - EDGE - (at + 0.5) * LINE, line) for one in row for at, line in enumerate(one.title)
    ]
    words = [line for one in row for line in one.lines]
    return [
        alt.Chart(data(ground))
        .mark_rect(color="var(--accent-soft)" if tint else "var(--soft)", opacity=1, cornerRadius=4)
        .encode(x=x, x2=alt.X2("x2"), y=alt.Y("y:Q"), y2=alt.Y2("y2")),
        said(titles, x, fontWeight=600, color="var(--ink)"),
        *(
            said(
                ((line.left, top - line.down, line.text) for line in words if line.size == size),
                x,
                fontSize=size,
                color="var(--ink)",
            )
            for size in sorted({line.size for line in words})
        ),
    ]
