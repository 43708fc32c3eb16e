"""What a step looks like to others, as plain state: the words of its pack and what `room.release` lets out, nothing else."""

from __future__ import annotations

import datetime as dt
from typing import Any

from leads_kit.kinds import kind_of
from leads_kit.model import Activity, AgendaStep, Exercise, Pack, Release, Room, Step
from leads_kit.room import shares_figures
from leads_kit.text import Say
from leads_kit.ui.chart import pictured


def does(pack: Pack, step: Step) -> Exercise | Activity:
    """The exercise or activity of a step."""
    return pack.exercises.get(step.does) or pack.activities[step.does]


def on_agenda(pack: Pack, room: Room, step: Step) -> AgendaStep:
    """The facilitator's words for a step."""
    return pack.agendas[room.agenda].steps[step.position]


def outline(pack: Pack, room: Room, step: Step, say: Say) -> dict[str, Any]:
    """The step without its results: `{key, position, title, state, round, minutes, ends_at, remaining, closing, …}`."""
    thing, words = does(pack, step), on_agenda(pack, room, step)
    activity = thing if isinstance(thing, Activity) else None
    return {
        "key": f"{step.position}:{step.round}",
        "position": step.position,
        "does": step.does,
        "exercise": activity is None,
        "title": say.text(thing.title),
        "state": step.state.value,
        "round": step.round,
        "minutes": words.minutes,
        "question": say.text(words.question),
        "instruction": say.text(thing.instruction if isinstance(thing, Activity) else thing.intro),
        "roles": [say.text(role) for role in activity.roles] if activity else [],
        "ends_at": iso(step.closes_at or step.ends_at),
        "remaining": step.remaining,
        "closing": step.closes_at is not None,
    }


def results(pack: Pack, room: Room, step: Step, release: Release | None, say: Say) -> dict[str, Any]:
    """The picture of a released round, or one sentence on why there is none; both None while nothing is due."""
    thing = does(pack, step)
    if release is None or isinstance(thing, Activity) or not shares_figures(thing):
        return {"picture": None, "withheld": None}
    if release.figures:
        few = say("disclosure.left_out", n=release.left_out) if release.left_out else None
        return {"picture": pictured(kind_of(thing).room_picture(thing, release, say)), "withheld": few}
    why = release.withheld.get("*")
    return {"picture": None, "withheld": say(why, min_group=room.min_group, n=release.n) if why else None}


def iso(moment: dt.datetime | None) -> str | None:
    return moment.isoformat() if moment else None
