"""What a room may see of its evaluation: a strip for each tap. For the pace the middle is right, and no end is better."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from leads_kit import charts
from leads_kit.analysis.released import NOTHING, SPANS, middle, why_missing
from leads_kit.analysis.sides import HIGH, LOW, MIDDLE, majority, members, sides
from leads_kit.analysis.smallgroups import counted
from leads_kit.form import Answer
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.evaluation.settings import PACE, TAPS, Tapped, settings_of
from leads_kit.kinds.evaluation.told import marks_of
from leads_kit.model import Exercise, Figure, Release, Table
from leads_kit.text import Say

Figures = Mapping[str, Figure]


def summary(_exercise: Exercise, answers: Sequence[Answer]) -> tuple[Figure, ...]:
    marks = [marks_of(answer) for answer in answers]
    figures = (counted(id, (one.get(id) for one in marks)) for id in TAPS)
    return tuple(figure for figure in figures if figure.n)


def room_picture(exercise: Exercise, release: Release, say: Say) -> Picture | None:
    figures = {figure.id: figure for figure in release.figures}
    if not figures:
        return None
    taps = settings_of(exercise).taps
    rows = [_strip(id, one, figures, release, say) for id, one in taps.items()]
    sentence = " ".join(_told(id, one, figures[id], say) for id, one in taps.items() if id in figures)
    cells = tuple(_cells(id, one, figures, release, say) for id, one in taps.items())
    columns = tuple(say(f"evaluation.{name}") for name in ("question", "answers", "n"))
    return Picture(charts.strips(rows, (), say("evaluation.axis"), sentence), sentence, Table(columns, cells))


def _strip(id: str, one: Tapped, figures: Figures, release: Release, say: Say) -> charts.Strip:
    figure = figures.get(id)
    if figure is None:
        return charts.Strip(say.text(one.title), say(why_missing(release, id)))
    names = _names(id, one, say)
    piles = tuple(
        charts.Pile(*SPANS[name], count, names.get(name, ""))
        for name, count in zip(figure.classes, figure.counts, strict=True)
    )
    # Half too slow and half too fast would have their middle at "right".
    pointer = None if id == PACE else middle(figure)
    return charts.Strip(say.text(one.title), say("evaluation.note", n=figure.n), piles, pointer)


def _names(id: str, one: Tapped, say: Say) -> dict[str, str]:
    """The ends and the middle, of five classes and of three; what the pace should be has a sign of its own."""
    named = {name: one.labels[name] for name in ("1", MIDDLE, "5")} | {LOW: one.low, HIGH: one.high}
    told = {name: say.text(text) for name, text in named.items()}
    return told | {MIDDLE: say("evaluation.meant", label=told[MIDDLE])} if id == PACE else told


def _told(id: str, one: Tapped, figure: Figure, say: Say) -> str:
    if id == PACE:
        slow, right, fast = sides(figure).values()
        return say("evaluation.room.pace", slow=slow, right=right, fast=fast, count=figure.n)
    most = majority(figure)
    if most is None:
        return say("evaluation.room.mixed", title=one.title)
    return say("evaluation.room.most", title=one.title, chosen=_class(one, most, say))


def _cells(id: str, one: Tapped, figures: Figures, release: Release, say: Say) -> tuple[str, ...]:
    figure = figures.get(id)
    if figure is None:
        return say.text(one.question), say(why_missing(release, id)), NOTHING
    given = [(name, count) for name, count in zip(figure.classes, figure.counts, strict=True) if count]
    told = " · ".join(say("evaluation.times", count=count, chosen=_class(one, name, say)) for name, count in given)
    return say.text(one.question), told, say.number(figure.n)


def _class(one: Tapped, name: str, say: Say) -> str:
    """A class in the words that were tapped; two marks together are two of them."""
    labels = [say.text(text) for mark, text in one.labels.items() if mark in members(name)]
    return say("evaluation.either", one=labels[0], other=labels[1]) if len(labels) > 1 else labels[0]
