"""Words of a text found by lists of phrases. Plain on purpose: no grammar, no model; whatever is not listed is not found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from leads_kit.text import folded

WORD = re.compile(r"\w+")
ANY_ENDING = "*"
# Words of the same so many letters are taken for forms of one word; shorter ones must be the same.
STEM, SHORTEST = 5, 3


def words_of(text: str) -> list[str]:
    """The words of a text without accents, capitals, apostrophes and hyphens: `l’Été` is `l`, `ete`."""
    return WORD.findall(folded(text))


def phrases_of(listed: str) -> tuple[str, ...]:
    """Phrases divided by commas, as `found` takes them; a star at the end of one stands for any ending."""
    given = (phrase.strip() for phrase in listed.split(","))
    plain = (" ".join(words_of(phrase)) + ANY_ENDING * phrase.endswith(ANY_ENDING) for phrase in given)
    return tuple(phrase for phrase in plain if phrase.strip(ANY_ENDING))


def found(text: str, phrases: Iterable[str]) -> bool:
    """Whether any of the phrases stands in a text, as whole words."""
    told = _padded(text)
    return any(
        f" {phrase[:-1]}" in told if phrase.endswith(ANY_ENDING) else f" {phrase} " in told for phrase in phrases
    )


def passages(text: str, phrases: Iterable[str]) -> tuple[str, ...]:
    """What stands in a text for any of the phrases, as it was written there: of overlapping ones the longest, each once."""
    told = unicodedata.normalize("NFC", text)
    marks = [(word, one.span()) for one in WORD.finditer(told) for word in words_of(one[0])]
    sought = sorted((phrase.split() for phrase in phrases), key=len, reverse=True)
    longest = len(sought[0]) if sought else 0
    seen: dict[str, str] = {}
    at = 0
    while at < len(marks):
        rest = [word for word, _ in marks[at : at + longest]]
        length = next((len(phrase) for phrase in sought if _begins(rest, phrase)), 0)
        if length:
            passage = told[marks[at][1][0] : marks[at + length - 1][1][1]]
            seen.setdefault(folded(passage), passage)
        at += length or 1
    return tuple(seen.values())


def without(text: str, phrases: Iterable[str]) -> str:
    """The words of a text that are left when whole phrases are taken out, the longest first."""
    told = _padded(text)
    for phrase in sorted(phrases, key=len, reverse=True):
        while f" {phrase} " in told:
            told = told.replace(f" {phrase} ", " ")
    return told.strip()


def akin(one: str, other: str, small: Iterable[str] = ()) -> bool:
    """Whether two texts share a word, or two of the same beginning (`meeting`, `meetings`); small words do not count."""
    left, right = (_stems(text, frozenset(small)) for text in (one, other))
    return bool(left & right)


def _stems(text: str, small: frozenset[str]) -> set[str]:
    return {word[:STEM] for word in words_of(text) if len(word) >= SHORTEST and word not in small}


def _begins(said: Sequence[str], phrase: Sequence[str]) -> bool:
    """Whether words begin with a phrase, whose last word may leave its ending open."""
    *first, last = phrase
    if len(said) < len(phrase) or list(said[: len(first)]) != first:
        return False
    word = said[len(first)]
    return word.startswith(last[:-1]) if last.endswith(ANY_ENDING) else word == last


def _padded(text: str) -> str:
    return f" {' '.join(words_of(text))} "
