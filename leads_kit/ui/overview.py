"""A room as its console shows it, as plain state: the agenda, one step with its counts and results, tables, what is asked."""

from __future__ import annotations

from typing import Any

from leads_kit.kinds import kind_of
from leads_kit.model import Counts, Pack, Room, Seat, Step
from leads_kit.room import (
    LOWEST_GROUP,
    PAST,
    RoomDesk,
    counts,
    current,
    exercise_in,
    meeting_at,
    release,
    seated,
    unmatched,
    words_of,
)
from leads_kit.text import Say
from leads_kit.ui.place import Address
from leads_kit.ui.stage import divided, does, outline, results, shares

COUNTED = ("here", "seats", "started", "finished", "passed")


class Overview:
    """Made anew from the room's rows each time it is asked; it keeps nothing."""

    def __init__(self, desk: RoomDesk, pack: Pack, address: Address, say: Say) -> None:
        self._desk, self._pack, self._address, self._say = desk, pack, address, say

    def state(self, looked: int | None) -> dict[str, Any]:
        """Everything, with the step at `looked`, else the one the room is at."""
        room, steps = self._desk.room, self._desk.steps()
        step = self._selected(steps, looked)
        tally = counts(self._desk.store, room, step, self._desk.clock())
        return {
            "agenda": [self._line(room, one) for one in steps],
            "step": self._told(room, step, tally) if step else None,
            "here": tally.here,
            "seats": tally.seats,
            "group": {"min": room.min_group, "settled": room.group_settled, "lowest": LOWEST_GROUP},
            "tables": {"size": room.table_size, "seated": list(seated(self._desk.store, room).values())},
            "spares": self._spares(room, steps),
            "home": self._home(self._desk.store.seats(room.id)),
            "room": {
                **self._address.state(),
                "demo": room.demo,
                "closed": room.closed,
                "reached": self._desk.reached(),
            },
        }

    def _selected(self, steps: tuple[Step, ...], looked: int | None) -> Step | None:
        if looked is not None:
            return steps[looked]
        return current(steps) or (steps[0] if steps else None)

    def _line(self, room: Room, step: Step) -> dict[str, Any]:
        meeting = meeting_at(self._pack, room, step)
        return {
            "meeting": self._say.text(meeting) if meeting else "",
            "position": step.position,
            "title": self._say.text(does(self._pack, room, step).title),
            "minutes": words_of(self._pack, room, step).minutes,
            "state": step.state.value,
            "round": step.round,
        }

    def _told(self, room: Room, step: Step, tally: Counts) -> dict[str, Any]:
        thing = does(self._pack, room, step)
        ended = shares(thing) and step.state in PAST
        seen = release(self._desk.store, room, self._pack, step.does, step.round, "console") if ended else None
        told = outline(self._pack, room, step, self._say)
        return {
            **told,
            **results(self._pack, room, step, seen, self._say),
            "notes_for_me": self._say.text(words_of(self._pack, room, step).notes),
            "counts": {key: getattr(tally, key) for key in COUNTED},
            "divided": divided(tally.here, told["size"], self._say),
            "unmatched": self._unmatched(room, step) if seen else None,
            "asks_group": self._desk.asks_group(step),
            "asks_supply": [self._ask(ask) for ask in self._desk.asks_supply(step)],
        }

    def _unmatched(self, room: Room, step: Step) -> str | None:
        """How many could meet nobody, so that the facilitator can help; for kinds that introduce people."""
        exercise = exercise_in(room, self._pack, step.does)
        if kind_of(exercise).matches is None:
            return None
        alone = unmatched(self._desk.store, room, exercise, step.round)
        return self._say("console.unmatched", n=alone) if alone else None

    def _ask(self, ask: Any) -> dict[str, Any]:
        return {
            "id": ask.id,
            "label": self._say.text(ask.label),
            "suggestions": [self._say.text(one) for one in ask.suggestions],
            "least": ask.least,
            "most": ask.most,
        }

    def _spares(self, room: Room, steps: tuple[Step, ...]) -> list[dict[str, Any]]:
        """What could still be swapped in."""
        here = {step.does for step in steps}
        titles = {id: one.title for id, one in self._pack.exercises.items()}
        titles |= {id: one.title for id, one in self._pack.activities.items()}
        return [
            {"does": one.does, "title": self._say.text(titles[one.does]), "minutes": one.minutes}
            for one in self._pack.agendas[room.agenda].spares
            if one.does not in here
        ]

    def _home(self, seats: tuple[Seat, ...]) -> dict[str, int]:
        """How many took theirs home, of those who are still here."""
        staying = [seat for seat in seats if not seat.left]
        return {"taken": sum(seat.took_home is not None for seat in staying), "seats": len(staying)}
