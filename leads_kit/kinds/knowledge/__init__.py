"""Who knows what: own level for each topic of the room, in figures; a first name only of those who offer to be asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from leads_kit.form import Answer, Choice, Form, Group, Line, Option, Scale
from leads_kit.kinds._kind import Kind
from leads_kit.kinds.knowledge.room import room_picture, summary
from leads_kit.kinds.knowledge.settings import (
    ASK,
    LEVELS,
    NAME,
    Settings,
    level_of,
    question,
    settings_of,
    topics,
)
from leads_kit.kinds.knowledge.told import feedback, own_picture
from leads_kit.model import Exercise, Note, Part, Tier
from leads_kit.text import Say, Text, Words

__all__ = ["KIND", "Settings"]
NAME_LIMIT = 40
# More levels on one card of a phone are a wall of buttons.
ON_A_CARD = 4


def form(exercise: Exercise, words: Words) -> Form:
    settings, asked = settings_of(exercise), topics(exercise)
    cards = _cards(list(asked))
    levels = tuple(_levels(exercise, card, cards, words) for card in cards)
    options = tuple(Option(id, text) for id, text in asked.items())
    ask = Choice(ASK, settings.ask, settings.ask_help, options=options, most=len(options), optional=True)
    name = Line(NAME, settings.name, settings.name_help, most=NAME_LIMIT, optional=True)
    return Form((*levels, Group(ASK, settings.ask, (ask, name))))


def parts(exercise: Exercise) -> tuple[Part, ...]:
    levels = tuple(level_of(topic) for topic in topics(exercise))
    return (Part("levels", Tier.GROUP, levels), Part(ASK, Tier.SHARED, (ASK, NAME), unsigned=True))


def notes(exercise: Exercise, part: str, body: Answer) -> tuple[Note, ...]:
    """A first name under each topic it is offered for; no name, no note."""
    name, offered = str(body.get(NAME) or "").strip(), body.get(ASK) or []
    if part != ASK or not name:
        return ()
    return tuple(Note(topic, name, about=topic) for topic in topics(exercise) if topic in offered)


def headings(exercise: Exercise, say: Say) -> Mapping[str, str]:
    return {topic: say.text(text) for topic, text in topics(exercise).items()}


def _cards(ids: Sequence[str]) -> list[Sequence[str]]:
    """Topics in as few cards as can be, all of nearly the same length."""
    count = -(-len(ids) // ON_A_CARD)
    edges = [round(at * len(ids) / count) for at in range(count + 1)]
    return [ids[start:end] for start, end in pairwise(edges)]


def _levels(exercise: Exercise, card: Sequence[str], cards: Sequence[Sequence[str]], words: Words) -> Group:
    settings, asked = settings_of(exercise), topics(exercise)
    anchors = {int(level): text for level, text in settings.anchors.items()}
    fields = tuple(Scale(level_of(id), asked[id], low=LEVELS[0], high=LEVELS[-1], anchors=anchors) for id in card)
    alone = card is cards[0] and not exercise.supplied.get(question(exercise).id)
    return Group(card[0], _title(settings, card, cards, words), fields, intro=settings.examples if alone else None)


def _title(settings: Settings, card: Sequence[str], cards: Sequence[Sequence[str]], words: Words) -> Text:
    if len(cards) == 1:
        return settings.level
    ends = {"first": card[0].removeprefix("t"), "last": card[-1].removeprefix("t")}
    return words["knowledge.card"].fill({"level": settings.level, **{key: Text(at, at) for key, at in ends.items()}})


KIND = Kind(
    Settings,
    form,
    parts,
    feedback,
    own_picture=own_picture,
    summary=summary,
    room_picture=room_picture,
    notes=notes,
    headings=headings,
    asks=lambda exercise: (question(exercise),),
)
