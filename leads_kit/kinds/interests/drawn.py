"""The interests of a table as a grid of weights: a row for each, a column for each party, and what is shared beside it."""

from __future__ import annotations

from collections.abc import Mapping

from leads_kit import charts
from leads_kit.analysis.interests import Matter, apart, shared
from leads_kit.analysis.released import NOTHING
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.interests.walk import Walk
from leads_kit.model import Table
from leads_kit.text import Say, Text


def picture(walk: Walk, anchors: Mapping[int, Text], say: Say) -> Picture | None:
    if not walk.weighed:
        return None
    heads = tuple(walk.parties.values())
    rows = [
        charts.Marked(one.text, tuple(one.weights.get(party) for party in walk.parties), _note(one, say))
        for one in walk.matters
    ]
    legend = (*(f"{at} {say.text(text)}" for at, text in anchors.items()), say("interests.legend"))
    sentence = _sentence(walk, say)
    spec = charts.cells(heads, rows, legend, sentence, style=charts.Style(named=len(heads)))
    return Picture(spec, sentence, _table(walk, heads, anchors, say))


def _note(one: Matter, say: Say) -> str:
    """What an interest is among the parties: shared or apart; a surprise has a sign of its own."""
    place = "shared" if one.shared else "apart" if one.apart else ""
    told = [say(f"interests.{word}") for word in (place, "surprise" if one.surprising else "") if word]
    return " · ".join(told)


def _sentence(walk: Walk, say: Say) -> str:
    common, differing = len(shared(walk.matters)), len(apart(walk.matters))
    told = say("interests.drawn", n=len(walk.matters), parties=list(walk.parties.values()))
    return f"{told} {say('interests.drawn.counts', common=common, apart=differing)}"


def _table(walk: Walk, heads: tuple[str, ...], anchors: Mapping[int, Text], say: Say) -> Table:
    rows = tuple(
        (
            one.text,
            *(_weight(one.weights.get(party), anchors, say) for party in walk.parties),
            _note(one, say) or NOTHING,
        )
        for one in walk.matters
    )
    return Table((say("interests.interest"), *heads, say("interests.place")), rows)


def _weight(mark: int | None, anchors: Mapping[int, Text], say: Say) -> str:
    return NOTHING if mark is None else say("interests.weight", mark=mark, named=anchors[mark])
