"""What a room may see: for each topic how many can, those that rest on the fewest first, and who offers to be asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from leads_kit import charts
from leads_kit.analysis.knowing import by_risk, hands
from leads_kit.analysis.released import NOTHING, why_missing
from leads_kit.form import Answer
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.knowledge.settings import level_of, topics
from leads_kit.kinds.knowledge.told import labels
from leads_kit.model import Exercise, Figure, Release, Table
from leads_kit.text import Say

CLASSES = ("little", "can")
NAMED = 3
Hands = Mapping[str, tuple[int, int]]


def summary(exercise: Exercise, answers: Sequence[Answer]) -> tuple[Figure, ...]:
    """For each topic that somebody gave a level for: how many know a little of it, and how many can.

    The lower levels are not told apart from no answer: `multiple`, so that a topic nobody can do may be seen, which is
    what this is for. A figure for each topic, so that one that everybody can do hides no other.
    """
    given = {topic: [answer.get(level_of(topic)) for answer in answers] for topic in topics(exercise)}
    people = {topic: sum(isinstance(level, int) for level in levels) for topic, levels in given.items()}
    return tuple(
        Figure(topic, CLASSES, hands(levels), people[topic], multiple=True)
        for topic, levels in given.items()
        if people[topic]
    )


def room_picture(exercise: Exercise, release: Release, say: Say) -> Picture | None:
    if not release.figures:
        return None
    figures = {figure.id: figure for figure in release.figures}
    told = {id: (figures[id].counts[0], figures[id].counts[1]) for id in topics(exercise) if id in figures}
    order = [*by_risk(told), *(id for id in topics(exercise) if id not in told)]
    sentence = " ".join(_told(exercise, told, say))
    rows = [_row(exercise, release, id, told, say) for id in order]
    columns = ("topic", "can", "little", "answers", "names")
    cells = tuple(_cells(exercise, release, figures.get(id), id, say) for id in order)
    table = Table(tuple(say(f"knowledge.{name}") for name in columns), cells)
    return Picture(charts.hands(rows, say("knowledge.axis"), sentence), sentence, table)


def _told(exercise: Exercise, told: Hands, say: Say) -> list[str]:
    """What nobody can yet, what rests on one person, or that all of it rests on more."""
    nobody, one = ([id for id, (_, can) in told.items() if can == count] for count in (0, 1))
    sentences = [say("knowledge.room.nobody", topics=_few(exercise, nobody, say))] if nobody else []
    sentences += [say("knowledge.room.alone", topics=_few(exercise, one, say), n=len(one))] if one else []
    return [*sentences, say("knowledge.room.share")] if sentences else [say("knowledge.room.several", n=len(told))]


def _few(exercise: Exercise, ids: Sequence[str], say: Say) -> list[str]:
    """So many topics as a sentence bears; how many more there are. The picture has them all."""
    named = [say.text(text) for text in labels(exercise, ids)]
    return named if len(named) <= NAMED else [*named[:NAMED], say("knowledge.more", n=len(named) - NAMED)]


def _row(exercise: Exercise, release: Release, id: str, told: Hands, say: Say) -> charts.Hand:
    label = say.text(topics(exercise)[id])
    if id not in told:
        return charts.Hand(label, "", reason=say(why_missing(release, id)))
    little, can = told[id]
    return charts.Hand(label, say("knowledge.can_do", n=can) if can else say("knowledge.nobody"), can, little)


def _cells(exercise: Exercise, release: Release, figure: Figure | None, id: str, say: Say) -> tuple[str, ...]:
    names = [said.note.text for said in release.notes if said.note.about == id]
    counts = (say.number(one) for one in (figure.counts[1], figure.counts[0], figure.n)) if figure else (
        say(why_missing(release, id)), NOTHING, NOTHING,
    )  # fmt: skip
    return (say.text(topics(exercise)[id]), *counts, say.listed(names) or NOTHING)
