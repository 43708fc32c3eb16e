"""Where a room is on its agenda, and the agenda's words for a step, whether it stood there at first or was swapped in."""

from __future__ import annotations

from leads_kit.model import AgendaStep, Pack, Room, Step, StepState
from leads_kit.text import Text

PAST = (StepState.CLOSED, StepState.SHOWN)


def words_of(pack: Pack, room: Room, step: Step) -> AgendaStep:
    """Minutes, notes and question of a step. A thing done twice has words of its own each time."""
    agenda = pack.agendas[room.agenda]
    here = agenda.steps[step.position]
    return here if here.does == step.does else agenda.step(step.does)


def meeting_at(pack: Pack, room: Room, step: Step) -> Text | None:
    """The title of the meeting that begins with a step; it belongs to the place, whatever was swapped in there."""
    return pack.agendas[room.agenda].steps[step.position].meeting


def current(steps: tuple[Step, ...]) -> Step | None:
    """The step the room is at: the open one, else the last that has ended, else None before the first.

    A step that was skipped when its turn came counts: its question is what people talk about instead.
    """
    opened = [step for step in steps if step.state is StepState.OPEN]
    waiting = min((step.position for step in steps if step.state is StepState.WAITING), default=len(steps))
    past = [
        step for step in steps if step.state in PAST or (step.state is StepState.SKIPPED and step.position < waiting)
    ]
    return opened[0] if opened else max(past, key=lambda step: step.position, default=None)
