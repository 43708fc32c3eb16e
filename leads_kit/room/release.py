"""Released, not filtered: the one function that lets anything about others out of a room, and the counts before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Literal

from leads_kit.analysis.disclosure import TOO_ALIKE, WHOLE, comparable, protect
from leads_kit.errors import UnknownExercise
from leads_kit.kinds import kind_of
from leads_kit.model import Counts, Exercise, Figure, Pack, Progress, Release, Room, Step, StepState, Tier
from leads_kit.store import Store

Viewer = Literal["console", "wall", "seat"]
HERE_FOR = dt.timedelta(minutes=2)
SEES: dict[Viewer, tuple[StepState, ...]] = {
    "console": (StepState.CLOSED, StepState.SHOWN),
    "wall": (StepState.SHOWN,),
    "seat": (StepState.SHOWN,),
}


def counts(store: Store, room: Room, step: Step | None, now: dt.datetime) -> Counts:
    """How many are here (seen in the last two minutes) and how far they are; nothing about what they said."""
    seats = [seat for seat in store.seats(room.id) if not seat.left]
    here = sum(now - seat.seen <= HERE_FOR for seat in seats)
    reached = store.progress(room.id, step.does, step.round) if step is not None and step.round else {}
    tally = {one: sum(progress is one for progress in reached.values()) for one in Progress}
    return Counts(
        here=here,
        seats=len(seats),
        started=tally[Progress.STARTED],
        finished=tally[Progress.DONE],
        passed=tally[Progress.PASSED],
    )


def release(store: Store, room: Room, pack: Pack, exercise_id: str, round: int, viewer: Viewer) -> Release:
    """What a viewer may see of one round of an exercise: what was frozen when it closed, or nothing but counts.

    Raises UnknownExercise.
    """
    if exercise_id not in pack.exercises:
        raise UnknownExercise(exercise=exercise_id, known=sorted(pack.exercises))
    step = _step(store, room, exercise_id, round)
    frozen = store.release(room.id, exercise_id, round)
    if frozen is None or step is None or not _visible(step, round, viewer):
        now = dt.datetime.now(dt.UTC)
        return Release(exercise_id, round, counts(store, room, step, now))
    return _thawed(exercise_id, round, frozen)


def freeze(store: Store, room: Room, exercise: Exercise, step: Step, now: dt.datetime) -> dict[str, Any]:
    """All that may ever be shown of a round, worked out once, as it closes. The seats it rests on never leave the store."""
    given = _given(store, room, exercise, step.round)
    earlier = [set(body["seats"]) for _, body in store.releases(room.id, exercise.id) if body["figures"]]
    told: dict[str, Any] = {
        "counts": asdict(counts(store, room, step, now)),
        "figures": [],
        "seats": [],
        "n": len(given),
    }
    group = comparable(given.keys(), earlier, room.min_group)
    if group is None:
        return told | {"withheld": {WHOLE: TOO_ALIKE}}
    inside, left_out = group
    raw = kind_of(exercise).summary(exercise, [given[seat] for seat in sorted(inside)]) if inside else ()
    figures, withheld = protect(raw, len(inside), room.min_group)
    shown = {"figures": [asdict(figure) for figure in figures], "withheld": withheld, "n": len(inside)}
    return told | shown | {"seats": sorted(inside), "left_out": len(left_out)}


def _given(store: Store, room: Room, exercise: Exercise, round: int) -> dict[str, dict[str, Any]]:
    """Group-tier bodies by seat, parts joined. Who would rather not is not in it; private parts are sealed and cannot be."""
    parts = [part for part in kind_of(exercise).parts(exercise) if part.tier is Tier.GROUP]
    passed = {
        seat for seat, progress in store.progress(room.id, exercise.id, round).items() if progress is Progress.PASSED
    }
    given: dict[str, dict[str, Any]] = {}
    for part in parts:
        for seat, body in store.bodies(room.id, exercise.id, round, part.id).items():
            if seat not in passed and body:
                given.setdefault(seat, {}).update(body)
    return given


def _step(store: Store, room: Room, exercise_id: str, round: int) -> Step | None:
    steps = [step for step in store.steps(room.id) if step.does == exercise_id]
    return max(steps, key=lambda step: (step.round >= round, -step.position), default=None)


def _visible(step: Step, round: int, viewer: Viewer) -> bool:
    """An earlier round that was closed stays visible to the console while a new one runs; others see what is shown now."""
    if round < step.round:
        return viewer == "console"
    return step.state in SEES[viewer]


def _thawed(exercise_id: str, round: int, frozen: Mapping[str, Any]) -> Release:
    figures = tuple(
        Figure(one["id"], tuple(one["classes"]), tuple(one["counts"]), one["n"], one["multiple"])
        for one in frozen["figures"]
    )
    return Release(exercise_id, round, Counts(**frozen["counts"]), figures, dict(frozen["withheld"]), frozen["n"])
