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
from leads_kit.kinds.importance_performance import moves
from leads_kit.kinds.importance_performance.drawn import Stands, drawn, headings, labels, where
from leads_kit.kinds.importance_performance.settings import ASKED, OURS, field, joint_service, settings_of
from leads_kit.kinds.importance_performance.told import furthest
from leads_kit.model import Exercise, Figure, Release, Table
from leads_kit.text import Say, Text

DRAWN = ASKED[:3]
SIGNS = {"importance": "▮", "customer": "●", "provider": "□"}


@dataclass(frozen=True)
class Shown:
    """One attribute with those of its figures that were released, and how many would move it, where that was."""

    id: str
    label: Text
    asked: tuple[str, ...]
    figures: Mapping[str, Figure]
    moved: int | None = None

    @property
    def standing(self) -> Standing:
        return Standing(*(middle(self.figures.get(asked)) for asked in DRAWN))

    def answers(self, say: Say) -> str:
        """How many answers the marks rest on: a range where some left one of them out, nothing where none is shown."""
        given = [self.figures[asked].n for asked in self.asked if asked in self.figures]
        if not given:
            return ""
        return say.number(max(given)) if min(given) == max(given) else f"{min(given)}–{max(given)}"


def summary(exercise: Exercise, answers: Sequence[Answer]) -> tuple[Figure, ...]:
    """Counts of marks for each attribute and question that somebody answered with a mark."""
    settings = settings_of(exercise)
    asked = [field(asked, one) for one in settings.attributes for asked in settings.marks]
    figures = [counted(id, (answer.get(id) for answer in answers)) for id in asked]
    return (*(figure for figure in figures if figure.n), *moves.figures(exercise, answers))


def room_picture(exercise: Exercise, release: Release, say: Say) -> Picture | None:
    if not release.figures:
        return None
    shown = _shown(exercise, release)
    stands = {one.id: one.standing for one in shown}
    sentence = " ".join(_told(exercise, stands, moves.counted_in(release), say))
    rows = [_row(one, release, say) for one in shown]
    return Picture(drawn(exercise, rows, sentence, say), sentence, _table(exercise, shown, release, say))


def _shown(exercise: Exercise, release: Release) -> list[Shown]:
    settings, moved = settings_of(exercise), moves.counted_in(release)
    released = {figure.id: figure for figure in release.figures}
    asked = {id: [one for one in settings.marks if field(one, id) in released] for id in settings.attributes}
    return [
        Shown(id, one.label, settings.drawn, {mark: released[field(mark, id)] for mark in asked[id]}, moved.get(id))
        for id, one in settings.attributes.items()
    ]


def _told(exercise: Exercise, stands: Stands, moved: Mapping[str, int], say: Say) -> list[str]:
    """Whose service it was, what matters and is not met, where the views part, and that these are our voices only."""
    settings = settings_of(exercise)
    return [
        *_whose(exercise, say),
        _short(exercise, stands, say),
        *(_apart(exercise, stands, say) if settings.provider else []),
        *moves.room(exercise, moved, say),
        say.text(settings.caution),
    ]


def _whose(exercise: Exercise, say: Say) -> list[str]:
    service = joint_service(exercise)
    if service is not None:
        return [say("importance_performance.room.joint", service=service)]
    return [say("importance_performance.room.own")] if settings_of(exercise).own else []


def _short(exercise: Exercise, stands: Stands, say: Say) -> str:
    """What lies in the quadrant to work on, else the widest gap, else that there is none."""
    words = settings_of(exercise).words
    gaps = {id: one.gap for id, one in stands.items() if one.gap is not None}
    work = [id for id, one in stands.items() if one.quadrant == "work"]
    if work:
        return say(f"{words}.room.work", labels=labels(exercise, work), middle=MIDPOINT)
    if found := furthest(gaps):
        return say(f"{words}.room.gap", labels=labels(exercise, found))
    return say(f"{words}.room.met" if gaps else "importance_performance.room.few")


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
    stand, away = one.standing, [asked for asked in one.asked if asked not in one.figures]
    note = brief = say("importance_performance.n", count=one.answers(say))
    if away:
        signs = "" if len(away) == len(one.asked) else "".join(SIGNS[asked] for asked in away)
        note, brief = f"{signs} {_reason(one, away[0], release, say)}".strip(), f"{signs} {NOTHING}"
    elif stand.quadrant and stand.quadrant != "line":
        note = f"{note} · {where(stand, say)}"
    if one.moved:
        note, brief = (f"{text} · {moves.SIGN} {say.number(one.moved)}" for text in (note, brief))
    return charts.View(say.text(one.label), note, stand.importance, stand.customer, stand.provider, brief)


def _table(exercise: Exercise, shown: Sequence[Shown], release: Release, say: Say) -> Table:
    """How much it matters to the provider has a column only where enough people said so; so have moves."""
    columns = {
        "attribute": [say.text(one.label) for one in shown],
        **{asked: [_mark(one, asked, release, say) for one in shown] for asked in settings_of(exercise).drawn},
        "gap": [_points(one.standing.importance, one.standing.customer, say) for one in shown],
        "apart": [_points(one.standing.customer, one.standing.provider, say) for one in shown],
        "where": [where(one.standing, say) or NOTHING for one in shown],
        "answers": [one.answers(say) or NOTHING for one in shown],
        OURS: [_mark(one, OURS, release, say) for one in shown],
        moves.MOVES: [NOTHING if one.moved is None else say.number(one.moved) for one in shown],
    }
    left_out = {
        "apart": not settings_of(exercise).provider,
        OURS: not any(OURS in one.figures for one in shown),
        moves.MOVES: all(one.moved is None for one in shown),
    }
    told = {name: cells for name, cells in columns.items() if not left_out.get(name)}
    return Table(headings(exercise, list(told), say), tuple(zip(*told.values(), strict=True)))


def _mark(one: Shown, asked: str, release: Release, say: Say) -> str:
    return named_middle(one.figures[asked]) if asked in one.figures else _reason(one, asked, release, say)


def _reason(one: Shown, asked: str, release: Release, say: Say) -> str:
    return say(why_missing(release, field(asked, one.id)))


def _points(one: float | None, other: float | None, say: Say) -> str:
    """A distance in points; from classes that were put together there is none to tell."""
    if one is None or other is None or one % 1 or other % 1:
        return NOTHING
    return say.number(one - other)
