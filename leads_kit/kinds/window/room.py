"""What may become of many windows: how many of one's own words others see too, as one of three classes, once offered.

A size depends on how many peers were asked, so it is offered only from three peers on and with all own words chosen; three
classes are as coarse as any small group's figures, and no word leaves.
"""

from __future__ import annotations

from collections.abc import Sequence

from leads_kit import charts
from leads_kit.analysis.smallgroups import median_class
from leads_kit.form import Answer
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.window.seen import PICK, Window
from leads_kit.model import Exercise, Figure, Release, Table
from leads_kit.text import Say

OFFERED, SIZE = "size", "shared"
CLASSES = ("few", "some", "many")
SPANS = ((0.5, 2.1), (2.2, 3.8), (3.9, 5.5))
# So many of one's own words are some of them, and many.
SOME_FROM, MANY_FROM = 2, 4


def offer(window: Window) -> dict[str, dict[str, str]]:
    if not window.enough or len(window.own) < PICK:
        return {}
    shared = len(window.arena)
    return {OFFERED: {SIZE: "few" if shared < SOME_FROM else "some" if shared < MANY_FROM else "many"}}


def summary(_exercise: Exercise, answers: Sequence[Answer]) -> tuple[Figure, ...]:
    """Counts of each class over the bodies that were offered; what is not such a body is not counted."""
    told = [answer[SIZE] for answer in answers if answer.get(SIZE) in CLASSES]
    return (Figure(SIZE, CLASSES, tuple(map(told.count, CLASSES)), len(told)),) if told else ()


def room_picture(_exercise: Exercise, release: Release, say: Say) -> Picture | None:
    figure = next((one for one in release.figures if one.id == SIZE), None)
    if figure is None:
        return None
    told = tuple(zip(figure.classes, figure.counts, strict=True))
    piles = tuple(
        charts.Pile(*span, count, say(f"window.size.{name}")) for span, (name, count) in zip(SPANS, told, strict=True)
    )
    row = charts.Strip(say("window.room.label"), say("window.room.note", n=figure.n), piles)
    sentence = " ".join((say("window.room", n=figure.n), *_middle(figure, say), say("window.room.no_best")))
    table = Table(
        (say("window.size"), say("window.people")),
        tuple((say(f"window.size.{name}"), say.number(count)) for name, count in told),
    )
    return Picture(charts.strips([row], (), say("window.room.axis"), sentence), sentence, table)


def _middle(figure: Figure, say: Say) -> list[str]:
    middle = median_class(figure.classes, figure.counts)
    return [say(f"window.room.{middle}")] if middle else []
