"""What may become of many networks: two classes that people offered, as dots; nobody's contacts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from leads_kit import charts
from leads_kit.analysis.released import why_missing
from leads_kit.analysis.smallgroups import median_class
from leads_kit.form import Answer
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.network.map import read
from leads_kit.model import Exercise, Figure, Release, Table
from leads_kit.text import Say

CLASSES = {"size": ("few", "some", "many"), "bridging": ("low", "middle", "high")}
SPANS = ((0.5, 2.1), (2.2, 3.8), (3.9, 5.5))
ENOUGH = 3
SOME_FROM, MANY_FROM = 4, 8
MIDDLE_FROM, HIGH_FROM = 0.5, 0.8


def offer(_exercise: Exercise, answer: Answer) -> dict[str, Any]:
    """Two classes, from three ties on; nothing that names or counts exactly."""
    found = read(answer)
    ties, reach = found.figures.degree, found.reach
    if ties < ENOUGH or reach is None:
        return {}
    size = "few" if ties < SOME_FROM else "some" if ties < MANY_FROM else "many"
    bridging = "low" if reach < MIDDLE_FROM else "middle" if reach < HIGH_FROM else "high"
    return {"classes": {"size": size, "bridging": bridging}}


def summary(_exercise: Exercise, answers: Sequence[Answer]) -> tuple[Figure, ...]:
    """Counts of both classes over the bodies that were offered; what is not such a body is not counted."""
    told = [answer for answer in answers if all(answer.get(asked) in names for asked, names in CLASSES.items())]
    if not told:
        return ()
    return tuple(
        Figure(asked, names, tuple(sum(answer[asked] == one for answer in told) for one in names), len(told))
        for asked, names in CLASSES.items()
    )


def room_picture(_exercise: Exercise, release: Release, say: Say) -> Picture | None:
    figures = {figure.id: figure for figure in release.figures}
    if not figures:
        return None
    rows = [_strip(asked, figures.get(asked), release, say) for asked in CLASSES]
    cells = [cell for asked in CLASSES for cell in _cells(asked, figures.get(asked), release, say)]
    sentence = _sentence(figures, say)
    table = Table(tuple(say(f"network.{name}") for name in ("question", "class", "people")), tuple(cells))
    return Picture(charts.strips(rows, (), say("network.axis"), sentence), sentence, table)


def _strip(asked: str, figure: Figure | None, release: Release, say: Say) -> charts.Strip:
    if figure is None:
        return charts.Strip(say(f"network.{asked}"), say(why_missing(release, asked)))
    piles = tuple(
        charts.Pile(*span, count, say(f"network.{asked}.{name}"))
        for span, name, count in zip(SPANS, figure.classes, figure.counts, strict=True)
    )
    return charts.Strip(say(f"network.{asked}"), say("network.note", n=figure.n), piles)


def _cells(asked: str, figure: Figure | None, release: Release, say: Say) -> list[tuple[str, ...]]:
    if figure is None:
        return [(say(f"network.{asked}"), say(why_missing(release, asked)), "–")]
    return [
        (say(f"network.{asked}"), say(f"network.{asked}.{name}"), say.number(count))
        for name, count in zip(figure.classes, figure.counts, strict=True)
    ]


def _sentence(figures: dict[str, Figure], say: Say) -> str:
    n = max(figure.n for figure in figures.values())
    told = [say("network.room", n=n)]
    reach = figures.get("bridging")
    if reach is not None and (middle := median_class(reach.classes, reach.counts)):
        told.append(say(f"network.room.{middle}"))
    return " ".join(told)
