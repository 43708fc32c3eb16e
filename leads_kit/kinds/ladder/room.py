"""What may become of many ladders: three classes that people offered, as dots; nobody's partners.

A count of partners over rungs would weigh a person by how many they named, and taking one person out would take out several
counts. So each person offers one class of each question: the commonest way from today's rung to the needed one (of two alike
the longer), and the highest rung of today and of what the goal needs. Each figure then counts every person once, whoever's
own body makes a figure adds to it alone, and three classes are as coarse as any small group's figures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from leads_kit import charts
from leads_kit.analysis.released import why_missing
from leads_kit.analysis.smallgroups import median_class
from leads_kit.form import Answer
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.ladder.partner import read
from leads_kit.model import Exercise, Figure, Release, Table
from leads_kit.text import Say, Text

RUNG_CLASSES = ("low", "third", "top")
WAY_CLASSES = ("none", "one", "more")
CLASSES = {"now": RUNG_CLASSES, "needed": RUNG_CLASSES, "way": WAY_CLASSES}
ON_SCALE = ("now", "needed")
# The rungs of each class: the first two are one.
MEMBERS = {"low": ("1", "2"), "third": ("3",), "top": ("4",)}
SPANS = ((0.5, 2.1), (2.2, 3.8), (3.9, 5.5))
ENOUGH = 3
Names = Mapping[str, Text]


def offer(_exercise: Exercise, answer: Answer) -> dict[str, Any]:
    """Three classes, from three partners with both rungs on; nothing that names, and no count."""
    whole = [one for one in read(answer) if one.way is not None]
    if len(whole) < ENOUGH:
        return {}
    ways = Counter(_way_class(one.way or 0) for one in whole)
    commonest = max(WAY_CLASSES, key=lambda name: (ways[name], WAY_CLASSES.index(name)))
    return {
        "rungs": {
            "now": _rung_class(max(one.now or 0 for one in whole)),
            "needed": _rung_class(max(one.needed or 0 for one in whole)),
            "way": commonest,
        }
    }


def preview(rungs: Names, body: Answer, say: Say) -> tuple[str, ...]:
    """Three sentences, with the rungs under the names that this exercise gives them."""
    return (
        say("ladder.offer.now", rung=_named(body["now"], rungs, say)),
        say("ladder.offer.needed", rung=_named(body["needed"], rungs, say)),
        say(f"ladder.offer.way.{body['way']}"),
    )


def summary(_exercise: Exercise, answers: Sequence[Answer]) -> tuple[Figure, ...]:
    """Counts of each class over the bodies that were offered; what is not such a body is not counted."""
    told = [answer for answer in answers if all(answer.get(asked) in names for asked, names in CLASSES.items())]
    if not told:
        return ()
    return tuple(
        Figure(asked, names, tuple(sum(answer[asked] == one for answer in told) for one in names), len(told))
        for asked, names in CLASSES.items()
    )


def room_picture(rungs: Names, release: Release, say: Say) -> Picture | None:
    """Both questions about rungs as dots on one scale; the way stands in the sentence and the table."""
    figures = {figure.id: figure for figure in release.figures}
    if not figures:
        return None
    rows = [_strip(asked, figures.get(asked), release, say) for asked in ON_SCALE]
    ticks = [(sum(span) / 2, _tick(name, rungs, say)) for span, name in zip(SPANS, RUNG_CLASSES, strict=True)]
    cells = [cell for asked in CLASSES for cell in _cells(asked, figures.get(asked), rungs, release, say)]
    sentence = _sentence(figures, rungs, say)
    table = Table(tuple(say(f"ladder.{name}") for name in ("question", "class", "people")), tuple(cells))
    return Picture(charts.strips(rows, ticks, say("ladder.room.axis"), sentence), sentence, table)


def _way_class(way: int) -> str:
    return "none" if way <= 0 else "one" if way == 1 else "more"


def _rung_class(rung: int) -> str:
    return next(name for name, members in MEMBERS.items() if str(rung) in members)


def _named(name: str, rungs: Names, say: Say) -> str:
    """A class of rungs by the names of its members."""
    named = [say("ladder.named", at=int(at), name=rungs[at]) for at in MEMBERS[name]]
    return say("ladder.either", one=named[0], other=named[1]) if len(named) > 1 else named[0]


def _tick(name: str, rungs: Names, say: Say) -> str:
    """A class under the scale, short enough for a phone."""
    return say("ladder.tick.low") if name == "low" else _named(name, rungs, say)


def _strip(asked: str, figure: Figure | None, release: Release, say: Say) -> charts.Strip:
    label = say(f"ladder.room.{asked}")
    if figure is None:
        return charts.Strip(label, say(why_missing(release, asked)))
    piles = tuple(charts.Pile(*span, count) for span, count in zip(SPANS, figure.counts, strict=True))
    return charts.Strip(label, say("ladder.room.note", n=figure.n), piles)


def _cells(asked: str, figure: Figure | None, rungs: Names, release: Release, say: Say) -> list[tuple[str, ...]]:
    label = say(f"ladder.room.{asked}")
    if figure is None:
        return [(label, say(why_missing(release, asked)), "–")]
    return [
        (label, _named(name, rungs, say) if asked in ON_SCALE else say(f"ladder.room.way.{name}"), say.number(count))
        for name, count in zip(figure.classes, figure.counts, strict=True)
    ]


def _sentence(figures: Mapping[str, Figure], rungs: Names, say: Say) -> str:
    """The middle person's highest rungs and commonest way, of whichever of them may be shown."""
    middles = {
        asked: name for asked, figure in figures.items() if (name := median_class(figure.classes, figure.counts))
    }
    placed = {asked: _named(middles[asked], rungs, say) for asked in ON_SCALE if asked in middles}
    told = [say("ladder.room", n=max(figure.n for figure in figures.values()))]
    if placed:
        told.append(say(f"ladder.middle.{'both' if len(placed) > 1 else next(iter(placed))}", **placed))
    if "way" in middles:
        told.append(say(f"ladder.middle.way.{middles['way']}"))
    return " ".join(told)
