"""What the facilitator decided of each note, and who would like to meet whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping

from sqlalchemy import ColumnElement, delete, insert, select

from leads_kit.model import Interest
from leads_kit.store.rows import Rows, row_of
from leads_kit.store.schema import interests, notes


class NoteRows(Rows):
    """Decisions about notes, by the note's key; a note without one waits. And interests between two seats."""

    def decide_notes(self, room_id: str, exercise: str, round: int, keys: Collection[str], state: str) -> None:
        """Release or hide notes; the last decision counts."""
        now = dt.datetime.now(dt.UTC)
        with self._changing(room_id, "note", exercise) as connection:
            where = (notes.c.room == room_id, notes.c.exercise == exercise, notes.c.round == round)
            connection.execute(delete(notes).where(*where, notes.c.key.in_(keys)))
            rows = [
                {"room": room_id, "exercise": exercise, "round": round, "key": key, "state": state, "at": now}
                for key in keys
            ]
            if rows:
                connection.execute(insert(notes), rows)

    def note_states(self, room_id: str, exercise: str, round: int) -> Mapping[str, str]:
        """State by key, of the notes that were decided."""
        where = (notes.c.room == room_id, notes.c.exercise == exercise, notes.c.round == round)
        return {row["key"]: row["state"] for row in self._all(select(notes).where(*where))}

    def save_interest(self, interest: Interest) -> None:
        """Say it, or say it again with a name."""
        with self._changing(interest.room, "interest", interest.other) as connection:
            connection.execute(delete(interests).where(*_between(interest)))
            connection.execute(insert(interests).values(row_of(interest)))

    def drop_interest(self, interest: Interest) -> None:
        """Take it back."""
        with self._changing(interest.room, "interest", interest.other) as connection:
            connection.execute(delete(interests).where(*_between(interest)))

    def interests(self, room_id: str, exercise: str) -> tuple[Interest, ...]:
        """All of a room's, oldest first. For `leads_kit.room` alone."""
        where = (interests.c.room == room_id, interests.c.exercise == exercise)
        return tuple(Interest(**row) for row in self._all(select(interests).where(*where).order_by(interests.c.at)))


def _between(interest: Interest) -> list[ColumnElement[bool]]:
    columns = ("room", "exercise", "seat", "other")
    return [interests.c[column] == getattr(interest, column) for column in columns]
