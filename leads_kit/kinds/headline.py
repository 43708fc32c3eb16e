"""Headline: what one would like to read some years on, who writes it, what can be counted then, what it asks of Monday.

Private. The headline alone may be offered, without a name, so that neither order nor name weighs when it is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field as Setting

from leads_kit.analysis.ahead import monday_after, months_on, today
from leads_kit.analysis.headlines import LISTS, looked_at
from leads_kit.form import Answer, Form, Group, Line
from leads_kit.kinds._kind import Kind
from leads_kit.model import Exercise, Note, Part, Spec, Tier
from leads_kit.text import Say, Text, Words

HEADLINE, FIELDS = "headline", ("headline", "writer", "measure", "monday")
SHARED = "shared"
MOST, WRITER_MOST = 120, 60
# So many words are read while passing a shop window.
SHORT = 14


class Settings(Spec):
    """The four questions, each with an optional example; the paper is dated so many `months` on."""

    headline: Text
    headline_help: Text
    headline_starter: Text | None = None
    writer: Text
    writer_starter: Text | None = None
    measure: Text
    measure_starter: Text | None = None
    monday: Text
    monday_starter: Text | None = None
    behind: Text
    months: Annotated[int, Setting(ge=6, le=60)] = 24


def form(exercise: Exercise, _words: Words) -> Form:
    settings = _settings(exercise)
    headline = Line(
        HEADLINE, settings.headline, help=settings.headline_help, most=MOST, starter=settings.headline_starter
    )
    writer = Line("writer", settings.writer, most=WRITER_MOST, starter=settings.writer_starter)
    measure = Line("measure", settings.measure, starter=settings.measure_starter)
    monday = Line("monday", settings.monday, starter=settings.monday_starter)
    return Form(
        (Group(HEADLINE, settings.headline, (headline, writer)), Group("behind", settings.behind, (measure, monday)))
    )


def parts(_exercise: Exercise) -> tuple[Part, ...]:
    return (Part("thoughts", Tier.PRIVATE, FIELDS), Part(SHARED, Tier.SHARED, offered=True, unsigned=True))


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    given = _given(answer)
    if not given:
        return (say("headline.feedback.nothing"),)
    return (
        *_read_aloud(_settings(exercise), given, say),
        *_hinted(given, say),
        *_counted(given, say),
        *_on_monday(given, say),
        *_open(given, say),
    )


def offer(_exercise: Exercise, answer: Answer) -> dict[str, Any]:
    headline = _given(answer).get(HEADLINE)
    return {SHARED: {HEADLINE: headline}} if headline else {}


def preview(_exercise: Exercise, _part: str, body: Answer, _say: Say) -> tuple[str, ...]:
    """Exactly what others would read."""
    return tuple(body.values())


def notes(_exercise: Exercise, _part: str, body: Answer) -> tuple[Note, ...]:
    return tuple(Note(id, text) for id, text in body.items())


def gives(_exercise: Exercise, answer: Answer) -> dict[str, tuple[str, ...]]:
    headline = _given(answer).get(HEADLINE)
    return {HEADLINE: (headline,)} if headline else {}


def _read_aloud(settings: Settings, given: Mapping[str, str], say: Say) -> list[str]:
    """The headline said back with the date of its paper, which nobody typed."""
    if HEADLINE not in given:
        return [say("headline.feedback.writer", writer=given["writer"])] if "writer" in given else []
    day = months_on(today(), settings.months)
    who = "headline.feedback.by" if "writer" in given else "headline.feedback.read"
    return [say(who, headline=_inside(given[HEADLINE]), writer=given.get("writer", ""), day=day, year=str(day.year))]


def _hinted(given: Mapping[str, str], say: Say) -> list[str]:
    """Questions about the headline, or that it has all one asks of it."""
    if HEADLINE not in given:
        return []
    headline = given[HEADLINE]
    lists = {name: say.words[f"headline.words.{name}"] for name in LISTS}
    seen, length = looked_at(headline, lists, given.get("measure", "")), len(headline.split())
    cases = (
        ("seen", not seen.seen),
        ("somebody", not seen.somebody),
        ("when", not seen.when),
        ("anywhere", bool(seen.anywhere)),
        ("long", length > SHORT),
    )
    anywhere = [say("headline.quoted", text=one) for one in seen.anywhere]
    hints = [
        say(f"headline.hint.{word}", headline=_inside(headline), words=anywhere, n=length)
        for word, fits in cases
        if fits
    ]
    return [say("headline.hints"), *hints] if hints else [say("headline.all_there")]


def _counted(given: Mapping[str, str], say: Say) -> list[str]:
    measure = given.get("measure")
    if not measure:
        return []
    counts = any(sign.isdigit() for sign in measure)
    return [say(f"headline.measure.{'number' if counts else 'plain'}", measure=_inside(measure))]


def _on_monday(given: Mapping[str, str], say: Say) -> list[str]:
    """What is meant for Monday, with the date of the next one."""
    if "monday" not in given:
        return []
    day = monday_after(today())
    return [say("headline.monday", n=(day - today()).days, day=day, monday=_inside(given["monday"]))]


def _open(given: Mapping[str, str], say: Say) -> list[str]:
    left = [say(f"headline.name.{field}") for field in FIELDS if field not in given]
    return [say("headline.feedback.open", n=len(left), left=left)] if left else []


def _inside(text: str) -> str:
    """A line as it stands inside a sentence, which has a stop of its own."""
    return text.removesuffix(".")


def _given(answer: Answer) -> dict[str, str]:
    texts = {field: str(answer.get(field) or "").strip() for field in FIELDS}
    return {field: text for field, text in texts.items() if text}


def _settings(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings


KIND = Kind(Settings, form, parts, feedback, offer=offer, preview=preview, notes=notes, gives=gives)
