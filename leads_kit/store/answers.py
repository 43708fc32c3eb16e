"""Responses: append-only, the latest n of an owner, exercise, round and part counts, the same save twice counts once.

An owner is a seat, or a table whose seats give one answer together (`model.owner_of`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, String, case, cast, func, insert, null, select
from sqlalchemy.engine import RowMapping

from leads_kit.errors import SaveConflict, StepClosed
from leads_kit.model import PROGRESS_PART, Progress, Response, Step, StepState, Tier, owner_of
from leads_kit.store.rows import Rows, row_of
from leads_kit.store.schema import responses, steps

ADDRESS = ("room", "exercise", "round", "part")
TABLE = "table:"
OWNER = case((responses.c.table.is_(None), responses.c.seat), else_=cast(responses.c.table, String))


class AnswerRows(Rows):
    """What people gave."""

    def save(self, response: Response, only_if_open: Step | None = None) -> Response:
        """Keep a part of an answer for good, or raise.

        With `only_if_open`, the step must still be open in the round it was seen in, checked in the same transaction:
        StepClosed. An n that is not above the latest raises SaveConflict(latest=n), unless it is the same save again.
        """
        with self._changing(response.room, "response", response.owner) as connection:
            _must_be_open(connection, only_if_open)
            return _keep(connection, response)

    def save_joint(self, parts: Sequence[Response], only_if_open: Step | None = None) -> None:
        """Keep all parts of a table's answer in one transaction, each as the version right after the latest.

        Raises StepClosed, and SaveConflict when somebody else of the table saved in between.
        """
        with self._changing(parts[0].room, "response", parts[0].owner) as connection:
            _must_be_open(connection, only_if_open)
            for part in parts:
                latest = connection.execute(_latest(part)).mappings().first()
                if latest is not None and part.n > latest["n"] + 1:
                    raise SaveConflict(latest=latest["n"])
                _keep(connection, part)

    def answer(self, room_id: str, owner: str, exercise: str, round: int) -> dict[str, Response]:
        """The latest of each part that one owner gave in one round."""
        here = (responses.c.room == room_id, _is(owner), responses.c.exercise == exercise)
        query = select(responses).where(*here, responses.c.round == round).order_by(responses.c.n)
        return {row["part"]: _response(row) for row in self._all(query)}

    def everything(self, room_id: str, owner: str) -> tuple[Response, ...]:
        """The latest of each part that one owner gave, in all exercises and rounds."""
        address = (responses.c.exercise, responses.c.round, responses.c.part)
        # A room's writers wait for each other, so a later n has a higher id.
        last = select(func.max(responses.c.id)).where(responses.c.room == room_id, _is(owner)).group_by(*address)
        return tuple(_response(row) for row in self._all(select(responses).where(responses.c.id.in_(last))))

    def latest_round_answered(self, room_id: str, owner: str, exercise: str) -> int | None:
        """The last round in which this owner gave anything but its progress."""
        here = (responses.c.room == room_id, _is(owner), responses.c.exercise == exercise)
        row = self._one(
            select(func.max(responses.c.round).label("round")).where(*here, responses.c.part != PROGRESS_PART)
        )
        return row["round"] if row else None

    def bodies(self, room_id: str, exercise: str, round: int, part: str) -> dict[str, Any]:
        """The latest unsealed body of every owner that has one and has not taken it back. For `leads_kit.room` alone."""
        rows = self._latest_of_all(room_id, exercise, round, part)
        found = {_owner(row): row["body"] for row in rows if row["sealed"] is None}
        return {owner: body for owner, body in found.items() if body is not None}

    def progress(self, room_id: str, exercise: str, round: int) -> dict[str, Progress]:
        """How far every owner is."""
        rows = self._latest_of_all(room_id, exercise, round, PROGRESS_PART)
        return {_owner(row): Progress(row["body"]) for row in rows}

    def answered(self, room_id: str, exercise: str, round: int) -> frozenset[str]:
        """Owners that gave anything at all, sealed or not."""
        here = (responses.c.room == room_id, responses.c.exercise == exercise, responses.c.round == round)
        query = select(responses.c.seat, responses.c.table).where(*here).distinct()
        return frozenset(_owner(row) for row in self._all(query))

    def counted(self) -> dict[tuple[str, str], int]:
        """How many answers there are, by room and exercise, over all rounds; nothing of what they say."""
        address = (responses.c.room, responses.c.exercise)
        given = select(*address, responses.c.round, OWNER.label("owner")).where(responses.c.part != PROGRESS_PART)
        each = given.distinct().subquery()
        query = select(each.c.room, each.c.exercise, func.count().label("n")).group_by(each.c.room, each.c.exercise)
        return {(row["room"], row["exercise"]): row["n"] for row in self._all(query)}

    def _latest_of_all(self, room_id: str, exercise: str, round: int, part: str) -> Sequence[RowMapping]:
        here = (
            responses.c.room == room_id,
            responses.c.exercise == exercise,
            responses.c.round == round,
            responses.c.part == part,
        )
        # A room's writers wait for each other, so a later n has a higher id.
        last = select(func.max(responses.c.id)).where(*here).group_by(OWNER)
        return self._all(select(responses).where(responses.c.id.in_(last)).order_by(responses.c.seat))


def _keep(connection: Connection, response: Response) -> Response:
    latest = connection.execute(_latest(response)).mappings().first()
    if latest is None or latest["n"] < response.n:
        connection.execute(insert(responses).values(_row(response)))
        return response
    kept = _response(latest)
    if kept.n == response.n and (kept.body, kept.sealed) == (response.body, response.sealed):
        return kept
    raise SaveConflict(latest=latest["n"])


def _must_be_open(connection: Connection, seen: Step | None) -> None:
    if seen is None:
        return
    query = select(steps.c.state, steps.c.round).where(steps.c.room == seen.room, steps.c.position == seen.position)
    row = connection.execute(query).mappings().first()
    if row is None or row["state"] != StepState.OPEN.value or row["round"] != seen.round:
        raise StepClosed(exercise=seen.does)


def _latest(response: Response) -> Any:
    here = [responses.c[column] == getattr(response, column) for column in ADDRESS]
    return select(responses).where(*here, _is(response.owner)).order_by(responses.c.n.desc()).limit(1)


def _is(owner: str) -> Any:
    """The rows of one owner. What a seat typed for its table is not its own."""
    if owner.startswith(TABLE):
        return responses.c.table == int(owner.removeprefix(TABLE))
    return (responses.c.seat == owner) & responses.c.table.is_(None)


def _owner(row: RowMapping) -> str:
    return owner_of(row["seat"], row["table"])


def _row(response: Response) -> dict[str, Any]:
    row = row_of(response) | {"tier": response.tier.value}
    # A sealed row has no body at all; a taken-back offer has one, and it is JSON's own null.
    return row | {"body": null()} if response.sealed is not None else row


def _response(row: RowMapping) -> Response:
    given = {key: value for key, value in row.items() if key != "id"}
    return Response(**{**given, "tier": Tier(row["tier"])})
