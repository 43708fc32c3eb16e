"""What a person hears about their goals: their own words, whether a step between levels can be seen, how near the day is."""

from __future__ import annotations

from collections.abc import Sequence

from leads_kit import charts
from leads_kit.analysis.attainment import attainment
from leads_kit.analysis.days import seen_from_today
from leads_kit.analysis.phrases import phrases_of
from leads_kit.kinds.goal_scaling.goal import LEVELS, START, WISHED, Goal
from leads_kit.text import LANGS, Say

# From three written levels on somebody is filling the whole ladder, and may like to know what is left.
LADDER_FROM = 3


def feedback(goals: Sequence[Goal], within: int, say: Say) -> tuple[str, ...]:
    if not goals:
        return (say("goal_scaling.feedback.nothing"),)
    return (
        *(" ".join((_quoted(one, say), *_steps(one, say), *_stands(one, say))) for one in goals),
        *_when(goals, within, say),
        *_together(goals, say),
    )


def _quoted(goal: Goal, say: Say) -> str:
    """The goal from today to what the person would be glad of, or what is missing for that."""
    today, glad = (_inside(goal.levels.get(name, "")) for name in ("today", "glad"))
    words = {"goal": _inside(goal.text), "today": today, "glad": glad}
    if today and glad:
        return say("goal_scaling.feedback.both", **words)
    if glad or today:
        return say(f"goal_scaling.feedback.{'glad' if glad else 'today'}", **words)
    return say("goal_scaling.feedback.goal", **words)


def _steps(goal: Goal, say: Say) -> list[str]:
    """One thing about the wording of the levels, and which of five are still open."""
    if not goal.levels:
        return []
    open_ = [charts.signed(level) for name, level in LEVELS.items() if name not in goal.levels]
    left = say("goal_scaling.step.open", levels=open_) if open_ and len(goal.levels) >= LADDER_FROM else ""
    return [one for one in (_step(goal, say), left) if one]


def _step(goal: Goal, say: Say) -> str:
    if alike := goal.alike:
        return say("goal_scaling.step.alike", words=_inside(alike))
    if order := goal.order:
        return say(f"goal_scaling.step.{order}", numbers=" → ".join(goal.numbers))
    if vague := goal.vague(_vague(say)):
        return say("goal_scaling.step.vague", words=_inside(vague))
    if goal.evidence:
        return say("goal_scaling.step.evidence", evidence=_inside(goal.evidence))
    return say("goal_scaling.step.who") if "glad" in goal.levels else ""


def _stands(goal: Goal, say: Say) -> list[str]:
    """Where the goal stands, seen from its start and from what was hoped."""
    if goal.now is None:
        return []
    if goal.now > WISHED:
        return [say("goal_scaling.stands.beyond", n=goal.now - WISHED)]
    where = {WISHED: "there", START: "start"}.get(goal.now, "below")
    return [say(f"goal_scaling.stands.{where}")]


def _when(goals: Sequence[Goal], within: int, say: Say) -> list[str]:
    """The next day to look again, with its weekday and how far away it is; and which goals want a nearer day or one at all."""
    coming = [one.day for one in goals if one.day and (one.away or 0) >= 0]
    told = []
    if coming:
        when, values = seen_from_today(min(coming), say.lang)
        told.append(say(f"goal_scaling.next.{when}", **values))
    cases = {
        "near": [one for one in goals if one.away is not None and 0 <= one.away <= within],
        "far": [one for one in goals if one.away is not None and one.away > within],
        "past": [one for one in goals if one.away is not None and one.away < 0],
        "undated": [one for one in goals if one.away is None],
    }
    if len(cases["near"]) == len(goals):
        return [*told, say("goal_scaling.day.near", n=len(goals), within=within)]
    return [*told, *(_day(word, cases[word], within, say) for word in ("far", "past", "undated") if cases[word])]


def _day(word: str, goals: Sequence[Goal], within: int, say: Say) -> str:
    quoted = [say("goal_scaling.quoted", words=_inside(one.text)) for one in goals]
    return say(f"goal_scaling.day.{word}", goals=quoted, within=within)


def _together(goals: Sequence[Goal], say: Say) -> list[str]:
    """For those who like formulas: all goals with a present level on one scale, from two of them on."""
    placed = [(one.weight, one.now) for one in goals if one.now is not None]
    if len(placed) < 2:
        return []
    score, start = attainment(placed), attainment([(weight, START) for weight, _ in placed])
    return [say("goal_scaling.details", n=len(placed), score=round(score, 1), start=round(start, 1))]


def _vague(say: Say) -> list[str]:
    """Comparisons, in both languages, since people write in either."""
    return [phrase for lang in LANGS for phrase in phrases_of(say.words["goal_scaling.vague"].of(lang))]


def _inside(line: str) -> str:
    """A line as it stands inside a sentence, which has a stop of its own."""
    return line.removesuffix(".")
