"""The options of a table, each as a bar of what every criterion adds, with how often it comes first."""

from __future__ import annotations

from collections.abc import Mapping

from leads_kit import charts
from leads_kit.analysis.weighing import HIGHEST, Case, wins
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.decision_matrix.matrix import Evidence, Matrix
from leads_kit.kinds.decision_matrix.told import first_of, times
from leads_kit.model import Table
from leads_kit.text import Say, Text

NOTHING = "–"


def picture(matrix: Matrix, evidence: Mapping[Evidence, Text], say: Say) -> Picture | None:
    case = matrix.found.case
    if case is None:
        return None
    shares = dict(zip(case.options, wins(case), strict=True))
    rows = [_row(id, matrix, case, shares[id], say) for id in case.order]
    key = [
        say("decision_matrix.key", at=at, criterion=matrix.criteria[id], weight=_weight(matrix.weights[id], say))
        for at, id in enumerate(case.criteria, 1)
    ]
    sentence = " ".join((say("decision_matrix.drawn", n=len(rows)), first_of(matrix, case, say)))
    spec = charts.stacks(rows, HIGHEST, charts.StackWords(key, _notes(case, say)), sentence)
    return Picture(spec, sentence, _table(matrix, case, shares, evidence, say))


def _notes(case: Case, say: Say) -> list[str]:
    """What stands in brackets, and how a guess is marked where there is one."""
    return [say("decision_matrix.axis"), *([say("decision_matrix.axis.guess")] if case.guessed else [])]


def _row(id: str, matrix: Matrix, case: Case, share: float, say: Say) -> charts.Stack:
    word = "decision_matrix.total.guess" if id in case.guessed else "decision_matrix.total"
    total, won = say(word, total=case.totals[id]), say("decision_matrix.won", times=times(share))
    return charts.Stack(matrix.options[id], total, case.parts(id), share, won)


def _table(
    matrix: Matrix, case: Case, shares: Mapping[str, float], evidence: Mapping[Evidence, Text], say: Say
) -> Table:
    """All options and criteria: also what could not be compared yet, which has no total."""
    order = [*case.order, *(id for id in matrix.options if id not in case.options)]
    columns = tuple(say(f"decision_matrix.column.{name}") for name in ("option", "total", "won", "evidence"))
    heads = (
        say("decision_matrix.weighed", criterion=name, weight=_weight(matrix.weights[id], say))
        for id, name in matrix.criteria.items()
    )
    rows = []
    for id in order:
        there = id in case.options
        total, won = (say.number(case.totals[id]), say.number(times(shares[id]))) if there else (NOTHING, NOTHING)
        rests = matrix.evidence.get(id)
        marks = (_mark(matrix.mark(criterion, id), say) for criterion in matrix.criteria)
        rows.append((matrix.options[id], total, won, say.text(evidence[rests]) if rests else NOTHING, *marks))
    return Table((*columns, *heads), tuple(rows))


def _weight(weight: int, say: Say) -> str:
    return say.number(weight) if weight else NOTHING


def _mark(mark: int | None, say: Say) -> str:
    return NOTHING if mark is None else say.number(mark)
