"""What a person hears about their own dots: what they chose, and what that has in common. No choice is the wrong one."""

from __future__ import annotations

from collections.abc import Sequence

from leads_kit.analysis.headlines import said_twice
from leads_kit.analysis.phrases import phrases_of
from leads_kit.form import Answer
from leads_kit.kinds.vote.settings import WHY, choices, chosen, settings_of
from leads_kit.model import Exercise
from leads_kit.text import LANGS, Say


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    known, why = choices(exercise, exercise.supplied), str(answer.get(WHY) or "").strip()
    texts = [say.text(known[place]) for place in chosen(known, answer)]
    told = [*_chosen(texts, settings_of(exercise).dots, say)] if texts else []
    if why:
        told.append(say("vote.feedback.why", why=_inside(why)))
    return tuple(told) or (say("vote.feedback.nothing" if known else "vote.feedback.not_yet"),)


def quoted(texts: Sequence[str], say: Say) -> list[str]:
    return [say("vote.quoted", text=_inside(one)) for one in texts]


def _chosen(texts: Sequence[str], dots: int, say: Say) -> list[str]:
    """What was chosen, and either the words that stand in two of them or that they are as many different things."""
    told = [say("vote.feedback.chosen", n=len(texts), headlines=quoted(texts, say))]
    if len(texts) > 1:
        plain = [phrase for lang in LANGS for phrase in phrases_of(say.words["vote.words.plain"].of(lang))]
        twice = said_twice(texts, plain)
        told.append(
            say("vote.feedback.twice", n=len(twice), words=quoted(twice, say))
            if twice
            else say("vote.feedback.different", n=len(texts))
        )
    else:
        told.append(say("vote.feedback.single"))
    left = dots - len(texts)
    return [*told, *([say("vote.feedback.left", n=left)] if left > 0 else [])]


def _inside(text: str) -> str:
    """A line as it stands inside a sentence, which has a stop of its own."""
    return text.strip().removesuffix(".")
