"""Climate: statements about one team, some of them worded the other way round. Marks are for figures; the team is private.

Own items on what research on psychological safety (Edmondson 1999) found to matter: see analysis/climate.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from leads_kit.form import Form, Group, Line, Scale
from leads_kit.kinds._kind import Kind
from leads_kit.kinds.climate.room import room_picture, summary
from leads_kit.kinds.climate.settings import TEAM, Settings, field, settings_of
from leads_kit.kinds.climate.told import feedback, own_picture
from leads_kit.model import Exercise, Part, Tier
from leads_kit.text import Text, Words

__all__ = ["KIND", "Settings"]
TEAM_LIMIT = 60
ON_A_CARD = 3


def form(exercise: Exercise, words: Words) -> Form:
    settings = settings_of(exercise)
    team = Line(TEAM, settings.team, settings.team_help, most=TEAM_LIMIT, starter=settings.team_starter)
    cards = _cards(list(settings.items))
    return Form((Group(TEAM, settings.team, (team,)), *(_card(settings, card, cards, words) for card in cards)))


def parts(exercise: Exercise) -> tuple[Part, ...]:
    marks = tuple(field(item) for item in settings_of(exercise).items)
    return (Part(TEAM, Tier.PRIVATE, (TEAM,)), Part("marks", Tier.GROUP, marks))


def _cards(ids: Sequence[str]) -> list[Sequence[str]]:
    """Statements in as few cards as can be, all of nearly the same length."""
    count = -(-len(ids) // ON_A_CARD)
    edges = [round(at * len(ids) / count) for at in range(count + 1)]
    return [ids[start:end] for start, end in pairwise(edges)]


def _card(settings: Settings, card: Sequence[str], cards: Sequence[Sequence[str]], words: Words) -> Group:
    anchors = {int(at): text for at, text in settings.anchors.items()}
    marks = tuple(Scale(field(id), settings.items[id].says, anchors=anchors, na=True) for id in card)
    number = str(cards.index(card) + 1)
    values = {"title": settings.statements, "at": Text(number, number), "of": Text(*[str(len(cards))] * 2)}
    title = words["climate.card"].fill(values) if len(cards) > 1 else settings.statements
    return Group(card[0], title, marks, intro=settings.statements_intro if card is cards[0] else None)


KIND = Kind(Settings, form, parts, feedback, own_picture=own_picture, summary=summary, room_picture=room_picture)
