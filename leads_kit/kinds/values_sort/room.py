"""What a room may see of many lists: how often each card is among the most important ones, of those that were offered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from leads_kit import charts
from leads_kit.form import Answer
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.values_sort.sorted import Sorted
from leads_kit.model import Figure, Release, Table
from leads_kit.text import Say, Text, folded

VALUES = "values"
# So many rows are a picture; all of them stand in the table.
DRAWN, NAMED = 10, 3
Labels = Mapping[str, Text]


def offer(found: Sorted) -> dict[str, Any]:
    """Cards of the list by the alphabet of their ids, which says nothing of the person’s order; never own words or marks."""
    ids = sorted(one.id for one in found.kept if one.id is not None)
    return {VALUES: {VALUES: ids}} if ids else {}


def preview(labels: Labels, body: Answer, say: Say) -> tuple[str, ...]:
    return tuple(say("values_sort.offer.values.value", value=labels[id]) for id in body[VALUES] if id in labels)


def summary(ids: Sequence[str], answers: Sequence[Answer]) -> tuple[Figure, ...]:
    """On how many lists each card stands; what is not such a body is not counted."""
    told = [given for answer in answers if (given := answer.get(VALUES)) and all(id in ids for id in given)]
    counts = tuple(sum(id in given for given in told) for id in ids)
    return (Figure(VALUES, tuple(ids), counts, len(told), multiple=True),) if told else ()


def room_picture(labels: Labels, release: Release, say: Say) -> Picture | None:
    figure = next((one for one in release.figures if one.id == VALUES), None)
    if figure is None:
        return None
    named = {id: count for id, count in zip(figure.classes, figure.counts, strict=True) if count and id in labels}
    order = sorted(named, key=lambda id: (-named[id], folded(say.text(labels[id]))))
    rows = [charts.Tally(say.text(labels[id]), named[id]) for id in order[:DRAWN]]
    sentence = " ".join(_told(labels, named, order, figure.n, say))
    table = Table(
        (say("values_sort.value"), say("values_sort.people")),
        tuple((say.text(labels[id]), say.number(named[id])) for id in order),
    )
    return Picture(charts.tallies(rows, say("values_sort.room.axis"), sentence), sentence, table)


def _told(labels: Labels, named: Mapping[str, int], order: Sequence[str], people: int, say: Say) -> list[str]:
    """What stands on most lists, and how many different values there are between us."""
    told = [say("values_sort.room", n=people)]
    most = [labels[id] for id in order if named[id] == named[order[0]]]
    if named[order[0]] > 1 and len(most) <= NAMED:
        told.append(say("values_sort.room.most", values=most, count=named[order[0]]))
    return [*told, say("values_sort.room.different", n=len(order))]
