"""The grid of a table: a letter and a shape for each part in a task, and beside each task what is open about it."""

from __future__ import annotations

from leads_kit import charts
from leads_kit.analysis.duties import TOLD
from leads_kit.analysis.released import NOTHING
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.roles.chart import Chart
from leads_kit.kinds.roles.settings import Settings
from leads_kit.model import Table
from leads_kit.text import Say


def picture(settings: Settings, chart: Chart, say: Say) -> Picture | None:
    duties = chart.duties
    if not duties.marked:
        return None
    parts = settings.ordered
    letters = {mark: say.text(part.letter) for mark, part in parts.items()}
    rows = [charts.Marked(name, _marks(chart, id), _note(chart, id, say)) for id, name in chart.tasks.items()]
    legend = [say("roles.key", letter=letters[mark], label=part.label) for mark, part in parts.items()]
    sentence = say("roles.drawn", count=len(duties.marked), clear=len(duties.clear))
    style = charts.duties(*letters.values())
    spec = charts.cells(tuple(chart.people.values()), rows, legend, sentence, style)
    return Picture(spec, sentence, _table(settings, chart, say))


def _marks(chart: Chart, task: str) -> tuple[int | None, ...]:
    """As the chart counts them, from 0 on."""
    given = chart.duties.marks[task]
    return tuple(given[one] - TOLD if one in given else None for one in chart.people)


def _note(chart: Chart, task: str, say: Say) -> str:
    duties = chart.duties
    found = {
        "contested": duties.contested,
        "undecided": duties.undecided,
        "undone": duties.undone,
        "unmarked": duties.unmarked,
    }
    return next((say(f"roles.note.{what}") for what, tasks in found.items() if task in tasks), "")


def _table(settings: Settings, chart: Chart, say: Say) -> Table:
    """What is open about each task, then what each person has to do with it, in words."""
    rows = tuple(
        (name, _note(chart, id, say) or say("roles.note.clear"), *_told(settings, chart, id, say))
        for id, name in chart.tasks.items()
    )
    return Table((say("roles.task"), say("roles.open"), *chart.people.values()), rows)


def _told(settings: Settings, chart: Chart, task: str, say: Say) -> list[str]:
    given, parts = chart.duties.marks[task], settings.ordered
    return [say.text(parts[given[one]].label) if one in given else NOTHING for one in chart.people]
