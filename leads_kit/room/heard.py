"""An exercise as one seat has it: with what the room supplied, and what others' released notes make it about."""

from __future__ import annotations

from dataclasses import replace

from leads_kit.model import Exercise, Pack, Room
from leads_kit.room.release import heard_by
from leads_kit.room.supplies import exercise_in
from leads_kit.store import Store


def exercise_for(store: Store, room: Room, pack: Pack, exercise_id: str, table: int | None, seat: str = "") -> Exercise:
    """As a table has it, or a seat; without either, for nobody in particular. Raises UnknownExercise."""
    exercise = exercise_in(room, pack, exercise_id)
    told = heard_by(store, room, pack, exercise, table, seat)
    return replace(exercise, supplied={**exercise.supplied, **told}) if told else exercise
