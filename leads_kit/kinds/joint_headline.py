"""Joint headline: a table brings its headlines together, says what of each must not get lost, and writes one. One answer a table.

What was brought stays at the table. The one headline is shared, without the table's number, so that no table weighs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field as Setting

from leads_kit.analysis.headlines import LISTS, looked_at
from leads_kit.analysis.phrases import found, words_of
from leads_kit.form import Answer, Form, Group, Line, Rows
from leads_kit.kinds._kind import Kind
from leads_kit.model import Exercise, Note, Part, Spec, Tier
from leads_kit.text import Say, Text, Words

BROUGHT, HEADLINE, CHECK = "brought", "headline", "check"
MOST, KEEP_MOST = 120, 60
SHORT_MOST = 4


class Settings(Spec):
    """`brought` stands over the list of headlines, `keep` over the words of each that must not get lost."""

    brought: Text
    brought_help: Text
    line: Text
    keep: Text
    keep_starter: Text | None = None
    add: Text
    headline: Text
    headline_help: Text
    check: Text
    check_starter: Text | None = None
    most: Annotated[int, Setting(ge=2, le=8)] = 6


@dataclass(frozen=True)
class Brought:
    """One headline that somebody brought, and the words of it to keep; either may be empty."""

    line: str
    keep: str


def form(exercise: Exercise, _words: Words) -> Form:
    settings = _settings(exercise)
    brought = Rows(
        BROUGHT,
        settings.brought,
        help=settings.brought_help,
        fields=(
            Line("line", settings.line, most=MOST),
            Line("keep", settings.keep, most=KEEP_MOST, starter=settings.keep_starter),
        ),
        most=settings.most,
        add=settings.add,
        suggest=HEADLINE,
        short_most=min(settings.most, SHORT_MOST),
    )
    headline = Line(HEADLINE, settings.headline, help=settings.headline_help, most=MOST)
    check = Line(CHECK, settings.check, starter=settings.check_starter, optional=True)
    return Form((Group(BROUGHT, settings.brought, (brought,)), Group(HEADLINE, settings.headline, (headline, check))))


def parts(_exercise: Exercise) -> tuple[Part, ...]:
    return (Part("work", Tier.TABLE, (BROUGHT, CHECK)), Part("ours", Tier.SHARED, (HEADLINE,), unsigned=True))


def feedback(_exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    brought, headline, check = _brought(answer), _line(answer, HEADLINE), _line(answer, CHECK)
    if not (brought or headline or check):
        return (say("joint_headline.feedback.nothing"),)
    told = _written(headline, brought, say) if headline else _before(brought, say)
    return (*told, *([say("joint_headline.check", check=_inside(check))] if check else []))


def notes(_exercise: Exercise, _part: str, body: Answer) -> tuple[Note, ...]:
    headline = _line(body, HEADLINE)
    return (Note(HEADLINE, headline),) if headline else ()


def _before(brought: Sequence[Brought], say: Say) -> list[str]:
    """What lies on the table while there is no one headline yet."""
    lines, kept = [one.line for one in brought if one.line], [one.keep for one in brought if one.keep]
    told = [say("joint_headline.brought", n=len(lines), lines=_quoted(lines, say))] if lines else []
    told += [say("joint_headline.to_keep", n=len(kept), kept=_quoted(kept, say))] if kept else []
    return [*told, *_unkept(brought, say), say("joint_headline.write")] if told else []


def _written(headline: str, brought: Sequence[Brought], say: Say) -> list[str]:
    """The one headline, what of each it keeps, and whose words it is; then questions about it."""
    return [
        say("joint_headline.written", headline=_inside(headline), n=len(words_of(headline))),
        *_same(headline, brought, say),
        *_kept(headline, brought, say),
        *_unkept(brought, say),
        *_hinted(headline, say),
    ]


def _same(headline: str, brought: Sequence[Brought], say: Say) -> list[str]:
    """Where it is one of those that were brought, word for word: nobody typed that."""
    lines = [words_of(one.line) for one in brought if one.line]
    return [say("joint_headline.same", n=len(lines))] if len(lines) > 1 and words_of(headline) in lines else []


def _kept(headline: str, brought: Sequence[Brought], say: Say) -> list[str]:
    """Which of the words to keep stand in it, and which do not."""
    kept = [one.keep for one in brought if one.keep]
    inside = [keep for keep in kept if found(headline, [" ".join(words_of(keep))])]
    lost = [keep for keep in kept if keep not in inside]
    told = [say("joint_headline.kept", n=len(inside), kept=_quoted(inside, say))] if inside else []
    return [*told, *([say("joint_headline.lost", n=len(lost), lost=_quoted(lost, say))] if lost else [])]


def _unkept(brought: Sequence[Brought], say: Say) -> list[str]:
    """Headlines of which nothing is marked to be kept."""
    lines = [one.line for one in brought if one.line and not one.keep]
    return [say("joint_headline.unkept", n=len(lines), lines=_quoted(lines, say))] if lines else []


def _hinted(headline: str, say: Say) -> list[str]:
    lists = {name: say.words[f"headline.words.{name}"] for name in LISTS}
    seen = looked_at(headline, lists)
    cases = (("seen", not seen.seen), ("somebody", not seen.somebody), ("anywhere", bool(seen.anywhere)))
    anywhere = _quoted(seen.anywhere, say)
    hints = [say(f"joint_headline.hint.{word}", words=anywhere) for word, fits in cases if fits]
    return hints or [say("joint_headline.aloud")]


def _quoted(lines: Sequence[str], say: Say) -> list[str]:
    return [say("joint_headline.quoted", text=_inside(one)) for one in lines]


def _inside(text: str) -> str:
    """A line as it stands inside a sentence, which has a stop of its own."""
    return text.removesuffix(".")


def _brought(answer: Answer) -> tuple[Brought, ...]:
    """Rows with anything in them."""
    rows = (Brought(_line(row, "line"), _line(row, "keep")) for row in answer.get(BROUGHT) or [])
    return tuple(row for row in rows if row.line or row.keep)


def _line(answer: Mapping[str, object], field: str) -> str:
    return str(answer.get(field) or "").strip()


def _settings(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings


KIND = Kind(Settings, form, parts, feedback, notes=notes, unit="table")
