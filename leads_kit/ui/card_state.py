"""What a form shows of an attempt, as plain JSON in one language: the page of a participant, and its rehearsal."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from leads_kit.attempt import Attempt
from leads_kit.model import Part, Progress, Tier, owner_of
from leads_kit.room import least_authors, worded
from leads_kit.text import Say, parted
from leads_kit.ui.chart import pictured
from leads_kit.ui.drawn import drawn_text
from leads_kit.ui.meet import people
from leads_kit.ui.now import anchor
from leads_kit.ui.stage import iso, noted

ICONS = {"private": "●", "table": "◔", "group": "◐", "shared": "○", "facilitator": "◇"}


class CardState:
    """`begun()` is the state a form begins with (see form.py), `now()` what of it moves with the attempt."""

    def __init__(self, attempt: Attempt, say: Say) -> None:
        self.attempt, self._say = attempt, say
        self._told: tuple[tuple[Any, ...], dict[str, Any]] | None = None

    def begun(self) -> dict[str, Any]:
        attempt, say = self.attempt, self._say
        exercise = attempt.exercise
        intro, pictures = parted(say.text(exercise.intro))
        return {
            "title": say.text(exercise.title), "intro": intro, "pictures": pictures, "minutes": exercise.minutes,
            "anchor": anchor(exercise.id), "answer": dict(attempt.answer), "n": attempt.n,
            "mark": exercise.capabilities[0].domain if exercise.capabilities else None, "length": None, **self.now(),
        }  # fmt: skip

    def suggestions(self) -> dict[str, Any]:
        return dict(self.attempt.earlier()) if self.attempt.place.writable else {}

    def _owner(self) -> str:
        return owner_of(self.attempt.delivery.seat.id, self.attempt.place.table)

    def now(self) -> dict[str, Any]:
        attempt = self.attempt
        place, progress = attempt.place, attempt.progress
        ready = bool(attempt.answer) and (progress is Progress.DONE or not attempt.form.gaps(attempt.answer))
        return {
            "key": ":".join(map(str, (attempt.delivery.room, self._owner(), attempt.exercise.id, place.round))),
            "open": place.writable,
            "progress": progress.value if progress else None,
            "parts": [self._part(part) for part in attempt.parts if not part.offered],
            "offers": self._offers(),
            **(self._own_told() if ready else {"feedback": [], "picture": None}),
            **self._room_told(),
            "own_notes": [
                {"text": worded(one.note, self._say), "state": one.state}
                for one in attempt.delivery.own_notes(attempt.exercise)
            ],
            "suggestions": self.suggestions(),
            "joint": place.table is not None,
            # What stays open to its owner does not close with the step.
            "closes_at": iso(place.guard.closes_at) if place.guard else None,
        }

    def _own_told(self) -> dict[str, Any]:
        """What follows from one's own answer: made again only when that has changed, or the day, which some of it speaks of."""
        attempt = self.attempt
        about = (json.dumps(attempt.answer, sort_keys=True), dt.datetime.now().astimezone().date(), attempt.exercise)
        if self._told is None or self._told[0] != about:
            told = {
                "feedback": list(attempt.kind.feedback(attempt.exercise, attempt.answer, self._say)),
                "picture": pictured(attempt.kind.own_picture(attempt.exercise, attempt.answer, self._say)),
            }
            self._told = (about, told)
        return self._told[1]

    def _room_told(self) -> dict[str, Any]:
        """What the room may be shown of this exercise now: its picture, and the notes that were released."""
        attempt = self.attempt
        release = attempt.delivery.release(attempt.exercise)
        if release is None or not (release.figures or release.notes):
            return {"room": "", "notes": [], "people": []}
        met = people(attempt, release, self._say)
        return {
            "room": drawn_text(attempt.delivery.pack, attempt.exercise, release, self._say),
            "notes": [] if met else noted(attempt.exercise, release.notes, self._say),
            "people": met,
        }

    def _part(self, part: Part) -> dict[str, Any]:
        joint = self.attempt.kind.unit == "table"
        return {"id": part.id, "fields": list(part.fields), **strip(part, self.attempt.delivery, self._say, joint)}

    def _offers(self) -> list[dict[str, Any]]:
        """What could be offered now, sentence by sentence; nothing is on offer to oneself alone."""
        attempt = self.attempt
        if attempt.delivery.alone:
            return []
        preview = attempt.preview()
        return [
            {
                "id": part.id,
                "label": self._say(f"{attempt.exercise.kind}.offer.{part.id}"),
                "preview": list(attempt.kind.preview(attempt.exercise, part.id, preview[part.id], self._say)),
                "ticked": attempt.offered.get(part.id) is not None,
                **strip(part, attempt.delivery, self._say),
            }
            for part in attempt.parts
            if part.offered and part.id in preview
        ]


def strip(part: Part, delivery: Any, say: Say, joint: bool = False) -> dict[str, str]:
    """Who can see a part, worded from the part's own tier: the same value that the store and `room.release` go by."""
    if delivery.alone:
        return {"strip": say("strip.alone"), "icon": ICONS["private"]}
    special = [name for name in ("offered", "anonymous", "unsigned") if getattr(part, name)]
    special += ["shared_by_table"] if joint and part.tier is Tier.SHARED else []
    if part.offered and part.tier is Tier.SHARED:
        special = ["offered_unsigned" if part.unsigned else "offered_shared", *special]
    word = f"strip.{special[0] if special else part.tier.value}"
    least = least_authors(delivery.min_group()) if part.anonymous else delivery.min_group()
    return {"strip": say(word, min_group=least), "icon": ICONS[part.tier.value]}
