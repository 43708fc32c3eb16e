"""Vote: a few dots each over what others wrote and the facilitator released. Figures; the reason why stays with its author.

It hears the notes of other exercises. Each person has them in an order of their own, because what stands first draws dots
(Miller and Krosnick 1998, Public Opinion Quarterly 62:291).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from leads_kit.form import Choice, Form, Group, Line, Option
from leads_kit.kinds._kind import Kind
from leads_kit.kinds.vote.room import room_picture, summary
from leads_kit.kinds.vote.settings import DOTS, WHY, Settings, choices, in_room, settings_of
from leads_kit.kinds.vote.settings import heard as heard_from
from leads_kit.kinds.vote.told import feedback
from leads_kit.model import Exercise, Part, Said, Tier
from leads_kit.text import Text, Words

__all__ = ["KIND", "Settings"]


def form(exercise: Exercise, words: Words) -> Form:
    settings, known = settings_of(exercise), choices(exercise, exercise.supplied)
    options = tuple(Option(place, text) for place, text in known.items())
    asked = settings.help if known else words["vote.nothing_released"]
    dots = Choice(DOTS, settings.question, help=asked, options=options, most=settings.dots, optional=not known)
    intro = None if in_room(exercise.supplied) else words["vote.examples"]
    why = Line(WHY, settings.why, optional=True)
    return Form((Group(DOTS, settings.question, (dots,), intro=intro), Group(WHY, settings.why, (why,))))


def parts(_exercise: Exercise) -> tuple[Part, ...]:
    return (Part(DOTS, Tier.GROUP, (DOTS,)), Part(WHY, Tier.PRIVATE, (WHY,)))


def hears(exercise: Exercise) -> tuple[str, ...]:
    return tuple(settings_of(exercise).hears)


def heard(
    _exercise: Exercise, said: Sequence[Said], _table: int | None, _words: Words
) -> Mapping[str, tuple[Text, ...]]:
    return heard_from(said)


KIND = Kind(Settings, form, parts, feedback, summary=summary, room_picture=room_picture, hears=hears, heard=heard)
