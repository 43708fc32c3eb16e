"""The line of a run chart: points in their order, their median, a target, and what was changed when."""

from __future__ import annotations

from string import ascii_uppercase

from leads_kit import charts
from leads_kit.analysis.runs import RunChart
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.run_chart.log import Changed, Log
from leads_kit.kinds.run_chart.told import opening, verdict
from leads_kit.model import Table
from leads_kit.text import Say

NOTHING = "–"
SIDES = {1: "above", -1: "below", 0: "on"}
COLUMNS = ("point", "value", "side", "change")


def picture(log: Log, say: Say) -> Picture | None:
    chart = log.chart
    if chart is None:
        return None
    marked = [one for one in log.changes if one.point <= len(chart.values)]
    letters = dict(zip(marked, ascii_uppercase, strict=False))
    points = [_point(at, chart, letters, say) for at in range(len(chart.values))]
    levels = [charts.Level(chart.median, say("run_chart.median"), say.number(chart.median))]
    if log.target is not None:
        levels.append(charts.Level(log.target, say("run_chart.target_short"), say.number(log.target), aimed=True))
    sentence = " ".join((opening(log, chart, say), *verdict(chart, say)))
    key = [say("run_chart.key", letter=letter, what=_named(one, say)) for one, letter in letters.items()]
    spec = charts.runs(points, levels, charts.RunWords(_legend(points, say), key), sentence)
    cells = tuple(_cells(at, chart, marked, say) for at in range(len(chart.values)))
    return Picture(spec, sentence, Table(tuple(say(f"run_chart.column.{name}") for name in COLUMNS), cells))


def _point(at: int, chart: RunChart, letters: dict[Changed, str], say: Say) -> charts.Point:
    run = chart.longest
    long = chart.shifted and run is not None and run.first <= at <= run.last
    look: charts.RunLook = "on" if not chart.sides[at] else "long" if long else "off"
    marks = ", ".join(letter for one, letter in letters.items() if one.point == at + 1)
    return charts.Point(chart.values[at], say.number(chart.values[at]), look, marks)


def _legend(points: list[charts.Point], say: Say) -> list[str]:
    """What the marks mean, of those that are there."""
    looks = [look for look in ("long", "off", "on") if look in {point.look for point in points}]
    return [say("run_chart.legend"), *(say(f"run_chart.legend.{look}") for look in looks)]


def _named(change: Changed, say: Say) -> str:
    return change.what or say("run_chart.a_change")


def _cells(at: int, chart: RunChart, marked: list[Changed], say: Say) -> tuple[str, ...]:
    changes = [_named(one, say) for one in marked if one.point == at + 1]
    side = say(f"run_chart.side.{SIDES[chart.sides[at]]}")
    return (say.number(at + 1), say.number(chart.values[at]), side, " · ".join(changes) or NOTHING)
