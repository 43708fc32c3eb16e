"""The map of a table: four quarters and the loop that runs through them."""

from __future__ import annotations

from leads_kit import charts
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.tension_map.tension import Pole, Quarter, Tension
from leads_kit.model import Table
from leads_kit.text import Say

NOTHING = "–"
COLUMNS = ("pole", "side", "lines", "seen")


def picture(found: Tension, say: Say) -> Picture | None:
    if found.empty:
        return None
    left, right = (_pole(pole, say) for pole in found.poles)
    marks = {
        f"{side}_{what}": _mark(quarter, say)
        for side, pole in zip(("a", "b"), found.poles, strict=True)
        for what, quarter in (("good", pole.good), ("much", pole.much))
    }
    sentence = say("tension_map.drawn", a=found.a.name, b=found.b.name, **marks)
    cells = tuple(row for pole in found.poles for row in _rows(pole, say))
    table = Table(tuple(say(f"tension_map.column.{name}") for name in COLUMNS), cells)
    return Picture(charts.loop(left, right, say("tension_map.legend"), sentence), sentence, table)


def _pole(pole: Pole, say: Say) -> charts.Pole:
    good, much = (
        charts.Quarter(say(f"tension_map.{what}"), quarter.lines, quarter.mark)
        for what, quarter in (("good", pole.good), ("much", pole.much))
    )
    return charts.Pole(say.text(pole.name), good, much)


def _rows(pole: Pole, say: Say) -> list[tuple[str, ...]]:
    return [
        (say.text(pole.name), say(f"tension_map.{what}"), " · ".join(quarter.lines) or NOTHING, _mark(quarter, say))
        for what, quarter in (("good", pole.good), ("much", pole.much))
    ]


def _mark(quarter: Quarter, say: Say) -> str:
    return NOTHING if quarter.mark is None else say.number(quarter.mark)
