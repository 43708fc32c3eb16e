"""The list as pairs of marks: where a value stands by its place, and how much of it last week showed."""

from __future__ import annotations

from leads_kit import charts
from leads_kit.analysis.released import NOTHING
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.values_sort.settings import SHOWN
from leads_kit.kinds.values_sort.sorted import Kept, Sorted
from leads_kit.model import Table
from leads_kit.text import Say

COLUMNS = ("place", "value", "matters", "lived", "gap")
# The house's scale has five places; marks go from 0 to 10, with room for a mark at either end.
LEFT, STEP = 0.75, 0.45
TICKS = (0, 5, 10)
FULL = 7


def own_picture(found: Sorted, say: Say) -> Picture | None:
    if not found.kept:
        return None
    rows = [
        charts.Span(
            say("values_sort.row", place=one.place, value=one.label),
            say("values_sort.open") if one.lived is None else "",
            None if one.lived is None else _place(one.lived),
            _place(one.matters),
        )
        for one in found.kept
    ]
    ticks = [(_place(mark), str(mark)) for mark in TICKS]
    sentence = _sentence(found, say)
    table = Table(
        tuple(say(f"values_sort.{name}", most=SHOWN[1]) for name in COLUMNS),
        tuple(_cells(one, say) for one in found.kept),
    )
    return Picture(charts.spans(rows, ticks, say("values_sort.axis"), sentence), sentence, table)


def _place(mark: int) -> float:
    return LEFT + STEP * mark


def _sentence(found: Sorted, say: Say) -> str:
    """How many values are in the list, of how many last week showed much, and where it stayed furthest behind."""
    told = say("values_sort.drawn", n=len(found.kept))
    if not found.marked:
        return told
    full = sum((one.lived or 0) >= FULL for one in found.marked)
    apart = [say("values_sort.marked", value=one.label, lived=one.lived) for one in found.widest]
    return " ".join(
        [
            told,
            say("values_sort.drawn.full", full=full, marked=len(found.marked), least=FULL),
            *([say("values_sort.drawn.apart", values=apart)] if apart else []),
        ]
    )


def _cells(one: Kept, say: Say) -> tuple[str, ...]:
    lived, gap = (NOTHING if mark is None else say.number(mark) for mark in (one.lived, one.gap))
    return (say.number(one.place), say.text(one.label), say.number(one.matters), lived, gap.replace("-", "−"))
