"""Journey: the way of one person through several organisations, as they feel it, and who leads each step. One answer a table.

After customer and patient journey maps (Zomerdijk and Voss 2010, Journal of Service Research 13:67). Organisations and steps
stay at the table; what the table writes about its moment of truth is shared.
"""

from __future__ import annotations

from leads_kit.form import Answer, Form, Grid, Group, Line, Rows, Scale
from leads_kit.kinds._kind import Kind, Picture
from leads_kit.kinds.journey import told
from leads_kit.kinds.journey.drawn import picture
from leads_kit.kinds.journey.settings import ABSENT, FEELINGS, HIGH_RISK, LEADS, Settings, settings_of
from leads_kit.kinds.journey.way import read, text_of
from leads_kit.model import Exercise, Note, Part, Tier
from leads_kit.text import Say, Words

__all__ = ["KIND", "Settings"]
MOMENT = "moment"
NAME, PERSONA = 60, 140


def form(exercise: Exercise, _words: Words) -> Form:
    settings = settings_of(exercise)
    persona = Line("persona", settings.persona, settings.persona_help, most=PERSONA, starter=settings.persona_starter)
    moment = Line(MOMENT, settings.moment, settings.moment_help, optional=True)
    return Form(
        (
            Group("persona", settings.persona, (persona,)),
            Group("orgs", settings.orgs, (_orgs(settings),)),
            Group("steps", settings.steps, (_steps(settings),)),
            Group("roles", settings.roles, (_roles(settings),)),
            Group(MOMENT, settings.moment, (moment,)),
        )
    )


def parts(_exercise: Exercise) -> tuple[Part, ...]:
    return (Part("way", Tier.TABLE, ("persona", "orgs", "steps", "roles")), Part(MOMENT, Tier.SHARED, (MOMENT,)))


def feedback(_exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    return told.feedback(read(answer), say)


def own_picture(exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    return picture(read(answer), settings_of(exercise).risk_anchors, say)


def notes(_exercise: Exercise, _part: str, body: Answer) -> tuple[Note, ...]:
    moment = text_of(body, MOMENT)
    return (Note(MOMENT, moment),) if moment else ()


def _orgs(settings: Settings) -> Rows:
    return Rows(
        "orgs",
        settings.orgs,
        settings.orgs_help,
        fields=(Line("org", settings.org, most=NAME),),
        most=settings.most_orgs,
        add=settings.add_org,
    )


def _steps(settings: Settings) -> Rows:
    low, high = FEELINGS
    feelings = {int(at): text for at, text in settings.feeling_anchors.items()}
    risks = {int(at): text for at, text in settings.risk_anchors.items()}
    return Rows(
        "steps",
        settings.steps,
        settings.steps_help,
        fields=(
            Line("step", settings.step, most=NAME),
            Scale("feeling", settings.feeling, low=low, high=high, anchors=feelings, optional=True),
            Scale("risk", settings.risk, high=HIGH_RISK, anchors=risks, optional=True),
        ),
        most=settings.most_steps,
        add=settings.add_step,
        short_most=settings.short_steps,
    )


def _roles(settings: Settings) -> Grid:
    return Grid(
        "roles",
        settings.roles,
        settings.roles_help,
        rows="steps",
        columns="orgs",
        row_label="step",
        column_label="org",
        low=ABSENT,
        high=LEADS,
        anchors={int(at): text for at, text in settings.role_anchors.items()},
    )


KIND = Kind(Settings, form, parts, feedback, own_picture=own_picture, notes=notes, unit="table")
