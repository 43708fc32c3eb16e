"""What a person hears and sees of their own week: in plain words, without a number, and without a name for how they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from leads_kit import charts
from leads_kit.analysis.phrases import akin, phrases_of
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.energy.week import Entry, Week
from leads_kit.model import Table
from leads_kit.text import LANGS, Say, Text

# From so many drains on, one of them may be half of all, and that is worth knowing.
SEVERAL = 3
Names = Mapping[str, Text]


def feedback(week: Week, small_words: Text, say: Say) -> tuple[str, ...]:
    if not (week.entries or week.limit or week.cue or week.act):
        return (say("energy.feedback.nothing"),)
    if not week.marked:
        return (*_unmarked(week, say), *_planned(week, say))
    return (
        _drains(week, say),
        _sources(week, say),
        say(f"energy.noticed.{week.balance}", drains=len(week.drains), sources=len(week.sources), n=len(week.marked)),
        *_half(week, say),
        *_planned(week, say),
        *_touched(week, small_words, say),
    )


def own_picture(week: Week, effects: Names, categories: Names, say: Say) -> Picture | None:
    if not week.marked:
        return None
    sentence = say("energy.drawn", n=len(week.marked), drains=len(week.drains), sources=len(week.sources))
    rows = [charts.Sided(one.what, one.size, _word(one.effect, effects, say)) for one in week.marked]
    cells = tuple(
        (one.what, _word(one.effect, effects, say), _word(one.category, categories, say)) for one in week.marked
    )
    table = Table(tuple(say(f"energy.{name}") for name in ("what", "effect", "category")), cells)
    return Picture(charts.sided(rows, (say("energy.left"), say("energy.right")), sentence), sentence, table)


def _unmarked(week: Week, say: Say) -> list[str]:
    return [say("energy.feedback.unmarked", names=_quoted(week.entries, say))] if week.entries else []


def _drains(week: Week, say: Say) -> str:
    if not week.drains:
        return say("energy.feedback.no_drain")
    return say("energy.feedback.drain", names=_quoted(week.largest, say), n=len(week.largest))


def _sources(week: Week, say: Say) -> str:
    if not week.sources:
        return say("energy.feedback.no_source")
    return say("energy.feedback.source", names=_quoted(week.best, say), n=len(week.best))


def _half(week: Week, say: Say) -> list[str]:
    """That one of several drains takes about as much as all others together."""
    if len(week.drains) < SEVERAL or len(week.largest) > 1:
        return []
    (one,) = week.largest
    rest = sum(other.size for other in week.drains) - one.size
    return [say("energy.noticed.half", name=one.what)] if one.size <= rest else []


def _planned(week: Week, say: Say) -> list[str]:
    """The limit and the plan said back; once something is marked, what is missing of them."""
    told = [say("energy.feedback.limit", words=week.limit)] if week.limit else []
    if week.cue and week.act:
        told.append(say("energy.feedback.plan", cue=week.cue, act=week.act))
    elif week.act:
        told.append(say("energy.feedback.act", act=week.act))
    elif week.cue:
        told.append(say("energy.feedback.cue", cue=week.cue))
    return told or ([say("energy.feedback.no_plan")] if week.marked else [])


def _touched(week: Week, small_words: Text, say: Say) -> list[str]:
    """Whether limit or plan speak of the largest drain, as far as their words tell; either may be right."""
    if not week.drains or not (week.limit or week.act):
        return []
    small = [word for lang in LANGS for word in phrases_of(small_words.of(lang))]
    said = f"{week.limit} {week.cue} {week.act}"
    touched = [one for one in week.largest if akin(one.what, said, small)]
    if touched:
        return [say("energy.noticed.touched", names=_quoted(touched, say))]
    return [say("energy.noticed.untouched", names=_quoted(week.largest, say), n=len(week.largest))]


def _quoted(entries: Iterable[Entry], say: Say) -> list[str]:
    return [say("energy.quoted", name=one.what) for one in entries]


def _word(id: str | None, names: Names, say: Say) -> str:
    return say.text(names[id]) if id and id in names else "–"
