"""Words in two languages: texts, the catalogue, and the numbers and dates of a language. No words are written here."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from leads_kit.errors import LeadsError, UnknownLanguage

Lang = Literal["en", "fr"]
LANGS: tuple[Lang, ...] = ("en", "fr")
LOCALES: dict[Lang, str] = {"en": "en_CA", "fr": "fr_CA"}
JOINER, EMOJI = "\u200d", "\ufe0f"
# Skin tones, and the letters of which some flags are made.
FOLLOWING = re.compile("[\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
FLAG_HALF = re.compile("[\U0001f1e6-\U0001f1ff]")
# A picture in a text, as Markdown has it: what it shows, and where it is.
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]*)\)")
# Control signs other than tab and line feed, halves of characters, and those that turn the direction of what follows.
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
HOLE = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True)
class Text:
    """One text in English and French. `{name}` marks a hole to be filled."""

    en: str
    fr: str

    def of(self, lang: Lang) -> str:
        return self.fr if lang == "fr" else self.en

    def holes(self) -> frozenset[str]:
        return frozenset(HOLE.findall(self.en)) | frozenset(HOLE.findall(self.fr))

    def fill(self, terms: Mapping[str, Text]) -> Text:
        """The same text with every hole that `terms` names filled; other holes stay."""
        return Text(
            *(
                HOLE.sub(lambda m, lang=lang: terms[m[1]].of(lang) if m[1] in terms else m[0], self.of(lang))  # type: ignore[misc]
                for lang in LANGS
            )
        )


@dataclass(frozen=True)
class Words:
    """The catalogue: id → Text. Ids are dotted: `page.join.title`, `rating.feedback.strong`, `errors.port_in_use`."""

    texts: Mapping[str, Text]

    def __getitem__(self, word: str) -> Text:
        return self.texts[word]

    def __contains__(self, word: object) -> bool:
        return word in self.texts

    def say(self, lang: Lang) -> Say:
        return Say(self, lang)

    def of(self, error: LeadsError, lang: Lang) -> str:
        """The sentence of an error, for the person who caused or met it."""
        return self.say(lang)(error.id, **error.values)


@dataclass(frozen=True)
class Say:
    """A catalogue bound to a language: `say("id", n=3)` is the finished sentence."""

    words: Words
    lang: Lang

    def __call__(self, word: str, **values: Any) -> str:
        """Fill a text. With a value `n`, `word.one` or `word.other` is taken where the catalogue has them."""
        if word not in self.words and "n" in values:
            word = f"{word}.{self.plural(values['n'])}"
        shown = {key: self.shown(value) for key, value in values.items()}
        return HOLE.sub(lambda m: shown.get(m[1], m[0]), self.words[word].of(self.lang))

    def text(self, text: Text) -> str:
        return text.of(self.lang)

    def plural(self, n: float) -> Literal["one", "other"]:
        form = Locale.parse(LOCALES[self.lang]).plural_form(n)
        return "one" if form == "one" else "other"

    def shown(self, value: Any) -> str:
        """A value as this language writes it: numbers to two decimals at most, dates in words, lists joined."""
        match value:
            case Text():
                return value.of(self.lang)
            case bool() | None:
                return str(value)
            case int() | float():
                return self.number(value)
            case dt.date():
                return self.date(value)
            case str():
                return value
            case Iterable():
                return self.listed([self.shown(item) for item in value])
        return str(value)

    def number(self, value: float, digits: int = 2) -> str:
        return format_decimal(round(value, digits), locale=LOCALES[self.lang])

    def date(self, day: dt.date) -> str:
        pattern = "MMMM d" if self.lang == "en" else "d'er' MMMM" if day.day == 1 else "d MMMM"
        return format_date(day, format=pattern, locale=LOCALES[self.lang])

    def listed(self, items: list[str]) -> str:
        return format_list(items, locale=LOCALES[self.lang]) if items else ""


def first_spoken(languages: tuple[Lang, ...], *wished: str | None) -> Lang:
    """The first wish that is one of these languages; else the first of them."""
    return next((lang for one in wished for lang in languages if lang == one), languages[0])


def must_speak(languages: tuple[Lang, ...], wished: str | None, *otherwise: str | None) -> Lang:
    """The language asked for, else the first other wish that can be met. Raises UnknownLanguage."""
    if wished is not None and wished not in languages:
        raise UnknownLanguage(lang=wished, known=list(languages))
    return first_spoken(languages, wished, *otherwise)


def parted(text: str) -> tuple[str, list[dict[str, str]]]:
    """A text without its pictures, and these in order: `{src, alt}`."""
    pictures = [{"src": src, "alt": alt} for alt, src in PICTURE.findall(text)]
    return (" ".join(PICTURE.sub(" ", text).split()) if pictures else text), pictures


def clusters(text: str) -> list[str]:
    """The signs of a text as people count them: an accent, a skin tone or a joined figure stays with what it belongs to.

    Unicode Standard Annex 29, without Hangul syllables in pieces and Indic conjuncts.
    """
    found: list[str] = []
    for sign in text:
        if found and _joins(found[-1], sign):
            found[-1] += sign
        else:
            found.append(sign)
    return found


def columns(text: str) -> int:
    """How wide a text is in a type of even width: an emoji or an ideograph takes two columns."""
    return sum(2 if _wide(one) else 1 for one in clusters(text))


def printable(text: str) -> str:
    """A text as any terminal may show it: what one would obey, or what turns the direction of reading, is replaced."""
    return OBEYED.sub("\N{REPLACEMENT CHARACTER}", text)


def folded(text: str) -> str:
    """For sorting and comparing: without accents and case (é sorts as e)."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()


def _joins(before: str, sign: str) -> bool:
    if sign == JOINER or before.endswith(JOINER) or unicodedata.category(sign).startswith("M"):
        return True
    return bool(FOLLOWING.match(sign) or (FLAG_HALF.fullmatch(before) and FLAG_HALF.match(sign)))


def _wide(sign: str) -> bool:
    return EMOJI in sign or bool(FLAG_HALF.match(sign)) or unicodedata.east_asian_width(sign[0]) in "WF"
