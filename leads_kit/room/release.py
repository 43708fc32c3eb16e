"""Released, not filtered: the one function that lets anything about others out of a room."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal

from leads_kit.kinds import kind_of
from leads_kit.kinds._kind import Supplied
from leads_kit.model import Counts, Exercise, Figure, Note, Pack, Release, Room, Said, StepState
from leads_kit.room.counting import tally
from leads_kit.store import Store

Viewer = Literal["console", "wall", "seat"]
SEES: dict[Viewer, tuple[StepState, ...]] = {
    "console": (StepState.CLOSED, StepState.SHOWN),
    "wall": (StepState.SHOWN,),
    "seat": (StepState.SHOWN,),
}


def release(store: Store, room: Room, pack: Pack, exercise_id: str, round: int, viewer: Viewer) -> Release:
    """What a viewer may see of one round of an exercise: what was frozen when it closed, or nothing but counts."""
    frozen = store.release(room.id, exercise_id, round) if exercise_id in pack.exercises else None
    if frozen is None or not _visible(store, room, exercise_id, round, viewer):
        return Release(exercise_id, round, tally(store, room, exercise_id, round, dt.datetime.now(dt.UTC)))
    notes = _notes(frozen, store.note_states(room.id, exercise_id, round))
    seen = notes if viewer == "console" else tuple(one for one in notes if one.state == "released")
    about = heard_by(store, room, pack, pack.exercises[exercise_id])
    return replace(_thawed(exercise_id, round, frozen, seen), heard=about)


def own_notes(store: Store, room: Room, exercise_id: str, round: int, owner: str) -> tuple[Said, ...]:
    """What became of one owner's own notes since the round closed; of nameless ones nobody can tell."""
    frozen = store.release(room.id, exercise_id, round)
    if frozen is None:
        return ()
    own = [one for one in frozen.get("notes", ()) if one["owner"] == owner]
    return _notes({"notes": own}, store.note_states(room.id, exercise_id, round))


def placed_notes(store: Store, room: Room, exercise_id: str) -> tuple[Said, ...]:
    """All notes of the last shown round, always in the same places; what is not released is empty.

    A note's key is then its place, `EXERCISE:ROUND:NUMBER`, by which an answer may name it.
    """
    steps = [one for one in store.steps(room.id) if one.does == exercise_id and one.state is StepState.SHOWN]
    if not steps:
        return ()
    round_ = max(one.round for one in steps)
    notes = _notes(store.release(room.id, exercise_id, round_) or {}, store.note_states(room.id, exercise_id, round_))
    return tuple(_placed(one, f"{exercise_id}:{round_}:{at}") for at, one in enumerate(notes, 1))


def heard_by(
    store: Store, room: Room, pack: Pack, exercise: Exercise, table: int | None = None, seat: str = ""
) -> Supplied:
    """What the notes of other exercises supply to this one, at a table or a seat; {} where it hears none.

    A table hears notes in their places. A person hears them in an order of their own, the same whenever they look, so that
    no line is first for everybody.
    """
    kind = kind_of(exercise)
    sources = kind.hears(exercise)
    if not sources:
        return {}
    all_notes = (placed_notes(store, room, source) for source in sources)
    notes = next((notes for notes in all_notes if any(one.state == "released" for one in notes)), ())
    if kind.unit == "person":
        notes = tuple(sorted(notes, key=lambda one: _lot(seat, one.key)))
    return kind.heard(exercise, notes, table, pack.words)


def noted_by(
    store: Store, room: Room, exercise_id: str, round: int, *, released_only: bool
) -> dict[str, list[tuple[str, str, Note]]]:
    """`(key, by, note)` by owner, for introductions; owners never leave `leads_kit.room`."""
    frozen = store.release(room.id, exercise_id, round) or {}
    states = store.note_states(room.id, exercise_id, round)
    found: dict[str, list[tuple[str, str, Note]]] = {}
    for one in frozen.get("notes", ()):
        if one["owner"] and (not released_only or states.get(one["key"]) == "released"):
            found.setdefault(one["owner"], []).append((one["key"], one["by"], Note(**one["note"])))
    return found


def _placed(one: Said, place: str) -> Said:
    note = one.note if one.state == "released" else replace(one.note, text="")
    return replace(one, key=place, note=note)


def _lot(seat: str, place: str) -> bytes:
    """A lot that falls the same each time."""
    return hashlib.sha256(f"{seat}:{place}".encode()).digest()


def _visible(store: Store, room: Room, exercise_id: str, round: int, viewer: Viewer) -> bool:
    """A round is seen as its step stands; one that a newer round has replaced stays with the console."""
    step = next((one for one in store.steps(room.id) if (one.does, one.round) == (exercise_id, round)), None)
    return step.state in SEES[viewer] if step else viewer == "console"


def _notes(frozen: Mapping[str, Any], states: Mapping[str, Any]) -> tuple[Said, ...]:
    """Notes without their owners; one that was not decided waits. A store of an earlier kit has none."""
    return tuple(
        Said(one["key"], Note(**one["note"]), one["by"], states.get(one["key"], "waiting"))
        for one in frozen.get("notes", ())
    )


def _thawed(exercise_id: str, round: int, frozen: Mapping[str, Any], notes: tuple[Said, ...]) -> Release:
    """A release as views get it: all but who is in its figures, and whose its notes are."""
    figures = tuple(
        Figure(**{**one, "classes": tuple(one["classes"]), "counts": tuple(one["counts"])}) for one in frozen["figures"]
    )
    told = Counts(**frozen["counts"])
    return Release(exercise_id, round, told, figures, dict(frozen["withheld"]), frozen["n"], frozen["left_out"], notes)
