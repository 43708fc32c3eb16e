"""One run of a workshop: its seats, tables and steps, and what people gave."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from leads_kit.model.content import Tier


class StepState(StrEnum):
    WAITING = "waiting"
    OPEN = "open"
    CLOSED = "closed"
    SHOWN = "shown"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class Room:
    """One run of a workshop. `min_group` is fixed once `group_settled`; `pack` is the digest of the copy in the store.

    `table_size` is how many were last dealt to a table; late-comers then get a table as they join. `supplies` is what the
    room gave its exercises on the console: `{exercise: {ask: [{en, fr}]}}`.
    """

    id: str
    name: str
    code: str
    host_hash: bytes
    pack: str
    agenda: str
    lang: str
    min_group: int
    group_settled: bool
    demo: bool
    closed: bool
    seq: int
    created: dt.datetime
    table_size: int | None = None
    supplies: Mapping[str, Mapping[str, Any]] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Seat:
    """One participant in one room. `secret_hash` is SHA-256 of the seat secret, which is kept nowhere."""

    id: str
    room: str
    secret_hash: bytes
    pseudonym: str
    lang: str
    sample: bool
    joined: dt.datetime
    seen: dt.datetime
    consent_version: str
    consent_at: dt.datetime
    left: bool = False
    table: int | None = None
    took_home: dt.datetime | None = None


@dataclass(frozen=True)
class Step:
    """A place on a room's agenda. `ends_at` runs while open; `remaining` (seconds) is kept while paused;
    `closes_at` stands once closing was announced. None of them closes anything by itself.
    """

    room: str
    position: int
    does: str
    state: StepState
    round: int
    ends_at: dt.datetime | None = None
    remaining: int | None = None
    closes_at: dt.datetime | None = None


def owner_of(seat: str, table: int | None) -> str:
    """Whose an answer is: a table's, whoever of it typed last, or the seat's own."""
    return seat if table is None else f"table:{table}"


@dataclass(frozen=True)
class Response:
    """A part of an answer, with who, where, when, round. Exactly one of `body` (unsealed JSON) and `sealed` is set.

    A joint answer belongs to `table`; `seat` is then the one of it that saved last.
    """

    room: str
    seat: str
    exercise: str
    round: int
    part: str
    tier: Tier
    n: int
    at: dt.datetime
    body: Any = None
    sealed: bytes | None = None
    table: int | None = None

    @property
    def owner(self) -> str:
        return owner_of(self.seat, self.table)


@dataclass(frozen=True)
class Table:
    """The table twin of a chart."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
