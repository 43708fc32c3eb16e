"""Introductions: who could do something for whom, who has said yes, and the first names of those who both did.

A seat knows others by pseudonym only. It points at somebody by one of their released notes, never by an id.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from leads_kit.analysis.matching import Match, best_pairs
from leads_kit.errors import NobodyThere
from leads_kit.kinds import kind_of
from leads_kit.model import Exercise, Interest, Note, Room, StepState
from leads_kit.room.release import noted_by
from leads_kit.store import Store

NAME_LIMIT = 40


@dataclass(frozen=True)
class Meeting:
    """Somebody as one seat may know them. `reasons` are what matched; `best` is the pair that serves the whole room.

    `their_name` is empty until both have said yes and they have typed it.
    """

    key: str
    by: str
    reasons: tuple[str, ...] = ()
    best: bool = False
    mine: bool = False
    theirs: bool = False
    my_name: str = ""
    their_name: str = ""


def meetings(store: Store, room: Room, exercise: Exercise, round: int, seat_id: str) -> tuple[Meeting, ...]:
    """Everybody else with a released note, best matches first; nothing while the step is not shown."""
    notes = _shown(store, room, exercise, round)
    matches = _matches(exercise, notes)
    best, said = best_pairs(matches), {(one.seat, one.other): one for one in store.interests(room.id, exercise.id)}
    told = []
    for owner, own in notes.items():
        if owner != seat_id:
            match = next((one for one in matches if {one.one, one.other} == {owner, seat_id}), None)
            mine, theirs = said.get((seat_id, owner)), said.get((owner, seat_id))
            both = mine is not None and theirs is not None
            meeting = Meeting(
                key=own[0][0], by=own[0][1], reasons=match.reasons if match else (),
                best=frozenset((owner, seat_id)) in best, mine=mine is not None, theirs=theirs is not None,
                my_name=mine.name if mine else "", their_name=theirs.name if both and theirs else "",
            )  # fmt: skip
            told.append((-(match.score if match else 0), meeting.by, meeting))
    return tuple(meeting for *_, meeting in sorted(told, key=lambda one: one[:2]))


def say_interest(
    store: Store,
    room: Room,
    exercise: Exercise,
    round: int,
    seat_id: str,
    key: str,
    yes: bool,
    name: str,
    now: dt.datetime,
) -> None:
    """Say that one would like to meet whoever wrote a note, take it back, or tell one's first name once both have.

    Raises NobodyThere where the note is not on the screens, or is one's own.
    """
    notes = _shown(store, room, exercise, round)
    other = next((owner for owner, own in notes.items() if key in {one[0] for one in own} and owner != seat_id), None)
    if other is None:
        raise NobodyThere
    interest = Interest(room.id, exercise.id, seat_id, other, now)
    if not yes:
        store.drop_interest(interest)
        return
    said = {(one.seat, one.other) for one in store.interests(room.id, exercise.id)}
    told = name.strip()[:NAME_LIMIT] if (other, seat_id) in said else ""
    store.save_interest(Interest(room.id, exercise.id, seat_id, other, now, told))


def unmatched(store: Store, room: Room, exercise: Exercise, round: int) -> int:
    """How many who wrote something match nobody: a count for the console, so that it can help; never who."""
    notes = noted_by(store, room, exercise.id, round, released_only=False)
    matches = _matches(exercise, notes)
    matched = {owner for one in matches for owner in (one.one, one.other)}
    return len(notes.keys() - matched)


Written = Mapping[str, Sequence[tuple[str, str, Note]]]


def _matches(exercise: Exercise, notes: Written) -> tuple[Match, ...]:
    matches = kind_of(exercise).matches
    return matches(exercise, {owner: [note for *_, note in own] for owner, own in notes.items()}) if matches else ()


def _shown(store: Store, room: Room, exercise: Exercise, round: int) -> Written:
    """Released notes by owner, `(key, pseudonym, note)`, where everybody may see them."""
    steps = store.steps(room.id)
    step = next((one for one in steps if (one.does, one.round) == (exercise.id, round)), None)
    if step is None or step.state is not StepState.SHOWN:
        return {}
    return noted_by(store, room, exercise.id, round, released_only=True)
