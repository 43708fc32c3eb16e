"""What a room was shown, as one page for the facilitator: exactly what the wall may show, and nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from leads_kit.kinds import kind_of
from leads_kit.kinds._kind import Picture
from leads_kit.model import Client, Pack, Room, Step
from leads_kit.reports.pages import Drawn, drawn_all, page
from leads_kit.room import exercise_in, release, signed, under_headings, worded, words_of
from leads_kit.store import Store
from leads_kit.text import Say


@dataclass(frozen=True)
class Shown:
    """One step: its picture where there is one, and the notes that were released, under their headings. `version` is of its
    words, where a kind counts them."""

    id: str
    title: str
    question: str
    picture: Picture | None
    notes: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    version: str = ""


def gather_shown(store: Store, room: Room, pack: Pack, say: Say) -> tuple[Shown, ...]:
    """Every exercise of the agenda of which the wall shows something now, in order."""
    exercises = [step for step in store.steps(room.id) if step.does in pack.exercises]
    told = (_shown(store, room, pack, step, say) for step in exercises)
    return tuple(one for one in told if one.picture or one.notes)


def as_shown(
    shown: Sequence[Shown], say: Say, title: str, notice: str, made: dt.date, drawn: Drawn, client: Client | None = None
) -> str:
    """One page that needs no server and asks nothing of any."""
    pictures = drawn_all(drawn, {one.id: one.picture for one in shown})
    return page(
        "shown.html", say=say, client=client, shown=shown, title=title, notice=notice, made=made, pictures=pictures
    )


def _shown(store: Store, room: Room, pack: Pack, step: Step, say: Say) -> Shown:
    exercise = exercise_in(room, pack, step.does)
    seen = release(store, room, pack, step.does, step.round, "wall")
    picture = kind_of(exercise).room_picture(exercise, seen, say) if seen.figures or seen.notes else None
    notes = tuple(
        (heading, tuple((worded(one.note, say), signed(one.by, say)) for one in told))
        for heading, told in under_headings(exercise, seen.notes, say)
    )
    question = say.text(words_of(pack, room, step).question)
    return Shown(
        f"{step.position}-{step.does}",
        say.text(exercise.title),
        question,
        picture,
        notes,
        getattr(exercise.settings, "version", ""),
    )
