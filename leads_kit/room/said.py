"""Notes as people read them: under their headings, signed with a pseudonym or a table's number."""

from __future__ import annotations

from collections.abc import Iterable

from leads_kit.kinds import kind_of
from leads_kit.model import Exercise, Note, Said
from leads_kit.text import Say, Text

TABLE = "table:"


def under_headings(exercise: Exercise, notes: Iterable[Said], say: Say) -> list[tuple[str, list[Said]]]:
    """`(heading, its notes)` in the kind's order; those that stand under none come last, under an empty one."""
    headings = {**kind_of(exercise).headings(exercise, say), "": ""}
    under: dict[str, list[Said]] = {about: [] for about in headings}
    for one in notes:
        under.setdefault(one.note.about, []).append(one)
    return [(headings.get(about, ""), told) for about, told in under.items() if told]


def signed(by: str, say: Say) -> str:
    """Who said it: a pseudonym as it is, a table by its number."""
    return say("stage.table", number=int(by.removeprefix(TABLE))) if by.startswith(TABLE) else by


def worded(note: Note, say: Say) -> str:
    """A note in words: what it answers first, where it answers something; then what was typed."""
    asked = note.values.get("asked")
    return " ".join(one for one in (Text(asked["en"], asked["fr"]).of(say.lang) if asked else "", note.text) if one)
