"""What a room may see of its ratings: each capability's answers as dots with their middle, and how many want to work on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from leads_kit import charts
from leads_kit.analysis.released import SPANS, TICKS, middle, named, named_middle, why_missing
from leads_kit.analysis.smallgroups import counted
from leads_kit.form import Answer
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.rating.told import EXPLORE, PICKS
from leads_kit.model import Capability, Exercise, Figure, Release, Table
from leads_kit.text import Say

Figures = Mapping[str, Figure]


def summary(exercise: Exercise, answers: Sequence[Answer]) -> tuple[Figure, ...]:
    """Counts of marks for each question that somebody answered with a mark, and of picks where there are any."""
    asked = [f"{what}-{one.id}" for what in ("now", "importance") for one in exercise.capabilities]
    ids = tuple(one.id for one in exercise.capabilities)
    chosen = [answer.get(PICKS) or [] for answer in answers]
    picks = Figure(PICKS, ids, tuple(sum(id in one for one in chosen) for id in ids), len(answers), multiple=True)
    marks = [counted(field, (answer.get(field) for answer in answers)) for field in asked]
    return (*(figure for figure in marks if figure.n), *([picks] if any(chosen) else []))


def room_picture(exercise: Exercise, release: Release, say: Say) -> Picture | None:
    figures = {figure.id: figure for figure in release.figures}
    if not figures:
        return None
    picks = _picks(exercise, figures)
    rows = [_strip(one, release, figures, picks, say) for one in exercise.capabilities]
    sentence = " ".join((_stands(exercise, figures, say), *_picked(picks, say)))
    columns = ("capability", "marks", "middle", "n", "picked", "importance")
    cells = tuple(_cells(one, release, figures, picks, say) for one in exercise.capabilities)
    spec = charts.strips(rows, TICKS, say("rating.axis"), sentence)
    return Picture(spec, sentence, Table(tuple(say(f"rating.{name}") for name in columns), cells))


def _picks(exercise: Exercise, figures: Figures) -> dict[Capability, int]:
    figure = figures.get(PICKS)
    counts = dict(zip(figure.classes, figure.counts, strict=True)) if figure else {}
    return {one: counts[one.id] for one in exercise.capabilities if one.id in counts}


def _strip(
    one: Capability, release: Release, figures: Figures, picks: Mapping[Capability, int], say: Say
) -> charts.Strip:
    figure, label = figures.get(f"now-{one.id}"), say.text(one.label)
    if figure is None:
        return charts.Strip(label, say(why_missing(release, f"now-{one.id}")))
    note = say("rating.note", n=figure.n)
    if one in picks:
        note = say("rating.note_picked", n=figure.n, picked=picks[one])
    piles = tuple(charts.Pile(*SPANS[name], count) for name, count in zip(figure.classes, figure.counts, strict=True))
    return charts.Strip(label, note, piles, middle(figure))


def _stands(exercise: Exercise, figures: Figures, say: Say) -> str:
    """Where the room's middle is highest and lowest, or that they are alike; no numbers that small groups do not bear."""
    middles = {one: at for one in exercise.capabilities if (at := middle(figures.get(f"now-{one.id}"))) is not None}
    if len(middles) < 2:
        return say("rating.room.few")
    top, bottom = max(middles.values()), min(middles.values())
    if top - bottom < EXPLORE:
        return say("rating.room.similar", n=len(middles))
    high = [one.label for one, at in middles.items() if at == top]
    low = [one.label for one, at in middles.items() if at == bottom]
    return say("rating.room.spread", high=high, low=low)


def _picked(picks: Mapping[Capability, int], say: Say) -> list[str]:
    """What most want to work on, unless all are wanted alike."""
    if len(set(picks.values())) < 2:
        return []
    most = max(picks.values())
    return [say("rating.room.picked", labels=[one.label for one, count in picks.items() if count == most])]


def _cells(
    one: Capability, release: Release, figures: Figures, picks: Mapping[Capability, int], say: Say
) -> tuple[str, ...]:
    now, importance = figures.get(f"now-{one.id}"), figures.get(f"importance-{one.id}")
    told = (_marks(now, say), named_middle(now), say.number(now.n)) if now else (
        say(why_missing(release, f"now-{one.id}")), "–", "–",
    )  # fmt: skip
    picked = say.number(picks[one]) if one in picks else "–"
    return (say.text(one.label), *told, picked, named_middle(importance))


def _marks(figure: Figure, say: Say) -> str:
    """All classes that somebody chose: `3 × mark 2, 5 × mark 3`."""
    given = [(name, count) for name, count in zip(figure.classes, figure.counts, strict=True) if count]
    return ", ".join(say("rating.times", count=count, mark=named(name)) for name, count in given)
