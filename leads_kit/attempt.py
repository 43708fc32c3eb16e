"""One person on one exercise, observable. Views call the methods and watch the traits; they never set one."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import traitlets as t

from leads_kit.errors import SaveConflict, StepClosed
from leads_kit.form import Answer, Form, Problem
from leads_kit.kinds import kind_of
from leads_kit.model import PROGRESS_PART, Exercise, Pack, Part, Progress, Release, Response, Seat, Step, Tier
from leads_kit.store import Store, seal, unseal

Clock = Callable[[], dt.datetime]


@dataclass(frozen=True)
class Place:
    """Where an answer to one exercise goes now. `guard` is the step that must still be open when a guarded part is saved."""

    round: int
    reached: bool
    writable: bool
    guard: Step | None = None
    step: Step | None = None


class Delivery(Protocol):
    """One seat in one room, alone or live."""

    @property
    def store(self) -> Store: ...
    @property
    def pack(self) -> Pack: ...
    @property
    def room(self) -> str: ...
    @property
    def seat(self) -> Seat: ...
    @property
    def secret(self) -> bytes: ...
    @property
    def clock(self) -> Clock: ...
    @property
    def alone(self) -> bool: ...

    def place(self, exercise: Exercise) -> Place:
        """Where an answer goes now."""
        ...

    def release(self, exercise: Exercise) -> Release | None:
        """What this seat may see of the others' answers, if anything has been shown."""
        ...

    def min_group(self) -> int:
        """People in a figure at the least."""
        ...


@dataclass(frozen=True)
class Outcome:
    """What became of one save. `saved` is the n that lasts, or None; `theirs` is another device's later answer."""

    saved: int | None
    problems: tuple[Problem, ...] = ()
    theirs: Mapping[str, Any] | None = None
    n: int = 0


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
        self.exercise = exercise
        self.delivery = delivery
        self.kind = kind_of(exercise)
        self.form: Form = self.kind.form(exercise, delivery.pack.words)
        self.parts: tuple[Part, ...] = self.kind.parts(exercise)
        # JupyterLab answers widgets on a thread of its own, Voilà on the main one.
        self._lock = threading.RLock()
        self._ns: dict[str, int] = {}
        self.refresh()

    def refresh(self) -> None:
        """Read the place and, where another device or round brought something, the answer again."""
        with self._lock:
            self.place = self.delivery.place(self.exercise)
            self._load()
            self.moved += 1

    def save(self, answer: Answer, n: int) -> Outcome:
        """Keep what can be kept of an answer. Faulty fields stay as they were last saved, and are told.

        Raises StepClosed when the round has closed, and the store's errors; nothing is lost on the page then.
        """
        with self._lock:
            problems = tuple(self.form.faults(answer))
            bad = {problem.field.split("/")[0] for problem in problems}
            whole = self.form.kept(answer) | {key: value for key, value in self.answer.items() if key in bad}
            self._must_be_open()
            try:
                self._save_parts(whole, n)
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

    def preview(self) -> dict[str, Any]:
        """What each offered part would give away now, by part id."""
        return self.kind.offer(self.exercise, self.answer)

    def _must_be_open(self) -> None:
        self.place = self.delivery.place(self.exercise)
        if not self.place.writable:
            raise StepClosed(exercise=self.exercise.title)

    def _load(self) -> None:
        delivery, round_ = self.delivery, self.place.round
        kept = self._kept(round_)
        self._ns = {part: response.n for part, response in kept.items()}
        own = {part.id for part in self.parts if not part.offered}
        if not own & kept.keys():
            # An earlier round's answer is shown as a start; it counts in this round once it is given again.
            earlier = delivery.store.latest_round_answered(delivery.room, delivery.seat.id, self.exercise.id)
            carried = self._kept(earlier) if earlier is not None and earlier < round_ else {}
            self.n, answer = 0, self._joined(carried, own)
        else:
            self.n, answer = max(self._ns[part] for part in own & kept.keys()), self._joined(kept, own)
        if answer != self.answer:
            self.answer = answer
        mark = kept.get(PROGRESS_PART)
        self.progress = Progress(mark.body) if mark else None
        self.offered = {part.id: kept[part.id].body for part in self.parts if part.offered and part.id in kept}

    def _kept(self, round_: int) -> dict[str, Response]:
        return self.delivery.store.answer(self.delivery.room, self.delivery.seat.id, self.exercise.id, round_)

    def _joined(self, kept: Mapping[str, Response], own: set[str]) -> dict[str, Any]:
        return {key: value for part in own & kept.keys() for key, value in self._opened(kept[part]).items()}

    def _opened(self, response: Response) -> Any:
        if response.sealed is None:
            return response.body
        return unseal(response.sealed, self.delivery.secret, **_address(response))

    def _save_parts(self, whole: Answer, n: int) -> None:
        for part in self.parts:
            body = {key: whole[key] for key in part.fields if key in whole}
            before = {key: self.answer[key] for key in part.fields if key in self.answer}
            if not part.offered and (body != before or self._ns.get(part.id, 0) == 0):
                self._keep(part, body, n)

    def _keep(self, part: Part, body: Any, n: int) -> None:
        delivery = self.delivery
        response = Response(
            room=delivery.room, seat=delivery.seat.id, exercise=self.exercise.id, round=self.place.round,
            part=part.id, tier=part.tier, n=n, at=delivery.clock(), body=body,
        )  # fmt: skip
        if part.tier is Tier.PRIVATE:
            sealed = seal(body, delivery.secret, **_address(response))
            response = Response(**{**vars(response), "body": None, "sealed": sealed})
        taken_back = part.offered and body is None
        delivery.store.save(response, only_if_open=None if taken_back else self.place.guard)
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


def _address(response: Response) -> dict[str, Any]:
    return {key: getattr(response, key) for key in ("room", "seat", "exercise", "part", "round", "n")}
