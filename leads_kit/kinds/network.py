"""Network: who helps with one goal, and who of them knows whom. Private; two classes may be offered to the group.

A wished partner stands dashed and counts as a tie only when the person says so; contacts who know them are the way in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from leads_kit import charts
from leads_kit.analysis.layout import Point, around
from leads_kit.analysis.networks import EgoNetwork, ego_network
from leads_kit.form import Answer, Choice, Form, Group, Line, Option, Pairs, Rows, Scale, Tick
from leads_kit.kinds._kind import Kind, Picture
from leads_kit.model import Exercise, Figure, Part, Release, Spec, Table, Tier
from leads_kit.text import Say, Text, Words

SIZES = ("few", "some", "many")
BRIDGING = ("low", "middle", "high")
SOME_FROM, MANY_FROM = 4, 8
MIDDLE_FROM, HIGH_FROM = 0.5, 0.8
ENOUGH = 3
NAME_LIMIT = 60


class Settings(Spec):
    """`sectors` are kinds of organisation by id; `most` contacts."""

    goal: Text
    contacts: Text
    contacts_help: Text
    name: Text
    sector: Text
    sectors: dict[str, Text]
    closeness: Text
    closeness_anchors: dict[str, Text]
    wished: Text
    tie: Text
    knows: Text
    knows_help: Text
    add: Text
    most: int = 12


@dataclass(frozen=True)
class Map:
    """An answer read once: names by row id, who is a tie, who is wished for, and who knows whom."""

    names: dict[str, str]
    ties: tuple[str, ...]
    wished: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]
    figures: EgoNetwork

    def ways_in(self, wished: str) -> list[str]:
        """Ties who know a wished partner."""
        both = [pair for pair in self.pairs if wished in pair]
        return [one for pair in both for one in pair if one in self.ties and one != wished]


def form(exercise: Exercise, _words: Words) -> Form:
    settings = _settings(exercise)
    sectors = tuple(Option(id, label) for id, label in settings.sectors.items())
    anchors = {int(at): text for at, text in settings.closeness_anchors.items()}
    row = (
        Line("name", settings.name, most=NAME_LIMIT),
        Choice("sector", settings.sector, options=sectors, optional=True),
        Scale("closeness", settings.closeness, high=3, anchors=anchors, full_only=True, optional=True),
        Tick("wished", settings.wished, optional=True),
        Tick("tie", settings.tie, full_only=True, optional=True),
    )
    contacts = Rows(
        "contacts",
        settings.contacts,
        help=settings.contacts_help,
        fields=row,
        most=settings.most,
        add=settings.add,
    )
    knows = Pairs("knows", settings.knows, help=settings.knows_help, rows="contacts", optional=True)
    return Form(
        (
            Group("goal", settings.goal, (Line("goal", settings.goal),)),
            Group("contacts", settings.contacts, (contacts,)),
            Group("knows", settings.knows, (knows,)),
        )
    )


def parts(_exercise: Exercise) -> tuple[Part, ...]:
    return (
        Part("map", Tier.PRIVATE, ("goal", "contacts", "knows")),
        Part("classes", Tier.GROUP, offered=True),
    )


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    found, goal = read(answer), str(answer.get("goal") or "").strip()
    if not found.names:
        return (say("network.feedback.nobody"),)
    quoted = (
        say("network.feedback.goal", goal=goal, n=len(found.ties))
        if goal
        else say("network.feedback.count", n=len(found.ties))
    )
    return (
        quoted,
        *_shape(found, say),
        *(_way_in(found, wished, say) for wished in found.wished),
        *_other_side(found, say),
    )


def own_picture(exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    found = read(answer)
    if not found.names:
        return None
    wished = frozenset(found.wished) - frozenset(found.ties)
    points = {one.id: one for one in around(found.names, found.figures.circles, wished)}
    me = Point("", "", 0, 0, False, "right")
    lines = [(me, points[one], one in wished) for one in found.names]
    lines += [(points[one], points[other], False) for one, other in found.pairs]
    sentence = " ".join((say("network.feedback.count", n=len(found.ties)), *_shape(found, say)[:1]))
    spec = charts.network(list(points.values()), lines, say("network.me"), sentence)
    return Picture(spec, sentence, _table(found, say))


def offer(_exercise: Exercise, answer: Answer) -> dict[str, Any]:
    """Two classes, from three ties on; nothing that names or counts exactly."""
    figures = read(answer).figures
    if figures.degree < ENOUGH or figures.effective_size is None:
        return {}
    size = "few" if figures.degree < SOME_FROM else "some" if figures.degree < MANY_FROM else "many"
    share = figures.effective_size / figures.degree
    bridging = "low" if share < MIDDLE_FROM else "middle" if share < HIGH_FROM else "high"
    return {"classes": {"size": size, "bridging": bridging}}


def summary(_exercise: Exercise, answers: Sequence[Answer]) -> tuple[Figure, ...]:
    told = [answer for answer in answers if answer.get("size") in SIZES and answer.get("bridging") in BRIDGING]
    if not told:
        return ()
    return tuple(
        Figure(asked, classes, tuple(sum(answer[asked] == one for answer in told) for one in classes), len(told))
        for asked, classes in (("size", SIZES), ("bridging", BRIDGING))
    )


def room_picture(_exercise: Exercise, release: Release, say: Say) -> Picture | None:
    figures = {figure.id: figure for figure in release.figures}
    if not figures:
        return None
    rows, cells = [], []
    for asked in ("size", "bridging"):
        figure = figures.get(asked)
        if figure is None:
            continue
        names = [say(f"network.{asked}.{one}") for one in figure.classes]
        dots = tuple((place, count) for place, count in zip((1.0, 3.0, 5.0), figure.counts, strict=True))
        rows.append(charts.Strip(say(f"network.{asked}"), " · ".join(names), dots))
        cells += [
            (say(f"network.{asked}"), name, say.number(count)) for name, count in zip(names, figure.counts, strict=True)
        ]
    sentence = say("network.room", n=max(figure.n for figure in figures.values()))
    ticks = tuple(zip((1.0, 3.0, 5.0), (say(f"network.tick.{at}") for at in ("low", "middle", "high")), strict=True))
    table = Table((say("network.question"), say("network.class"), say("network.people")), tuple(cells))
    return Picture(charts.strips(rows, ticks, say("network.axis"), sentence), sentence, table)


def read(answer: Answer) -> Map:
    """An answer as a map; rows without a name are not counted yet, pairs with a row that is gone are left out."""
    rows = {row["id"]: row for row in answer.get("contacts") or [] if str(row.get("name") or "").strip()}
    ties = tuple(id for id, row in rows.items() if not row.get("wished") or row.get("tie"))
    wished = tuple(id for id, row in rows.items() if row.get("wished") and not row.get("tie"))
    pairs = tuple((one, other) for one, other in answer.get("knows") or [] if one in rows and other in rows)
    figures = ego_network(dict.fromkeys(ties, 1.0), pairs)
    return Map({id: str(row["name"]).strip() for id, row in rows.items()}, ties, wished, pairs, figures)


def _shape(found: Map, say: Say) -> tuple[str, ...]:
    """How the contacts hang together: one sentence nobody typed, without good or bad."""
    circles = [circle for circle in found.figures.circles if len(circle) > 1]
    loose = len(found.ties) - sum(len(circle) for circle in circles)
    if len(found.ties) < 2:
        return (say("network.shape.one"),)
    if not circles:
        return (say("network.shape.loose", n=len(found.ties)),)
    if len(circles) == 1 and not loose:
        return (say("network.shape.closed" if found.figures.density == 1 else "network.shape.circle"),)
    return (say("network.shape.bridge", n=len(circles) + loose),)


def _way_in(found: Map, wished: str, say: Say) -> str:
    name, ways = found.names[wished], found.ways_in(wished)
    if not ways:
        return say("network.way.none", name=name)
    best = max(ways, key=lambda one: (sum(one in pair for pair in found.pairs), one))
    known = sum(best in pair for pair in found.pairs)
    return say("network.way.by", contact=found.names[best], name=name, n=known)


def _other_side(found: Map, say: Say) -> tuple[str, ...]:
    """The worth of what the network has less of, so that neither shape reads as the better one."""
    share = (
        found.figures.effective_size / found.figures.degree
        if found.figures.effective_size and found.figures.degree > 1
        else None
    )
    if share is None:
        return ()
    return (say("network.other.trust" if share >= HIGH_FROM else "network.other.reach"),)


def _table(found: Map, say: Say) -> Table:
    """Who knows whom, then the figures: the table twin of the drawing."""
    rows = [(name, _status(found, id, say), ", ".join(_knows(found, id)) or "–") for id, name in found.names.items()]
    figures = found.figures
    told = (
        ("degree", figures.degree),
        ("density", figures.density),
        ("constraint", figures.constraint),
        ("effective_size", figures.effective_size),
    )
    rows += [(say(f"network.figure.{name}"), "", say.number(value)) for name, value in told if value is not None]
    return Table((say("network.contact"), say("network.status"), say("network.knows")), tuple(rows))


def _knows(found: Map, id: str) -> list[str]:
    return [found.names[other] for pair in found.pairs if id in pair for other in pair if other != id]


def _status(found: Map, id: str, say: Say) -> str:
    return say("network.wished" if id in found.wished else "network.tie")


def _settings(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings


KIND = Kind(
    Settings,
    form,
    parts,
    feedback,
    own_picture=own_picture,
    offer=offer,
    summary=summary,
    room_picture=room_picture,
)
