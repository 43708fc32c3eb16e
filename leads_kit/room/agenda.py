"""The agenda's words for a step of a room, whether it stood there from the beginning or was swapped in."""

from __future__ import annotations

from leads_kit.model import AgendaStep, Pack, Room, Step


def words_of(pack: Pack, room: Room, step: Step) -> AgendaStep:
    """Minutes, notes and question of a step. A thing done twice has words of its own each time."""
    agenda = pack.agendas[room.agenda]
    here = agenda.steps[step.position]
    return here if here.does == step.does else agenda.step(step.does)
