"""Importance and performance of a joint service, as the customer and as the provider. Group tier; an own service is private.

The short form asks three marks an attribute; how much it matters to the provider is asked in the full one.
"""

from __future__ import annotations

from leads_kit.form import Form, Group, Line, Scale
from leads_kit.kinds._kind import Kind
from leads_kit.kinds.importance_performance.room import room_picture, summary
from leads_kit.kinds.importance_performance.settings import (
    ASKED,
    SERVICE,
    Attribute,
    Settings,
    ask,
    field,
    joint_service,
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
    if service is not None:
        return Form(groups)
    line = Line(SERVICE, settings.own, settings.own_help, starter=settings.own_starter)
    return Form((Group(SERVICE, settings.own, (line,)), *groups))


def parts(exercise: Exercise) -> tuple[Part, ...]:
    marks = tuple(field(asked, one) for one in settings_of(exercise).attributes for asked in ASKED)
    own = () if joint_service(exercise) is not None else (Part("service", Tier.PRIVATE, (SERVICE,)),)
    return (*own, Part("marks", Tier.GROUP, marks))


def _group(settings: Settings, id: str, one: Attribute, service: Text | None, words: Words) -> Group:
    intro = one.about
    if service is not None:
        intro = words["importance_performance.intro"].fill({"service": service, "about": one.about})
    return Group(id, one.label, tuple(_scale(settings, asked, id) for asked in ASKED), intro=intro)


def _scale(settings: Settings, asked: str, attribute: str) -> Scale:
    label, anchors = settings.question(asked)
    extra = asked == "provider_importance"
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
    asks=lambda exercise: (ask(exercise),),
)
