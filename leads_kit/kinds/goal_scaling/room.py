"""What a room may see of many goals: how many people have one in each domain, of those who offered that; no goal's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from leads_kit import charts
from leads_kit.form import Answer
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.goal_scaling.goal import Goal
from leads_kit.model import Figure, Release, Table
from leads_kit.text import Say, Text

AREAS = "areas"
Areas = Mapping[str, Text]


def offer(areas: Areas, goals: Sequence[Goal]) -> dict[str, Any]:
    """The domains of a person's goals, each once, in the order of the list."""
    named = [id for id in areas if any(one.area == id for one in goals)]
    return {AREAS: {AREAS: named}} if named else {}


def preview(areas: Areas, body: Answer, say: Say) -> tuple[str, ...]:
    return tuple(say("goal_scaling.offer.areas.goal", area=areas[id]) for id in body[AREAS] if id in areas)


def summary(areas: Areas, answers: Sequence[Answer]) -> tuple[Figure, ...]:
    """How many people have a goal in each domain; what is not such a body is not counted."""
    told = [given for answer in answers if (given := answer.get(AREAS)) and all(id in areas for id in given)]
    counts = tuple(sum(id in given for given in told) for id in areas)
    return (Figure(AREAS, tuple(areas), counts, len(told), multiple=True),) if told else ()


def room_picture(areas: Areas, release: Release, say: Say) -> Picture | None:
    figure = next((one for one in release.figures if one.id == AREAS), None)
    if figure is None:
        return None
    counts = dict(zip(figure.classes, figure.counts, strict=True))
    rows = [charts.Tally(say.text(areas[id]), count) for id, count in counts.items()]
    sentence = f"{say('goal_scaling.room', n=figure.n)} {_most(areas, counts, say)}"
    columns = (say("goal_scaling.area"), say("goal_scaling.people"))
    table = Table(columns, tuple((say.text(areas[id]), say.number(count)) for id, count in counts.items()))
    return Picture(charts.tallies(rows, say("goal_scaling.room.axis"), sentence), sentence, table)


def _most(areas: Areas, counts: Mapping[str, int], say: Say) -> str:
    """Where most goals lie and where none does, unless they lie alike everywhere."""
    most = max(counts.values())
    if len(set(counts.values())) == 1:
        return say("goal_scaling.room.alike")
    told = [say("goal_scaling.room.most", areas=[areas[id] for id, count in counts.items() if count == most])]
    none = [areas[id] for id, count in counts.items() if not count]
    return " ".join([*told, *([say("goal_scaling.room.none", areas=none)] if none else [])])
