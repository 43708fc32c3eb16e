"""Fidelity: three key messages, told in two minutes, and which of them had come across. All that is typed is private.

The order at a table: everyone writes their messages; then, speaker by speaker, one tells, the others write what they heard,
the speaker reads the three aloud and the others tick what had come across. For the group count only these ticks, by place.
"""

from __future__ import annotations

from leads_kit.analysis.fidelity import NONE, PLACES
from leads_kit.form import Choice, Form, Group, Line, Option, Paragraph
from leads_kit.kinds._kind import Kind
from leads_kit.kinds.fidelity.room import room_picture, summary
from leads_kit.kinds.fidelity.settings import Settings, settings_of, turns
from leads_kit.kinds.fidelity.told import feedback, own_picture
from leads_kit.model import Exercise, Part, Tier
from leads_kit.text import Text, Words

__all__ = ["KIND", "Settings"]
WHAT, MESSAGE, HEARD, ALSO = 140, 200, 600, 200


def form(exercise: Exercise, words: Words) -> Form:
    settings = settings_of(exercise)
    listenings = (_listening(settings, turn, words) for turn in turns(settings))
    again = Line("again", settings.again, settings.again_help, most=MESSAGE, optional=True)
    return Form((_messages(settings), *listenings, Group("again", settings.again, (again,))))


def parts(exercise: Exercise) -> tuple[Part, ...]:
    told = turns(settings_of(exercise))
    typed = (f"{what}-{turn}" for turn in told for what in ("heard", "also"))
    messages = (f"message-{place}" for place in PLACES)
    return (
        Part("words", Tier.PRIVATE, ("what", *messages, *typed, "again")),
        Part("came", Tier.GROUP, tuple(f"came-{turn}" for turn in told)),
    )


def _messages(settings: Settings) -> Group:
    what = Line("what", settings.what, most=WHAT, starter=settings.what_starter, optional=True)
    lines = (Line(f"message-{place}", label, most=MESSAGE) for place, label in settings.named.items())
    return Group("messages", settings.messages, (what, *lines), intro=settings.messages_intro)


def _listening(settings: Settings, turn: str, words: Words) -> Group:
    """One speaker: what was heard, then what of it was meant, then what nobody meant. The first counts as to be filled."""
    later = turn != turns(settings)[0]
    options = (*(Option(place, label) for place, label in settings.named.items()), Option(NONE, settings.none))
    title = words["fidelity.card"].fill({"listening": settings.listening, "at": Text(turn, turn)})
    return Group(
        f"listening-{turn}",
        title,
        (
            Paragraph(f"heard-{turn}", settings.heard, settings.heard_help, most=HEARD, optional=later),
            Choice(
                f"came-{turn}", settings.came, settings.came_help, options=options, most=len(PLACES), optional=later
            ),
            Line(f"also-{turn}", settings.also, settings.also_help, most=ALSO, optional=True),
        ),
        intro=None if later else settings.listening_intro,
    )


KIND = Kind(Settings, form, parts, feedback, own_picture=own_picture, summary=summary, room_picture=room_picture)
