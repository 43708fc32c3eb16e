"""Which side of a five-class scale more than half stand on. Told from three classes, so that it holds for few answers too."""

from __future__ import annotations

from leads_kit.analysis.disclosure import COARSE, coarsened
from leads_kit.model import Figure

LOW, MIDDLE, HIGH = (name for name, _ in COARSE)


def sides(figure: Figure) -> dict[str, int]:
    """How many stand low, in the middle and high, whether the figure has five classes or three."""
    three = coarsened(figure, always=True)
    return dict(zip(three.classes, three.counts, strict=True))


def majority(figure: Figure) -> str | None:
    """The side of more than half; None where no side has so many."""
    return next((name for name, count in sides(figure).items() if count * 2 > figure.n), None)


def members(name: str) -> tuple[str, ...]:
    """The marks of a class: `1-2` has two, `3` is one."""
    return tuple(name.split("-"))
