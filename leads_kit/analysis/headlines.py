"""What a headline from the future lets people see: something to count or look at, somebody, a time. Word lists, no grammar.

A picture of a result works through what can be seen in it; "excellence" can be seen by nobody. Lists know few words, so what
they miss is no fault: a hint is a question, never a mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from leads_kit.analysis.phrases import found, phrases_of
from leads_kit.analysis.times import names_a_time
from leads_kit.text import LANGS, Text, folded

# Something to count or to look at; somebody who is better off; a time; words that could stand in any paper.
SEEN, SOMEBODY, WHEN, ANYWHERE = LISTS = ("seen", "somebody", "when", "anywhere")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
YEAR = re.compile(r"\b20[0-9]{2}\b")
NUMBER = re.compile(r"\S*\d\S*")
# Shorter words seldom carry what a line is about.
WEIGHTY = 4


@dataclass(frozen=True)
class Seen:
    """What a reader can make out, and the words, as they were typed, that could stand in any headline."""

    seen: bool
    somebody: bool
    when: bool
    anywhere: tuple[str, ...]

    @property
    def whole(self) -> bool:
        return self.seen and self.somebody and self.when and not self.anywhere


def looked_at(headline: str, lists: Mapping[str, Text], beside: str = "") -> Seen:
    """`lists` has phrases for each of the four, with commas; `beside` may hold the time, the headline the rest."""
    known = {name: _phrases(lists[name]) for name in LISTS}
    both = f"{headline} {beside}"
    return Seen(
        seen=_numbered(headline) or found(headline, known[SEEN]),
        somebody=found(headline, known[SOMEBODY]),
        when=bool(YEAR.search(both)) or names_a_time(NUMBER.sub(" ", both)) or found(both, known[WHEN]),
        anywhere=_listed(headline, known[ANYWHERE]),
    )


def said_twice(texts: Sequence[str], plain: Iterable[str] = ()) -> list[str]:
    """Words that stand in more than one text, as the first has them; short ones and those in `plain` say little."""
    known, each = frozenset(plain), [_once(WORD.findall(text)) for text in texts]
    first = _once(word for own in each for word in own.values())
    return [
        typed
        for word, typed in first.items()
        if len(word) >= WEIGHTY and word not in known and sum(word in own for own in each) > 1
    ]


def _phrases(listed: Text) -> tuple[str, ...]:
    """In both languages, because people write in either."""
    return tuple(phrase for lang in LANGS for phrase in phrases_of(listed.of(lang)))


def _numbered(text: str) -> bool:
    """Whether anything is counted; a year counts nothing."""
    return any(sign.isdigit() for sign in YEAR.sub(" ", text))


def _listed(text: str, phrases: Iterable[str]) -> tuple[str, ...]:
    """Single words of a text that are listed, each once, as they were typed."""
    known = tuple(phrases)
    return tuple(word for word in _once(WORD.findall(text)).values() if found(word, known))


def _once(words: Iterable[str]) -> dict[str, str]:
    """Words by their folded form, as they were first typed, in order."""
    first: dict[str, str] = {}
    for word in words:
        first.setdefault(folded(word), word)
    return first
