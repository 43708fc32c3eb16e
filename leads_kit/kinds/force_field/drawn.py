"""A person's own force field: what holds back on the left, what drives on the right, and the chosen force moved."""

from __future__ import annotations

from collections.abc import Sequence

from leads_kit import charts
from leads_kit.analysis.forces import SIDES, Force, net, of, strength
from leads_kit.analysis.released import NOTHING
from leads_kit.charts.stakes import signed
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.force_field.field import ForceField
from leads_kit.model import Table
from leads_kit.text import Say, Text

COLUMNS = ("force", "side", "strength", "influence", "priority", "moved")
LEGEND = ("length", "filled", "outline")


def picture(found: ForceField, influences: Sequence[Text], say: Say) -> Picture | None:
    if not found.marked:
        return None
    heads = {side: say(f"force_field.head.{side}", sum=strength(side, found.forces)) for side in SIDES}
    pulls = {side: [_pull(found, one) for one in _by_strength(of(side, found.forces))] for side in SIDES}
    legend = [say(f"force_field.legend.{word}") for word in (LEGEND if found.worked_on else LEGEND[:2])]
    sentence = _sentence(found, say)
    left, right = (charts.PullSide(heads[side], pulls[side]) for side in reversed(SIDES))
    columns = tuple(say(f"force_field.{name}") for name in COLUMNS)
    rows = tuple(_cells(found, one, influences, say) for side in SIDES for one in _by_strength(of(side, found.forces)))
    return Picture(charts.pulls(left, right, legend, sentence), sentence, Table(columns, rows))


def _by_strength(forces: Sequence[Force]) -> list[Force]:
    return sorted(forces, key=lambda one: -(one.strength or 0))


def _pull(found: ForceField, one: Force) -> charts.Pull:
    return charts.Pull(one.text, one.strength, one.influence, one.moved.strength if one is found.worked_on else None)


def _sentence(found: ForceField, say: Say) -> str:
    told = say("force_field.drawn", net=signed(net(found.forces)), **{s: strength(s, found.forces) for s in SIDES})
    one, then = found.worked_on, found.then
    if one is None or then is None:
        return told
    return f"{told} {say('force_field.drawn.moved', force=one.text.removesuffix('.'), net=signed(then))}"


def _cells(found: ForceField, one: Force, influences: Sequence[Text], say: Say) -> tuple[str, ...]:
    moved = one.moved.strength if one is found.worked_on else None
    return (
        one.text,
        say(f"force_field.side.{one.side}"),
        _number(one.strength, say),
        NOTHING if one.influence is None else say.text(influences[one.influence]),
        _number(one.priority, say),
        _number(moved, say),
    )


def _number(value: int | None, say: Say) -> str:
    return NOTHING if value is None else say.number(value)
