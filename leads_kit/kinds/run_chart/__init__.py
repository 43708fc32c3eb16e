"""Run chart: values in their order around their median, and whether more than everyday ups and downs shows. Private.

Whoever brings no numbers looks at an invented example of the settings, which is called so wherever it is shown.
"""

from __future__ import annotations

from leads_kit.form import Answer, Choice, Form, Group, Line, Option, Paragraph, Rows
from leads_kit.kinds._kind import Kind, Picture
from leads_kit.kinds.run_chart import told
from leads_kit.kinds.run_chart.drawn import picture
from leads_kit.kinds.run_chart.log import EXAMPLE, MOST, read
from leads_kit.kinds.run_chart.settings import Settings, settings_of
from leads_kit.model import Exercise, Part, Tier
from leads_kit.text import Say, Text, Words

__all__ = ["KIND", "Settings"]
FIELDS = ("whose", "measure", "values", "target", "better", "changes", "next")
CHANGES, WHAT, TARGET = 4, 80, 40


def form(exercise: Exercise, words: Words) -> Form:
    settings = settings_of(exercise)
    whose = (Option("own", settings.own), Option(EXAMPLE, settings.invented, settings.invented_help))
    better = tuple(Option(way, words[f"run_chart.better.{way}"]) for way in ("higher", "lower"))
    values = Paragraph("values", settings.values, help=settings.values_help, optional=True)
    return Form(
        (
            Group("whose", settings.whose, (Choice("whose", settings.whose, options=whose),)),
            Group(
                "values",
                settings.measure,
                (Line("measure", settings.measure, starter=settings.measure_starter, optional=True), values),
            ),
            Group(
                "target",
                settings.target,
                (
                    Line("target", settings.target, help=settings.target_help, most=TARGET, optional=True),
                    Choice("better", settings.better, options=better, optional=True),
                ),
            ),
            Group("changes", settings.changes, (_changes(settings, words),)),
            Group("next", settings.next, (Line("next", settings.next, starter=settings.next_starter, optional=True),)),
        )
    )


def parts(_exercise: Exercise) -> tuple[Part, ...]:
    return (Part("log", Tier.PRIVATE, FIELDS),)


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    return told.feedback(read(settings_of(exercise), answer, say), say)


def own_picture(exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    return picture(read(settings_of(exercise), answer, say), say)


def _changes(settings: Settings, words: Words) -> Rows:
    points = tuple(
        Option(str(at), words["run_chart.at"].fill({"at": Text(str(at), str(at))})) for at in range(1, MOST + 1)
    )
    return Rows(
        "changes",
        settings.changes,
        help=settings.changes_help,
        fields=(Line("what", settings.what, most=WHAT), Choice("point", settings.point, options=points)),
        most=CHANGES,
        add=settings.add,
        optional=True,
    )


KIND = Kind(Settings, form, parts, feedback, own_picture=own_picture)
