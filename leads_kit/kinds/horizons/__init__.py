"""Three horizons: what is fading, what is being tried, what is coming, told by small signals of it. Private.

After Sharpe and others (2016), Ecology and Society 21(2):47, on three horizons; where signals come from after the scanning of
surroundings since Aguilar (1967). Two things may be offered: the lines that are ticked, and where the signals stand.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from leads_kit.form import Answer, Choice, Field, Form, Group, Line, Option, Rows, Scale, Tick
from leads_kit.kinds._kind import Kind
from leads_kit.kinds.horizons import room
from leads_kit.kinds.horizons.drawn import own_picture
from leads_kit.kinds.horizons.settings import Settings, named, settings_of
from leads_kit.kinds.horizons.signal import HERE, HORIZON, LIKELY, MATTERS, MOST, SHARE, SIGNAL, SIGNALS, SOURCE, read
from leads_kit.kinds.horizons.told import feedback
from leads_kit.model import Exercise, Note, Part, Tier
from leads_kit.text import Say, Text, Words

__all__ = ["KIND", "Settings"]
SHARED = "shared"
LIMIT = 140


def form(exercise: Exercise, _words: Words) -> Form:
    settings = settings_of(exercise)
    signals = Rows(
        SIGNALS,
        settings.signals,
        help=settings.signals_help,
        fields=_signal(exercise),
        most=settings.most,
        add=settings.add,
        short_most=settings.short_most,
    )
    here = Line(HERE, settings.here, help=settings.here_help, most=LIMIT)
    return Form((Group(SIGNALS, settings.signals, (signals,)), Group(HERE, settings.here, (here,))))


def parts(_exercise: Exercise) -> tuple[Part, ...]:
    return (
        Part(SIGNALS, Tier.PRIVATE, (SIGNALS, HERE)),
        Part(SHARED, Tier.SHARED, offered=True),
        Part(room.FIELD, Tier.GROUP, offered=True),
    )


def offer(exercise: Exercise, answer: Answer) -> dict[str, Any]:
    """The lines that are ticked, by row id, each with its horizon; and the corners where any signal stands."""
    ticked = {one.id: {"text": one.text, "horizon": one.horizon} for one in read(answer) if one.share}
    corners = room.offer(exercise, answer)
    return ({SHARED: ticked} if ticked else {}) | ({room.FIELD: corners} if corners else {})


def preview(exercise: Exercise, part: str, body: Answer, say: Say) -> tuple[str, ...]:
    """Exactly what others would read, or a sentence for each corner."""
    return room.preview(exercise, body, say) if part == room.FIELD else tuple(one["text"] for one in body.values())


def notes(_exercise: Exercise, _part: str, body: Answer) -> tuple[Note, ...]:
    return tuple(Note(id, one["text"], one["horizon"]) for id, one in body.items())


def headings(exercise: Exercise, say: Say) -> Mapping[str, str]:
    return {id: say.text(label) for id, label in named(exercise).items()}


def _signal(exercise: Exercise) -> tuple[Field, ...]:
    settings = settings_of(exercise)
    sources = tuple(Option(id, text) for id, text in settings.sources.items())
    horizons = tuple(Option(id, text) for id, text in named(exercise).items())
    return (
        Line(SIGNAL, settings.signal, most=LIMIT),
        Choice(SOURCE, settings.source, options=sources),
        Choice(HORIZON, settings.horizon, options=horizons),
        _marks(LIKELY, settings.likely, settings.likely_anchors),
        _marks(MATTERS, settings.matters, settings.matters_anchors),
        Tick(SHARE, settings.share, optional=True),
    )


def _marks(id: str, label: Text, anchors: Mapping[Any, Text]) -> Scale:
    return Scale(id, label, high=MOST, anchors={int(at): text for at, text in anchors.items()})


KIND = Kind(
    Settings,
    form,
    parts,
    feedback,
    own_picture=own_picture,
    offer=offer,
    preview=preview,
    summary=room.summary,
    room_picture=room.room_picture,
    notes=notes,
    headings=headings,
)
