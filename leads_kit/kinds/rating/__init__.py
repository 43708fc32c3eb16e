"""Rating: where each capability stands now, how much it matters, and up to three to work on. Group tier."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field as Setting

from leads_kit.form import Choice, Field, Form, Group, Option, Scale
from leads_kit.kinds._kind import Kind
from leads_kit.kinds.rating.room import room_picture, summary
from leads_kit.kinds.rating.told import PICKS, feedback, own_picture
from leads_kit.model import Capability, Exercise, Part, Spec, Tier
from leads_kit.text import Text, Words

__all__ = ["KIND", "Settings"]


class Settings(Spec):
    """`most_picks` capabilities to work on; the importance question is asked in the full form."""

    now: Text
    importance: Text
    picks: Text
    importance_anchors: dict[Literal["1", "2", "3", "4", "5"], Text]
    most_picks: Annotated[int, Setting(ge=1)] = 3


def form(exercise: Exercise, words: Words) -> Form:
    settings = _settings(exercise)
    groups = [_group(settings, one) for one in exercise.capabilities]
    options = tuple(Option(one.id, one.label) for one in exercise.capabilities)
    picks = Choice(PICKS, settings.picks, options=options, most=settings.most_picks, optional=True)
    return Form((*groups, Group(PICKS, words["rating.picks"], (picks,))))


def parts(exercise: Exercise) -> tuple[Part, ...]:
    fields = [f"{asked}-{one.id}" for one in exercise.capabilities for asked in ("now", "importance")]
    return (Part("ratings", Tier.GROUP, (*fields, PICKS)),)


def _group(settings: Settings, one: Capability) -> Group:
    anchors = {int(at): text for at, text in settings.importance_anchors.items()}
    fields: tuple[Field, ...] = (
        Scale(f"now-{one.id}", settings.now, anchors=one.anchors, na=True),
        Scale(f"importance-{one.id}", settings.importance, anchors=anchors, full_only=True, optional=True),
    )
    return Group(one.id, one.label, fields, intro=one.description)


def _settings(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings


KIND = Kind(Settings, form, parts, feedback, own_picture=own_picture, summary=summary, room_picture=room_picture)
