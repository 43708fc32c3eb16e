"""What a person hears about their small ideas: which to try first and why, and what is missing on its card. No idea is poor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from leads_kit.analysis.days import seen_from_today
from leads_kit.analysis.phrases import found, phrases_of
from leads_kit.analysis.trying import HARDLY, Idea, to_try
from leads_kit.form import Answer
from leads_kit.kinds.small_tests.card import CARD, UNDOING, Trial, read
from leads_kit.kinds.small_tests.settings import Settings, settings_of
from leads_kit.model import Exercise
from leads_kit.text import LANGS, Say, Text


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    trial, settings = read(answer), settings_of(exercise)
    if not trial.ideas:
        return (*_said(trial, say), say("small_tests.feedback.nothing"))
    return (
        say("small_tests.feedback.ideas", ideas=_quotes(trial.ideas, say), n=len(trial.ideas)),
        *_hints(trial, settings, say),
        *_first(trial, settings, say),
        *_chosen(trial, say),
        *_undoing(trial, say),
        *_card(trial, say),
        *_shared(trial, say),
    )


def marks(idea: Idea, settings: Settings, say: Say) -> dict[str, str]:
    """The words of what a person gave an idea, of effect, effort and undoing; what was not given is left out."""
    effects, efforts, undos = _plain(settings.effects), _plain(settings.efforts), _plain(settings.undos)
    undoing = None if idea.undoing is None else UNDOING[idea.undoing]
    given = {
        "effect": effects.get(str(idea.effect)),
        "effort": efforts.get(str(idea.effort)),
        "undo": undos.get(undoing),
    }
    return {name: say.text(text) for name, text in given.items() if text is not None}


def _plain(texts: Mapping[Any, Text]) -> dict[Any, Text]:
    """Texts by the plain values that answers have, whatever the settings allow as such."""
    return dict(texts)


def _hints(trial: Trial, settings: Settings, say: Say) -> Iterator[str]:
    """Ideas that wait for somebody else, or for money or a yes: what smaller piece needs neither?"""
    for word, listed in (("others", settings.others), ("means", settings.means)):
        phrases = [phrase for lang in LANGS for phrase in phrases_of(listed.of(lang))]
        waiting = [idea for idea in trial.ideas if found(idea.text, phrases)]
        if waiting:
            yield say(f"small_tests.hint.{word}", ideas=_quotes(waiting, say), n=len(waiting))


def _first(trial: Trial, settings: Settings, say: Say) -> Iterator[str]:
    """The one to try first by the person's own marks, with the words of those marks; who stands as well; what is unmarked."""
    best = to_try(trial.ideas)
    if best:
        word = "only" if len(trial.ideas) == 1 else "first"
        given = [say(f"small_tests.mark.{name}", mark=mark) for name, mark in marks(best[0], settings, say).items()]
        told = [say(f"small_tests.{word}", idea=_plainly(best[0]), marks=", ".join(given))]
        if len(best) > 1:
            told.append(say("small_tests.alike", ideas=_quotes(best[1:], say), n=len(best) - 1))
        yield " ".join(told)
    left = [idea for idea in trial.ideas if idea.corner is None]
    if left:
        yield say("small_tests.unmarked", ideas=_quotes(left, say), n=len(left))


def _chosen(trial: Trial, say: Say) -> Iterator[str]:
    """The person's own choice, which counts more than marks."""
    if not trial.chosen:
        if len(trial.ideas) > 1:
            yield say("small_tests.chosen.none")
        return
    told = [say("small_tests.chosen.several", n=len(trial.chosen))] * (len(trial.chosen) > 1)
    chosen, best = trial.chosen[0], to_try(trial.ideas)
    word = "same" if chosen in best or not best else "other"
    yield " ".join((*told, say(f"small_tests.chosen.{word}", idea=_plainly(chosen))))


def _undoing(trial: Trial, say: Say) -> Iterator[str]:
    if trial.tried and trial.tried.undoing == HARDLY:
        yield say("small_tests.hardly", idea=_plainly(trial.tried))


def _card(trial: Trial, say: Say) -> Iterator[str]:
    """The card said back, what is missing on it, and what the calendar knows of its day."""
    yield from _said(trial, say)
    missing = [say(f"small_tests.missing.{field}") for field in CARD if field not in trial.card]
    missing += [] if trial.day else [say("small_tests.missing.day")]
    if missing and trial.tried:
        word = "missing" if trial.card or trial.day else "empty"
        yield say(f"small_tests.card.{word}", idea=_plainly(trial.tried), missing=missing, n=len(missing))
    if not missing:
        yield say("small_tests.card.whole")


def _said(trial: Trial, say: Say) -> Iterator[str]:
    lines = [say(f"small_tests.card.{field}", text=text.removesuffix(".")) for field, text in trial.card.items()]
    if lines:
        yield " ".join(lines)
    if trial.day:
        when, values = seen_from_today(trial.day, say.lang)
        yield say(f"small_tests.when.{when}", **values)


def _shared(trial: Trial, say: Say) -> Iterator[str]:
    if len(trial.shared) > 1:
        yield say("small_tests.shared.several", n=len(trial.shared), idea=_plainly(trial.shared[0]))


def _quotes(ideas: Iterable[Idea], say: Say) -> list[str]:
    return [say("small_tests.quoted", idea=_plainly(one)) for one in ideas]


def _plainly(idea: Idea) -> str:
    """An idea inside a sentence, which has a stop of its own."""
    return idea.text.removesuffix(".")
