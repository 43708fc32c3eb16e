"""What a person hears about their own evaluation: their words, and what becomes of them. No answer is the wrong one."""

from __future__ import annotations

from leads_kit.analysis.disclosure import FIVE
from leads_kit.form import Answer
from leads_kit.kinds.evaluation.settings import LINES, TAPS, settings_of
from leads_kit.model import Exercise
from leads_kit.text import Say

RIGHT = 3
HIGH_FROM, LOW_TO = 4, 2
Marks = dict[str, int]


def marks_of(answer: Answer) -> Marks:
    """The taps as numbers, those that were given."""
    return {id: int(answer[id]) for id in TAPS if answer.get(id) in FIVE}


def typed(answer: Answer) -> dict[str, str]:
    """The lines that hold something."""
    given = {id: str(answer.get(id) or "").strip() for id in LINES}
    return {id: text for id, text in given.items() if text}


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    marks, lines = marks_of(answer), typed(answer)
    if not marks and not lines:
        return (say("evaluation.feedback.nothing"),)
    told = [say("evaluation.feedback.taps", taps=_chosen(exercise, marks, say)), *_noticed(marks, say)] if marks else []
    if lines:
        return (*told, say(f"evaluation.feedback.{'_'.join(lines)}", **lines), say("evaluation.feedback.lines"))
    return tuple(told) if len(told) > 1 else (*told, say("evaluation.feedback.dots"))


def _chosen(exercise: Exercise, marks: Marks, say: Say) -> list[str]:
    taps = settings_of(exercise).taps
    chosen = ((taps[id].title, taps[id].labels[str(mark)]) for id, mark in marks.items())
    return [say("evaluation.feedback.tap", title=title, chosen=label) for title, label in chosen]


def _noticed(marks: Marks, say: Say) -> list[str]:
    """What two taps say together, else which way the pace leans."""
    pace = marks.get("pace", RIGHT)
    if marks.get("useful", RIGHT) >= HIGH_FROM and marks.get("use", RIGHT) <= LOW_TO:
        return [say("evaluation.noticed.unused")]
    if pace == RIGHT:
        return []
    return [say("evaluation.noticed.slow") if pace < RIGHT else say("evaluation.noticed.fast")]
