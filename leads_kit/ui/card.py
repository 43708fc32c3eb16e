"""One exercise in the page: its title until it is reached, then its form, bound to an attempt. Commands down, traits up."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
from html import escape
from typing import Any

from ipywidgets import VBox

from leads_kit.attempt import Attempt
from leads_kit.errors import LeadsError
from leads_kit.form import Answer
from leads_kit.model import Part, Progress, Tier, owner_of
from leads_kit.room import least_authors, worded
from leads_kit.text import Say, parted
from leads_kit.ui._widget import plain_layout
from leads_kit.ui.chart import pictured
from leads_kit.ui.drawn import drawn_text
from leads_kit.ui.form import FormWidget
from leads_kit.ui.meet import listen, people
from leads_kit.ui.notice import plain
from leads_kit.ui.now import anchor
from leads_kit.ui.stage import iso, noted

# A picture takes a kernel some forty milliseconds, and people type for minutes.
REST_SECONDS = 0.8


class Card(VBox):  # type: ignore[misc]
    """Watches its attempt; `refresh` after the room has moved, `close` when the page goes."""

    def __init__(self, attempt: Attempt, say: Say) -> None:
        super().__init__(layout=plain_layout())
        self.attempt, self._say = attempt, say
        self._form: FormWidget | None = None
        self._seen: tuple[Any, ...] = ()
        # While this page's own answer is being saved, what moves is its own doing and no news from elsewhere.
        self._own = False
        self._soon: asyncio.TimerHandle | None = None
        self._told: tuple[tuple[Any, ...], dict[str, Any]] | None = None
        attempt.observe(self._moved, "moved")
        self._moved()

    def refresh(self) -> None:
        """Read the attempt again: the step may have opened, closed or been shown, or another device saved."""
        self.attempt.refresh()

    def suggest(self) -> None:
        """Offer what this person's other answers give now, where it is more than the page has."""
        if self._form is not None:
            fresh = self._suggestions()
            if fresh != self._form.state["suggestions"]:
                self._form.show(suggestions=fresh)

    def _suggestions(self) -> dict[str, Any]:
        return dict(self.attempt.earlier()) if self.attempt.place.writable else {}

    def _moved(self, _change: Any = None) -> None:
        if self._own and self._form is not None and self._put_off():
            return
        self._draw()

    def _put_off(self) -> bool:
        """After one's own save what follows from it is drawn once typing rests; False where no loop can do that."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return False
        if self._soon is not None:
            self._soon.cancel()
        self._soon = loop.call_later(REST_SECONDS, self._draw)
        return True

    def _draw(self) -> None:
        if self._soon is not None:
            self._soon.cancel()
            self._soon = None
        if not self.attempt.place.reached or self.attempt.place.seatless:
            self._form = None
            self.children = (plain(self._title()),)
        elif self._form is None:
            self._form = self._made()
            self.children = (self._form,)
        else:
            self._shown(self._form)

    def _title(self) -> str:
        exercise = self.attempt.exercise
        word = "now.table_first" if self.attempt.place.seatless else "now.to_come"
        title, note = escape(self._say.text(exercise.title)), escape(self._say(word))
        return f'<section class="card to-come" id="{anchor(exercise.id)}"><h2>{title}</h2><p class="meta">{note}</p></section>'

    def _made(self) -> FormWidget:
        attempt = self.attempt
        exercise = attempt.exercise
        intro, pictures = parted(self._say.text(exercise.intro))
        form = FormWidget(
            attempt.form, self._say, title=self._say.text(exercise.title), intro=intro, pictures=pictures,
            minutes=exercise.minutes, anchor=anchor(exercise.id), answer=dict(attempt.answer), n=attempt.n,
            mark=exercise.capabilities[0].domain if exercise.capabilities else None, length=None, **self._state(),
        )  # fmt: skip
        form.on_answer(self._answered)
        form.on_finish(lambda: self._tap(attempt.finish))
        form.on_decline(lambda: self._tap(attempt.decline))
        form.on_resume(lambda: self._tap(attempt.resume))
        form.on_offer(lambda part, ticked: self._tap(lambda: attempt.offer(part, ticked)))
        listen(form, attempt, self._tap)
        self._seen = self._stand()
        return form

    def _stand(self) -> tuple[int, int, int | None]:
        """Which answer is on the page: its version, round and table."""
        place = self.attempt.place
        return self.attempt.n, place.round, place.table

    def _owner(self) -> str:
        return owner_of(self.attempt.delivery.seat.id, self.attempt.place.table)

    def _state(self) -> dict[str, Any]:
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
            "suggestions": self._suggestions(),
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

    def _answered(self, answer: Answer, n: int, base: int) -> None:
        form = self._form
        if form is None:
            return
        self._own = True
        try:
            outcome = self.attempt.save(answer, n, base)
        except LeadsError as error:
            self._own = False
            form.refused(n, self._say.words.of(error, self._say.lang))
            self.refresh()
            return
        self._own = False
        self._seen = self._stand()
        if outcome.saved is None:
            form.theirs(outcome.theirs or {}, outcome.n)
            return
        problems = [{"field": one.field, "text": self._say(one.word, **one.values)} for one in outcome.problems]
        form.saved(outcome.saved, problems)
        form.remember(self.attempt.answer, self.attempt.n)

    def _shown(self, form: FormWidget) -> None:
        """Show the attempt as it is: a new round begins with the last answer; another device's save is told as such."""
        attempt, state = self.attempt, self._state()
        before, now = self._seen, self._stand()
        self._seen = now
        if before[1:] != now[1:]:
            form.show(**state, answer=dict(attempt.answer), n=attempt.n)
            return
        form.show(**state)
        if before != now and not self._own:
            form.theirs(attempt.answer, attempt.n)

    def _tap(self, act: Any) -> None:
        try:
            act()
        except LeadsError as error:
            if self._form is not None:
                self._form.refused(self.attempt.n, self._say.words.of(error, self._say.lang))
            self.refresh()


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


ICONS = {"private": "●", "table": "◔", "group": "◐", "shared": "○", "facilitator": "◇"}
