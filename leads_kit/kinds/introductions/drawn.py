"""A person's own introductions week by week, a row for those given and one for those received."""

from __future__ import annotations

from leads_kit import charts
from leads_kit.analysis.ahead import today
from leads_kit.analysis.introductions import WAYS, Introduction, Way, by_week, of
from leads_kit.analysis.released import NOTHING
from leads_kit.form import Answer
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.introductions.ledger import read
from leads_kit.kinds.introductions.told import named
from leads_kit.model import Exercise, Table
from leads_kit.text import Say

WEEKS = 8
# The house's scale has five places, from a half to five and a half: each week takes its share of them.
LEFT, WIDTH, SPACE = 0.5, 5 / WEEKS, 0.04
COLUMNS = ("way", "names", "day", "came_of")


def own_picture(_exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    noted = read(answer)
    dated = [one for one in noted if one.way is not None and one.day is not None]
    if not dated:
        return None
    rows = [_strip(way, dated, say) for way in WAYS]
    ticks = [(LEFT + (at + 0.5) * WIDTH, _tick(at, say)) for at in range(WEEKS)]
    counts = {way: len(of(way, dated)) for way in WAYS}
    recent = sum(by_week(dated, today(), WEEKS)[1:])
    sentence = say("introductions.drawn", **counts, recent=recent, weeks=WEEKS - 1)
    table = Table(tuple(say(f"introductions.{name}") for name in COLUMNS), tuple(_cells(one, say) for one in noted))
    return Picture(charts.strips(rows, ticks, say("introductions.axis"), sentence), sentence, table)


def _strip(way: Way, dated: list[Introduction], say: Say) -> charts.Strip:
    mine = of(way, dated)
    piles = tuple(
        charts.Pile(LEFT + at * WIDTH + SPACE, LEFT + (at + 1) * WIDTH - SPACE, count)
        for at, count in enumerate(by_week(mine, today(), WEEKS))
    )
    return charts.Strip(say(f"introductions.{way}"), say("introductions.n", n=len(mine)), piles)


def _tick(at: int, say: Say) -> str:
    ago = WEEKS - 1 - at
    return say("introductions.earlier", n=ago) if at == 0 else say.number(ago)


def _cells(one: Introduction, say: Say) -> tuple[str, ...]:
    return (
        say(f"introductions.way.{one.way}") if one.way else NOTHING,
        named(one, say),
        say.date(one.day) if one.day else NOTHING,
        say(f"introductions.result.{one.came}") if one.came else NOTHING,
    )
