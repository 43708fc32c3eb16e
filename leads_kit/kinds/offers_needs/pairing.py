"""Who could do something for whom: an offer and a need that share tags, or words."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from leads_kit.analysis.matching import Match
from leads_kit.kinds.offers_needs.settings import settings_of
from leads_kit.model import Exercise, Note
from leads_kit.text import Say, folded

WORD = re.compile(r"\w{3,}")
# What words have in common counts less than a tag that both chose: one tag is worth more than any likeness of words.
ENOUGH_ALIKE = 0.25
IN_WORDS = "words"


def matches(exercise: Exercise, notes: Mapping[str, Sequence[Note]]) -> tuple[Match, ...]:
    """Every two who could do something for each other, one way or both; `reasons` are tags, most shared first.

    `words` stands among the reasons where only the wording is alike.
    """
    common = frozenset(folded(word) for word in settings_of(exercise).common)
    found = (_match(one, notes[one], other, notes[other], common) for one, other in itertools.combinations(notes, 2))
    return tuple(match for match in found if match is not None)


def because(exercise: Exercise, reasons: Sequence[str], say: Say) -> str:
    """What two people match in, as a sentence."""
    tags = settings_of(exercise).tags
    told = [tags[one] if one in tags else say("offers_needs.reason.words") for one in reasons]
    return say("offers_needs.because", reasons=told) if told else ""


def _match(one: str, ones: Sequence[Note], other: str, others: Sequence[Note], common: frozenset[str]) -> Match | None:
    score, why = 0.0, Counter[str]()
    for offer, need in (*_ways(ones, others), *_ways(others, ones)):
        tags = set(offer.values.get("tags", ())) & set(need.values.get("tags", ()))
        alike = likeness(offer.text, need.text, common)
        if tags or alike >= ENOUGH_ALIKE:
            score += len(tags) + alike
            why.update(tags or [IN_WORDS])
    reasons = tuple(reason for reason, _ in sorted(why.items(), key=lambda item: (-item[1], item[0])))
    return Match(one, other, score, reasons) if score else None


def _ways(ones: Iterable[Note], others: Iterable[Note]) -> Iterable[tuple[Note, Note]]:
    """Every offer of one side with every need of the other."""
    offers, needs = [note for note in ones if note.about == "offer"], [note for note in others if note.about == "need"]
    return itertools.product(offers, needs)


def likeness(one: str, other: str, common: frozenset[str]) -> float:
    """Words in common over all words, accents and common words aside (Jaccard 1912); 0 for none."""
    ones, others = (set(WORD.findall(folded(text))) - common for text in (one, other))
    return len(ones & others) / len(ones | others) if ones and others else 0.0
