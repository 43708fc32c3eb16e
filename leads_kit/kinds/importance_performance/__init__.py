"""Importance and performance of a joint service, as the customer and as the provider. Group tier; an own service is private.

The short form asks three marks an attribute; how much it matters to the provider is asked in the full one. By its settings a
workplace is looked at instead, from one chair: two marks an attribute, and up to three that can be moved soon.
"""

from __future__ import annotations

from leads_kit.form import Form, Group, Line, Scale
from leads_kit.kinds._kind import Kind
from leads_kit.kinds.importance_performance import moves
from leads_kit.kinds.importance_performance.room import room_picture, summary
from leads_kit.kinds.importance_performance.settings import (
    OURS,
    SERVICE,
    Attribute,
    Settings,
    asks,
    field,
    joint_service,
    names_own,
    settings_of,
)
from leads_kit.kinds.importance_performance.told import feedback, own_picture
from leads_kit.model import Exercise, Part, Tier
from leads_kit.text import Text, Words

__all__ = ["KIND", "Settings"]


def form(exercise: Exercise, words: Words) -> Form:
    settings = settings_of(exercise)
    service = joint_service(exercise)
    groups = tuple(_group(settings, id, one, service, words) for id, one in settings.attributes.items())
    return Form((*_own(exercise), *groups, *moves.group(settings)))


def parts(exercise: Exercise) -> tuple[Part, ...]:
    settings = settings_of(exercise)
    marks = tuple(field(asked, one) for one in settings.attributes for asked in settings.marks)
    own = (Part("service", Tier.PRIVATE, (SERVICE,)),) if names_own(exercise) else ()
    return (*own, Part("marks", Tier.GROUP, (*marks, *([moves.MOVES] if settings.moves else []))))


def _own(exercise: Exercise) -> tuple[Group, ...]:
    settings = settings_of(exercise)
    if settings.own is None or not names_own(exercise):
        return ()
    line = Line(SERVICE, settings.own, settings.own_help, starter=settings.own_starter)
    return (Group(SERVICE, settings.own, (line,)),)


def _group(settings: Settings, id: str, one: Attribute, service: Text | None, words: Words) -> Group:
    intro = one.about
    if service is not None:
        intro = words["importance_performance.intro"].fill({"service": service, "about": one.about})
    return Group(id, one.label, tuple(_scale(settings, asked, id) for asked in settings.marks), intro=intro)


def _scale(settings: Settings, asked: str, attribute: str) -> Scale:
    label, anchors = settings.question(asked)
    extra = asked == OURS
    return Scale(
        field(asked, attribute),
        label,
        full_only=extra,
        optional=extra,
        anchors={int(at): text for at, text in anchors.items()},
        na=asked in ("customer", "provider"),
    )


KIND = Kind(
    Settings,
    form,
    parts,
    feedback,
    own_picture=own_picture,
    summary=summary,
    room_picture=room_picture,
    asks=asks,
)
