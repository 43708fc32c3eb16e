"""Rating: where each capability stands now, how much it matters, and up to three to work on. Group tier."""

from __future__ import annotations

from collections.abc import Sequence

from leads_kit import charts
from leads_kit.analysis.smallgroups import median_class
from leads_kit.form import NOT_OBSERVED, Answer, Choice, Field, Form, Group, Option, Scale
from leads_kit.kinds._kind import Kind, Picture
from leads_kit.model import Capability, Exercise, Figure, Part, Release, Spec, Table, Tier
from leads_kit.text import Say, Text, Words

CLASSES = ("1", "2", "3", "4", "5")
PLACES = {**{name: float(name) for name in CLASSES}, "1-2": 1.5, "4-5": 4.5}
TICKS = tuple((float(name), name) for name in CLASSES)
PICKS = "picks"
EXPLORE = 1.0


class Settings(Spec):
    """`most_picks` capabilities to work on; the importance question is asked in the full form."""

    now: Text
    importance: Text
    picks: Text
    importance_anchors: dict[str, Text]
    most_picks: int = 3


def form(exercise: Exercise, words: Words) -> Form:
    groups = [_group(exercise, one) for one in exercise.capabilities]
    options = tuple(Option(one.id, one.label) for one in exercise.capabilities)
    settings = _settings(exercise)
    picks = Choice(PICKS, settings.picks, options=options, most=settings.most_picks, optional=True)
    return Form((*groups, Group(PICKS, words["rating.picks"], (picks,))))


def parts(exercise: Exercise) -> tuple[Part, ...]:
    fields = [f"{asked}-{one.id}" for one in exercise.capabilities for asked in ("now", "importance")]
    return (Part("ratings", Tier.GROUP, (*fields, PICKS)),)


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    now = _marks(exercise, answer, "now")
    if not now:
        return (say("rating.feedback.nothing"),)
    told = [_noticed(exercise, answer, say)]
    picked = [one for one in exercise.capabilities if one.id in (answer.get(PICKS) or [])]
    if picked:
        told.append(say("rating.feedback.picked", picks=[say.text(one.label) for one in picked], n=len(picked)))
    return (*told, say("rating.feedback.caution"))


