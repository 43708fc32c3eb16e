"""What a round may ever show, worked out once as it closes: who may be in which figure, then the figures, protected.

A kind's summary is additive: whoever's own answer makes a figure is in that figure, and adds to it alone.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from leads_kit.analysis.blocks import Group, draw
from leads_kit.analysis.disclosure import TOO_ALIKE, TOO_FEW, protect
from leads_kit.form import Answer
from leads_kit.kinds import kind_of
from leads_kit.model import Exercise, Figure, Pack, Room, Step, Tier
from leads_kit.room.counting import counted, counts
from leads_kit.room.notes import freeze_notes
from leads_kit.store import Store

Given = Mapping[str, Answer]


def shares_figures(exercise: Exercise | None) -> bool:
    """Whether figures of the group may ever come of this, so that a minimum must be settled first."""
    return exercise is not None and any(part.tier is Tier.GROUP for part in kind_of(exercise).parts(exercise))


def only_offered(exercise: Exercise) -> bool:
    """Whether figures can only come of parts that people tick: to answer is then not yet to be counted."""
    return all(part.offered for part in kind_of(exercise).parts(exercise) if part.tier is Tier.GROUP)


def freeze(store: Store, room: Room, pack: Pack, exercise: Exercise, step: Step, now: dt.datetime) -> dict[str, Any]:
    """The release of one round as the store keeps it. `groups` says who is in which figure and never reaches a view."""
    given = _given(store, room, exercise, step.round)
    told = {"counts": asdict(counts(store, room, step, now)), "n": len(given), "left_out": 0}
    told["notes"] = freeze_notes(store, room, pack, exercise, step.round)
    if not shares_figures(exercise):
        return told | {"figures": [], "withheld": {}, "groups": {}}
    said = _said(exercise, given)
    earlier = [_group(row) for _, body in store.releases(room.id, exercise.id) for row in body["groups"].values()]
    groups = draw(said, earlier, room.min_group, exercise.id)
    figures, withheld = _protected(exercise, given, said, groups, room.min_group)
    left_out = {seat for one in figures for seat in said[one.id].people - groups[one.id].people}
    return told | {
        "left_out": len(left_out),
        "figures": [asdict(one) for one in figures],
        "withheld": withheld,
        "groups": {id: _row(group) for id, group in groups.items() if group.people},
    }


def _protected(
    exercise: Exercise, given: Given, said: Mapping[str, Group], groups: Mapping[str, Group], min_group: int
) -> tuple[tuple[Figure, ...], dict[str, str]]:
    """Figures over their own groups, protected; a figure without a group is withheld with its reason."""
    empty = [id for id, group in groups.items() if not group.people]
    absent = {id: TOO_FEW if len(said[id].people) < min_group else TOO_ALIKE for id in empty}
    coarse = [id for id, group in groups.items() if not group.fine]
    return protect(_figures(exercise, given, groups), len(given), min_group, coarse, absent)


def _given(store: Store, room: Room, exercise: Exercise, round: int) -> dict[str, dict[str, Any]]:
    """Group-tier bodies by owner, parts joined, without those who would rather not. Private parts are not asked for."""
    owners = counted(store, room, exercise, round)
    given: dict[str, dict[str, Any]] = {}
    for part in kind_of(exercise).parts(exercise):
        if part.tier is Tier.GROUP:
            for owner, body in store.bodies(room.id, exercise.id, round, part.id).items():
                if owner in owners and body:
                    given.setdefault(owner, {}).update(body)
    return given


def _said(exercise: Exercise, given: Given) -> dict[str, Group]:
    """Who said something to each figure: those whose own answer alone already makes it."""
    seats: dict[str, set[str]] = defaultdict(set)
    question: dict[str, str] = {}
    for seat, body in given.items():
        for figure in kind_of(exercise).summary(exercise, [body]):
            if figure.n:
                seats[figure.id].add(seat)
                question[figure.id] = figure.part_of or figure.id
    return {id: Group(question[id], frozenset(who)) for id, who in seats.items()}


def _figures(exercise: Exercise, given: Given, groups: Mapping[str, Group]) -> list[Figure]:
    """Each figure over its own group, in the kind's order."""
    summary = kind_of(exercise).summary
    found = []
    for id in [one.id for one in summary(exercise, list(given.values()))]:
        group = groups[id].people if id in groups else ()
        counted = summary(exercise, [given[seat] for seat in sorted(group)])
        found += [one for one in counted if one.id == id]
    return found


def _row(group: Group) -> dict[str, Any]:
    return {"question": group.question, "people": sorted(group.people), "fine": group.fine}


def _group(row: Mapping[str, Any]) -> Group:
    return Group(row["question"], frozenset(row["people"]), row["fine"])
