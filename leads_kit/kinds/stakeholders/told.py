"""What a person hears and sees of their stakeholders: first who may go unheard, then whom to look at first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leads_kit import charts
from leads_kit.analysis.stakeholders import Quadrant, Stakeholder, ordered
from leads_kit.charts.stakes import signed
from leads_kit.form import Answer
from leads_kit.kinds._kind import Picture
from leads_kit.model import Exercise, Table
from leads_kit.text import Say, folded

# After the first, so many are told in a sentence; all stand in the picture and its table.
THEN = 4
MARKS = ("power", "interest", "now", "needed")
LOOKS = ("against", "neither", "favour", "unsaid")
CORNERS = (Quadrant.HIGH_LOW, Quadrant.HIGH_HIGH, Quadrant.LOW_LOW, Quadrant.LOW_HIGH)


@dataclass(frozen=True)
class Row:
    """One stakeholder as the person wrote it."""

    name: str
    stakes: Stakeholder
    clash: str
    gain: str
    reach: str

    @property
    def whole(self) -> bool:
        return all(getattr(self.stakes, mark) is not None for mark in MARKS)


def read(answer: Answer) -> tuple[Row, ...]:
    """In the order of priority; rows without a name do not count yet."""
    named = {row["id"]: row for row in answer.get("stakeholders") or [] if _text(row.get("name"))}
    stakes = ordered(Stakeholder(id, *(row.get(mark) for mark in MARKS)) for id, row in named.items())
    texts = {id: [_text(row.get(key)) for key in ("name", "clash", "gain", "reach")] for id, row in named.items()}
    return tuple(Row(name, one, *rest) for one in stakes for name, *rest in [texts[one.id]])


def feedback(_exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    rows = read(answer)
    if not rows:
        return (say("stakeholders.feedback.nothing"),)
    told = (*_unheard(rows, say), *_order(rows, say), *_talk(rows, say), *_doors(rows, say), *_open(rows, say))
    return told or (say("stakeholders.feedback.named", names=_names(rows)),)


def own_picture(_exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    rows = [row for row in read(answer) if any(getattr(row.stakes, mark) is not None for mark in MARKS)]
    if not rows:
        return None
    sentence = say("stakeholders.drawn", n=len(rows))
    unheard = [row.name for row in rows if row.stakes.unheard]
    if unheard:
        sentence = " ".join((sentence, say("stakeholders.drawn.unheard", names=unheard)))
    stakes = [_stake(row, say) for row in rows]
    spec = charts.stakes(stakes, _captions(stakes, say), sentence)
    columns = ("name", *MARKS, "priority", "place")
    table = Table(tuple(say(f"stakeholders.{name}") for name in columns), tuple(_cells(row, say) for row in rows))
    return Picture(spec, sentence, table)


def _unheard(rows: Sequence[Row], say: Say) -> Iterator[str]:
    unheard = [row.name for row in rows if row.stakes.unheard]
    if unheard:
        yield say("stakeholders.unheard", names=unheard, n=len(unheard))


def _order(rows: Sequence[Row], say: Say) -> Iterator[str]:
    """Whom to look at first and who comes next; whoever stands as needed is told apart."""
    ahead = [row for row in rows if row.stakes.priority]
    if ahead:
        first = ahead[0].stakes
        values = {"now": _stance(first.now), "needed": _stance(first.needed), "power": first.power}
        yield say("stakeholders.first", name=ahead[0].name, **values, priority=first.priority)
    if len(ahead) > 1:
        names = [say("stakeholders.ranked", name=row.name, priority=row.stakes.priority) for row in ahead[1 : 1 + THEN]]
        yield say("stakeholders.then", names=names)
    settled = [row for row in rows if row.stakes.distance == 0]
    if settled:
        yield say("stakeholders.settled", names=_names(settled))


def _talk(rows: Sequence[Row], say: Say) -> Iterator[str]:
    """One clash and one gain, of whoever comes first in the order and has both, else one of them."""
    row = max(rows, key=lambda one: bool(one.clash) + bool(one.gain))
    if row.clash and row.gain:
        yield say("stakeholders.talk.both", name=row.name, clash=row.clash, gain=row.gain)
    elif row.clash:
        yield say("stakeholders.talk.clash", name=row.name, clash=row.clash)
    elif row.gain:
        yield say("stakeholders.talk.gain", name=row.name, gain=row.gain)


def _doors(rows: Sequence[Row], say: Say) -> Iterator[str]:
    """Whoever can reach several of them, however the name was spelt each time."""
    doors = defaultdict[str, list[Row]](list)
    for row in rows:
        doors[folded(row.reach)].append(row)
    doors.pop("", None)
    most = max(doors.values(), key=len, default=[])
    if len(most) > 1:
        yield say("stakeholders.reach", reach=most[0].reach, names=_names(most))


def _open(rows: Sequence[Row], say: Say) -> Iterator[str]:
    """Who still misses a mark, unless nobody has any yet."""
    left = [row for row in rows if not row.whole]
    if left and any(getattr(row.stakes, mark) is not None for row in rows for mark in MARKS):
        yield say("stakeholders.open", names=_names(left))


def _stake(row: Row, say: Say) -> charts.Stake:
    marks = (row.stakes.power, row.stakes.interest, row.stakes.now, row.stakes.needed)
    return charts.Stake(row.name, *marks, _number(row.stakes.priority, say))


def _captions(stakes: Sequence[charts.Stake], say: Say) -> charts.Captions:
    looks = {one.look for one in stakes}
    told = [word for word in LOOKS if word in looks]
    told += ["needed"] if any(one.needed is not None for one in stakes) else []
    return charts.Captions(
        axes=say("stakeholders.axes"),
        corners=tuple(_place(corner, say) for corner in CORNERS),
        order=say("stakeholders.order"),
        note=say("stakeholders.priority"),
        legend=tuple(say(f"stakeholders.legend.{word}") for word in told),
    )


def _cells(row: Row, say: Say) -> tuple[str, ...]:
    one = row.stakes
    numbers = (_number(one.power, say), _number(one.interest, say), _stance(one.now), _stance(one.needed))
    return (row.name, *numbers, _number(one.priority, say), _place(one.quadrant, say) if one.quadrant else "–")


def _place(quadrant: Quadrant, say: Say) -> str:
    return say(f"stakeholders.quadrant.{quadrant.value}")


def _number(value: int | None, say: Say) -> str:
    return "–" if value is None else say.number(value)


def _stance(value: int | None) -> str:
    return "–" if value is None else signed(value)


def _names(rows: Sequence[Row]) -> list[str]:
    return [row.name for row in rows]


def _text(value: object) -> str:
    return str(value or "").strip()
