"""What may become of many weeks: in how many of them each category drains. Only what was offered; no entry, and no size.

Each person counts once in each category, however many entries they have in it; each category has a figure of its own, so
that one that drains everybody hides no other. What gives is not counted: a room would read it as a ranking of good weeks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from leads_kit import charts
from leads_kit.analysis.released import NOTHING, why_missing
from leads_kit.form import Answer
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.energy.week import Week
from leads_kit.model import Figure, Release, Table
from leads_kit.text import Say, Text

OFFERED, DRAINS = "drains", "drains"
ENOUGH = 3
Names = Mapping[str, Text]


def offer(week: Week, categories: Names) -> dict[str, Any]:
    """The categories that drain, from three marked entries with a category on."""
    placed = [one for one in week.marked if one.category in categories]
    if len(placed) < ENOUGH:
        return {}
    found = {one.category for one in placed if one.size < 0}
    return {OFFERED: {DRAINS: [id for id in categories if id in found]}}


def preview(categories: Names, body: Answer, say: Say) -> tuple[str, ...]:
    named = [categories[id] for id in body[DRAINS] if id in categories]
    return (say("energy.offer.named", names=named) if named else say("energy.offer.none"),)


def figures(categories: Names) -> dict[str, str]:
    """The figure of each category: by its place, so that no option of a private field leaves as it stands there."""
    return {id: f"kind-{at}" for at, id in enumerate(categories, 1)}


def summary(categories: Names, answers: Sequence[Answer]) -> tuple[Figure, ...]:
    """For each category how many offered it; `multiple`, because who did not offer it may have no such entry at all."""
    told = [answer[DRAINS] for answer in answers if isinstance(answer.get(DRAINS), list)]
    if not told:
        return ()
    return tuple(
        Figure(figure, (DRAINS,), (sum(id in one for one in told),), len(told), multiple=True)
        for id, figure in figures(categories).items()
    )


def room_picture(categories: Names, release: Release, say: Say) -> Picture | None:
    ids, found = figures(categories), {figure.id: figure.counts[0] for figure in release.figures}
    counts = {id: found[figure] for id, figure in ids.items() if figure in found}
    if not counts:
        return None
    why = {id: say(why_missing(release, figure)) for id, figure in ids.items()}
    order = [*sorted(counts, key=lambda id: -counts[id]), *(id for id in categories if id not in counts)]
    sentence = " ".join((say("energy.room", n=max(one.n for one in release.figures)), _most(categories, counts, say)))
    rows = [_row(categories[id], counts.get(id), why[id], say) for id in order]
    cells = tuple((say.text(categories[id]), say.number(counts[id]) if id in counts else why[id]) for id in order)
    table = Table((say("energy.category"), say("energy.people")), cells)
    return Picture(charts.hands(rows, say("energy.room.axis"), sentence), sentence, table)


def _most(categories: Names, counts: Mapping[str, int], say: Say) -> str:
    """What drains most weeks, unless all are alike or nothing does."""
    most = max(counts.values())
    named = [categories[id] for id, count in counts.items() if count == most]
    if not most:
        return say("energy.room.none")
    return say("energy.room.alike") if len(named) == len(counts) else say("energy.room.most", names=named)


def _row(name: Text, count: int | None, reason: str, say: Say) -> charts.Hand:
    if count is None:
        return charts.Hand(say.text(name), "", reason=reason)
    return charts.Hand(say.text(name), say.number(count) if count else NOTHING, count)
