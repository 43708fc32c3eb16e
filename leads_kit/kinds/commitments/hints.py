"""Gentle hints on a step: is its cue something one meets, does its act begin with a verb? By word lists of the settings.

A moment that is met (a time, a place, an event) is what makes an if-then plan work (Gollwitzer and Sheeran 2006, Advances in
Experimental Social Psychology 38:69). Lists know neither all events nor all verbs, so the doubt is the writer's: a hint needs
a beginning that is known to be no verb, or a cue that is vague or hardly there. A cue is looked up in both languages, since
people write in either; an act in the page's own, where the same word may be a verb in one and a noun in the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import dropwhile
from typing import Literal

from leads_kit.analysis.phrases import found, phrases_of, without, words_of
from leads_kit.text import LANGS, Lang, Text

# What is met: times, places, events. What sounds like a moment and is none: vague. Then how acts begin:
# subjects (I, we); openers, skipped; clitics, skipped before a word with a verb's ending; verbs, for all that their ending
# says; words and endings that are no verb's.
WordList = Literal[
    "times", "places", "events", "vague",
    "subjects", "openers", "clitics", "verb_endings", "verbs", "no_verbs", "no_verb_endings",
]  # fmt: skip
# So many words tell who does what: an event, though no list knows it.
CLAUSE = 3
MET: tuple[WordList, ...] = ("times", "places", "events")
Lists = Mapping[WordList, Text]


@dataclass(frozen=True)
class Hints:
    """The word lists of an exercise."""

    lists: Lists

    def concrete(self, cue: str) -> bool:
        """Whether a cue names a time, a place, an event or a number beside anything vague; or is a clause with nothing vague."""
        vague = [one for lang in LANGS for one in self._of("vague", lang)]
        met = [one for lang in LANGS for name in MET for one in self._of(name, lang)]
        left = without(cue, vague)
        if any(sign.isdigit() for sign in left) or found(left, met):
            return True
        return len(words_of(cue)) >= CLAUSE and not found(cue, vague)

    def begins_with_verb(self, act: str, lang: Lang) -> bool:
        """Whether an act may begin with a verb: only a beginning that is known to be none says no."""
        said = words_of(act)
        subjects, openers = self._of("subjects", lang), self._of("openers", lang)
        rest = list(dropwhile(lambda word: word in subjects or word in openers, said))
        if not rest or said[0] in subjects:
            return bool(rest)
        if rest[0] in self._of("clitics", lang):
            return (
                len(rest) > 1 and rest[1].endswith(self._of("verb_endings", lang)) and not self._no_verb(rest[1:], lang)
            )
        return rest[0] in self._of("verbs", lang) or not self._no_verb(rest, lang)

    def _no_verb(self, said: Sequence[str], lang: Lang) -> bool:
        """Whether words begin with something that is known to be no verb."""
        begins = [phrase.split() for phrase in self._of("no_verbs", lang)]
        return said[0].endswith(self._of("no_verb_endings", lang)) or any(said[: len(one)] == one for one in begins)

    def _of(self, name: WordList, lang: Lang) -> tuple[str, ...]:
        return phrases_of(self.lists[name].of(lang))
