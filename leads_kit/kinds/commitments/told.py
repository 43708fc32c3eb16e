"""What a person hears and sees of their own steps: said back whole, with hints that are suggestions and block nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from leads_kit import charts
from leads_kit.analysis.ahead import away, today
from leads_kit.analysis.days import seen_from_today
from leads_kit.analysis.phrases import found, words_of
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.commitments.hints import Hints
from leads_kit.kinds.commitments.step import Step
from leads_kit.model import Table
from leads_kit.text import Say


def feedback(steps: Sequence[Step], hints: Hints, within: int, say: Say) -> tuple[str, ...]:
    if not steps:
        return (say("commitments.feedback.nothing"),)
    hinted = _hinted(steps, hints, within, say)
    whole = [step for step in steps if step.cue and step.act]
    return (
        *(_quoted(step, say) for step in steps),
        *_next_day(steps, say),
        *([say("commitments.hints"), *hinted] if hinted else []),
        *([say("commitments.all_there", n=len(steps), within=within)] if whole == list(steps) and not hinted else []),
        *_named(steps, say),
        *([say("commitments.rehearse", n=len(whole))] if whole else []),
    )


def own_picture(steps: Sequence[Step], within: int, say: Say) -> Picture | None:
    """Every step with an act, once one of them has a day."""
    shown = [step for step in steps if step.act]
    dated = sorted(step.day for step in shown if step.day)
    if not dated:
        return None
    rows = [charts.Dated(step.act, _when(step.day, say), step.away) for step in shown]
    last = _last(away(dated[-1]), within)
    ticks = [(days, _tick(days, say)) for days in (0, last // 2, last)]
    sentence = say("commitments.drawn", n=len(dated), first=_when(dated[0], say), last=_when(dated[-1], say))
    spec = charts.days(rows, charts.Ahead(within, last), ticks, say("commitments.axis", within=within), sentence)
    return Picture(spec, sentence, _table(shown, say))


def _quoted(step: Step, say: Say) -> str:
    if not step.act:
        return say("commitments.feedback.cue", cue=step.cue)
    if not step.cue:
        return say("commitments.feedback.act", act=step.act)
    word = "commitments.feedback.with" if step.partner else "commitments.feedback.both"
    return say(word, cue=step.cue, act=step.act, partner=step.partner)


def _next_day(steps: Sequence[Step], say: Say) -> list[str]:
    """What the calendar knows of the step that comes first, and nobody typed: its weekday, and how far away it is."""
    coming = [step.day for step in steps if step.day and (step.away or 0) >= 0]
    if not coming:
        return []
    when, values = seen_from_today(min(coming), say.lang)
    return [say(f"commitments.next.{when}", **values)]


def _hinted(steps: Sequence[Step], hints: Hints, within: int, say: Say) -> list[str]:
    """One sentence for each kind of hint, with all steps it is for."""
    acts: tuple[tuple[str, Callable[[Step], bool]], ...] = (
        ("verb", lambda step: not hints.begins_with_verb(step.act, say.lang)),
        ("undated", lambda step: step.away is None),
        ("past", lambda step: step.away is not None and step.away < 0),
        ("far", lambda step: step.away is not None and step.away > within),
    )
    vague = [step.cue for step in steps if step.cue and not hints.concrete(step.cue)]
    cases = [("cue", vague)]
    cases += [(word, [step.act for step in steps if step.act and fits(step)]) for word, fits in acts]
    return [
        say(f"commitments.hint.{word}", quoted=[say("commitments.quoted", words=one) for one in texts], within=within)
        for word, texts in cases
        if texts
    ]


def _named(steps: Sequence[Step], say: Say) -> list[str]:
    """That a partner is left out of what is shared, and yet stands in its words."""
    return [
        say("commitments.still_named", partner=step.partner, words=step.shared)
        for step in steps
        if step.share and step.act and step.partner and not step.names
        if found(step.shared, [" ".join(words_of(step.partner))])
    ]


def _last(farthest: int, within: int) -> int:
    """The last day that is drawn: as far as needed, doubling what is within reach twice; what lies beyond stands at the edge."""
    return next((last for last in (within, 2 * within) if farthest <= last), 4 * within)


def _tick(days: int, say: Say) -> str:
    return say.date(today() + dt.timedelta(days=days)) if days else say("commitments.today")


def _when(day: str | None, say: Say) -> str:
    return say.date(dt.date.fromisoformat(day)) if day else say("commitments.no_day")


def _table(steps: Sequence[Step], say: Say) -> Table:
    columns = ("cue", "act", "partner", "day", "away")
    rows = [(step.cue or "–", step.act, step.partner or "–", _when(step.day, say), _away(step, say)) for step in steps]
    return Table(tuple(say(f"commitments.{name}") for name in columns), tuple(rows))


def _away(step: Step, say: Say) -> str:
    return "–" if step.away is None else say.number(step.away)
