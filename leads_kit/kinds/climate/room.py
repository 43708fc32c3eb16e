"""What a room may see of its teams: a strip for each item with the answers in classes, and in words how near they lie."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from leads_kit import charts
from leads_kit.analysis.climate import nearness
from leads_kit.analysis.released import NOTHING, SPANS, why_missing
from leads_kit.analysis.released import named as named_class
from leads_kit.analysis.smallgroups import counted
from leads_kit.form import Answer
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.climate.settings import Settings, settings_of
from leads_kit.kinds.climate.told import labels, named, standing, ticks
from leads_kit.model import Exercise, Figure, Release, Table
from leads_kit.text import Say

Figures = Mapping[str, Figure]


def summary(exercise: Exercise, answers: Sequence[Answer]) -> tuple[Figure, ...]:
    """Counts for each item that somebody gave a mark, turned round where its statement is: high is there."""
    stands = [standing(exercise, answer) for answer in answers]
    figures = [counted(id, (one.get(id) for one in stands)) for id in settings_of(exercise).items]
    return tuple(figure for figure in figures if figure.n)


def room_picture(exercise: Exercise, release: Release, say: Say) -> Picture | None:
    settings, figures = settings_of(exercise), {figure.id: figure for figure in release.figures}
    if not figures:
        return None
    rows = [_strip(settings, id, release, figures, say) for id in settings.items]
    sentence = " ".join((*_told(settings, figures, say), say("climate.room.whose")))
    columns = ("item", "places", "near", "n")
    cells = tuple(_cells(settings, id, release, figures.get(id), say) for id in settings.items)
    table = Table(tuple(say(f"climate.{name}") for name in columns), cells)
    return Picture(charts.strips(rows, ticks(say), say("climate.axis"), sentence), sentence, table)


def _strip(settings: Settings, id: str, release: Release, figures: Figures, say: Say) -> charts.Strip:
    """No middle: where half see it and half miss it, a middle would be nobody's."""
    figure, label = figures.get(id), named(settings, id, say)
    if figure is None:
        return charts.Strip(label, say(why_missing(release, id)))
    piles = tuple(charts.Pile(*SPANS[name], count) for name, count in zip(figure.classes, figure.counts, strict=True))
    return charts.Strip(label, f"{say('climate.note', n=figure.n)} · {_near(figure, say)}", piles)


def _near(figure: Figure, say: Say) -> str:
    return say(f"climate.near.{nearness(figure)}")


def _told(settings: Settings, figures: Figures, say: Say) -> list[str]:
    """What is mostly missing and what is seen differently, or else what is mostly there; the picture has the rest."""
    found = {id: nearness(figures[id]) for id in settings.items if id in figures}
    lying = {near: [id for id, one in found.items() if one == near] for near in ("low", "split", "high")}
    told = {near: say(f"climate.room.{near}", labels=labels(settings, ids, say)) for near, ids in lying.items() if ids}
    worth = [told[near] for near in ("low", "split") if near in told]
    return worth or [told.get("high", say("climate.room.mixed"))]


def _cells(settings: Settings, id: str, release: Release, figure: Figure | None, say: Say) -> tuple[str, ...]:
    told = (say(why_missing(release, id)), NOTHING, NOTHING)
    if figure is not None:
        told = (_places(figure, say), _near(figure, say), say.number(figure.n))
    return (named(settings, id, say), *told)


def _places(figure: Figure, say: Say) -> str:
    """All places that somebody chose: `3 at 2, 5 at 4–5`."""
    given = [(name, count) for name, count in zip(figure.classes, figure.counts, strict=True) if count]
    return ", ".join(say("climate.times", count=count, place=named_class(name)) for name, count in given)
