"""Marks from one to five as pictures of a room read them, after protection: five classes may have become three."""

from __future__ import annotations

from leads_kit.analysis.disclosure import FIVE, TOO_FEW
from leads_kit.analysis.smallgroups import median_class
from leads_kit.model import Figure, Release

# Where each mark stands on the scale, and the part of the scale that each class takes.
TICKS = tuple((float(name), name) for name in FIVE)
SPANS = {
    **{name: (at - 0.42, at + 0.42) for at, name in TICKS},
    "1-2": (0.58, 2.42),
    "4-5": (3.58, 5.42),
}
NOTHING = "–"


def middle(figure: Figure | None) -> float | None:
    """Where the class of the lower median stands on the scale; None where nothing may be shown."""
    name = _middle_class(figure)
    return None if name is None else sum(SPANS[name]) / 2


def named_middle(figure: Figure | None) -> str:
    """The same class as people write it: `4`, or `4–5` where classes were put together."""
    name = _middle_class(figure)
    return NOTHING if name is None else named(name)


def named(name: str) -> str:
    return name.replace("-", "–")


def why_missing(release: Release, figure: str) -> str:
    """The word id of why a figure is not shown, in two or three words."""
    return f"{release.withheld.get(figure, TOO_FEW)}_here"


def _middle_class(figure: Figure | None) -> str | None:
    return None if figure is None else median_class(figure.classes, figure.counts)
