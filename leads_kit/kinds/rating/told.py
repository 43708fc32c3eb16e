"""What a person hears about their own ratings: their marks, and one thing that they did not type. Never a label on them."""

from __future__ import annotations

from collections.abc import Iterable

from leads_kit import charts
from leads_kit.analysis.released import TICKS
from leads_kit.form import NOT_OBSERVED, Answer
from leads_kit.kinds._kind import Picture
from leads_kit.model import Capability, Exercise, Table
from leads_kit.text import Say

PICKS = "picks"
# From one point on a gap is worth exploring with somebody; below that marks lie close together.
EXPLORE = 1
Marks = dict[Capability, int]


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    now = _marks(exercise, answer, "now")
    picked = [one for one in exercise.capabilities if one.id in (answer.get(PICKS) or [])]
    told = [_noticed(exercise, answer, now, say)]
    if picked:
        told.append(say("rating.feedback.picked", picks=[one.label for one in picked], n=len(picked)))
        told += _left_aside(exercise, answer, picked, say)
    return (*told, say("rating.feedback.caution")) if now else tuple(told)


def own_picture(exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    now, importance = _marks(exercise, answer, "now"), _marks(exercise, answer, "importance")
    if not now:
        return None
    rows = [
        charts.Span(say.text(one.label), _note(answer, one, say), now.get(one), importance.get(one))
        for one in exercise.capabilities
    ]
    sentence = say(
        "rating.feedback.marks", marks=[f"{say.text(one.label)} {say.number(at)}" for one, at in now.items()]
    )
    cells = tuple(
        (say.text(one.label), *(_cell(answer, f"{asked}-{one.id}", say) for asked in ("now", "importance")))
        for one in exercise.capabilities
    )
    title = say("rating.own_axis" if importance else "rating.own_axis_now")
    table = Table((say("rating.capability"), say("rating.now"), say("rating.importance")), cells)
    return Picture(charts.spans(rows, TICKS, title, sentence), sentence, table)


def _noticed(exercise: Exercise, answer: Answer, now: Marks, say: Say) -> str:
    """The widest gap, else how the marks lie, else that there are none."""
    if not now:
        looked = any(answer.get(f"now-{one.id}") == NOT_OBSERVED for one in exercise.capabilities)
        return say("rating.feedback.unseen" if looked else "rating.feedback.nothing")
    gap, widest = _widest(exercise, answer)
    if len(widest) == 1:
        importance = _marks(exercise, answer, "importance")
        (one,) = widest
        return say("rating.noticed.gap", label=one.label, importance=importance[one], now=now[one])
    if widest:
        return say("rating.noticed.gaps", labels=_labels(widest), n=gap)
    return _spread(now, say)


def _spread(now: Marks, say: Say) -> str:
    top, bottom = max(now.values()), min(now.values())
    high = _labels(one for one, mark in now.items() if mark == top)
    low = _labels(one for one, mark in now.items() if mark == bottom)
    if len(now) == 1:
        return say("rating.noticed.only", label=high, mark=top)
    if top == bottom:
        return say("rating.noticed.same", mark=top)
    if top - bottom <= EXPLORE:
        return say("rating.noticed.close", bottom=bottom, top=top)
    return say("rating.noticed.spread", high=high, top=top, low=low, bottom=bottom)


def _left_aside(exercise: Exercise, answer: Answer, picked: list[Capability], say: Say) -> list[str]:
    """That a widest gap is not among the picks, where it is so."""
    _, widest = _widest(exercise, answer)
    if not widest or any(one in picked for one in widest):
        return []
    return [say("rating.feedback.left_aside", labels=_labels(widest))]


def _widest(exercise: Exercise, answer: Answer) -> tuple[int, list[Capability]]:
    """The widest gap of importance over now, and the capabilities that have it; none where nothing is worth exploring."""
    now, importance = _marks(exercise, answer, "now"), _marks(exercise, answer, "importance")
    gaps = {one: importance[one] - mark for one, mark in now.items() if one in importance}
    widest = max(gaps.values(), default=0)
    return (widest, [one for one, gap in gaps.items() if gap == widest]) if widest >= EXPLORE else (0, [])


def _marks(exercise: Exercise, answer: Answer, asked: str) -> Marks:
    """Numbers only: "not observed" is not a low mark."""
    given = ((one, answer.get(f"{asked}-{one.id}")) for one in exercise.capabilities)
    return {one: mark for one, mark in given if isinstance(mark, int)}


def _note(answer: Answer, one: Capability, say: Say) -> str:
    mark = answer.get(f"now-{one.id}")
    return say("rating.na") if mark == NOT_OBSERVED else "" if mark is not None else say("rating.open")


def _cell(answer: Answer, field: str, say: Say) -> str:
    mark = answer.get(field)
    return say("rating.na") if mark == NOT_OBSERVED else "–" if mark is None else say.number(mark)


def _labels(capabilities: Iterable[Capability]) -> list[object]:
    return [one.label for one in capabilities]
