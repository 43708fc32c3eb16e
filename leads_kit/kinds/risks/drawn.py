"""The field of likelihood and impact of a table, and its list of risks in the order to look at them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from leads_kit import charts
from leads_kit.analysis.risks import HEAVY, Influence
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.risks.register import Row
from leads_kit.model import Table
from leads_kit.text import Say, Text

NOTHING = "–"
LOOKS: tuple[charts.RiskLook, ...] = ("yes", "partly", "no", "unsaid")
COLUMNS = ("risk", "likelihood", "impact", "weight", "influence", "owner", "then", "day")


def picture(rows: Sequence[Row], influences: Mapping[Influence, Text], say: Say) -> Picture | None:
    """Once one of them has a weight."""
    if not any(row.risk.weight for row in rows):
        return None
    sentence = _drawn(rows, say)
    looks = {_look(row) for row in rows}
    legend = [say(f"risks.legend.{look}") for look in LOOKS if look in looks]
    words = charts.RiskWords(say("risks.axes"), say("risks.note"), [*legend, say("risks.tinted", heavy=HEAVY)])
    hazards = [
        charts.Hazard(
            row.name,
            row.risk.likelihood,
            row.risk.impact,
            _look(row),
            _number(row.risk.weight, say),
            say("risks.owned", owner=row.owner) if row.owner else say("risks.unowned"),
        )
        for row in rows
    ]
    table = Table(
        tuple(say(f"risks.column.{name}") for name in COLUMNS), tuple(_cells(row, influences, say) for row in rows)
    )
    return Picture(charts.risks(hazards, words, sentence), sentence, table)


def _drawn(rows: Sequence[Row], say: Say) -> str:
    heavy = [row for row in rows if row.risk.heavy]
    told = say("risks.drawn", n=len(rows))
    if not heavy:
        return " ".join((told, say("risks.drawn.light", heavy=HEAVY)))
    return " ".join((told, say("risks.drawn.heavy", risks=[say("risks.quoted", risk=row.quoted) for row in heavy])))


def _look(row: Row) -> charts.RiskLook:
    return row.risk.influence or "unsaid"


def _cells(row: Row, influences: Mapping[Influence, Text], say: Say) -> tuple[str, ...]:
    one = row.risk
    influence = say.text(influences[one.influence]) if one.influence else NOTHING
    day = say.date(dt.date.fromisoformat(row.day)) if row.day else NOTHING
    marks = (_number(mark, say) for mark in (one.likelihood, one.impact, one.weight))
    return (row.name, *marks, influence, row.owner or NOTHING, row.then or NOTHING, day)


def _number(mark: int | None, say: Say) -> str:
    return NOTHING if mark is None else say.number(mark)
