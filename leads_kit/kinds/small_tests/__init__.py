"""Small tests: what can be done now, without more money or permission, and the safe-to-try card of one of them. Private.

After “15% Solutions” of Lipmanowicz and McCandless (2013) and the small trials of plan–do–study–act, in our own words. One idea
may be shared without a name; the corners in which ideas lie may be offered to the group, as described in room.py.
"""

from __future__ import annotations

from typing import Any

from leads_kit.analysis.trying import MOST
from leads_kit.form import Answer, Choice, Day, Field, Form, Group, Line, Option, Rows, Scale, Tick
from leads_kit.kinds._kind import Calendared, Kind, worded_by_class
from leads_kit.kinds.small_tests.card import CARD, Trial, read
from leads_kit.kinds.small_tests.drawn import own_picture
from leads_kit.kinds.small_tests.room import CORNERS, corners, room_picture, summary
from leads_kit.kinds.small_tests.settings import Settings, settings_of
from leads_kit.kinds.small_tests.told import feedback
from leads_kit.model import Exercise, Note, Part, Tier
from leads_kit.text import Say, Text, Words

__all__ = ["KIND", "Settings"]
IDEA_LIMIT, LINE_LIMIT = 120, 160
SHARED = "shared"


def form(exercise: Exercise, _words: Words) -> Form:
    settings = settings_of(exercise)
    ideas = Rows(
        "ideas", settings.ideas, settings.ideas_help, fields=_idea(settings), most=settings.most, add=settings.add
    )
    asked = {"expect": settings.expect, "notice": settings.notice, "stop": settings.stop}
    card = tuple(Line(field, asked[field], most=LINE_LIMIT) for field in CARD)
    day = Day("day", settings.day, optional=True)
    return Form(
        (
            Group("ideas", settings.ideas, (ideas,)),
            Group("card", settings.card, (*card, day), intro=settings.card_help),
        )
    )


def parts(_exercise: Exercise) -> tuple[Part, ...]:
    return (
        Part("ideas", Tier.PRIVATE, ("ideas", *CARD, "day")),
        Part(CORNERS, Tier.GROUP, offered=True),
        Part(SHARED, Tier.SHARED, offered=True, unsigned=True),
    )


def offer(_exercise: Exercise, answer: Answer) -> dict[str, Any]:
    """The corners in which ideas lie; and the first idea that is ticked to be shared, by row id."""
    trial = read(answer)
    return corners(trial) | ({SHARED: {trial.shared[0].id: trial.shared[0].text}} if trial.shared else {})


def preview(exercise: Exercise, part: str, body: Answer, say: Say) -> tuple[str, ...]:
    """Exactly what others would read; of corners, a sentence each."""
    return tuple(body.values()) if part == SHARED else worded_by_class(exercise, part, body, say)


def notes(_exercise: Exercise, part: str, body: Answer) -> tuple[Note, ...]:
    return tuple(Note(id, text) for id, text in body.items()) if part == SHARED else ()


def calendar(_exercise: Exercise, answer: Answer, say: Say) -> tuple[Calendared, ...]:
    trial: Trial = read(answer)
    return (Calendared(trial.day, trial.tried.text, say("small_tests.calendar")),) if trial.day and trial.tried else ()


def _idea(settings: Settings) -> tuple[Field, ...]:
    effects, efforts = (_anchors(dict(marks)) for marks in (settings.effects, settings.efforts))
    undos = tuple(Option(id, text) for id, text in settings.undos.items())
    return (
        Line("idea", settings.idea, most=IDEA_LIMIT, starter=settings.idea_starter),
        Scale("effect", settings.effect, high=MOST, anchors=effects),
        Scale("effort", settings.effort, high=MOST, anchors=efforts),
        Choice("undo", settings.undo, options=undos, optional=True),
        Tick("chosen", settings.chosen, optional=True),
        Tick("share", settings.share, optional=True),
    )


def _anchors(marks: dict[Any, Text]) -> dict[int, Text]:
    return {int(at): text for at, text in marks.items()}


KIND = Kind(
    Settings,
    form,
    parts,
    feedback,
    own_picture=own_picture,
    offer=offer,
    preview=preview,
    summary=summary,
    room_picture=room_picture,
    calendar=calendar,
    notes=notes,
)
