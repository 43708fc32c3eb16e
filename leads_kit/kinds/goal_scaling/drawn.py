"""A ladder for each goal: five rungs with their words, where it began and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from leads_kit import charts
from leads_kit.analysis.released import NOTHING
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.goal_scaling.goal import LEVELS, START, WISHED, Goal
from leads_kit.model import Table
from leads_kit.text import Say

COLUMNS = ("goal", "level", "words", "mark")
Where = Literal["above", "same", "below"]
WHERE: tuple[Where, ...] = ("above", "same", "below")


def own_picture(goals: Sequence[Goal], say: Say) -> Picture | None:
    if not goals:
        return None
    sentence = _sentence(goals, say)
    legend = [say("goal_scaling.legend.start"), say("goal_scaling.legend.now"), say("goal_scaling.legend.wished")]
    spec = charts.rungs([_ladder(one) for one in goals], legend, sentence)
    cells = tuple(row for one in goals for row in _rows(one, say))
    return Picture(spec, sentence, Table(tuple(say(f"goal_scaling.{name}") for name in COLUMNS), cells))


def _ladder(goal: Goal) -> charts.Ladder:
    return charts.Ladder(
        goal.text,
        tuple(
            charts.Rung(
                charts.signed(level), goal.levels.get(name, ""), level == START, level == goal.now, level == WISHED
            )
            for name, level in reversed(LEVELS.items())
        ),
    )


def _sentence(goals: Sequence[Goal], say: Say) -> str:
    """How many goals there are, and where those that were looked at stand beside their start."""
    words = sum(len(one.levels) for one in goals)
    told = say("goal_scaling.drawn", n=len(goals), words=words, of=len(LEVELS))
    placed = [_beside(one.now) for one in goals if one.now is not None]
    if not placed:
        return told
    if len(goals) == 1:
        return f"{told} {say(f'goal_scaling.drawn.{placed[0]}')}"
    return f"{told} {say('goal_scaling.drawn.stands', **{where: placed.count(where) for where in WHERE})}"


def _beside(now: int) -> Where:
    return "above" if now > START else "same" if now == START else "below"


def _rows(goal: Goal, say: Say) -> list[tuple[str, ...]]:
    return [
        (goal.text, charts.signed(level), goal.levels.get(name, NOTHING), _mark(goal, level, say))
        for name, level in reversed(LEVELS.items())
    ]


def _mark(goal: Goal, level: int, say: Say) -> str:
    marks = [name for name, at in (("start", START), ("now", goal.now)) if at == level]
    return " · ".join(say(f"goal_scaling.mark.{name}") for name in marks) or NOTHING
