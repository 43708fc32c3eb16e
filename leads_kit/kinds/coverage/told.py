"""What a person hears and sees of their own plan: what they have, who adds most, what nobody has. No person is ranked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from leads_kit import charts
from leads_kit.analysis.cover import HAS
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.coverage.plan import ME, Plan
from leads_kit.model import Table
from leads_kit.text import Say

# Partners told after the first: three are as many as one can begin with.
THEN = 2


def feedback(plan: Plan, say: Say) -> tuple[str, ...]:
    if not plan.labels:
        quoted = (say("coverage.feedback.goal", goal=plan.goal),) if plan.goal else ()
        return (*quoted, say("coverage.feedback.nothing"))
    if not plan.marked:
        return (_named(plan, say), say("coverage.feedback.unmarked", labels=_quoted(plan, plan.labels, say)))
    return (
        " ".join((_named(plan, say), _alone(plan, say))),
        *_partners(plan, say),
        *_missing(plan, say),
        *_repeats(plan, say),
        *_single(plan, say),
    )


def own_picture(plan: Plan, me: str, legend: Sequence[str], say: Say) -> Picture | None:
    if not plan.marked:
        return None
    rows = [
        charts.Marked(say.text(label), tuple(plan.mark(one, id) for one in plan.marks), _note(plan, id, say))
        for id, label in plan.labels.items()
    ]
    sentence = _drawn(plan, say)
    heads = (me, *plan.names.values())
    spec = charts.cells(heads, rows, (*legend, say("coverage.legend")), sentence)
    return Picture(spec, sentence, _table(plan, heads, say))


def _named(plan: Plan, say: Say) -> str:
    count = len(plan.labels)
    return say("coverage.named.goal", goal=plan.goal, n=count) if plan.goal else say("coverage.named.plain", n=count)


def _alone(plan: Plan, say: Say) -> str:
    """What is covered without anybody else."""
    alone = plan.cover.alone
    if not alone:
        return say("coverage.alone.none")
    if len(alone) == len(plan.labels):
        return say("coverage.alone.all", labels=_quoted(plan, alone, say))
    return say("coverage.alone.some", n=len(alone), labels=_quoted(plan, alone, say))


def _partners(plan: Plan, say: Say) -> Iterator[str]:
    """Who adds most to what there is, who would add as many, and who comes after that."""
    reached, count = len(plan.cover.alone), len(plan.labels)
    for at, pick in enumerate(plan.cover.picks[: 1 + THEN]):
        reached += len(pick.adds)
        word = "coverage.adds" if at == 0 else "coverage.then"
        values = {"name": plan.names[pick.partner], "labels": _quoted(plan, pick.adds, say)}
        yield say(word, **values, covered=reached, count=count)
        if at == 0 and pick.alike:
            yield say("coverage.alike", names=[plan.names[one] for one in pick.alike], n=len(pick.alike))


def _missing(plan: Plan, say: Say) -> Iterator[str]:
    """What nobody has; what nobody looked at yet is neither had nor missing."""
    cover = plan.cover
    if cover.missing:
        yield say("coverage.missing", labels=_quoted(plan, cover.missing, say), n=len(cover.missing))
    elif len(cover.alone) < len(plan.labels) and not cover.unmarked:
        yield say("coverage.complete")
    if cover.unmarked:
        yield say("coverage.unmarked", labels=_quoted(plan, cover.unmarked, say))


def _repeats(plan: Plan, say: Say) -> Iterator[str]:
    repeats = plan.cover.repeats
    if repeats:
        yield say("coverage.repeats", names=[plan.names[one] for one in repeats], n=len(repeats))


def _single(plan: Plan, say: Say) -> Iterator[str]:
    """What rests on one person alone, once nothing is missing: before that there is more to look for."""
    single = plan.cover.single
    if single and plan.names and not plan.cover.missing:
        yield say("coverage.single", labels=_quoted(plan, single, say), n=len(single))


def _drawn(plan: Plan, say: Say) -> str:
    alone, covered, count = len(plan.cover.alone), len(plan.cover.covered), len(plan.labels)
    told = say("coverage.drawn", alone=alone, n=count)
    return " ".join((told, say("coverage.drawn.together", covered=covered))) if plan.names else told


def _note(plan: Plan, capacity: str, say: Say) -> str:
    return say("coverage.nobody") if capacity in plan.cover.missing else ""


def _table(plan: Plan, heads: tuple[str, ...], say: Say) -> Table:
    """Who has each capacity, then the marks."""
    holders = {ME: heads[0], **plan.names}
    cells = []
    for id, label in plan.labels.items():
        marks = [plan.mark(one, id) for one in plan.marks]
        having = [holders[one] for one in plan.marks if (plan.mark(one, id) or 0) >= HAS]
        shown = ["–" if mark is None else say.number(mark) for mark in marks]
        cells.append((say.text(label), say.listed(having) or _note(plan, id, say) or "–", *shown))
    return Table((say("coverage.capacity"), say("coverage.covered_by"), *heads), tuple(cells))


def _quoted(plan: Plan, capacities: Iterable[str], say: Say) -> list[str]:
    return [say("coverage.quoted", label=plan.labels[one]) for one in capacities]
