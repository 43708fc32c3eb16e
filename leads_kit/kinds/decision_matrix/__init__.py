"""Decision matrix: options, criteria with weights, and a mark for each pair; then how firmly the first one stands.

One answer a table. What is shared is a line of the decision with its reason; the matrix stays with the table.
"""

from __future__ import annotations

from collections.abc import Mapping

from leads_kit.form import Answer, Choice, Form, Grid, Group, Line, Option, Rows, Scale
from leads_kit.kinds._kind import Kind, Picture
from leads_kit.kinds.decision_matrix import told
from leads_kit.kinds.decision_matrix.drawn import picture
from leads_kit.kinds.decision_matrix.matrix import EVIDENCE, read, text_of
from leads_kit.kinds.decision_matrix.settings import Settings, settings_of
from leads_kit.model import Exercise, Note, Part, Tier
from leads_kit.text import Say, Words

__all__ = ["KIND", "Settings"]
NAME = 60
DECIDED = "decided"


def form(exercise: Exercise, words: Words) -> Form:
    settings = settings_of(exercise)
    decided = Line(DECIDED, settings.decided, starter=settings.decided_starter, optional=True)
    return Form(
        (
            Group("question", settings.question, (Line("question", settings.question, suggest="goal"),)),
            Group("options", settings.options, (_options(settings),)),
            Group("criteria", settings.criteria, (_criteria(settings),)),
            Group("marks", settings.marks, (_marks(settings),)),
            Group(DECIDED, settings.decided, (decided,)),
        )
    )


def parts(_exercise: Exercise) -> tuple[Part, ...]:
    matrix = ("question", "options", "criteria", "marks")
    return (Part("matrix", Tier.TABLE, matrix), Part(DECIDED, Tier.SHARED, (DECIDED,)))


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    return told.feedback(read(answer), say)


def own_picture(exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    return picture(read(answer), settings_of(exercise).evidence, say)


def notes(_exercise: Exercise, _part: str, body: Answer) -> tuple[Note, ...]:
    decided = text_of(body, DECIDED)
    return (Note(DECIDED, decided, DECIDED),) if decided else ()


def headings(exercise: Exercise, say: Say) -> Mapping[str, str]:
    return {DECIDED: say("decision_matrix.heading")}


def _options(settings: Settings) -> Rows:
    evidence = tuple(Option(id, settings.evidence[id]) for id in EVIDENCE)
    return Rows(
        "options",
        settings.options,
        help=settings.options_help,
        fields=(
            Line("name", settings.name, most=NAME),
            Choice("evidence", settings.evidence_asked, options=evidence, optional=True),
        ),
        most=settings.most_options,
        add=settings.add_option,
        short_most=settings.short_options,
    )


def _criteria(settings: Settings) -> Rows:
    anchors = {int(at): text for at, text in settings.weight_anchors.items()}
    return Rows(
        "criteria",
        settings.criteria,
        help=settings.criteria_help,
        fields=(
            Line("name", settings.criterion, most=NAME),
            Scale("weight", settings.weight, anchors=anchors),
            Line("value", settings.value, most=NAME, full_only=True, optional=True),
        ),
        most=settings.most_criteria,
        add=settings.add_criterion,
        short_most=settings.short_criteria,
    )


def _marks(settings: Settings) -> Grid:
    return Grid(
        "marks",
        settings.marks,
        help=settings.marks_help,
        rows="criteria",
        columns="options",
        high=5,
        anchors={int(at): text for at, text in settings.mark_anchors.items()},
    )


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
