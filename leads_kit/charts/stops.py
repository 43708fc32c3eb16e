"""The stops of a way from top to bottom: each with its name and what stands beneath it, and the line of how it feels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from leads_kit.charts._house import Spec, data, finished
from leads_kit.charts._names import packed, wrapped
from leads_kit.charts._words import said, said_down

# A plane ten wide: words on the left, in lines of so many columns, the track of feelings on the right.
WIDTH, TRACK, STEP = 10.0, 6.2, 0.9
NAME, BENEATH, LINES, FOOT = 22, 24, 2, 44
LINE, PAD, HEAD, LEAST = 16, 14, 24, 44
MARK, RING = 120, 420
FEELINGS = range(-2, 3)
HEADS = ((-2, "−2"), (0, "0"), (2, "+2"))


@dataclass(frozen=True)
class Stop:
    """`feeling` is −2 to 2, None where not said; a `risky` one is a diamond, the `lowest` has a ring around it."""

    name: str
    beneath: str
    feeling: int | None
    risky: bool = False
    lowest: bool = False

    @property
    def names(self) -> list[str]:
        return wrapped(self.name, NAME, LINES) or [""]

    @property
    def under(self) -> list[str]:
        return wrapped(self.beneath, BENEATH, LINES)

    @property
    def height(self) -> float:
        return max(LEAST, (len(self.names) + len(self.under)) * LINE + PAD)


Placed = Sequence[tuple[Stop, float]]


def stops(rows: Sequence[Stop], legend: Sequence[str], description: str) -> Spec:
    """Words of each stop around its height, the feelings as marks on a track and the way between them."""
    import altair as alt

    x = alt.X("x:Q", scale=alt.Scale(domain=[0, WIDTH], nice=False), axis=None)
    foot = packed(legend, FOOT)
    ground = len(foot) * LINE + 8
    height = ground + sum(row.height for row in rows) + HEAD
    tops = [height - HEAD - sum(row.height for row in rows[:at]) for at in range(len(rows))]
    placed = [(row, top - row.height / 2) for row, top in zip(rows, tops, strict=True)]
    layers = [
        *_track(placed, ground, height - HEAD, x),
        *_ways(placed, x),
        *_marks(placed, x),
        *_words(placed, x),
        said_down(foot, LINE, x),
    ]
    return finished(layers, height, description)


def _across(feeling: float) -> float:
    return TRACK + (feeling + 2) * STEP


def _track(placed: Placed, low: float, high: float, x: Any) -> list[Any]:
    """A line where it feels neither good nor bad, a notch at every place of every stop, and three numbers above."""
    import altair as alt

    middle = [{"x": _across(0), "y": low, "y2": high}]
    notches = [{"x": _across(at), "y": y} for _, y in placed for at in FEELINGS]
    return [
        alt.Chart(data(middle))
        .mark_rule(strokeDash=[2, 3], color="var(--line-strong)", opacity=1)
        .encode(x=x, y=alt.Y("y:Q"), y2=alt.Y2("y2")),
        alt.Chart(data(notches))
        .mark_circle(size=12, color="var(--line-strong)", opacity=1)
        .encode(x=x, y=alt.Y("y:Q")),
        said(((_across(at), high + HEAD / 2, text) for at, text in HEADS), x, align="center"),
    ]


def _ways(placed: Placed, x: Any) -> list[Any]:
    """From each feeling to the next, unbroken only where both are known."""
    import altair as alt

    ways = [
        {"x": _across(before.feeling), "y": y, "x2": _across(after.feeling), "y2": below}
        for (before, y), (after, below) in pairwise(placed)
        if before.feeling is not None and after.feeling is not None
    ]
    return [
        alt.Chart(data(ways))
        .mark_rule(strokeWidth=3, color="var(--accent)", opacity=0.55)
        .encode(x=x, y=alt.Y("y:Q"), x2=alt.X2("x2"), y2=alt.Y2("y2"))
    ]


def _marks(placed: Placed, x: Any) -> list[Any]:
    import altair as alt

    felt: list[tuple[dict[str, Any], Stop]] = [
        ({"x": _across(one.feeling), "y": y}, one) for one, y in placed if one.feeling is not None
    ]
    filled: dict[str, Any] = {"filled": True, "fill": "var(--accent)", "stroke": "var(--accent)", "opacity": 1}
    ring: dict[str, Any] = {
        "filled": True,
        "fill": "var(--card)",
        "stroke": "var(--ink)",
        "strokeWidth": 2,
        "opacity": 1,
    }
    layers = [({"size": RING, "shape": "circle", **ring}, [spot for spot, one in felt if one.lowest])]
    layers += [
        (
            {"size": MARK, "shape": shape, **filled},
            [spot | {"shape": shape} for spot, one in felt if one.risky is risky],
        )
        for shape, risky in (("circle", False), ("diamond", True))
    ]
    return [alt.Chart(data(rows)).mark_point(**look).encode(x=x, y=alt.Y("y:Q")) for look, rows in layers]


def _words(placed: Placed, x: Any) -> list[Any]:
    """The name and what stands beneath it, together around the height of the stop."""
    lines = [
        (0.0, y + ((len(one.names) + len(one.under) - 1) / 2 - at) * LINE, text, at < len(one.names))
        for one, y in placed
        for at, text in enumerate((*one.names, *one.under))
    ]
    looks: dict[bool, dict[str, Any]] = {True: {"color": "var(--ink)", "fontWeight": 600}, False: {}}
    return [
        said(((px, py, text) for px, py, text, named in lines if named is first), x, **look)
        for first, look in looks.items()
    ]
