"""Roles: up to six tasks, up to five people, and who does, decides, is asked or told. One answer a table.

After responsibility charting (Beckhard & Harris 1977): see analysis/duties.py. What a table will clear up first is shared.
"""

from __future__ import annotations

from leads_kit.analysis.duties import BOTH, TOLD
from leads_kit.form import Answer, Form, Grid, Group, Line, Rows
from leads_kit.kinds._kind import Kind, Picture
from leads_kit.kinds.roles import told
from leads_kit.kinds.roles.chart import read
from leads_kit.kinds.roles.drawn import picture
from leads_kit.kinds.roles.settings import Settings, settings_of
from leads_kit.model import Exercise, Note, Part, Tier
from leads_kit.text import Say, Words

__all__ = ["KIND", "Settings"]
FIRST = "first"
TASK, NAME = 60, 60


def form(exercise: Exercise, _words: Words) -> Form:
    settings = settings_of(exercise)
    work = Line("work", settings.work, starter=settings.work_starter, optional=True)
    marks = Grid(
        "marks",
        settings.marks,
        help=settings.marks_help,
        rows="tasks",
        columns="people",
        low=TOLD,
        high=BOTH,
        anchors={mark: part.label for mark, part in settings.ordered.items()},
        signs={mark: part.letter for mark, part in settings.ordered.items()},
    )
    first = Line(FIRST, settings.first, settings.first_help, optional=True)
    return Form(
        (
            Group("tasks", settings.tasks, (work, _tasks(settings))),
            Group("people", settings.people, (_people(settings),)),
            Group("marks", settings.marks, (marks,)),
            Group(FIRST, settings.first, (first,)),
        )
    )


def parts(_exercise: Exercise) -> tuple[Part, ...]:
    return (Part("grid", Tier.TABLE, ("work", "tasks", "people", "marks")), Part(FIRST, Tier.SHARED, (FIRST,)))


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    return told.feedback(read(answer), str(answer.get(FIRST) or "").strip(), say)


def own_picture(exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    return picture(settings_of(exercise), read(answer), say)


def notes(_exercise: Exercise, _part: str, body: Answer) -> tuple[Note, ...]:
    """What the table will clear up first, in its own words."""
    text = str(body.get(FIRST) or "").strip()
    return (Note(FIRST, text),) if text else ()


def _tasks(settings: Settings) -> Rows:
    return Rows(
        "tasks",
        settings.tasks,
        help=settings.tasks_help,
        fields=(Line("name", settings.task, most=TASK),),
        most=settings.most_tasks,
        add=settings.add_task,
        short_most=settings.short_tasks,
    )


def _people(settings: Settings) -> Rows:
    return Rows(
        "people",
        settings.people,
        help=settings.people_help,
        fields=(Line("name", settings.name, most=NAME),),
        most=settings.most_people,
        add=settings.add_person,
        short_most=settings.short_people,
    )


KIND = Kind(Settings, form, parts, feedback, own_picture=own_picture, notes=notes, unit="table")
