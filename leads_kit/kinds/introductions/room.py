"""What may become of many ledgers: three classes that people offered, as dots; nobody's names.

A count of introductions would weigh a person by how many they noted: each person counts once in each question.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from leads_kit import charts
from leads_kit.analysis.introductions import CAME, WAYS, of
from leads_kit.analysis.released import NOTHING, why_missing
from leads_kit.analysis.smallgroups import median_class
from leads_kit.form import Answer
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.introductions.ledger import read
from leads_kit.model import Exercise, Figure, Release, Table
from leads_kit.text import Say

COUNTS = "counts"
HOW_MANY = ("none", "few", "many")
MANY_FROM = 3
# Names of the room's own: none of them is a word that an answer holds.
ASKED = ("gave", "got")
BEST = {"nothing": "open", "talk": "spoken", "together": "joint"}
CLASSES: dict[str, tuple[str, ...]] = {**dict.fromkeys(ASKED, HOW_MANY), "came": tuple(BEST.values())}
SPANS = ((0.5, 2.1), (2.2, 3.8), (3.9, 5.5))


def offer(_exercise: Exercise, answer: Answer) -> dict[str, Any]:
    """How many were given and received, and the best that came of any, each as a class; nothing that names."""
    noted = [one for one in read(answer) if one.way is not None]
    if not noted:
        return {}
    counts = {asked: _class(len(of(way, noted))) for asked, way in zip(ASKED, WAYS, strict=True)}
    results = [CAME.index(one.came) for one in noted if one.came]
    return {COUNTS: counts | ({"came": BEST[CAME[max(results)]]} if results else {})}


def summary(_exercise: Exercise, answers: Sequence[Answer]) -> tuple[Figure, ...]:
    """Counts of each class over the bodies that were offered; what is no such class is not counted."""
    given = {asked: [one[asked] for one in answers if one.get(asked) in names] for asked, names in CLASSES.items()}
    return tuple(
        Figure(asked, CLASSES[asked], tuple(told.count(name) for name in CLASSES[asked]), len(told))
        for asked, told in given.items()
        if told
    )


def room_picture(_exercise: Exercise, release: Release, say: Say) -> Picture | None:
    figures = {figure.id: figure for figure in release.figures}
    if not figures:
        return None
    rows = [_strip(asked, figures.get(asked), release, say) for asked in CLASSES]
    cells = [cell for asked in CLASSES for cell in _cells(asked, figures.get(asked), release, say)]
    sentence = _sentence(figures, say)
    table = Table(tuple(say(f"introductions.{name}") for name in ("question", "class", "people")), tuple(cells))
    return Picture(charts.strips(rows, (), say("introductions.room.axis"), sentence), sentence, table)


def _class(count: int) -> str:
    return "none" if count == 0 else "few" if count < MANY_FROM else "many"


def _strip(asked: str, figure: Figure | None, release: Release, say: Say) -> charts.Strip:
    label = say(f"introductions.room.{asked}")
    if figure is None:
        return charts.Strip(label, say(why_missing(release, asked)))
    piles = tuple(
        charts.Pile(*span, count, _named(asked, name, say))
        for span, name, count in zip(SPANS, figure.classes, figure.counts, strict=True)
    )
    return charts.Strip(label, say("introductions.people_n", n=figure.n), piles)


def _cells(asked: str, figure: Figure | None, release: Release, say: Say) -> list[tuple[str, ...]]:
    label = say(f"introductions.room.{asked}")
    if figure is None:
        return [(label, say(why_missing(release, asked)), NOTHING)]
    return [
        (label, _named(asked, name, say), say.number(count))
        for name, count in zip(figure.classes, figure.counts, strict=True)
    ]


def _named(asked: str, name: str, say: Say) -> str:
    return say(f"introductions.class.came.{name}" if asked == "came" else f"introductions.class.{name}")


def _sentence(figures: Mapping[str, Figure], say: Say) -> str:
    """How many offered theirs, and the middle of what came of them."""
    told = [say("introductions.room", n=max(figure.n for figure in figures.values()))]
    came = figures.get("came")
    if came is not None and (middle := median_class(came.classes, came.counts)):
        told.append(say(f"introductions.room.middle.{middle}"))
    return " ".join(told)
