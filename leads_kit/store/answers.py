"""Responses: append-only, the latest n of a seat, exercise, round and part counts, the same save twice counts once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, func, insert, null, select
from sqlalchemy.engine import RowMapping

from leads_kit.errors import SaveConflict, StepClosed
from leads_kit.model import PROGRESS_PART, Progress, Response, Step, StepState, Tier
from leads_kit.store.rows import Rows, row_of
from leads_kit.store.schema import responses, steps

ADDRESS = ("room", "seat", "exercise", "round", "part")


class AnswerRows(Rows):
    """What people gave."""

    def save(self, response: Response, only_if_open: Step | None = None) -> Response:
        """Keep a part of an answer for good, or raise.

        With `only_if_open`, the step must still be open in the round it was seen in, checked in the same transaction:
        StepClosed. An n that is not above the latest raises SaveConflict(latest=n), unless it is the same save again.
        """
        with self._changing(response.room, "response", response.seat) as connection:
            if only_if_open is not None:
                _must_be_open(connection, only_if_open)
            latest = connection.execute(_latest(response)).mappings().first()
            if latest is None or latest["n"] < response.n:
                connection.execute(insert(responses).values(_row(response)))
                return response
            kept = _response(latest)
            if kept.n == response.n and (kept.body, kept.sealed) == (response.body, response.sealed):
                return kept
            raise SaveConflict(latest=latest["n"])

    def answer(self, room_id: str, seat_id: str, exercise: str, round: int) -> dict[str, Response]:
        """The latest of each part that one seat gave in one round."""
        here = (responses.c.room == room_id, responses.c.seat == seat_id, responses.c.exercise == exercise)
        query = select(responses).where(*here, responses.c.round == round).order_by(responses.c.n)
        return {row["part"]: _response(row) for row in self._all(query)}

    def latest_round_answered(self, room_id: str, seat_id: str, exercise: str) -> int | None:
        """The last round in which this seat gave anything but its progress."""
        here = (responses.c.room == room_id, responses.c.seat == seat_id, responses.c.exercise == exercise)
        row = self._one(
            select(func.max(responses.c.round).label("round")).where(*here, responses.c.part != PROGRESS_PART)
        )
        return row["round"] if row else None

    def bodies(self, room_id: str, exercise: str, round: int, part: str) -> dict[str, Any]:
        """The latest unsealed body of every seat that has one and has not taken it back. For `leads_kit.room` alone."""
        found = {
            row["seat"]: row["body"]
            for row in self._latest_of_all(room_id, exercise, round, part)
            if row["sealed"] is None
        }
        return {seat: body for seat, body in found.items() if body is not None}

    def progress(self, room_id: str, exercise: str, round: int) -> dict[str, Progress]:
        """How far every seat is."""
        rows = self._latest_of_all(room_id, exercise, round, PROGRESS_PART)
        return {row["seat"]: Progress(row["body"]) for row in rows}

    def answered(self, room_id: str, exercise: str, round: int) -> frozenset[str]:
        """Seats that gave anything at all, sealed or not."""
        here = (responses.c.room == room_id, responses.c.exercise == exercise, responses.c.round == round)
        return frozenset(row["seat"] for row in self._all(select(responses.c.seat).where(*here).distinct()))

    def _latest_of_all(self, room_id: str, exercise: str, round: int, part: str) -> Sequence[RowMapping]:
        here = (
            responses.c.room == room_id,
            responses.c.exercise == exercise,
            responses.c.round == round,
            responses.c.part == part,
        )
        last = (
            select(responses.c.seat, func.max(responses.c.n).label("n"))
            .where(*here)
            .group_by(responses.c.seat)
            .subquery()
        )
        both = (responses.c.seat == last.c.seat) & (responses.c.n == last.c.n)
        return self._all(select(responses).join(last, both).where(*here).order_by(responses.c.seat))


def _must_be_open(connection: Connection, seen: Step) -> None:
    query = select(steps.c.state, steps.c.round).where(steps.c.room == seen.room, steps.c.position == seen.position)
    row = connection.execute(query).mappings().first()
    if row is None or row["state"] != StepState.OPEN.value or row["round"] != seen.round:
        raise StepClosed(exercise=seen.does)


def _latest(response: Response) -> Any:
    here = [responses.c[column] == getattr(response, column) for column in ADDRESS]
    return select(responses).where(*here).order_by(responses.c.n.desc()).limit(1)


def _row(response: Response) -> dict[str, Any]:
    row = row_of(response) | {"tier": response.tier.value}
    # A sealed row has no body at all; a taken-back offer has one, and it is JSON's own null.
    return row | {"body": null()} if response.sealed is not None else row


def _response(row: RowMapping) -> Response:
    given = {key: value for key, value in row.items() if key != "id"}
    return Response(**{**given, "tier": Tier(row["tier"])})
