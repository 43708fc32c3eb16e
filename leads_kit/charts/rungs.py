"""Ladders of named rungs, the words of each beside it: where somebody began, and where they stand now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from leads_kit.charts._house import Spec, data, finished
from leads_kit.charts._names import packed, wrapped
from leads_kit.charts._words import said, said_down

# Pixels from the left on a phone: names of rungs end here, the post stands here, words begin here.
NAME, POST, WORDS = 24, 46, 68
WIDE, BOLD, LINES, FOOT = 34, 39, 3, 44
LINE, PAD, GAP = 16, 10, 16
HOLLOW, FILLED, NOTCH = 330, 110, 34


@dataclass(frozen=True)
class Rung:
    """`start` and `now` may be the same rung; `wished` is the one that all of it is for."""

    name: str
    text: str
    start: bool = False
    now: bool = False
    wished: bool = False

    @property
    def lines(self) -> list[str]:
        return wrapped(self.text, WIDE, LINES)

    @property
    def height(self) -> float:
        return max(1, len(self.lines)) * LINE + PAD


@dataclass(frozen=True)
class Ladder:
    """The highest rung comes first."""

    label: str
    rungs: tuple[Rung, ...]

    @property
    def lines(self) -> list[str]:
        return wrapped(self.label, BOLD, 2)

    @property
    def height(self) -> float:
        return len(self.lines) * LINE + sum(rung.height for rung in self.rungs) + GAP


def rungs(ladders: Sequence[Ladder], legend: Sequence[str], description: str) -> Spec:
    """One ladder below the other; a hollow mark where it began, a filled one where it stands, inside it where alike."""
    import altair as alt

    x = alt.X("x:Q", scale=alt.Scale(domain=[0, 1], nice=False), axis=None)
    foot = packed(legend, FOOT)
    height = sum(one.height for one in ladders) + len(foot) * LINE
    tops = [height - sum(one.height for one in ladders[:at]) for at in range(len(ladders))]
    labels = [
        (top - (at + 0.5) * LINE, line)
        for one, top in zip(ladders, tops, strict=True)
        for at, line in enumerate(one.lines)
    ]
    placed = [(rung, y) for one, top in zip(ladders, tops, strict=True) for rung, y in _placed(one, top)]
    layers = [
        _said(labels, x, fontWeight=600, color="var(--ink)"),
        *_posts([[y for _, y in _placed(one, top)] for one, top in zip(ladders, tops, strict=True)], x),
        *_marks(placed, x),
        *_words(placed, x),
        said_down(foot, LINE, x),
    ]
    return finished(layers, height, description)


def _placed(ladder: Ladder, top: float) -> list[tuple[Rung, float]]:
    """Each rung with its middle, from the highest down."""
    y, found = top - len(ladder.lines) * LINE - PAD / 2, []
    for rung in ladder.rungs:
        found.append((rung, y - rung.height / 2))
        y -= rung.height
    return found


def _posts(middles: Sequence[Sequence[float]], x: Any) -> list[Any]:
    """What holds the rungs of a ladder together."""
    import altair as alt

    posts = [{"x": 0, "y": min(each), "y2": max(each)} for each in middles if each]
    return [
        alt.Chart(data(posts))
        .mark_rule(strokeWidth=2, color="var(--line-strong)", opacity=1, xOffset=POST)
        .encode(x=x, y=alt.Y("y:Q"), y2=alt.Y2("y2"))
    ]


def _marks(placed: Sequence[tuple[Rung, float]], x: Any) -> list[Any]:
    import altair as alt

    accent: dict[str, Any] = {"fill": "var(--card)", "stroke": "var(--accent)", "strokeWidth": 2.5}
    looks: tuple[tuple[str, dict[str, Any]], ...] = (
        ("", {"size": NOTCH, "fill": "var(--line-strong)", "stroke": "var(--line-strong)"}),
        ("start", {"size": HOLLOW, **accent}),
        ("now", {"size": FILLED, "fill": "var(--accent)", "stroke": "var(--accent)"}),
    )
    return [
        alt.Chart(data([{"x": 0, "y": y, "mark": mark} for rung, y in placed if not mark or getattr(rung, mark)]))
        .mark_point(shape="circle", filled=True, opacity=1, xOffset=POST, **look)
        .encode(x=x, y=alt.Y("y:Q"))
        for mark, look in looks
    ]


def _words(placed: Sequence[tuple[Rung, float]], x: Any) -> list[Any]:
    """Names up to the post, and what is written beside it; the wished rung in full ink."""
    looks: dict[bool, dict[str, Any]] = {
        True: {"color": "var(--ink)", "fontWeight": 600},
        False: {"color": "var(--ink-2)"},
    }
    lines = {
        wished: [
            (y + ((len(rung.lines) - 1) / 2 - at) * LINE, line)
            for rung, y in placed
            for at, line in enumerate(rung.lines)
            if rung.wished is wished
        ]
        for wished in looks
    }
    names = {wished: [(y, rung.name) for rung, y in placed if rung.wished is wished] for wished in looks}
    return [
        layer
        for wished, look in looks.items()
        for layer in (
            _said(names[wished], x, align="right", xOffset=NAME, **look),
            _said(lines[wished], x, xOffset=WORDS, **look),
        )
    ]


def _said(lines: Sequence[tuple[float, str]], x: Any, **look: Any) -> Any:
    return said(((0.0, y, line) for y, line in lines), x, **look)
