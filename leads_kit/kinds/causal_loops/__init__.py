"""Causal loops: an event followed down to the belief below it, then what goes up and down in it, and what moves what.

One answer a table. Four depths after the iceberg of systems thinking (Meadows 2008, Thinking in Systems, has the ideas; the
picture is told in many ways); links with signs and delays, and the loops that they make, after Sterman (2000).
"""

from __future__ import annotations

from collections.abc import Mapping

from leads_kit.form import Answer
from leads_kit.kinds._kind import Kind, Picture
from leads_kit.kinds.causal_loops import told
from leads_kit.kinds.causal_loops.asked import ABOUT, PUSH, form
from leads_kit.kinds.causal_loops.drawn import picture
from leads_kit.kinds.causal_loops.map import LINKS, THINGS, read
from leads_kit.kinds.causal_loops.settings import LAYERS, Settings, settings_of
from leads_kit.model import Exercise, Note, Part, Tier
from leads_kit.text import Say

__all__ = ["KIND", "Settings"]


def parts(_exercise: Exercise) -> tuple[Part, ...]:
    return (Part("map", Tier.TABLE, (*LAYERS, THINGS, LINKS)), Part(PUSH, Tier.SHARED, (PUSH, ABOUT)))


def feedback(_exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    return told.feedback(read(answer), say)


def own_picture(_exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    return picture(read(answer), say)


def notes(_exercise: Exercise, _part: str, body: Answer) -> tuple[Note, ...]:
    """The one line, under what it is about."""
    line = str(body.get(PUSH) or "").strip()
    return (Note(PUSH, line, body.get(ABOUT) or ""),) if line else ()


def headings(exercise: Exercise, say: Say) -> Mapping[str, str]:
    return {id: say.text(text) for id, text in settings_of(exercise).about.items()}


KIND = Kind(
    Settings,
    form,
    parts,
    feedback,
    own_picture=own_picture,
    notes=notes,
    headings=headings,
    unit="table",
)
