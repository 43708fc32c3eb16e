"""The map of a table: its things on an oval, the longest loop around it, and every link between them."""

from __future__ import annotations

from leads_kit import charts
from leads_kit.analysis.layout import around
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.causal_loops.map import Map
from leads_kit.kinds.causal_loops.told import NAMED, counted
from leads_kit.model import Table
from leads_kit.text import Say

COLUMNS = ("from", "to", "way", "time")
LEGEND = ("same", "opposite", "slow", "first")


def picture(found: Map, say: Say) -> Picture | None:
    """None without a whole link: names alone are a list."""
    if not found.links:
        return None
    places, ids = around(list(found.things), [_order(found)]), list(found.things)
    first = _standing_out(found)
    things = [charts.Thing(found.things[id], *places[id], first=id in first) for id in ids]
    arrows = [
        charts.Cause(ids.index(link.start), ids.index(link.end), link.sign > 0, link.slow) for link in found.links
    ]
    shown = {"slow": any(link.slow for link in found.links), "first": bool(first)}
    legend = [say(f"causal_loops.legend.{name}") for name in LEGEND if shown.get(name, True)]
    sentence = _sentence(found, say)
    table = Table(tuple(say(f"causal_loops.column.{name}") for name in COLUMNS), _rows(found, say))
    return Picture(charts.causes(things, arrows, legend, sentence), sentence, table)


def _order(found: Map) -> list[str]:
    """The things of the longest loop in the order in which it runs: then most arrows run around the oval."""
    return list(found.loops[-1].things) if found.loops else []


def _standing_out(found: Map) -> tuple[str, ...]:
    _, ids = found.first
    return ids if len(found.loops) > 1 and len(ids) <= NAMED else ()


def _sentence(found: Map, say: Say) -> str:
    told = say("causal_loops.drawn", n=len(found.links))
    if not found.loops:
        return f"{told} {say('causal_loops.drawn.open')}"
    return f"{told} {say('causal_loops.feedback.loops', kinds=counted(found, say))}"


def _rows(found: Map, say: Say) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            found.things[link.start],
            found.things[link.end],
            say(f"causal_loops.way.{'same' if link.sign > 0 else 'opposite'}"),
            say(f"causal_loops.time.{'slow' if link.slow else 'soon'}"),
        )
        for link in found.links
    )
