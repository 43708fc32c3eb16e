"""Introductions on a card: whom one could meet, by pseudonym, and the taps that say so. The drawing is meet.js."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from leads_kit.attempt import Attempt
from leads_kit.model import Release
from leads_kit.room import Meeting, worded
from leads_kit.text import Say
from leads_kit.ui._widget import Message
from leads_kit.ui.form import FormWidget

KEY_LENGTH, NAME_LENGTH = 64, 200


def people(attempt: Attempt, release: Release | None, say: Say) -> list[dict[str, Any]]:
    """Everybody whose lines are shown, best matches first; empty for exercises that introduce nobody."""
    if release is None or attempt.kind.matches is None:
        return []
    headings = attempt.kind.headings(attempt.exercise, say)
    lines: dict[str, list[dict[str, str]]] = {}
    for one in release.notes:
        told = {"heading": headings.get(one.note.about, ""), "text": worded(one.note, say)}
        lines.setdefault(one.by, []).append(told)
    found = attempt.delivery.meetings(attempt.exercise)
    return [_person(attempt, one, lines.get(one.by, []), say) for one in found]


def listen(form: FormWidget, attempt: Attempt, tap: Callable[[Callable[[], None]], None]) -> None:
    """Hear `{kind: "interest", key, yes}` and `{kind: "name", key, name}`, checked for shape."""

    def interest(content: Message) -> bool:
        key, yes = content.get("key"), content.get("yes")
        if not _is_key(key) or not isinstance(yes, bool):
            return False
        tap(lambda: attempt.say_interest(str(key), yes))
        return True

    def name(content: Message) -> bool:
        key, given = content.get("key"), content.get("name")
        if not _is_key(key) or not isinstance(given, str) or len(given) > NAME_LENGTH:
            return False
        tap(lambda: attempt.say_interest(str(key), True, given))
        return True

    form.hears("interest", interest)
    form.hears("name", name)


def _is_key(key: Any) -> bool:
    return isinstance(key, str) and 0 < len(key) <= KEY_LENGTH


def _person(attempt: Attempt, one: Meeting, lines: list[dict[str, str]], say: Say) -> dict[str, Any]:
    because = attempt.kind.because(attempt.exercise, one.reasons, say) if one.reasons else ""
    return {**vars(one), "reasons": because, "match": bool(one.reasons), "lines": lines}
