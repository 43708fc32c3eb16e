"""Steps and what their rounds released. Steps move by compare-and-set, so that two consoles cannot skip one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, insert, select, update

from leads_kit.errors import StepMoved
from leads_kit.model import Step
from leads_kit.store.rows import Check, Rows, as_step, checked, row_of
from leads_kit.store.schema import releases, steps

COMPARED = ("does", "state", "round", "ends_at", "remaining", "closes_at")


class StepRows(Rows):
    """The agenda of a room as rows, and the frozen releases of its rounds."""

    def steps(self, room_id: str) -> tuple[Step, ...]:
        return tuple(
            as_step(row) for row in self._all(select(steps).where(steps.c.room == room_id).order_by(steps.c.position))
        )

    def move_step(self, old: Step, new: Step, check: Check | None = None) -> Step:
        """Change a step that still is as it was seen. Raises StepMoved when another console was first."""
        with self._changing(old.room, "step", old.position) as connection:
            checked(check)
            _move(connection, old, new)
        return new

    def close_round(self, old: Step, new: Step, freeze: Callable[[], Mapping[str, Any]]) -> Step:
        """Close a step and keep what `freeze` says of its round, in one transaction.

        `freeze` is called with the room's writers waiting: every answer that was accepted is in what it reads.
        """
        with self._changing(old.room, "step", old.position) as connection:
            _move(connection, old, new)
            body = dict(freeze())
            row = {
                "room": old.room,
                "exercise": old.does,
                "round": old.round,
                "body": body,
                "at": dt.datetime.now(dt.UTC),
            }
            connection.execute(insert(releases).values(row))
        return new

    def release(self, room_id: str, exercise: str, round: int) -> Mapping[str, Any] | None:
        """The frozen release of one round, as room.py wrote it."""
        where = (releases.c.room == room_id, releases.c.exercise == exercise, releases.c.round == round)
        row = self._one(select(releases.c.body).where(*where))
        return row["body"] if row else None

    def releases(self, room_id: str, exercise: str) -> tuple[tuple[int, Mapping[str, Any]], ...]:
        """`(round, frozen release)`, oldest first."""
        query = (
            select(releases)
            .where(releases.c.room == room_id, releases.c.exercise == exercise)
            .order_by(releases.c.round)
        )
        return tuple((row["round"], row["body"]) for row in self._all(query))


def _move(connection: Connection, old: Step, new: Step) -> None:
    seen = row_of(old)
    same = [
        steps.c[column].is_(None) if seen[column] is None else steps.c[column] == seen[column] for column in COMPARED
    ]
    values = {column: row_of(new)[column] for column in COMPARED}
    moved = update(steps).where(steps.c.room == old.room, steps.c.position == old.position, *same).values(values)
    if connection.execute(moved).rowcount != 1:
        raise StepMoved(position=old.position)
