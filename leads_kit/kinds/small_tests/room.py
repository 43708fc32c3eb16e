"""What may become of many people's ideas: in which corners they lie, as dots; no word of them.

A count of ideas would weigh a person by how many they have, and taking one person out would take out several: each person
counts once in each corner in which any of their ideas lies.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from leads_kit import charts
from leads_kit.analysis.trying import Corner
from leads_kit.form import Answer
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.small_tests.card import Trial
from leads_kit.model import Exercise, Figure, Release, Table
from leads_kit.text import Say

CORNERS = "corners"
THERE = "there"
NAMES = tuple(one.value for one in Corner)


def corners(trial: Trial) -> dict[str, dict[str, str]]:
    """The corners in which a person has an idea with both marks."""
    found = {idea.corner.value for idea in trial.ideas if idea.corner}
    return {CORNERS: {name: THERE for name in NAMES if name in found}} if found else {}


def summary(_exercise: Exercise, answers: Sequence[Answer]) -> tuple[Figure, ...]:
    """How many have an idea in each corner; what is no such body is not counted."""
    told = [one for one in answers if one and all(name in NAMES and one[name] == THERE for name in one)]
    if not told:
        return ()
    counts = tuple(sum(name in one for one in told) for name in NAMES)
    return (Figure(CORNERS, NAMES, counts, len(told), multiple=True),)


def room_picture(_exercise: Exercise, release: Release, say: Say) -> Picture | None:
    figure = next((one for one in release.figures if one.id == CORNERS), None)
    if figure is None:
        return None
    counts = dict(zip(figure.classes, figure.counts, strict=True))
    labels = {name: say(f"small_tests.room.corner.{name}") for name in counts}
    sentence = " ".join((say("small_tests.room", n=figure.n), _most(counts, figure.n, say)))
    rows = [charts.Tally(labels[name], count) for name, count in counts.items()]
    cells = tuple((labels[name], say.number(count)) for name, count in counts.items())
    table = Table((say("small_tests.corner"), say("small_tests.people")), cells)
    return Picture(charts.tallies(rows, say("small_tests.room.axis"), sentence), sentence, table)


def _most(counts: Mapping[str, int], n: int, say: Say) -> str:
    """The corner in which more than half have an idea, and more than in any other."""
    most = [name for name, count in counts.items() if count == max(counts.values())]
    if len(most) == 1 and counts[most[0]] * 2 > n:
        return say(f"small_tests.room.most.{most[0]}")
    return say("small_tests.room.alike")
