"""A store for one seat's page: it reads the same few rows again and again, so each is read once until something moves."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from leads_kit.model import PROGRESS_PART, Response, Room, Seat, Step
from leads_kit.store.store import Store

T = TypeVar("T")
ANSWERS = "answers"
# Exercise, round, part: everything that one owner ever gave, the latest of each part.
Given = dict[str, dict[int, dict[str, Response]]]


class Held(Store):
    """Reads what others may change only after `look`; what was written here is seen at once.

    Nothing depends on it being fresh: a save asks the database again, in its own transaction, whether the step is open.
    """

    def __init__(self, store: Store) -> None:
        super().__init__(store._engine, store.where)
        self._read: dict[Any, Any] = {}
        self._frozen: dict[Any, Mapping[str, Any]] = {}

    def look(self, answers: bool = True) -> None:
        """Something moved: read anew what is asked for from now on. Without `answers`, nobody's answers did."""
        self._read = {} if answers else {key: read for key, read in self._read.items() if key[0] == ANSWERS}

    def room(self, room_id: str) -> Room:
        return self._once(("room", room_id), lambda: super(Held, self).room(room_id))

    def steps(self, room_id: str) -> tuple[Step, ...]:
        return self._once(("steps", room_id), lambda: super(Held, self).steps(room_id))

    def seat(self, room_id: str, seat_id: str) -> Seat:
        return self._once(("seat", room_id, seat_id), lambda: super(Held, self).seat(room_id, seat_id))

    def note_states(self, room_id: str, exercise: str, round: int) -> Mapping[str, str]:
        key = ("notes", room_id, exercise, round)
        return self._once(key, lambda: super(Held, self).note_states(room_id, exercise, round))

    def release(self, room_id: str, exercise: str, round: int) -> Mapping[str, Any] | None:
        """What a round released never changes, so it is read once for good."""
        key = (room_id, exercise, round)
        if key not in self._frozen:
            found = super().release(room_id, exercise, round)
            if found is None:
                return None
            self._frozen[key] = found
        return self._frozen[key]

    def answer(self, room_id: str, owner: str, exercise: str, round: int) -> dict[str, Response]:
        return dict(self._given(room_id, owner).get(exercise, {}).get(round, {}))

    def latest_round_answered(self, room_id: str, owner: str, exercise: str) -> int | None:
        rounds = self._given(room_id, owner).get(exercise, {})
        return max((round for round, kept in rounds.items() if kept.keys() - {PROGRESS_PART}), default=None)

    def save(self, response: Response, only_if_open: Step | None = None) -> Response:
        try:
            return super().save(response, only_if_open)
        finally:
            self.look()

    def save_joint(self, parts: Sequence[Response], only_if_open: Step | None = None) -> None:
        try:
            super().save_joint(parts, only_if_open)
        finally:
            self.look()

    def change_seat(self, room_id: str, seat_id: str, **columns: Any) -> Seat:
        self.look()
        return super().change_seat(room_id, seat_id, **columns)

    def _given(self, room_id: str, owner: str) -> Given:
        def read() -> Given:
            found: Given = {}
            for one in self.everything(room_id, owner):
                found.setdefault(one.exercise, {}).setdefault(one.round, {})[one.part] = one
            return found

        return self._once((ANSWERS, room_id, owner), read)

    def _once(self, key: Any, read: Callable[[], T]) -> T:
        if key not in self._read:
            self._read[key] = read()
        found: T = self._read[key]
        return found
