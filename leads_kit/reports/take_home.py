"""What one person takes home: their answers, feedback and pictures, as a page, as Markdown, as data, and as a calendar."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from icalendar import Alarm, Calendar, Event

from leads_kit.attempt import Attempt, Delivery
from leads_kit.kinds._kind import Calendared, Picture
from leads_kit.model import Client, Exercise, Progress
from leads_kit.reports.lines import lines
from leads_kit.reports.pages import Drawn, drawn_all, page
from leads_kit.text import Say

PRODUCT = "-//leads-kit//take home//EN"
REMIND = dt.timedelta(hours=-15)


@dataclass(frozen=True)
class Kept:
    """One exercise as it is taken home."""

    id: str
    title: str
    lines: tuple[tuple[str, str], ...]
    feedback: tuple[str, ...]
    picture: Picture | None
    calendar: tuple[Calendared, ...]
    answer: dict[str, Any]


def gather(delivery: Delivery, say: Say) -> tuple[Kept, ...]:
    """Everything this seat answered, in the order of the agenda; what was passed or never begun is left out."""
    attempts = (Attempt(exercise, delivery) for exercise in in_order(delivery))
    return tuple(
        _kept(attempt, say) for attempt in attempts if attempt.answer and attempt.progress is not Progress.PASSED
    )


def in_order(delivery: Delivery) -> list[Exercise]:
    """The pack's exercises: first those of the room's steps as they come, then the others."""
    exercises = delivery.pack.exercises
    does = [step.does for step in delivery.store.steps(delivery.room) if step.does in exercises]
    return [exercises[id] for id in dict.fromkeys([*does, *exercises])]


def as_html(
    kept: Sequence[Kept], say: Say, title: str, notice: str, made: dt.date, drawn: Drawn, client: Client | None = None
) -> str:
    """One page that needs no server and asks nothing of any: style and pictures (`drawn` makes SVG of a spec) are inside.

    A picture that cannot be drawn is left out; its sentence and its table stay.
    """
    pictures = drawn_all(drawn, {one.id: one.picture for one in kept})
    return page(
        "take_home.html", say=say, client=client, kept=kept, title=title, notice=notice, made=made, pictures=pictures
    )


def as_markdown(kept: Sequence[Kept], say: Say, title: str, notice: str, made: dt.date) -> str:
    """The same words for any editor. What people typed is quoted, so that it cannot become markup; a title or a label may
    hold it too, where the room supplied what an exercise is about."""
    parts = [f"# {title}", say("report.made", day=made)]
    for one in kept:
        parts.append(f"## {_plain(one.title)}")
        parts += [f"**{_plain(label)}**\n\n{_quoted(value)}" for label, value in one.lines]
        parts += [_plain(sentence) for sentence in one.feedback]
        if one.picture:
            parts.append(_plain(one.picture.sentence))
    return "\n\n".join([*parts, "---", notice]) + "\n"


def as_json(kept: Sequence[Kept], made: dt.date) -> str:
    """A person's own data, by exercise id, exactly as it was given."""
    told = {one.id: {"title": one.title, "answer": one.answer} for one in kept}
    return json.dumps({"made": made.isoformat(), "answers": told}, ensure_ascii=False, indent=2) + "\n"


def as_calendar(kept: Sequence[Kept], now: dt.datetime, own_titles: bool = False) -> bytes:
    """Whole-day events with a reminder at nine the day before. Titles are neutral unless asked: calendars are shared."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    for one in kept:
        for position, dated in enumerate(one.calendar):
            calendar.add_component(_event(one, position, dated, now, own_titles))
    return bytes(calendar.to_ical())


def _event(kept: Kept, position: int, dated: Calendared, now: dt.datetime, own_titles: bool) -> Event:
    day, event, alarm = dt.date.fromisoformat(dated.day), Event(), Alarm()
    title = dated.title if own_titles else dated.neutral
    # The same step on the same day keeps its identity, so that a second import moves nothing and doubles nothing.
    identity = hashlib.sha256(f"{kept.id}:{position}:{dated.day}:{dated.title}".encode()).hexdigest()[:24]
    event.add("uid", f"{identity}@leads-kit")
    event.add("dtstamp", now)
    event.add("dtstart", day)
    event.add("dtend", day + dt.timedelta(days=1))
    event.add("summary", title)
    event.add("transp", "TRANSPARENT")
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", REMIND)
    event.add_component(alarm)
    return event


def _kept(attempt: Attempt, say: Say) -> Kept:
    exercise, answer, kind = attempt.exercise, attempt.answer, attempt.kind
    return Kept(
        id=exercise.id,
        title=say.text(exercise.title),
        lines=lines(attempt.form, answer, say),
        feedback=kind.feedback(exercise, answer, say),
        picture=kind.own_picture(exercise, answer, say),
        calendar=kind.calendar(exercise, answer, say),
        answer=dict(answer),
    )


def _quoted(text: str) -> str:
    return "\n".join(f"> {_plain(line)}  " for line in text.splitlines() or [""])


def _plain(text: str) -> str:
    """Markdown's own signs, made harmless."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]<>()#+!|~&" else sign for sign in text)
