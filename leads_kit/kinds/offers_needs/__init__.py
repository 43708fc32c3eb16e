"""Offers and needs: what I could do for somebody here, and what I could use. Tags meet across languages; people choose to meet.

After the offers and needs market (Maclurcan, Post Growth Institute), in our own words and rules.
"""

from __future__ import annotations

from collections.abc import Mapping

from leads_kit.form import Answer, Choice, Field, Form, Group, Line, Option, Rows
from leads_kit.kinds._kind import Kind
from leads_kit.kinds.offers_needs.pairing import because, matches
from leads_kit.kinds.offers_needs.room import room_picture
from leads_kit.kinds.offers_needs.settings import SIDES, Settings, lines, settings_of
from leads_kit.kinds.offers_needs.told import feedback
from leads_kit.model import Exercise, Note, Part, Tier
from leads_kit.text import Say, Text, Words

__all__ = ["KIND", "Settings"]
WHAT_LIMIT, SHORT_MOST = 140, 3


def form(exercise: Exercise, _words: Words) -> Form:
    settings = settings_of(exercise)
    asked = {"offers": (settings.offers, settings.offers_help), "needs": (settings.needs, settings.needs_help)}
    return Form(tuple(Group(id, told[0], (_rows(settings, id, *told),)) for id, told in asked.items()))


def parts(_exercise: Exercise) -> tuple[Part, ...]:
    return (Part("market", Tier.SHARED, tuple(SIDES)),)


def notes(_exercise: Exercise, _part: str, body: Answer) -> tuple[Note, ...]:
    return tuple(
        Note(f"{side}-{row['id']}", text, about, {"tags": list(row.get("tags") or [])})
        for side, about in SIDES.items()
        for row, text in lines(body, side)
    )


def headings(exercise: Exercise, say: Say) -> Mapping[str, str]:
    return {about: say(f"offers_needs.heading.{about}") for about in SIDES.values()}


def _rows(settings: Settings, id: str, label: Text, how: Text) -> Rows:
    tags = tuple(Option(tag, text) for tag, text in settings.tags.items())
    terms = tuple(Option(term, text) for term, text in settings.terms.items())
    fields: tuple[Field, ...] = (
        Line("what", settings.what, most=WHAT_LIMIT),
        Choice("tags", settings.about, options=tags, most=2, optional=True),
        Choice("terms", settings.how, options=terms, full_only=True, optional=True),
    )
    return Rows(id, label, help=how, fields=fields, most=settings.most, short_most=SHORT_MOST, add=settings.add)


KIND = Kind(
    Settings,
    form,
    parts,
    feedback,
    room_picture=room_picture,
    notes=notes,
    headings=headings,
    matches=matches,
    because=because,
)
