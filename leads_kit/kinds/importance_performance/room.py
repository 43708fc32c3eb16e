"""What a room may see: for each attribute the middle of what matters, and of how it goes seen from either side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from leads_kit import charts
from leads_kit.analysis.importance import MIDPOINT, Standing
from leads_kit.analysis.released import NOTHING, middle, named_middle, why_missing
from leads_kit.analysis.smallgroups import counted
from leads_kit.form import Answer
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.importance_performance.settings import ASKED, field, joint_service, settings_of
from leads_kit.kinds.importance_performance.told import Stands, drawn, furthest, labels, where
from leads_kit.model import Exercise, Figure, Release, Table
from leads_kit.text import Say, Text

DRAWN, OURS = ASKED[:3], ASKED[3]
SIGNS = {"importance": "▮", "customer": "●", "provider": "□"}


@dataclass(frozen=True)
class Shown:
    """One attribute with those of its figures that were released."""

    id: str
    label: Text
    figures: Mapping[str, Figure]

    @property
    def standing(self) -> Standing:
        return Standing(*(middle(self.figures.get(asked)) for asked in DRAWN))

    def answers(self, say: Say) -> str:
        """How many answers the marks rest on: a range where some left one of them out, nothing where none is shown."""
        given = [self.figures[asked].n for asked in DRAWN if asked in self.figures]
        if not given:
            return ""
        return say.number(max(given)) if min(given) == max(given) else f"{min(given)}–{max(given)}"


def summary(exercise: Exercise, answers: Sequence[Answer]) -> tuple[Figure, ...]:
    """Counts of marks for each attribute and question that somebody answered with a mark."""
    asked = [field(asked, one) for one in settings_of(exercise).attributes for asked in ASKED]
    figures = [counted(id, (answer.get(id) for answer in answers)) for id in asked]
    return tuple(figure for figure in figures if figure.n)


def room_picture(exercise: Exercise, release: Release, say: Say) -> Picture | None:
    if not release.figures:
        return None
    shown = _shown(exercise, release)
    stands = {one.id: one.standing for one in shown}
    sentence = " ".join(_told(exercise, stands, say))
    rows = [_row(one, release, say) for one in shown]
    return Picture(drawn(rows, sentence, say), sentence, _table(shown, release, say))


def _shown(exercise: Exercise, release: Release) -> list[Shown]:
    released = {figure.id: figure for figure in release.figures}
    return [
        Shown(id, one.label, {asked: released[field(asked, id)] for asked in ASKED if field(asked, id) in released})
        for id, one in settings_of(exercise).attributes.items()
    ]


def _told(exercise: Exercise, stands: Stands, say: Say) -> list[str]:
    """Whose service it was, what matters and is not met, where the views part, and that these are our voices only."""
    service = joint_service(exercise)
    whose = say("importance_performance.room.own")
    return [
        whose if service is None else say("importance_performance.room.joint", service=service),
        _short(exercise, stands, say),
        *_apart(exercise, stands, say),
        say.text(settings_of(exercise).caution),
    ]


def _short(exercise: Exercise, stands: Stands, say: Say) -> str:
    """What lies in the quadrant to work on, else the widest gap, else that there is none."""
    gaps = {id: one.gap for id, one in stands.items() if one.gap is not None}
    work = [id for id, one in stands.items() if one.quadrant == "work"]
    if work:
        return say("importance_performance.room.work", labels=labels(exercise, work), middle=MIDPOINT)
    if found := furthest(gaps):
        return say("importance_performance.room.gap", labels=labels(exercise, found))
    return say("importance_performance.room.met" if gaps else "importance_performance.room.few")


def _apart(exercise: Exercise, stands: Stands, say: Say) -> list[str]:
    """Where we judge ourselves most gently or most strictly beside what we think the people served would say."""
    apart = {id: one.apart for id, one in stands.items() if one.apart is not None}
    if not apart:
        return []
    found = furthest({id: abs(distance) for id, distance in apart.items()})
    sides = {"provider": [id for id in found if apart[id] < 0], "customer": [id for id in found if apart[id] > 0]}
    told = [
        say(f"importance_performance.room.{one}", labels=labels(exercise, ids)) for one, ids in sides.items() if ids
    ]
    return told or [say("importance_performance.room.alike")]


def _row(one: Shown, release: Release, say: Say) -> charts.View:
    """Beside the label the answers and the quadrant; where a mark is missing, which and why instead, briefly only which."""
    stand, away = one.standing, [asked for asked in DRAWN if asked not in one.figures]
    note = brief = say("importance_performance.n", count=one.answers(say))
    if away:
        signs = "" if len(away) == len(DRAWN) else "".join(SIGNS[asked] for asked in away)
        note, brief = f"{signs} {_reason(one, away[0], release, say)}".strip(), f"{signs} {NOTHING}"
    elif stand.quadrant and stand.quadrant != "line":
        note = f"{note} · {where(stand, say)}"
    return charts.View(say.text(one.label), note, stand.importance, stand.customer, stand.provider, brief)


def _table(shown: Sequence[Shown], release: Release, say: Say) -> Table:
    """How much it matters to the provider has a column only where enough people said so."""
    ours = any(OURS in one.figures for one in shown)
    columns = ["attribute", *DRAWN, "gap", "apart", "where", "answers", *([OURS] if ours else [])]
    rows = (_cells(one, ours, release, say) for one in shown)
    return Table(tuple(say(f"importance_performance.{name}") for name in columns), tuple(rows))


def _cells(one: Shown, ours: bool, release: Release, say: Say) -> tuple[str, ...]:
    stand = one.standing
    return (
        say.text(one.label),
        *(_mark(one, asked, release, say) for asked in DRAWN),
        _points(stand.importance, stand.customer, say),
        _points(stand.customer, stand.provider, say),
        where(stand, say) or NOTHING,
        one.answers(say) or NOTHING,
        *([_mark(one, OURS, release, say)] if ours else []),
    )


def _mark(one: Shown, asked: str, release: Release, say: Say) -> str:
    return named_middle(one.figures[asked]) if asked in one.figures else _reason(one, asked, release, say)


def _reason(one: Shown, asked: str, release: Release, say: Say) -> str:
    return say(why_missing(release, field(asked, one.id)))


def _points(one: float | None, other: float | None, say: Say) -> str:
    """A distance in points; from classes that were put together there is none to tell."""
    if one is None or other is None or one % 1 or other % 1:
        return NOTHING
    return say.number(one - other)
