"""What may become of many force fields: two classes that people offered, as dots; nobody's change and nobody's forces."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from leads_kit import charts
from leads_kit.analysis.forces import SIDES, larger, reach, strength
from leads_kit.analysis.released import NOTHING, why_missing
from leads_kit.form import Answer
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.force_field.field import read
from leads_kit.model import Exercise, Figure, Release, Table
from leads_kit.text import Say

FIELD = "field"
NAMES = ("holds", "even", "drives")
ASKED = ("balance", "influence")
SPANS = ((0.5, 2.1), (2.2, 3.8), (3.9, 5.5))


def offer(_exercise: Exercise, answer: Answer) -> dict[str, Any]:
    """Which sum is larger and where the influence lies, once both sides have a strength; no number and no word.

    Where no influence was marked, or none is to be had, there is nothing to say about it.
    """
    forces = read(answer).forces
    sums = [strength(side, forces) for side in SIDES]
    if not all(sums):
        return {}
    reached = [reach(side, forces) for side in SIDES]
    told = {"balance": larger(*sums) or "even"}
    return {FIELD: told | ({"influence": larger(*reached) or "even"} if any(reached) else {})}


def summary(_exercise: Exercise, answers: Sequence[Answer]) -> tuple[Figure, ...]:
    """Counts of each class over the bodies that were offered; what is no such class is not counted."""
    given = {asked: [answer[asked] for answer in answers if answer.get(asked) in NAMES] for asked in ASKED}
    return tuple(
        Figure(asked, NAMES, tuple(told.count(name) for name in NAMES), len(told))
        for asked, told in given.items()
        if told
    )


def room_picture(_exercise: Exercise, release: Release, say: Say) -> Picture | None:
    figures = {figure.id: figure for figure in release.figures}
    if not figures:
        return None
    rows = [_strip(asked, figures.get(asked), release, say) for asked in ASKED]
    cells = [cell for asked in ASKED for cell in _cells(asked, figures.get(asked), release, say)]
    sentence = _sentence(figures, say)
    table = Table(tuple(say(f"force_field.{name}") for name in ("question", "class", "people")), tuple(cells))
    return Picture(charts.strips(rows, (), say("force_field.axis"), sentence), sentence, table)


def _strip(asked: str, figure: Figure | None, release: Release, say: Say) -> charts.Strip:
    label = say(f"force_field.room.{asked}")
    if figure is None:
        return charts.Strip(label, say(why_missing(release, asked)))
    piles = tuple(
        charts.Pile(*span, count, say(f"force_field.class.{name}"))
        for span, name, count in zip(SPANS, figure.classes, figure.counts, strict=True)
    )
    return charts.Strip(label, say("force_field.n", n=figure.n), piles)


def _cells(asked: str, figure: Figure | None, release: Release, say: Say) -> list[tuple[str, ...]]:
    label = say(f"force_field.room.{asked}")
    if figure is None:
        return [(label, say(why_missing(release, asked)), NOTHING)]
    return [
        (label, say(f"force_field.class.{name}"), say.number(count))
        for name, count in zip(figure.classes, figure.counts, strict=True)
    ]


def _sentence(figures: Mapping[str, Figure], say: Say) -> str:
    """How many offered theirs, and on which side most of them see their influence, where more than half agree."""
    told = [say("force_field.room", n=max(figure.n for figure in figures.values()))]
    for asked, figure in figures.items():
        most = [name for name, count in zip(figure.classes, figure.counts, strict=True) if count * 2 > figure.n]
        told += [say(f"force_field.room.{asked}.{name}") for name in most]
    return " ".join(told)
