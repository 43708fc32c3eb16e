"""What was typed to be shared: frozen as a round closes, then released by the facilitator one by one."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from leads_kit.kinds import kind_of
from leads_kit.model import Exercise, Note, Pack, Part, Room, Tier, owner_of
from leads_kit.room.counting import counted, people
from leads_kit.room.heard import exercise_for
from leads_kit.room.said import TABLE
from leads_kit.store import Store

# Lines without a name come from so many authors at the least, however small the minimum group.
LEAST_AUTHORS = 5
Frozen = list[dict[str, Any]]


def shares_notes(exercise: Exercise | None) -> bool:
    """Whether anything typed into this may ever be released."""
    return exercise is not None and any(part.tier is Tier.SHARED for part in kind_of(exercise).parts(exercise))


def least_authors(min_group: int) -> int:
    """How many must have written before lines without a name are told to anybody."""
    return max(LEAST_AUTHORS, min_group)


def freeze_notes(store: Store, room: Room, pack: Pack, exercise: Exercise, round: int) -> Frozen:
    """Every note of a round as the store keeps it: `{key, owner, by, note}`, in an order that says nothing.

    Nameless ones have no owner either, and are none at all from too few authors.
    """
    given = counted(store, room, exercise, round)
    names = {owner_of(seat.id, None): seat.pseudonym for seat in people(store, room)}
    found: Frozen = []
    for part in kind_of(exercise).parts(exercise):
        if part.tier is Tier.SHARED:
            bodies = store.bodies(room.id, exercise.id, round, part.id)
            told = {
                owner: kind_of(exercise).notes(_as_had(store, room, pack, exercise, owner), part.id, body)
                for owner, body in bodies.items()
                if owner in given
            }
            found += _of_part(part, told, names, room)
    secrets.SystemRandom().shuffle(found)
    return found


def _as_had(store: Store, room: Room, pack: Pack, exercise: Exercise, owner: str) -> Exercise:
    """The exercise as a table had it, with what was asked of that table."""
    table = int(owner.removeprefix(TABLE)) if owner.startswith(TABLE) else None
    return exercise_for(store, room, pack, exercise.id, table)


def _of_part(part: Part, told: Mapping[str, Sequence[Note]], names: Mapping[str, str], room: Room) -> Frozen:
    if part.anonymous and sum(bool(one) for one in told.values()) < least_authors(room.min_group):
        return []
    return [
        {
            "key": secrets.token_hex(8),
            "owner": "" if part.anonymous else owner,
            "by": "" if part.anonymous or part.unsigned else names.get(owner, owner),
            "note": asdict(note),
        }
        for owner, one in told.items()
        for note in one
    ]
