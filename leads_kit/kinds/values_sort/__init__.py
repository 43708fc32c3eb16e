"""Values sort: which of many cards are very much me, which matter most, and how much of them last week showed. Private.

After the Personal Values Card Sort (Miller, C’de Baca, Matthews and Wilbourne, University of New Mexico 2001), which is in the
public domain; cards and meanings are the kit's own. The names of the most important values may be offered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from leads_kit.form import Answer, Choice, Field, Form, Group, Line, Option, Rows, Scale
from leads_kit.kinds._kind import Kind, Picture
from leads_kit.kinds.values_sort import drawn, room, told
from leads_kit.kinds.values_sort.settings import SHOWN, Card, Hand, Settings, labels_of, settings_of
from leads_kit.kinds.values_sort.sorted import Sorted, read
from leads_kit.model import Exercise, Figure, Part, Release, Tier
from leads_kit.text import Say, Text, Words

__all__ = ["KIND", "Settings"]
OWN_LIMIT = 40


def form(exercise: Exercise, words: Words) -> Form:
    settings = settings_of(exercise)
    hands = (
        Group(id, _title(at, len(settings.hands), words), _piles(settings, id, hand))
        for at, (id, hand) in enumerate(settings.hands.items(), 1)
    )
    story = Line("story", settings.story, settings.story_help, optional=True)
    return Form((*hands, Group("top", settings.top, (_top(settings),)), Group("story", settings.story, (story,))))


def parts(exercise: Exercise) -> tuple[Part, ...]:
    settings = settings_of(exercise)
    piles = (one.id for id, hand in settings.hands.items() for one in _piles(settings, id, hand))
    return (Part("sort", Tier.PRIVATE, (*piles, "top", "story")), Part(room.VALUES, Tier.GROUP, offered=True))


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    return told.feedback(_read(exercise, answer), labels_of(exercise), settings_of(exercise).enough, say)


def own_picture(exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    return drawn.own_picture(_read(exercise, answer), say)


def offer(exercise: Exercise, answer: Answer) -> dict[str, Any]:
    return room.offer(_read(exercise, answer))


def preview(exercise: Exercise, _part: str, body: Answer, say: Say) -> tuple[str, ...]:
    return room.preview(labels_of(exercise), body, say)


def summary(exercise: Exercise, answers: Sequence[Answer]) -> tuple[Figure, ...]:
    return room.summary(tuple(labels_of(exercise)), answers)


def room_picture(exercise: Exercise, release: Release, say: Say) -> Picture | None:
    return room.room_picture(labels_of(exercise), release, say)


def _piles(settings: Settings, id: str, hand: Hand) -> tuple[Field, ...]:
    """What is very much me of a hand; in the full form also of further cards, and what is somewhat me. The rest is less so."""
    asked = Choice(
        f"very-{id}",
        settings.very,
        settings.very_help,
        optional=True,
        options=_options(hand.cards),
        most=min(settings.most_each, len(hand.cards)),
    )
    further = Choice(
        f"very-{id}-more", settings.more_very, None, True, True, options=_options(hand.more), most=len(hand.more)
    )
    somewhat = Choice(
        f"some-{id}",
        settings.somewhat,
        settings.somewhat_help,
        True,
        True,
        options=tuple(Option(card, one.label) for card, one in hand.dealt.items()),
        most=len(hand.dealt),
    )
    return (asked, further, somewhat) if hand.more else (asked, somewhat)


def _top(settings: Settings) -> Rows:
    low, high = SHOWN
    anchors = {int(at): text for at, text in settings.lived_anchors.items()}
    options = tuple(Option(id, card.label) for id, card in settings.dealt())
    return Rows(
        "top",
        settings.top,
        settings.top_help,
        fields=(
            Choice("value", settings.value, options=options, among=_piles_of_very(settings)),
            Line("own", settings.own, most=OWN_LIMIT, full_only=True, optional=True),
            Scale("lived", settings.lived, low=low, high=high, anchors=anchors),
        ),
        most=settings.most,
        add=settings.add,
    )


def _piles_of_very(settings: Settings) -> tuple[str, ...]:
    return tuple(one.id for id, hand in settings.hands.items() for one in _piles(settings, id, hand)[:-1])


def _options(cards: Mapping[str, Card]) -> tuple[Option, ...]:
    return tuple(Option(id, card.label, card.meaning) for id, card in cards.items())


def _title(at: int, of: int, words: Words) -> Text:
    numbers = {"at": Text(str(at), str(at)), "of": Text(str(of), str(of))}
    return words["values_sort.hand"].fill(numbers)


def _read(exercise: Exercise, answer: Answer) -> Sorted:
    return read(labels_of(exercise), answer)


KIND = Kind(
    Settings,
    form,
    parts,
    feedback,
    own_picture=own_picture,
    offer=offer,
    preview=preview,
    summary=summary,
    room_picture=room_picture,
)
