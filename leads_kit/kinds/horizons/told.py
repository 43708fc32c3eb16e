"""What a person hears about their signals: which to watch first, what nobody prepares for, where they have not looked yet."""

from __future__ import annotations

from collections.abc import Sequence

from leads_kit.form import Answer
from leads_kit.kinds.horizons.settings import HORIZONS, named, settings_of
from leads_kit.kinds.horizons.signal import MOST, Signal, here, of_horizon, read
from leads_kit.model import Exercise
from leads_kit.text import Say

# From two on it is worth saying where none stands; so many names a sentence bears.
ENOUGH, NAMED = 2, 3


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    signals, tomorrow = read(answer), here(answer)
    told = (
        *_first(signals, say),
        *_wild(signals, say),
        *_between(signals, say),
        *_no_horizon(exercise, signals, say),
        *_no_source(exercise, signals, say),
        *([say("horizons.feedback.here", line=_quoted(tomorrow))] if tomorrow else []),
    )
    return told or (say("horizons.feedback.nothing"),)


def _first(signals: Sequence[Signal], say: Say) -> list[str]:
    """The one to watch first with its two marks; of equal ones the others, too. Without marks, the lines said back."""
    if not signals:
        return []
    first = signals[0]
    if not first.weight:
        return [say("horizons.feedback.unmarked", lines=_lines(signals, say), n=len(signals))]
    told = say(
        "horizons.feedback.first", line=_quoted(first.text), likely=first.likely, matters=first.matters, most=MOST
    )
    equal = [one for one in signals[1:] if (one.likely, one.matters) == (first.likely, first.matters)]
    return [told, *([say("horizons.feedback.equal", lines=_lines(equal, say))] if equal else [])]


def _wild(signals: Sequence[Signal], say: Say) -> list[str]:
    wild = [one for one in signals[1:] if one.wild]
    return [say("horizons.feedback.wild", line=_quoted(wild[0].text))] if wild else []


def _between(signals: Sequence[Signal], say: Say) -> list[str]:
    """What is tried either props up what is fading or leads to what is coming; asked where all three are there."""
    there = [of_horizon(signals, horizon)[:1] for horizon in HORIZONS]
    if not all(there):
        return []
    former, second, latter = (_quoted(found[0].text) for found in there)
    return [say("horizons.feedback.between", former=former, second=second, latter=latter)]


def _no_horizon(exercise: Exercise, signals: Sequence[Signal], say: Say) -> list[str]:
    """A horizon without a signal, with a question of its own; one is enough to go on with."""
    if sum(bool(one.horizon) for one in signals) < ENOUGH:
        return []
    empty = [horizon for horizon in HORIZONS if not of_horizon(signals, horizon)]
    labels = named(exercise)
    return [say(f"horizons.feedback.no_horizon.{horizon}", horizon=labels[horizon]) for horizon in empty[:1]]


def _no_source(exercise: Exercise, signals: Sequence[Signal], say: Say) -> list[str]:
    sources, used = settings_of(exercise).sources, {one.source for one in signals if one.source}
    if sum(bool(one.source) for one in signals) < ENOUGH:
        return []
    if len(used) == 1:
        return [say("horizons.feedback.one_source", source=sources[used.pop()])]
    dark = [say("horizons.quoted", text=text) for id, text in sources.items() if id not in used]
    return [say("horizons.feedback.no_source", sources=dark[:NAMED], n=len(dark))] if dark else []


def _lines(signals: Sequence[Signal], say: Say) -> list[str]:
    told = [say("horizons.quoted", text=_quoted(one.text)) for one in signals[:NAMED]]
    more = len(signals) - NAMED
    return [*told, *([say("horizons.more", n=more)] if more > 0 else [])]


def _quoted(line: str) -> str:
    """A line as it stands inside a sentence, which has a stop of its own."""
    return line.removesuffix(".")
