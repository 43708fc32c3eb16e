"""What a room gives its exercises before they open: a joint service, a list of topics. Picked or typed on the console."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from leads_kit.errors import SupplyRefused, UnknownExercise
from leads_kit.form import LINE_LIMIT
from leads_kit.kinds import kind_of
from leads_kit.model import Ask, Exercise, Pack, Room
from leads_kit.text import Text

Given = Mapping[str, Sequence[Text]]


def exercise_in(room: Room, pack: Pack, exercise_id: str) -> Exercise:
    """An exercise as this room has it. Raises UnknownExercise."""
    exercise = pack.exercises.get(exercise_id)
    if exercise is None:
        raise UnknownExercise(exercise=exercise_id, known=sorted(pack.exercises))
    given = room.supplies.get(exercise_id, {})
    told = {ask: tuple(Text(one["en"], one["fr"]) for one in texts) for ask, texts in given.items()}
    return replace(exercise, supplied=told)


def missing(room: Room, exercise: Exercise | None) -> tuple[Ask, ...]:
    """What the room has not supplied yet."""
    if exercise is None:
        return ()
    given = room.supplies.get(exercise.id, {})
    return tuple(ask for ask in kind_of(exercise).asks(exercise) if ask.id not in given)


def supplies_with(room: Room, exercise: Exercise, given: Given) -> dict[str, dict[str, list[dict[str, str]]]]:
    """The room's supplies with these. Raises SupplyRefused for too few, too many, too long, or twice the same."""
    asks = {ask.id: ask for ask in kind_of(exercise).asks(exercise)}
    told = {ask: _told(asks[ask], texts) for ask, texts in given.items() if ask in asks}
    everything = {name: {ask: list(texts) for ask, texts in one.items()} for name, one in room.supplies.items()}
    return everything | {exercise.id: everything.get(exercise.id, {}) | told}


def _told(ask: Ask, texts: Sequence[Text]) -> list[dict[str, str]]:
    kept = [Text(one.en.strip(), one.fr.strip()) for one in texts if one.en.strip()]
    fits = ask.least <= len(kept) <= ask.most and len({one.en.casefold() for one in kept}) == len(kept)
    if not fits or any(len(one.en) > LINE_LIMIT for one in kept):
        raise SupplyRefused(label=ask.label, least=ask.least, most=ask.most, limit=LINE_LIMIT)
    return [{"en": one.en, "fr": one.fr} for one in kept]
