"""What may become of many plans: which capacities of the list nobody has, as dots, each a plan; no word or name of anybody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from leads_kit import charts
from leads_kit.form import Answer
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.coverage.plan import Listed, Plan
from leads_kit.model import Figure, Release, Table
from leads_kit.text import Say

GAPS = "gaps"
MISSING = "missing"
NONE = {"none": "covered"}


def offer(listed: Listed, plan: Plan) -> dict[str, dict[str, str]]:
    """Ids of the list that somebody was marked on and nobody has, never own words; or that none is missing."""
    looked_at = {id for row, id in plan.listed.items() if row not in plan.cover.unmarked}
    if not looked_at:
        return {}
    had = {id for row, id in plan.listed.items() if row in plan.cover.covered}
    return {GAPS: {id: MISSING for id in listed if id in looked_at - had} or dict(NONE)}


def preview(listed: Listed, body: Answer, say: Say) -> tuple[str, ...]:
    """What is given away, a sentence for each capacity, in the words of the list as it is now."""
    if body == NONE:
        return (say("coverage.offer.gaps.none"),)
    return tuple(say("coverage.offer.gaps.missing", capacity=listed[id]) for id in body if id in listed)


def summary(listed: Sequence[str], answers: Sequence[Answer]) -> tuple[Figure, ...]:
    """In how many plans each capacity is missing, of those that were offered; what is not such a body is not counted."""
    told = [one for one in answers if one and (one == NONE or all(one.get(id) == MISSING for id in one))]
    if not told:
        return ()
    counts = tuple(sum(id in one for one in told) for id in listed)
    return (Figure(GAPS, tuple(listed), counts, len(told), multiple=True),)


def room_picture(listed: Listed, release: Release, say: Say) -> Picture | None:
    figure = next((one for one in release.figures if one.id == GAPS), None)
    if figure is None:
        return None
    counts = dict(zip(figure.classes, figure.counts, strict=True))
    order = sorted(counts, key=lambda id: -counts[id])
    missing = [id for id in order if counts[id]] or order
    rows = [charts.Tally(say.text(listed[id]), counts[id]) for id in missing]
    sentence = " ".join((say("coverage.room", n=figure.n), _most(listed, counts, say)))
    columns = (say("coverage.capacity"), say("coverage.plans"))
    table = Table(columns, tuple((say.text(listed[id]), say.number(counts[id])) for id in order))
    return Picture(charts.tallies(rows, say("coverage.axis"), sentence), sentence, table)


def _most(listed: Listed, counts: Mapping[str, int], say: Say) -> str:
    """What is missing in most plans, unless nothing is or everything is alike."""
    most = max(counts.values(), default=0)
    if not most:
        return say("coverage.room.nothing")
    labels = [say("coverage.quoted", label=listed[id]) for id, count in counts.items() if count == most]
    if len(labels) == len(counts):
        return say("coverage.room.alike")
    return say("coverage.room.most", labels=labels)
