"""What a room may see: for each tag how many offers and how many needs were released; where both are, somebody can meet."""

from __future__ import annotations

from collections import Counter

from leads_kit import charts
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.offers_needs.settings import settings_of
from leads_kit.model import Exercise, Release, Table
from leads_kit.text import Say

NAMED = 3
Counted = dict[str, tuple[int, int]]


def room_picture(exercise: Exercise, release: Release, say: Say) -> Picture | None:
    counted = _counted(exercise, release)
    if not counted:
        return None
    sentence = _sentence(exercise, counted, say)
    tags = settings_of(exercise).tags
    rows = [charts.Hand(say.text(tags[tag]), _note(*both, say), *both) for tag, both in counted.items()]
    cells = tuple((say.text(tags[tag]), *(say.number(one) for one in both)) for tag, both in counted.items())
    table = Table(tuple(say(f"offers_needs.{name}") for name in ("tag", "offered", "needed")), cells)
    return Picture(charts.hands(rows, say("offers_needs.axis"), sentence), sentence, table)


def _counted(exercise: Exercise, release: Release) -> Counted:
    """`(offers, needs)` of each tag that any released note has: first where both meet, then the most."""
    sides: dict[str, Counter[str]] = {"offer": Counter(), "need": Counter()}
    for said in release.notes:
        if said.note.about in sides:
            sides[said.note.about].update(said.note.values.get("tags", ()))
    found = {tag: (sides["offer"][tag], sides["need"][tag]) for tag in settings_of(exercise).tags}
    met = {tag: both for tag, both in found.items() if any(both)}
    return dict(sorted(met.items(), key=lambda item: (-min(item[1]), -sum(item[1]))))


def _sentence(exercise: Exercise, counted: Counted, say: Say) -> str:
    tags = settings_of(exercise).tags
    both = [tags[tag] for tag, (offers, needs) in counted.items() if offers and needs]
    open_ = [tags[tag] for tag, (offers, needs) in counted.items() if needs and not offers]
    told = [say("offers_needs.room.meet", tags=both[:NAMED], n=len(both)) if both else say("offers_needs.room.apart")]
    return " ".join([*told, *([say("offers_needs.room.open", tags=open_[:NAMED], n=len(open_))] if open_ else [])])


def _note(offers: int, needs: int, say: Say) -> str:
    return say("offers_needs.note", offers=offers, needs=needs)
