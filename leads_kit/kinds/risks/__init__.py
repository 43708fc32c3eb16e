"""Risks: what could fail, how likely and how hard, who looks after it, and what happens if. One answer a table.

With `hears` it offers what was released of an earlier list, such as that of a pre-mortem, as chips.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from leads_kit.analysis.risks import INFLUENCES, MOST
from leads_kit.form import Answer, Choice, Day, Field, Form, Group, Line, Option, Rows, Scale
from leads_kit.kinds._kind import Calendared, Kind, Picture
from leads_kit.kinds.risks import told
from leads_kit.kinds.risks.drawn import picture
from leads_kit.kinds.risks.register import read
from leads_kit.kinds.risks.settings import Settings, settings_of
from leads_kit.model import Exercise, Part, Said, Tier
from leads_kit.text import Say, Text, Words

__all__ = ["KIND", "Settings"]
RISKS = "risks"
RISK, OWNER = 140, 60


def form(exercise: Exercise, _words: Words) -> Form:
    settings = settings_of(exercise)
    risks = Rows(
        RISKS,
        settings.risks,
        help=settings.risks_help,
        fields=_risk(settings),
        most=settings.most,
        add=settings.add,
        suggest=RISKS,
        short_most=settings.short_most,
    )
    return Form((Group(RISKS, settings.risks, (risks,)),))


def parts(_exercise: Exercise) -> tuple[Part, ...]:
    return (Part(RISKS, Tier.TABLE, (RISKS,)),)


def feedback(_exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    return told.feedback(read(answer), say)


def own_picture(exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    return picture(read(answer), settings_of(exercise).influences, say)


def calendar(_exercise: Exercise, answer: Answer, say: Say) -> tuple[Calendared, ...]:
    """The day by which a plan stands, for each risk that has one."""
    dated = ((row.day, row.then or row.name) for row in read(answer) if row.day)
    return tuple(Calendared(day, title, say("risks.calendar")) for day, title in dated)


def hears(exercise: Exercise) -> tuple[str, ...]:
    source = settings_of(exercise).hears
    return () if source is None else (source,)


def heard(
    _exercise: Exercise, said: Sequence[Said], _table: int | None, _words: Words
) -> Mapping[str, tuple[Text, ...]]:
    """What was released, as chips for every table; what still waits has no text."""
    return {RISKS: tuple(Text(one.note.text, one.note.text) for one in said if one.note.text.strip())}


def _risk(settings: Settings) -> tuple[Field, ...]:
    likelihood = {int(at): text for at, text in settings.likelihood_anchors.items()}
    impact = {int(at): text for at, text in settings.impact_anchors.items()}
    influences = tuple(Option(id, settings.influences[id]) for id in INFLUENCES)
    return (
        Line("risk", settings.risk, most=RISK),
        Scale("likelihood", settings.likelihood, high=MOST, anchors=likelihood),
        Scale("impact", settings.impact, high=MOST, anchors=impact),
        Choice("influence", settings.influence, options=influences),
        Line("owner", settings.owner, most=OWNER, suggest="people", optional=True),
        Line("then", settings.then, starter=settings.then_starter, optional=True),
        Day("day", settings.day, optional=True),
    )


KIND = Kind(
    Settings,
    form,
    parts,
    feedback,
    own_picture=own_picture,
    calendar=calendar,
    hears=hears,
    heard=heard,
    unit="table",
)
