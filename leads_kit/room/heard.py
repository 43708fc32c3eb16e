"""An exercise as one seat has it: with what the room supplied, and what other tables asked of its own."""

from __future__ import annotations

from dataclasses import replace

from leads_kit.kinds import kind_of
from leads_kit.model import Exercise, Pack, Room
from leads_kit.room.release import placed_notes
from leads_kit.room.supplies import exercise_in
from leads_kit.store import Store


def exercise_for(store: Store, room: Room, pack: Pack, exercise_id: str, table: int | None) -> Exercise:
    """Raises UnknownExercise. Of somebody without a table nothing is asked."""
    exercise = exercise_in(room, pack, exercise_id)
    kind = kind_of(exercise)
    source = kind.hears(exercise)
    if source is None:
        return exercise
    notes = () if table is None else placed_notes(store, room, source)
    told = kind.heard(exercise, notes, table or 0, pack.words)
    return replace(exercise, supplied={**exercise.supplied, **told})
