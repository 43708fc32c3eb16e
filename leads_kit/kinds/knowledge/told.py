"""What a person hears about their own levels: what they can help with, what they stand on the list for, whom they could ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from leads_kit import charts
from leads_kit.analysis.knowing import CAN
from leads_kit.analysis.released import NOTHING
from leads_kit.form import Answer
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.knowledge.settings import ASK, LEVELS, NAME, level_of, settings_of, topics
from leads_kit.model import Exercise, Table
from leads_kit.text import Say, Text

Levels = Mapping[str, int]


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    levels = _levels(exercise, answer)
    told = (*_able(exercise, levels, say), *_listed(exercise, answer, levels, say), *_asking(exercise, levels, say))
    return told or (say("knowledge.feedback.nothing"),)


def own_picture(exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    levels, asked = _levels(exercise, answer), topics(exercise)
    if not levels:
        return None
    rows = [
        charts.Hand(say.text(asked[id]), _named(exercise, level, say), level, LEVELS[-1] - level)
        for id, level in levels.items()
    ]
    sentence = say("knowledge.own", n=len(levels), able=sum(level >= CAN for level in levels.values()))
    columns = ("topic", "level", "offered")
    table = Table(
        tuple(say(f"knowledge.{name}") for name in columns),
        tuple(_cells(exercise, answer, id, levels.get(id), say) for id in asked),
    )
    return Picture(charts.hands(rows, say("knowledge.own_axis"), sentence), sentence, table)


def labels(exercise: Exercise, ids: Iterable[str]) -> list[Text]:
    asked = topics(exercise)
    return [asked[id] for id in ids]


def _levels(exercise: Exercise, answer: Answer) -> dict[str, int]:
    given = {topic: answer.get(level_of(topic)) for topic in topics(exercise)}
    return {topic: level for topic, level in given.items() if isinstance(level, int)}


def _offered(exercise: Exercise, answer: Answer) -> list[str]:
    return [topic for topic in topics(exercise) if topic in (answer.get(ASK) or [])]


def _able(exercise: Exercise, levels: Levels, say: Say) -> tuple[str, ...]:
    able = [id for id, level in levels.items() if level >= CAN]
    if able:
        return (say("knowledge.feedback.can", topics=labels(exercise, able), n=len(able)),)
    return (say("knowledge.feedback.learning", n=len(levels)),) if levels else ()


def _listed(exercise: Exercise, answer: Answer, levels: Levels, say: Say) -> tuple[str, ...]:
    """Where the person stands on the list and as whom; what is missing for it; where they are too modest or generous."""
    offered, name = _offered(exercise, answer), str(answer.get(NAME) or "").strip()
    if not offered:
        return (say("knowledge.feedback.name_only", name=name),) if name else _unoffered(exercise, levels, [], say)
    named = labels(exercise, offered)
    if not name:
        return (say("knowledge.feedback.nameless", topics=named),)
    little = [id for id in offered if id in levels and levels[id] < CAN]
    return (
        say("knowledge.feedback.listed", name=name, topics=named),
        *((say("knowledge.feedback.generous", topics=labels(exercise, little)),) if little else ()),
        *_unoffered(exercise, levels, offered, say),
    )


def _unoffered(exercise: Exercise, levels: Levels, offered: list[str], say: Say) -> tuple[str, ...]:
    held = [id for id, level in levels.items() if level >= CAN and id not in offered]
    return (say("knowledge.feedback.unoffered", topics=labels(exercise, held)),) if held else ()


def _asking(exercise: Exercise, levels: Levels, say: Say) -> tuple[str, ...]:
    """The topics that stand at the lowest level, below "can": whom could this person ask?"""
    lowest = min(levels.values(), default=CAN)
    if lowest >= CAN:
        return ()
    wanted = [id for id, level in levels.items() if level == lowest]
    return (say("knowledge.feedback.asking", topics=labels(exercise, wanted), n=len(wanted)),)


def _named(exercise: Exercise, level: int, say: Say) -> str:
    anchors = {int(at): text for at, text in settings_of(exercise).anchors.items()}
    return say.text(anchors[level])


def _cells(exercise: Exercise, answer: Answer, id: str, level: int | None, say: Say) -> tuple[str, ...]:
    stands = NOTHING if level is None else say("knowledge.stands", level=level, named=_named(exercise, level, say))
    offered = say("knowledge.yes") if id in _offered(exercise, answer) else NOTHING
    return say.text(topics(exercise)[id]), stands, offered
