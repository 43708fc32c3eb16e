"""What a table hears about its risks: with which to begin, which to be ready for, what nobody looks after yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from leads_kit.analysis.ahead import away
from leads_kit.analysis.days import seen_from_today
from leads_kit.analysis.risks import be_ready_for, begin_with
from leads_kit.kinds.risks.register import Row
from leads_kit.text import Say, folded

# From so many risks on one pair of shoulders it is worth a word.
LADEN = 3


def feedback(rows: Sequence[Row], say: Say) -> tuple[str, ...]:
    if not rows:
        return (say("risks.feedback.nothing"),)
    if not any(row.risk.weight for row in rows):
        return (say("risks.feedback.unmarked", risks=_quoted(rows, say)), *_open(rows, say))
    return (
        *_begin(rows, say),
        *_ready(rows, say),
        *_unowned(rows, say),
        *_laden(rows, say),
        *_day(rows, say),
        *_open(rows, say),
        say("risks.feedback.caution"),
    )


def _begin(rows: Sequence[Row], say: Say) -> Iterator[str]:
    """The one to begin with, its marks and its own plan; or that nothing is said to be in reach."""
    found = begin_with(row.risk for row in rows)
    if found is None:
        yield say("risks.feedback.out_of_reach", risk=rows[0].quoted)
        return
    row = next(row for row in rows if row.risk is found)
    marks = {"likelihood": found.likelihood, "impact": found.impact, "weight": found.weight}
    yield say(f"risks.feedback.begin.{found.influence}", risk=row.quoted, **marks)
    if row.then:
        yield say("risks.feedback.plan", then=row.then.removesuffix("."))
    else:
        yield say("risks.feedback.no_plan", risk=row.quoted)


def _ready(rows: Sequence[Row], say: Say) -> Iterator[str]:
    """The heaviest that is out of reach: not to be prevented, but to be met."""
    found = be_ready_for(row.risk for row in rows)
    if found is None or begin_with(row.risk for row in rows) is None:
        return
    row = next(row for row in rows if row.risk is found)
    told = {"risk": row.quoted, "weight": found.weight, "then": row.then.removesuffix(".")}
    yield say("risks.feedback.ready.planned" if row.then else "risks.feedback.ready.open", **told)


def _unowned(rows: Sequence[Row], say: Say) -> Iterator[str]:
    """The heaviest that nobody looks after, and how many more there are."""
    without = [row for row in rows if not row.owner]
    if without:
        word = "risks.feedback.unowned" if len(without) > 1 else "risks.feedback.unowned_alone"
        yield say(word, risk=without[0].quoted, n=len(without) - 1)


def _laden(rows: Sequence[Row], say: Say) -> Iterator[str]:
    """Whoever stands for several, however the name was spelt each time."""
    owned = defaultdict[str, list[Row]](list)
    for row in rows:
        owned[folded(row.owner)].append(row)
    owned.pop("", None)
    most = max(owned.values(), key=len, default=[])
    if len(most) >= LADEN:
        yield say("risks.feedback.laden", owner=most[0].owner, n=len(most), of=len(rows))


def _day(rows: Sequence[Row], say: Say) -> Iterator[str]:
    """What the calendar knows of the first day to come; or that a day has passed."""
    dated = [(row.day, row) for row in rows if row.day]
    coming = min(((day, row.quoted) for day, row in dated if away(day) >= 0), default=None)
    if coming is not None:
        when, values = seen_from_today(coming[0], say.lang)
        yield say(f"risks.feedback.day.{when}", risk=coming[1], **values)
    past = [row for day, row in dated if away(day) < 0]
    if past:
        yield say("risks.feedback.day.past", risks=_quoted(past, say))


def _open(rows: Sequence[Row], say: Say) -> Iterator[str]:
    """What still misses a mark, unless nothing has any yet."""
    left = [row for row in rows if not row.whole]
    if left and any(row.risk.weight for row in rows):
        yield say("risks.feedback.open", risks=_quoted(left, say))


def _quoted(rows: Sequence[Row], say: Say) -> list[str]:
    return [say("risks.quoted", risk=row.quoted) for row in rows]
