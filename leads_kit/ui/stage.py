"""What a step looks like to others, as plain state: the words of its pack and what `room.release` lets out, nothing else."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import Any

from leads_kit.analysis.grouping import PAIR, TRIAD, split
from leads_kit.kinds import kind_of
from leads_kit.model import Activity, Exercise, Pack, Release, Room, Said, Step
from leads_kit.room import (
    TOO_FEW,
    exercise_in,
    only_offered,
    shares_figures,
    shares_notes,
    signed,
    under_headings,
    worded,
    words_of,
)
from leads_kit.text import Say, parted
from leads_kit.ui.drawn import room_drawn

GROUPS = {PAIR: "stage.pairs", TRIAD: "stage.triads"}


def does(pack: Pack, room: Room, step: Step) -> Exercise | Activity:
    """The exercise, as this room has it, or the activity of a step."""
    return pack.activities.get(step.does) or exercise_in(room, pack, step.does)


def joint(thing: Exercise | Activity) -> bool:
    """Whether a table answers it together."""
    return isinstance(thing, Exercise) and kind_of(thing).unit == "table"


def outline(pack: Pack, room: Room, step: Step, say: Say) -> dict[str, Any]:
    """The step without its results: `{key, position, title, state, round, minutes, ends_at, remaining, closing, …}`."""
    thing, words = does(pack, room, step), words_of(pack, room, step)
    activity = thing if isinstance(thing, Activity) else None
    instruction, pictures = parted(say.text(thing.instruction if isinstance(thing, Activity) else thing.intro))
    return {
        "key": f"{step.position}:{step.round}",
        "position": step.position,
        "does": step.does,
        "exercise": activity is None,
        "joint": joint(thing),
        "title": say.text(thing.title),
        "state": step.state.value,
        "round": step.round,
        "minutes": words.minutes,
        "question": say.text(words.question),
        "instruction": instruction,
        "pictures": pictures,
        "roles": [say.text(role) for role in activity.roles] if activity else [],
        "size": activity.size if activity else 0,
        "turns": [minutes * 60 for minutes in activity.turns] if activity else [],
        "ends_at": iso(step.closes_at or step.ends_at),
        "remaining": step.remaining,
        "closing": step.closes_at is not None,
    }


def results(pack: Pack, room: Room, step: Step, release: Release | None, say: Say) -> dict[str, Any]:
    """The picture and the notes of a released round, or one sentence on why there is none; nothing while nothing is due."""
    thing = does(pack, room, step)
    if release is None or isinstance(thing, Activity):
        return {"picture": None, "withheld": None, "notes": []}
    return {**_figures(pack, thing, room, release, say), "notes": noted(thing, release.notes, say)}


def noted(exercise: Exercise, notes: Iterable[Said], say: Say) -> list[dict[str, Any]]:
    """Notes under their headings: `[{heading, items: [{key, text, by, state}]}]`."""
    return [
        {
            "heading": heading,
            "items": [
                {"key": one.key, "text": worded(one.note, say), "by": signed(one.by, say), "state": one.state}
                for one in told
            ],
        }
        for heading, told in under_headings(exercise, notes, say)
    ]


def divided(people: int, size: int, say: Say) -> str | None:
    """How so many people make groups of a size, in one sentence: "5 people: 1 triad and 1 pair"."""
    if size < PAIR or people < PAIR:
        return None
    told = [
        say(GROUPS[count], n=number) if count in GROUPS else say("stage.groups", n=number, size=count)
        for count, number in Counter(split(people, size)).items()
    ]
    return say("stage.divided", n=people, groups=told)


def iso(moment: dt.datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _figures(pack: Pack, exercise: Exercise, room: Room, release: Release, say: Say) -> dict[str, Any]:
    picture = room_drawn(pack, exercise, release, say)
    why = release.withheld.get("*") if shares_figures(exercise) and not release.figures else None
    if why:
        # Everybody may have answered; what counts here is what they offered of it.
        told = "disclosure.too_few_offered" if why == TOO_FEW and only_offered(exercise) else why
        return {"picture": picture, "withheld": say(told, min_group=room.min_group, n=release.n)}
    few = say("disclosure.left_out", n=release.left_out) if release.left_out else None
    return {"picture": picture, "withheld": few}


def shares(thing: Exercise | Activity) -> bool:
    """Whether anything of it is ever shown to all."""
    return isinstance(thing, Exercise) and (shares_figures(thing) or shares_notes(thing))
