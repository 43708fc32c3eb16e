"""Tables: taken by number, or dealt by the console; whoever comes late goes to the smallest."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter

from leads_kit.analysis.grouping import PAIR, dealt, smallest
from leads_kit.errors import TableRefused
from leads_kit.model import Room, Seat
from leads_kit.room.counting import here, people
from leads_kit.store import Store

MOST_TABLES, LARGEST = 40, 12


def sit(store: Store, room: Room, seat_id: str, table: int | None) -> Seat:
    """Take a table by its number, or stand up. Raises TableRefused for a number that no room has."""
    if table is not None and not 1 <= table <= MOST_TABLES:
        raise TableRefused(most=MOST_TABLES)
    return store.change_seat(room.id, seat_id, table=table)


def deal(store: Store, room: Room, size: int, now: dt.datetime) -> dict[str, int]:
    """Give everybody who is here a table of about `size`, by lot; others stand up. Raises TableRefused."""
    if not PAIR <= size <= LARGEST:
        raise TableRefused(most=LARGEST)
    present = [seat.id for seat in here(people(store, room), now)]
    numbers = dealt(present, size, random.SystemRandom())
    columns = {seat.id: {"table": numbers.get(seat.id)} for seat in people(store, room)}
    store.change_seats(room.id, columns, table_size=size)
    return numbers


def seated(store: Store, room: Room) -> dict[int, int]:
    """How many sit at each table."""
    taken = Counter(seat.table for seat in people(store, room) if seat.table is not None)
    return dict(sorted(taken.items()))


def table_for_newcomer(store: Store, room: Room) -> int | None:
    """The smallest table, once tables were dealt; None before that."""
    return smallest([seat.table for seat in people(store, room)]) if room.table_size else None
