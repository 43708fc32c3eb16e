"""Gentle hints on a message: verdicts, labels, guessed motives, always and never; what a camera could see; open questions.

By word lists of the settings, looked up in both languages, since people write in either. Lists know neither all acts nor all
verdicts, so the doubt is the writer's: a hint needs a word that is known, and praise another. What stands between quotation
marks is somebody else's wording and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import dropwhile
from typing import Literal

from leads_kit.analysis.phrases import found, passages, phrases_of, words_of
from leads_kit.text import LANGS, Text

# Of the situation: one moment, and what covers many. Of the behaviour: what is seen or heard, what is not; praise without an
# act; always and never. Of all that is said: verdicts, labels, motives. Of the effect: the speaker's own side. Of the question:
# how open and closed ones begin, subjects after their verb, words to skip before either, words that invite, why. To their face:
# how one says you.
WordList = Literal[
    "moments", "general", "seen", "unseen", "praise", "absolutes", "verdicts", "labels", "motives", "own",
    "open", "closed", "inverted", "openers", "invitations", "why", "you",
]  # fmt: skip
Sort = Literal["open", "why", "closed", "statement", "unknown"]
Lists = Mapping[WordList, Text]
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
CLAUSE = re.compile(r"[.,;:!?…–—()]+")
# So many words tell who does what, though no list knows it.
ACT = 3


@dataclass(frozen=True)
class Hints:
    """The word lists of an exercise."""

    lists: Lists

    def passages(self, text: str, *names: WordList) -> tuple[str, ...]:
        """What a text has of some lists, as it was written, outside quotation marks."""
        return passages(QUOTED.sub(" . ", text), [one for name in names for one in self._of(name)])

    def moment(self, situation: str) -> bool:
        """Whether a situation names a time or an event, and nothing that covers many."""
        return self._has(situation, "moments") and not self._has(situation, "general", numbers=False)

    def seen(self, behaviour: str) -> bool:
        """Whether a camera would have something: an act, a number, words that were said."""
        return bool(QUOTED.search(behaviour)) or self._has(behaviour, "seen")

    def unseen(self, behaviour: str) -> bool:
        """Whether it would surely have nothing: a word for what nobody sees, or hardly any words."""
        if self.seen(behaviour):
            return False
        return self._has(behaviour, "unseen", numbers=False) or len(words_of(behaviour)) < ACT

    def own(self, effect: str) -> bool:
        return self._has(effect, "own", numbers=False)

    def to_their_face(self, behaviour: str) -> bool:
        return self._has(behaviour, "you", numbers=False)

    def joins(self, behaviour: str) -> bool:
        """Whether a behaviour begins with you, and so goes on from a situation without a capital."""
        return _starts(words_of(behaviour), self._of("you"))

    def sort(self, question: str) -> Sort:
        """What sort of question it is; `unknown` where no list says."""
        clauses = [words_of(clause) for clause in CLAUSE.split(question)]
        starts = [(said, self._past_openers(said)) for said in clauses if said]
        if any(_starts(rest, self._of("why")) for _, rest in starts):
            return "why"
        if any(_starts(rest, self._of("open")) for _, rest in starts):
            return "open"
        if self._has(question, "invitations", numbers=False):
            return "unknown"
        if any(self._closed(said) or self._closed(rest) for said, rest in starts):
            return "closed"
        return "unknown" if "?" in question else "statement"

    def _past_openers(self, said: list[str]) -> list[str]:
        openers = self._of("openers")
        return list(dropwhile(lambda word: word in openers, said))

    def _closed(self, said: list[str]) -> bool:
        """Whether a clause begins as a closed question does, or with a verb before its subject."""
        subjects = self._of("inverted")
        turned = len(said) > 1 and said[1] in subjects and said[0] not in subjects
        return turned or _starts(said, self._of("closed"))

    def _has(self, text: str, name: WordList, *, numbers: bool = True) -> bool:
        return found(text, self._of(name)) or (numbers and any(sign.isdigit() for sign in text))

    def _of(self, name: WordList) -> tuple[str, ...]:
        return tuple(one for lang in LANGS for one in phrases_of(self.lists[name].of(lang)))


def _starts(said: list[str], phrases: tuple[str, ...]) -> bool:
    """Whether words begin with one of the phrases."""
    return any(said[: len(phrase.split())] == phrase.split() for phrase in phrases)
