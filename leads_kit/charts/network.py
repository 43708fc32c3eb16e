"""One person's network: me in the middle, contacts on an oval around, and who of them knows whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from leads_kit.charts._curves import Place, around_others
from leads_kit.charts._house import FONT, Spec, data, finished
from leads_kit.charts._names import wrapped

ROW = 56
LEAST_HEIGHT = 170
EDGE = 2.7  # half the width of the drawing, in units of the oval's half width: the rest is for names
NAME_FONT = 12
NAME_WIDTH, NAME_LINES = 11, 3
LIMIT = {"expr": f"width / 2 * (1 - abs(datum.x) / {EDGE}) - 16"}
# A name on the left ends at its mark, one on the right begins there.
SIDES: tuple[tuple[str, Literal["left", "right"], int], ...] = (("left", "right", -15), ("right", "left", 15))
NEAR = {None: 1.8, 1: 1.3, 2: 2.6, 3: 4.2}


@dataclass(frozen=True)
class Contact:
    """A contact's place on the unit circle around me; the name stands on its outer side. `closeness` is 1 to 3."""

    label: str
    x: float
    y: float
    wished: bool = False
    closeness: int | None = None

    @property
    def side(self) -> str:
        return "left" if self.x < 0 else "right"


Tie = tuple[Contact, Contact]


def network(contacts: Sequence[Contact], ties: Sequence[Tie], me: str, legend: str, description: str) -> Spec:
    """Lines from me (thicker the closer, dashed where wished for), bent lines among contacts, names outside the oval."""
    import altair as alt

    rows = max(1, -(-len(contacts) // 2))
    half = rows * ROW / 2
    foot = 34 if legend else 0
    height = max(LEAST_HEIGHT, 2 * half + 24) + foot
    centre = (height - foot) / 2 + foot
    x = alt.X("x:Q", scale=alt.Scale(domain=[-EDGE, EDGE], nice=False), axis=None)
    layers = [
        *_lines(contacts, ties, centre, half, x),
        *_marks(contacts, me, centre, half, x),
        alt.Chart(data([{"x": 0, "y": 12, "text": legend}]))
        .mark_text(fontSize=FONT, color="var(--ink-2)", limit={"expr": "width"})
        .encode(x=x, y=alt.Y("y:Q"), text=alt.Text("text:N")),
    ]
    return finished(layers, height, description)


def _lines(contacts: Sequence[Contact], ties: Sequence[Tie], centre: float, half: float, x: Any) -> list[Any]:
    import altair as alt

    mine: list[dict[str, Any]] = [
        {
            "x": 0,
            "x2": one.x,
            "y": centre,
            "y2": centre + one.y * half,
            "wished": one.wished,
            "width": NEAR[one.closeness],
        }
        for one in contacts
    ]
    everybody = [_place(one) for one in contacts]
    theirs = [
        {"x": px, "y": centre + py * half, "tie": at, "step": step}
        for at, (one, other) in enumerate(ties)
        for step, (px, py) in enumerate(around_others(_place(one), _place(other), everybody, half))
    ]
    return [
        alt.Chart(data(theirs))
        .mark_line(strokeWidth=1.6, color="var(--line-strong)", opacity=1)
        .encode(x=x, y=alt.Y("y:Q"), detail=alt.Detail("tie:N"), order=alt.Order("step:Q")),
        *(
            alt.Chart(data([line for line in mine if line["wished"] is wished]))
            .mark_rule(color="var(--accent)", opacity=0.75, strokeDash=dash, strokeWidth={"expr": "datum.width"})
            .encode(x=x, x2=alt.X2("x2"), y=alt.Y("y:Q"), y2=alt.Y2("y2"))
            for wished, dash in ((False, [1, 0]), (True, [5, 5]))
        ),
    ]


def _marks(contacts: Sequence[Contact], me: str, centre: float, half: float, x: Any) -> list[Any]:
    import altair as alt

    nodes = [
        {
            "x": one.x,
            "y": centre + one.y * half,
            "name": wrapped(one.label, NAME_WIDTH, NAME_LINES),
            "wished": one.wished,
            "side": one.side,
        }
        for one in contacts
    ]
    looks = ((False, "var(--accent)", [1, 0]), (True, "var(--card)", [3, 3]))
    return [
        *(
            alt.Chart(data([node for node in nodes if node["wished"] is wished]))
            .mark_point(
                size=200, filled=True, fill=fill, stroke="var(--accent)", strokeWidth=2, strokeDash=dash, opacity=1
            )
            .encode(x=x, y=alt.Y("y:Q"))
            for wished, fill, dash in looks
        ),
        alt.Chart(data([{"x": 0, "y": centre}]))
        .mark_circle(size=1300, color="var(--ink)", opacity=1)
        .encode(x=x, y=alt.Y("y:Q")),
        alt.Chart(data([{"x": 0, "y": centre, "name": me}]))
        .mark_text(color="var(--card)", fontSize=FONT, fontWeight=700)
        .encode(x=x, y=alt.Y("y:Q"), text=alt.Text("name:N")),
        *(
            alt.Chart(data([node for node in nodes if node["side"] == side]))
            .mark_text(
                align=align,
                dx=dx,
                baseline="middle",
                fontSize=NAME_FONT,
                lineHeight=15,
                limit=LIMIT,
                color="var(--ink)",
            )
            .encode(x=x, y=alt.Y("y:Q"), text=alt.Text("name:N"))
            for side, align, dx in SIDES
        ),
    ]


def _place(one: Contact) -> Place:
    return one.x, one.y
