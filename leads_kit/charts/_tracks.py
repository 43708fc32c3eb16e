"""A row for each stakeholder: the way from the stance now to the one needed, on a track of five places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from leads_kit.charts._house import data
from leads_kit.charts._names import wrapped
from leads_kit.charts._words import said

# The scale that the rows share with the plane of power and interest above them, a little wider than 0 to 10.
LEAST, MOST = -0.8, 10.8
HEAD, LINE, PAD, LINES = 30, 16, 10, 3
LEAST_ROW = 34
# Where the track begins and how far one step of stance goes; names stand between the number and the track.
TRACK, STEP, NAME, LABEL = 5.2, 0.75, 0.15, 15
STANCES, HEADS = range(-2, 3), (-2, 0, 2)
SMALL = 90
# By stance now: against, neither, in favour, not said.
LOOKS: dict[str, tuple[str, str, str, str, list[int]]] = {
    "against": ("square", "var(--ink)", "var(--ink)", "var(--card)", [1, 0]),
    "neither": ("circle", "var(--card)", "var(--ink)", "var(--ink)", [1, 0]),
    "favour": ("circle", "var(--accent)", "var(--accent)", "var(--accent-ink)", [1, 0]),
    "unsaid": ("circle", "var(--card)", "var(--line-strong)", "var(--ink)", [3, 3]),
}


@dataclass(frozen=True)
class Stake:
    """Power and interest 0 to 10, stance −2 to +2, each None where not given; `note` stands at the end of the row."""

    name: str
    power: int | None
    interest: int | None
    now: int | None
    needed: int | None
    note: str

    @property
    def look(self) -> str:
        if self.now is None:
            return "unsaid"
        return "against" if self.now < 0 else "favour" if self.now > 0 else "neither"

    @property
    def lines(self) -> list[str]:
        return wrapped(self.name, LABEL, LINES)

    @property
    def height(self) -> float:
        return max(LEAST_ROW, len(self.lines) * LINE + PAD)


def tracks_height(rows: Sequence[Stake]) -> float:
    return HEAD + sum(row.height for row in rows)


def tracks(rows: Sequence[Stake], order: str, note: str, top: float, x: Any) -> list[Any]:
    """Number, name, way and note, downwards from `top`; the numbers of the stances stand above the track."""
    import altair as alt

    head = top - HEAD + LINE / 2
    at = [
        (top - HEAD - sum(one.height for one in rows[:place]) - row.height / 2, row) for place, row in enumerate(rows)
    ]
    notches = [{"x": _on_track(stance), "y": y} for y, _ in at for stance in STANCES]
    wanted = [{"x": _on_track(row.needed), "y": y} for y, row in at if row.needed is not None]
    names = [
        (NAME, y + ((len(row.lines) - 1) / 2 - line) * LINE, text)
        for y, row in at
        for line, text in enumerate(row.lines)
    ]
    ring: dict[str, Any] = {"size": 210, "filled": True, "fill": "var(--card)", "stroke": "var(--ink-2)"}
    return [
        said([(LEAST, head, order)], x),
        said(((_on_track(stance), head, signed(stance)) for stance in HEADS), x, align="center"),
        said([(MOST, head, note), *((MOST, y, row.note) for y, row in at)], x, align="right"),
        said(((LEAST, y, str(place + 1)) for place, (y, _) in enumerate(at)), x, fontWeight=700, color="var(--ink)"),
        said(names, x, color="var(--ink)"),
        alt.Chart(data(notches))
        .mark_circle(size=12, color="var(--line-strong)", opacity=1)
        .encode(x=x, y=alt.Y("y:Q")),
        *_ways(at, x),
        alt.Chart(data(wanted)).mark_point(strokeWidth=2, opacity=1, **ring).encode(x=x, y=alt.Y("y:Q")),
        *marks([(_on_track(row.now), y, None, row) for y, row in at if row.now is not None], SMALL, x),
    ]


def marks(spots: Sequence[tuple[float, float, int | None, Stake]], size: int, x: Any) -> list[Any]:
    """Marks by stance now, each with its number where there is one."""
    import altair as alt

    layers = []
    for look, (shape, fill, stroke, ink, dash) in LOOKS.items():
        there = [{"x": px, "y": py, "text": str(n or "")} for px, py, n, one in spots if one.look == look]
        point = alt.Chart(data(there)).mark_point(
            shape=shape, size=size, filled=True, fill=fill, stroke=stroke, strokeWidth=1.5, strokeDash=dash, opacity=1
        )
        number = alt.Chart(data(there)).mark_text(baseline="middle", fontSize=12, fontWeight=700, color=ink)
        layers += [point.encode(x=x, y=alt.Y("y:Q")), number.encode(x=x, y=alt.Y("y:Q"), text=alt.Text("text:N"))]
    return layers


def signed(stance: int) -> str:
    """A stance as it is read: −2, 0, +2."""
    return f"+{stance}" if stance > 0 else str(stance).replace("-", "−")


def _ways(at: Sequence[tuple[float, Stake]], x: Any) -> list[Any]:
    """The way of each that has one, with a head in its middle where it goes somewhere."""
    import altair as alt

    ways = [(y, row.now, row.needed) for y, row in at if row.now is not None and row.needed is not None]
    rules = [{"x": _on_track(now), "x2": _on_track(needed), "y": y} for y, now, needed in ways]
    line = alt.Chart(data(rules)).mark_rule(strokeWidth=2.5, color="var(--ink-2)", opacity=1)
    layers = [line.encode(x=x, x2=alt.X2("x2"), y=alt.Y("y:Q"))]
    for shape, sign in (("triangle-right", 1), ("triangle-left", -1)):
        heads = [{"x": _on_track((now + needed) / 2), "y": y} for y, now, needed in ways if (needed - now) * sign > 0]
        head = alt.Chart(data(heads)).mark_point(shape=shape, size=70, filled=True, color="var(--ink-2)", opacity=1)
        layers.append(head.encode(x=x, y=alt.Y("y:Q")))
    return layers


def _on_track(stance: float) -> float:
    return TRACK + (stance + 2) * STEP
