"""What both pictures share, a person's own and the room's: the chart, the names of its columns, and what a place is called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from leads_kit import charts
from leads_kit.analysis.importance import MIDPOINT, Standing
from leads_kit.analysis.released import TICKS
from leads_kit.kinds.importance_performance.settings import settings_of
from leads_kit.model import Exercise
from leads_kit.text import Say, Text

Stands = Mapping[str, Standing]


def drawn(exercise: Exercise, rows: Sequence[charts.View], sentence: str, say: Say) -> charts.Spec:
    """The chart of either picture."""
    return charts.views(rows, TICKS, MIDPOINT, say(f"{settings_of(exercise).words}.axis"), sentence)


def headings(exercise: Exercise, columns: Sequence[str], say: Say) -> tuple[str, ...]:
    """Names of columns; some are worded by the number of chairs."""
    words = settings_of(exercise).words
    worded = [f"{words}.{name}" for name in columns]
    return tuple(
        say(one if one in say.words else f"importance_performance.{name}")
        for one, name in zip(worded, columns, strict=True)
    )


def where(stand: Standing, say: Say) -> str:
    """The quadrant in two words."""
    return say(f"importance_performance.{stand.quadrant}") if stand.quadrant else ""


def labels(exercise: Exercise, ids: list[str]) -> list[Text]:
    attributes = settings_of(exercise).attributes
    return [attributes[id].label for id in ids]
