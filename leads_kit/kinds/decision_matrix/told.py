"""What a table hears about its matrix: who comes first and how firmly, what would turn it, what is only a guess."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from leads_kit.analysis.weighing import Case, deciding, turn, wins
from leads_kit.kinds.decision_matrix.matrix import Matrix
from leads_kit.text import Say

# From these shares of the draws on, the first option stands firm, or at least leads.
FIRM, LEADS = 0.85, 0.6
HUNDRED = 100


def feedback(matrix: Matrix, say: Say) -> tuple[str, ...]:
    case = matrix.found.case
    if case is None:
        return (_begun(matrix, say), *_waiting(matrix, say), *_decided(matrix, say))
    return (
        *_first(matrix, case, say),
        *_firmness(matrix, case, say),
        *_turn(matrix, case, say),
        *_guessed(matrix, case, say),
        *_unweighed(matrix, case, say),
        *_value(matrix, case, say),
        *_waiting(matrix, say),
        *_decided(matrix, say),
    )


def first_of(matrix: Matrix, case: Case, say: Say) -> str:
    """Who comes first with how much, and who comes second."""
    totals, names = case.totals, matrix.options
    if len(case.first) > 1:
        return say("decision_matrix.level", options=quoted((names[one] for one in case.first), say), total=_most(case))
    one, other = case.order[:2]
    told = {"option": names[one], "total": totals[one], "other": names[other], "less": totals[other]}
    return say("decision_matrix.first", **told)


def times(share: float) -> int:
    """A share as so many times in a hundred."""
    return round(share * HUNDRED)


def quoted(names: Iterable[str], say: Say) -> list[str]:
    return [say("decision_matrix.quoted", name=name) for name in names]


def _begun(matrix: Matrix, say: Say) -> str:
    """What is there of a matrix that cannot be compared yet, and what comes next."""
    if not matrix.options:
        asked = say("decision_matrix.feedback.question", question=matrix.question) if matrix.question else ""
        return asked or say("decision_matrix.feedback.nothing")
    names = quoted(matrix.options.values(), say)
    if len(matrix.options) == 1:
        return say("decision_matrix.feedback.one", options=names)
    if not matrix.criteria:
        return say("decision_matrix.feedback.criteria", options=names)
    return say("decision_matrix.feedback.marks", options=names, criteria=quoted(matrix.criteria.values(), say))


def _first(matrix: Matrix, case: Case, say: Say) -> Iterator[str]:
    """The first option, for the question as it was put; and what does most for its lead, or decides alone."""
    asked = [say("decision_matrix.asked", question=matrix.question)] if matrix.question else []
    yield " ".join((*asked, first_of(matrix, case, say)))
    if len(case.criteria) == 1:
        yield say("decision_matrix.single", criterion=matrix.criteria[case.criteria[0]])
    elif criterion := deciding(case):
        other = matrix.options[case.order[1]]
        yield say("decision_matrix.deciding", criterion=matrix.criteria[criterion], other=other)


def _firmness(matrix: Matrix, case: Case, say: Say) -> Iterator[str]:
    """How often the first option stays first; with a single criterion and no guess there is nothing to vary."""
    if len(case.first) > 1 or (len(case.criteria) == 1 and not case.guessed):
        return
    share = dict(zip(case.options, wins(case), strict=True))[case.order[0]]
    word = "firm" if share >= FIRM else "leads" if share >= LEADS else "open"
    yield say(f"decision_matrix.{word}", option=matrix.options[case.order[0]], times=times(share))


def _turn(matrix: Matrix, case: Case, say: Say) -> Iterator[str]:
    found = turn(case)
    if found is None:
        if len(case.criteria) > 1 and len(case.first) == 1:
            yield say("decision_matrix.no_turn", option=matrix.options[case.order[0]])
        return
    told = {"criterion": matrix.criteria[found.criterion], "option": matrix.options[found.option]}
    yield say(f"decision_matrix.turn.{'more' if found.points > 0 else 'less'}", n=abs(found.points), **told)


def _guessed(matrix: Matrix, case: Case, say: Say) -> Iterator[str]:
    """What rests on a guess; that the leader does weighs more."""
    guessed = [one for one in case.options if one in case.guessed]
    if not guessed:
        return
    first = case.order[0] if len(case.first) == 1 else ""
    if first in guessed:
        yield say("decision_matrix.guess.first", option=matrix.options[first])
    others = quoted((matrix.options[one] for one in guessed if one != first), say)
    if others:
        yield say("decision_matrix.guess.others", options=others)


def _unweighed(matrix: Matrix, case: Case, say: Say) -> Iterator[str]:
    light = [one for one, weight in zip(case.criteria, case.weights, strict=True) if not weight]
    if len(light) == len(case.criteria):
        yield say("decision_matrix.unweighed.all")
    elif light:
        yield say("decision_matrix.unweighed.some", criteria=quoted((matrix.criteria[one] for one in light), say))


def _value(matrix: Matrix, case: Case, say: Say) -> Iterator[str]:
    """The value behind what weighs most, or that there is none where others have one."""
    heaviest = case.criteria[case.weights.index(max(case.weights))]
    if value := matrix.values.get(heaviest):
        yield say("decision_matrix.value", criterion=matrix.criteria[heaviest], value=value)
    elif matrix.values:
        yield say("decision_matrix.no_value", criterion=matrix.criteria[heaviest])


def _waiting(matrix: Matrix, say: Say) -> Iterator[str]:
    """What is not compared yet; before anything is, it is asked for as a whole."""
    if matrix.found.case is None:
        return
    for what, ids, names in (
        ("options", matrix.found.unmarked_options, matrix.options),
        ("criteria", matrix.found.unmarked_criteria, matrix.criteria),
    ):
        if ids:
            yield say(f"decision_matrix.waiting.{what}", names=quoted((names[one] for one in ids), say))


def _decided(matrix: Matrix, say: Say) -> Iterator[str]:
    if matrix.decided:
        yield say("decision_matrix.decided", decided=matrix.decided)
    elif matrix.found.case is not None:
        yield say("decision_matrix.undecided")


def _most(case: Case) -> float:
    return max(case.totals.values())
