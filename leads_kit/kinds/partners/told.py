"""What a person hears and sees of their own list: which reasons are carried, by whom, and which by nobody yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from leads_kit import charts
from leads_kit.analysis.ahead import months_on, today
from leads_kit.form import Answer
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.partners.wishes import Wish, goal_of, read, standing_for
from leads_kit.model import Table
from leads_kit.text import Say, Text

# With fewer people a reason that rests on one of them is no news.
ALONE_FROM = 3
NAMED_UP_TO = 4
Reasons = Mapping[str, Text]


def feedback(answer: Answer, reasons: Reasons, months: int, say: Say) -> tuple[str, ...]:
    goal, wishes = goal_of(answer), read(answer)
    if not goal and not wishes:
        return (say("partners.feedback.nothing"),)
    ahead = (say("partners.feedback.ahead", n=months, day=months_on(today(), months)),) if goal else ()
    return (_quoted(goal, wishes, say), *_noticed(wishes, reasons, say), *ahead)


def own_picture(answer: Answer, reasons: Reasons, say: Say) -> Picture | None:
    wishes = read(answer)
    if not any(one.reasons for one in wishes):
        return None
    counts = {id: len(standing_for(id, wishes)) for id in reasons}
    columns = [charts.Column(say.text(label), say("partners.people", n=counts[id])) for id, label in reasons.items()]
    rows = [charts.Membership(one.name, tuple(id in one.reasons for id in reasons)) for one in wishes]
    each = [say("partners.drawn.reason", reason=label, count=counts[id]) for id, label in reasons.items()]
    sentence = say("partners.drawn", n=len(wishes), reasons=each)
    return Picture(charts.membership(rows, columns, sentence), sentence, _table(wishes, reasons, say))


def _quoted(goal: str, wishes: Sequence[Wish], say: Say) -> str:
    names = [one.name for one in wishes]
    if goal and names:
        return say("partners.feedback.both", goal=goal, names=names, n=len(names))
    return say("partners.feedback.people", names=names, n=len(names)) if names else say(
        "partners.feedback.goal", goal=goal
    )  # fmt: skip


def _noticed(wishes: Sequence[Wish], reasons: Reasons, say: Say) -> list[str]:
    """What nobody typed: one reason for all, else who stands for several, what rests on one, what on nobody."""
    if not wishes:
        return []
    if not any(one.reasons for one in wishes):
        return [say("partners.noticed.no_reason", n=len(wishes))]
    alike = set[frozenset[str]](one.reasons for one in wishes)
    if len(wishes) > 1 and len(reasons) > 1 and len(alike) == 1 and len(wishes[0].reasons) == 1:
        (only,) = wishes[0].reasons
        return [say("partners.noticed.one_kind", reason=reasons[only])]
    return [*_several(wishes, say), *_carried(wishes, reasons, say), *_unsaid(wishes, say)]


def _several(wishes: Sequence[Wish], say: Say) -> list[str]:
    names = [one.name for one in wishes if len(one.reasons) > 1]
    if len(names) > NAMED_UP_TO:
        return [say("partners.noticed.many", count=len(names), n=len(wishes))]
    return [say("partners.noticed.several", names=names, n=len(names))] if names else []


def _carried(wishes: Sequence[Wish], reasons: Reasons, say: Say) -> list[str]:
    """Reasons that nobody stands for, and those that rest on one person of several."""
    standing = {id: standing_for(id, wishes) for id in reasons}
    missing = [say("partners.quoted", words=reasons[id]) for id, names in standing.items() if not names]
    alone = [(id, names[0]) for id, names in standing.items() if len(names) == 1 and len(wishes) >= ALONE_FROM]
    return [
        *([say("partners.noticed.missing", reasons=missing, n=len(missing))] if missing else []),
        *(say("partners.noticed.alone", reason=reasons[id], name=name) for id, name in alone),
    ]


def _unsaid(wishes: Sequence[Wish], say: Say) -> list[str]:
    names = [one.name for one in wishes if not one.reasons]
    return [say("partners.noticed.unsaid", names=names, n=len(names))] if names else []


def _table(wishes: Sequence[Wish], reasons: Reasons, say: Say) -> Table:
    """People by reasons; what they bring where it was said of anybody; how many for each reason at the end."""
    brings = any(one.brings for one in wishes)
    columns = [say("partners.person"), *(say.text(label) for label in reasons.values())]
    rows = [
        [one.name, *(say("partners.yes") if id in one.reasons else "–" for id in reasons), one.brings or "–"]
        for one in wishes
    ]
    rows.append([say("partners.total"), *(say.number(len(standing_for(id, wishes))) for id in reasons), "–"])
    width = len(columns) + brings
    return Table((*columns, say("partners.brings"))[:width], tuple(tuple(row[:width]) for row in rows))
