"""One person on one exercise, observable. Views call the methods and watch the traits; they never set one."""

from __future__ import annotations

import threading
from typing import Any

import traitlets as t

from leads_kit.attempt.earlier import Given, earlier, joined, supplied
from leads_kit.attempt.own import Own, Read
from leads_kit.attempt.place import Clock, Delivery, Outcome, Place
from leads_kit.errors import SaveConflict, StepClosed
from leads_kit.form import Answer, Form
from leads_kit.kinds import kind_of
from leads_kit.model import PROGRESS_PART, Exercise, Part, Progress, Tier

__all__ = ["Attempt", "Clock", "Delivery", "Outcome", "Place"]


class Attempt(t.HasTraits):
    """The state of one seat's answer. `moved` counts up after every change, so that equal values still notify."""

    answer = t.Dict()
    n = t.Int(0)
    progress = t.Instance(Progress, allow_none=True)
    offered = t.Dict()
    place = t.Instance(Place)
    moved = t.Int(0)

    def __init__(self, exercise: Exercise, delivery: Delivery) -> None:
        super().__init__()
        self.delivery = delivery
        self.kind = kind_of(exercise)
        # JupyterLab answers widgets on a thread of its own, Voilà on the main one.
        self._lock = threading.RLock()
        self._ns: dict[str, int] = {}
        self._mine: int | None = None
        self._take(exercise)
        self.refresh()

    def refresh(self) -> None:
        """Read the place and, where another device or round brought something, the answer again."""
        with self._lock:
            exercise = self.delivery.exercise(self.exercise.id)
            if exercise != self.exercise:
                self._take(exercise)
            self.place = self.delivery.place(exercise)
            self._load()
            self.moved += 1

    def stale(self) -> bool:
        """Whether the room asks something else now, or holds something of this answer that was not read here."""
        with self._lock:
            if self.delivery.exercise(self.exercise.id) != self.exercise:
                return True
            return self._own.numbers(self.delivery.place(self.exercise)) != self._ns

    def save(self, answer: Answer, n: int, base: int | None = None) -> Outcome:
        """Keep what can be kept of an answer. Faulty fields stay as they were last saved, and are told.

        `base` is the version that the page had before its changes: a joint answer that somebody else changed since then
        is handed back instead of overwritten. Raises StepClosed when the round has closed, and the store's errors;
        nothing is lost on the page then.
        """
        with self._lock:
            problems = tuple(self.form.faults(answer))
            bad = {problem.field.split("/")[0] for problem in problems}
            whole = self.form.kept(answer) | {key: value for key, value in self.answer.items() if key in bad}
            self._must_be_open()
            try:
                self._save_parts(whole, n, base)
            except SaveConflict:
                self._load()
                # The same words sent again (the first acknowledgement was lost) are not a conflict.
                if self.answer != whole:
                    return Outcome(saved=None, problems=problems, theirs=self.answer, n=self.n)
            self.answer, self.n = whole, max(n, self.n)
            if self.progress is None:
                self._mark(Progress.STARTED)
            self._withdraw_stale_offers()
            self.moved += 1
            return Outcome(saved=n, problems=problems, n=self.n)

    def finish(self) -> None:
        """ "I'm done": everything given so far counts, gaps and all; an answer carried from the last round is given again."""
        with self._lock:
            self._must_be_open()
            if self.answer and self.n == 0:
                self.save(self.answer, 1)
            self._mark(Progress.DONE)
            self.moved += 1

    def decline(self) -> None:
        """ "I'd rather not": as good an answer as any."""
        with self._lock:
            self._must_be_open()
            self._mark(Progress.PASSED)
            self.moved += 1

    def resume(self) -> None:
        """Take "I'm done" or "I'd rather not" back."""
        with self._lock:
            self._must_be_open()
            self._mark(Progress.STARTED)
            self.moved += 1

    def offer(self, part: str, ticked: bool) -> None:
        """Give an offered part as it was previewed, or take it back; taking back is always possible."""
        with self._lock:
            body = self.preview().get(part) if ticked else None
            if body != self.offered.get(part):
                self._keep(self._part(part), body, self._ns.get(part, 0) + 1)
                self.offered = {**self.offered, part: body}
            self.moved += 1

    def say_interest(self, key: str, yes: bool, name: str = "") -> None:
        """Say that one would like to meet whoever wrote a released note; take it back; or tell one's first name."""
        with self._lock:
            self.delivery.say_interest(self.exercise, key, yes, name)
            self.moved += 1

    def preview(self) -> dict[str, Any]:
        """What each offered part would give away now, by part id."""
        return self.kind.offer(self.exercise, self.answer)

    def earlier(self) -> Given:
        """What the room supplied to this one under the same name, and what this person's other answers give, as chips."""
        return joined(supplied(self.exercise, self.delivery.seat.lang), earlier(self.delivery, self.exercise.id))

    def _take(self, exercise: Exercise) -> None:
        """The form follows what the room supplied."""
        self.exercise = exercise
        self.form: Form = self.kind.form(exercise, self.delivery.pack.words)
        self.parts: tuple[Part, ...] = self.kind.parts(exercise)
        self._own = Own(self.delivery, exercise, self.parts)

    def _must_be_open(self) -> None:
        self.place = self.delivery.place(self.exercise)
        if not self.place.writable:
            raise StepClosed(exercise=self.exercise.title)

    def _load(self) -> None:
        read: Read = self._own.read(self.place)
        self.n, self._ns, self.progress, self.offered = read.n, read.ns, read.progress, read.offered
        if read.answer != self.answer:
            self.answer = read.answer

    def _save_parts(self, whole: Answer, n: int, base: int | None) -> None:
        bodies = {
            part.id: {key: whole[key] for key in part.fields if key in whole} for part in self.parts if not part.offered
        }
        if self.place.table is not None:
            self._save_together(bodies, n, base)
            return
        for part in self.parts:
            before = {key: self.answer[key] for key in part.fields if key in self.answer}
            if not part.offered and (bodies[part.id] != before or self._ns.get(part.id, 0) == 0):
                self._keep(part, bodies[part.id], n)

    def _save_together(self, bodies: dict[str, Any], n: int, base: int | None) -> None:
        """A joint answer is saved whole, as the next version of what the page had: what it was shown, or its own last save."""
        known = base is None or base == self.n or self._mine == self.n
        if base is not None and not (known and n == self.n + 1):
            raise SaveConflict(latest=self.n)
        self._own.keep_together(self.place, bodies, n)
        self._ns, self._mine = self._ns | dict.fromkeys(bodies, n), n

    def _keep(self, part: Part, body: Any, n: int) -> None:
        self._own.keep(self.place, part, body, n)
        self._ns = {**self._ns, part.id: n}

    def _mark(self, progress: Progress) -> None:
        """Progress may be marked on two devices at once: then the later one is read again and marked over."""
        part = Part(PROGRESS_PART, Tier.FACILITATOR)
        if self.progress is progress:
            return
        try:
            self._keep(part, progress.value, self._ns.get(PROGRESS_PART, 0) + 1)
        except SaveConflict as conflict:
            self._keep(part, progress.value, int(conflict.values["latest"]) + 1)
        self.progress = progress

    def _withdraw_stale_offers(self) -> None:
        """What was ticked is what was previewed: when the answer changes it, the tick falls off."""
        fresh = self.preview()
        for part, body in self.offered.items():
            if body is not None and body != fresh.get(part):
                self.offer(part, False)

    def _part(self, part_id: str) -> Part:
        return next(part for part in self.parts if part.id == part_id)
