"""What people would move soon: up to so many attributes each, counted beside what matters and how it goes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from leads_kit.form import Answer, Choice, Group, Option
from leads_kit.kinds.importance_performance.settings import Settings, settings_of
from leads_kit.model import Exercise, Figure, Release
from leads_kit.text import Say, Text

MOVES, SIGN = "moves", "✓"


def group(settings: Settings) -> tuple[Group, ...]:
    """One more card, where the exercise asks for moves."""
    if settings.moves is None:
        return ()
    options = tuple(Option(id, one.label) for id, one in settings.attributes.items())
    picks = Choice(MOVES, settings.moves, options=options, most=settings.most_moves, optional=True)
    return (Group(MOVES, settings.moves_title or settings.moves, (picks,)),)


def picked(exercise: Exercise, answer: Answer) -> list[str]:
    """In the order of the list; a single pick may have been kept as it is."""
    given = answer.get(MOVES) or []
    return [id for id in settings_of(exercise).attributes if id in given]


def feedback(exercise: Exercise, answer: Answer, widest: Sequence[str], say: Say) -> tuple[str, ...]:
    """What was picked, and that it is not where the widest gap is, where it is so."""
    found = picked(exercise, answer)
    if not found:
        return ()
    told = say("importance_performance.moves.picked", labels=_labels(exercise, found), n=len(found))
    if not widest or set(widest) & set(found):
        return (told,)
    return (told, say("importance_performance.moves.left_aside", labels=_labels(exercise, widest)))


def figures(exercise: Exercise, answers: Sequence[Answer]) -> tuple[Figure, ...]:
    """How many would move each attribute; none where nobody picked."""
    ids = tuple(settings_of(exercise).attributes)
    chosen = [picked(exercise, answer) for answer in answers]
    if not any(chosen):
        return ()
    return (Figure(MOVES, ids, tuple(sum(id in one for one in chosen) for id in ids), len(answers), multiple=True),)


def counted_in(release: Release) -> dict[str, int]:
    """The released counts by attribute; empty where they were not released."""
    return {
        id: count
        for figure in release.figures
        if figure.id == MOVES
        for id, count in zip(figure.classes, figure.counts, strict=True)
    }


def room(exercise: Exercise, counts: Mapping[str, int], say: Say) -> list[str]:
    """What most would move, unless all are wanted alike."""
    if len(set(counts.values())) < 2:
        return []
    most = max(counts.values())
    found = [id for id, count in counts.items() if count == most]
    return [say("importance_performance.moves.room", labels=_labels(exercise, found))]


def _labels(exercise: Exercise, ids: Sequence[str]) -> list[Text]:
    return [settings_of(exercise).attributes[id].label for id in ids]
