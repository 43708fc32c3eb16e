"""What a person hears and sees of their own network: circles, bridges, ways in. No shape is the better one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from leads_kit import charts
from leads_kit.analysis.layout import around
from leads_kit.form import Answer
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.network.map import Map, read
from leads_kit.model import Table
from leads_kit.text import Say, Text

NAMED_UP_TO = 6
WIDE_FROM = 0.8
ALIKE_FROM = 3
Sectors = Mapping[str, Text]


def feedback(answer: Answer, sectors: Sectors, say: Say) -> tuple[str, ...]:
    found, goal = read(answer), str(answer.get("goal") or "").strip()
    if not found.rows:
        return (*_quoted(goal, 0, say), say("network.feedback.nobody"))
    return (
        *_quoted(goal, len(found.ties), say),
        _shape(found, say),
        *(_way_in(found, wished, say) for wished in found.wished),
        *_alike(found, sectors, say),
        *_other_side(found, say),
    )


def own_picture(answer: Answer, sectors: Sectors, say: Say) -> Picture | None:
    found = read(answer)
    if not found.rows:
        return None
    places = around(tuple(found.rows), found.figures.circles)
    stand = {
        id: charts.Contact(found.name(id), *places[id], id in found.wished, row.get("closeness"))
        for id, row in found.rows.items()
    }
    ties = [(stand[one], stand[other]) for one, other in found.pairs]
    sentence = _drawn(found, say)
    spec = charts.network(list(stand.values()), ties, say("network.me"), _legend(found, say), sentence)
    return Picture(spec, sentence, _table(found, sectors, say))


def _quoted(goal: str, ties: int, say: Say) -> tuple[str, ...]:
    if not ties:
        return (say("network.feedback.goal_alone", goal=goal),) if goal else ()
    return (say("network.feedback.goal", goal=goal, n=ties) if goal else say("network.feedback.count", n=ties),)


def _drawn(found: Map, say: Say) -> str:
    """What the drawing shows, in one sentence."""
    told = [say("network.drawn.ties", n=len(found.ties))] if found.ties else []
    told += [say("network.drawn.wished", n=len(found.wished))] if found.wished else []
    return say("network.drawn", told=told, pairs=say("network.drawn.pairs", n=len(found.pairs)))


def _shape(found: Map, say: Say) -> str:
    """How the ties hang together: one sentence nobody typed."""
    circles, apart, ties = found.circles, found.apart, len(found.ties)
    if not ties:
        return say("network.shape.wished_only", names=[found.name(id) for id in found.wished])
    if ties == 1:
        return say("network.shape.one", name=found.name(found.ties[0]))
    if ties == 2:
        return say("network.shape.pair" if circles else "network.shape.strangers")
    if not circles:
        return say("network.shape.loose", n=ties)
    if len(circles) == 1 and not apart:
        return say("network.shape.closed" if found.figures.density == 1 else "network.shape.circle", n=ties)
    shape = say("network.circles", n=len(circles))
    if ties <= NAMED_UP_TO:
        shape += f" ({' · '.join(say.listed([found.name(id) for id in circle]) for circle in circles)})"
    if apart:
        shape = say("network.and_apart", circles=shape, apart=say("network.apart", n=apart))
    return say("network.shape.bridge", n=ties, shape=shape)


def _way_in(found: Map, wished: str, say: Say) -> str:
    ways = found.ways_in(wished)
    if not ways:
        return say("network.way.none", name=found.name(wished))
    return say("network.way.by", name=found.name(wished), contacts=[found.name(id) for id in ways], n=len(ways))


def _alike(found: Map, sectors: Sectors, say: Say) -> tuple[str, ...]:
    """That more than half of the ties are in one kind of place, where they are."""
    given = Counter(found.rows[id].get("sector") for id in found.ties)
    sector, count = max(((one, given[one]) for one in sectors), key=lambda pair: pair[1], default=("", 0))
    if count < ALIKE_FROM or count * 2 <= len(found.ties):
        return ()
    return (say("network.alike", count=count, of=len(found.ties), sector=sectors[sector]),)


def _other_side(found: Map, say: Say) -> tuple[str, ...]:
    """The worth of what the network has less of."""
    if found.reach is None:
        return ()
    return (say("network.other.trust" if found.reach >= WIDE_FROM else "network.other.reach"),)


def _legend(found: Map, say: Say) -> str:
    near = {found.rows[id].get("closeness") for id in found.ties} - {None}
    told = [word for word, there in (("closeness", len(near) > 1), ("wished", bool(found.wished))) if there]
    return " · ".join(say(f"network.legend.{word}") for word in told)


def _table(found: Map, sectors: Sectors, say: Say) -> Table:
    """Who knows whom, then the figures with what they mean."""
    people: list[tuple[str, ...]] = [
        (found.name(id), _status(found, id, say), _sector(found, id, sectors, say), _knows(found, id, say))
        for id in found.rows
    ]
    columns = ("contact", "status", "sector", "knows")
    return Table(tuple(say(f"network.{name}") for name in columns), (*people, *_figures(found, say)))


def _figures(found: Map, say: Say) -> Sequence[tuple[str, ...]]:
    """Under "the figures": each with its name, value and meaning; what there is no figure of is left out."""
    figures = found.figures
    values = {
        "degree": figures.degree or None,
        "density": figures.density,
        "constraint": figures.constraint,
        "effective_size": figures.effective_size,
    }
    rows = [
        (say(f"network.figure.{name}"), say.number(value), "", say(f"network.meaning.{name}"))
        for name, value in values.items()
        if value is not None
    ]
    return [(say("network.figures"), "", "", ""), *rows] if rows else []


def _status(found: Map, id: str, say: Say) -> str:
    return say("network.wished" if id in found.wished else "network.tie")


def _sector(found: Map, id: str, sectors: Sectors, say: Say) -> str:
    sector = str(found.rows[id].get("sector"))
    return say.text(sectors[sector]) if sector in sectors else "–"


def _knows(found: Map, id: str, say: Say) -> str:
    return say.listed([found.name(one) for one in found.known(id)]) or "–"