def own_picture(exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    now, importance = _marks(exercise, answer, "now"), _marks(exercise, answer, "importance")
    if not now:
        return None
    rows = [
        charts.Span(say.text(one.label), "" if one in now else say("rating.na"), now.get(one), importance.get(one))
        for one in exercise.capabilities
    ]
    ranked = sorted(now.items(), key=lambda pair: -pair[1])
    sentence = say("rating.feedback.marks", marks=[f"{say.text(one.label)} {say.number(mark)}" for one, mark in ranked])
    cells = tuple(
        (say.text(one.label), _cell(answer, f"now-{one.id}", say), _cell(answer, f"importance-{one.id}", say))
        for one in exercise.capabilities
    )
    table = Table((say("rating.capability"), say("rating.now"), say("rating.importance")), cells)
    return Picture(
        charts.spans(rows, TICKS, say("rating.own_axis" if importance else "rating.own_axis_now"), sentence),
        sentence,
        table,
    )


def summary(exercise: Exercise, answers: Sequence[Answer]) -> tuple[Figure, ...]:
    asked = [f"{what}-{one.id}" for what in ("now", "importance") for one in exercise.capabilities]
    figures = [_figure(field, answers) for field in asked]
    ids = tuple(one.id for one in exercise.capabilities)
    chosen = [answer.get(PICKS) or [] for answer in answers]
    picks = Figure(PICKS, ids, tuple(sum(id in one for one in chosen) for id in ids), len(answers), multiple=True)
    return (
        (*(figure for figure in figures if figure.n), picks)
        if any(chosen)
        else tuple(figure for figure in figures if figure.n)
    )


def room_picture(exercise: Exercise, release: Release, say: Say) -> Picture | None:
    figures = {figure.id: figure for figure in release.figures}
    if not any(f"now-{one.id}" in figures for one in exercise.capabilities):
        return None
    picks = figures.get(PICKS)
    rows = [_strip(one, figures.get(f"now-{one.id}"), release, say) for one in exercise.capabilities]
    sentence = _room_sentence(exercise, figures, say)
    columns = [
        say("rating.capability"),
        *(say("rating.mark", mark=name) for name in CLASSES),
        say("rating.n"),
        say("rating.picked"),
    ]
    cells = tuple(_room_row(one, figures.get(f"now-{one.id}"), picks, release, say) for one in exercise.capabilities)
    spec = charts.strips(rows, TICKS, say("rating.axis"), sentence)
    return Picture(spec, sentence, Table(tuple(columns), cells))


def _settings(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings


def _group(exercise: Exercise, one: Capability) -> Group:
    settings = _settings(exercise)
    anchors = {int(at): text for at, text in settings.importance_anchors.items()}
    fields: tuple[Field, ...] = (
        Scale(f"now-{one.id}", settings.now, anchors=one.anchors, na=True),
        Scale(f"importance-{one.id}", settings.importance, anchors=anchors, full_only=True, optional=True),
    )
    return Group(one.id, one.label, fields, intro=one.description)


def _marks(exercise: Exercise, answer: Answer, asked: str) -> dict[Capability, int]:
    given = ((one, answer.get(f"{asked}-{one.id}")) for one in exercise.capabilities)
    return {one: mark for one, mark in given if isinstance(mark, int)}


def _noticed(exercise: Exercise, answer: Answer, say: Say) -> str:
    """The one thing nobody typed: the widest gap, or the spread, or that there is none. Never a label on the person."""
    now, importance = _marks(exercise, answer, "now"), _marks(exercise, answer, "importance")
    gaps = {one: importance[one] - mark for one, mark in now.items() if one in importance}
    widest = max(gaps, key=lambda one: gaps[one], default=None)
    if widest is not None and gaps[widest] >= EXPLORE:
        return say("rating.noticed.gap", label=widest.label, importance=importance[widest], now=now[widest])
    if not now:
        return say("rating.feedback.nothing")
    high, low = max(now, key=lambda one: now[one]), min(now, key=lambda one: now[one])
    if now[high] == now[low]:
        return say("rating.noticed.same", mark=now[high], n=len(now))
    return say("rating.noticed.spread", high=high.label, low=low.label, points=now[high] - now[low])


def _cell(answer: Answer, field: str, say: Say) -> str:
    mark = answer.get(field)
    return say("rating.na") if mark == NOT_OBSERVED else "" if mark is None else say.number(mark)


def _figure(field: str, answers: Sequence[Answer]) -> Figure:
    marks = [answer.get(field) for answer in answers]
    counts = tuple(sum(mark == int(name) for mark in marks if isinstance(mark, int)) for name in CLASSES)
    return Figure(field, CLASSES, counts, sum(counts))


def _strip(one: Capability, figure: Figure | None, release: Release, say: Say) -> charts.Strip:
    label = say.text(one.label)
    if figure is None:
        return charts.Strip(label, say(release.withheld.get(f"now-{one.id}", "disclosure.too_few_here")))
    middle = median_class(figure.classes, figure.counts)
    dots = tuple((PLACES[name], count) for name, count in zip(figure.classes, figure.counts, strict=True))
    return charts.Strip(label, say("chart.n", n=figure.n), dots, PLACES[middle] if middle else None)


def _room_sentence(exercise: Exercise, figures: dict[str, Figure], say: Say) -> str:
    """Where the room's middle is highest and lowest, or that they are alike; no numbers that small groups do not bear."""
    middles = {
        one: PLACES[middle]
        for one in exercise.capabilities
        if (figure := figures.get(f"now-{one.id}")) and (middle := median_class(figure.classes, figure.counts))
    }
    high, low = max(middles, key=lambda one: middles[one]), min(middles, key=lambda one: middles[one])
    if middles[high] - middles[low] < EXPLORE:
        return say("rating.room.similar")
    return say("rating.room.spread", high=high.label, low=low.label)


def _room_row(
    one: Capability, figure: Figure | None, picks: Figure | None, release: Release, say: Say
) -> tuple[str, ...]:
    picked = say.number(picks.counts[picks.classes.index(one.id)]) if picks else ""
    if figure is None:
        reason = say(release.withheld.get(f"now-{one.id}", "disclosure.too_few_here"))
        return (say.text(one.label), *("" for _ in CLASSES), reason, picked)
    counts = dict(zip(figure.classes, figure.counts, strict=True))
    if "1-2" in counts:
        low, middle, high = (say.number(counts[name]) for name in ("1-2", "3", "4-5"))
        cells = (say("rating.together", n=low), "", middle, say("rating.together", n=high), "")
    else:
        cells = tuple(say.number(counts[name]) for name in CLASSES)  # type: ignore[assignment]
    return (say.text(one.label), *cells, say.number(figure.n), picked)


KIND = Kind(Settings, form, parts, feedback, own_picture=own_picture, summary=summary, room_picture=room_picture)
