"""Whether a text names a time: a number, a month or a day of the week in either language, or one of some given words."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from babel.dates import get_day_names, get_month_names

from leads_kit.text import LANGS, LOCALES, folded

WORD = re.compile(r"\w+")


def names_a_time(text: str, words: Iterable[str] = ()) -> bool:
    """Generous rather than strict: a hint that is missing does no harm, one that is wrong does."""
    found = _words(text)
    known = _calendar().union(*map(_words, words))
    return any(word[0].isdigit() for word in found) or not known.isdisjoint(found)


@functools.cache
def _calendar() -> frozenset[str]:
    """Names of months and of days of the week as the Unicode locale data has them."""
    lists = (read("wide", locale=LOCALES[lang]) for lang in LANGS for read in (get_month_names, get_day_names))
    return frozenset(word for names in lists for name in names.values() for word in _words(name))


def _words(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(folded(text)))
