"""Ladder: how close the work with each partner is today, and how close the goal needs it; not always the top. Private.

After Himmelman, Collaboration for a Change (2002): four rungs, each asking for more time and trust, here under the kit's own
names. In the full form also trust and value, each the mean of three ratings, as in studies of partner networks (Varda and
Retrum 2012, Journal of Public Health Research 1:e27). What may be offered of it is described in room.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field as Setting

from leads_kit.form import Answer, Field, Form, Group, Line, Rows, Scale
from leads_kit.kinds._kind import Kind, Picture
from leads_kit.kinds.ladder import room, told
from leads_kit.kinds.ladder.partner import RATED, RUNGS, read
from leads_kit.model import Exercise, Part, Release, Spec, Tier
from leads_kit.text import Say, Text, Words

__all__ = ["KIND", "Settings"]
NAME_LIMIT = 60
Rung = Literal["1", "2", "3", "4"]


class Settings(Spec):
    """The rungs' `rungs` (names) and `meanings`, and the ratings that trust and value are made of; ten partners at the most."""

    partners: Text
    partners_help: Text
    name: Text
    now: Text
    needed: Text
    rungs: Annotated[dict[Rung, Text], Setting(min_length=RUNGS)]
    meanings: Annotated[dict[Rung, Text], Setting(min_length=RUNGS)]
    trust: Annotated[dict[Literal["reliable", "open", "aim"], Text], Setting(min_length=3)]
    value: Annotated[dict[Literal["influence", "involvement", "resources"], Text], Setting(min_length=3)]
    rating_anchors: dict[Rung, Text]
    add: Text
    most: Annotated[int, Setting(ge=1, le=10)] = 10


def form(exercise: Exercise, words: Words) -> Form:
    settings = _settings(exercise)
    partners = Rows(
        "partners",
        settings.partners,
        help=settings.partners_help,
        fields=(*_rungs(settings), *_ratings(settings)),
        most=settings.most,
        add=settings.add,
        suggest="people",
    )
    return Form((Group("partners", settings.partners, (partners,), intro=_meanings(settings, words)),))


def parts(_exercise: Exercise) -> tuple[Part, ...]:
    return (Part("partners", Tier.PRIVATE, ("partners",)), Part("rungs", Tier.GROUP, offered=True))


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    settings = _settings(exercise)
    return told.feedback(read(answer), _by_id(settings.rungs), _by_id(settings.trust), say)


def own_picture(exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    return told.own_picture(read(answer), _by_id(_settings(exercise).rungs), say)


def preview(exercise: Exercise, _part: str, body: Answer, say: Say) -> tuple[str, ...]:
    return room.preview(_by_id(_settings(exercise).rungs), body, say)


def room_picture(exercise: Exercise, release: Release, say: Say) -> Picture | None:
    return room.room_picture(_by_id(_settings(exercise).rungs), release, say)


def gives(_exercise: Exercise, answer: Answer) -> dict[str, tuple[str, ...]]:
    """Every partner with a name, each once."""
    names = tuple(dict.fromkeys(one.name for one in read(answer)))
    return {"people": names} if names else {}


def _meanings(settings: Settings, words: Words) -> Text:
    """The four rungs in one paragraph above the list, so that each scale needs their names only."""
    told = [
        words["ladder.rung"].fill({"at": Text(at, at), "name": name, "meaning": settings.meanings[at]})
        for at, name in settings.rungs.items()
    ]
    return Text(" ".join(one.en for one in told), " ".join(one.fr for one in told))


def _rungs(settings: Settings) -> tuple[Field, ...]:
    anchors = {int(at): name for at, name in settings.rungs.items()}
    return (
        Line("name", settings.name, most=NAME_LIMIT),
        Scale("now", settings.now, high=RUNGS, anchors=anchors, optional=True),
        Scale("needed", settings.needed, high=RUNGS, anchors=anchors, optional=True),
    )


def _ratings(settings: Settings) -> tuple[Field, ...]:
    anchors = {int(at): text for at, text in settings.rating_anchors.items()}
    asked = {"trust": _by_id(settings.trust), "value": _by_id(settings.value)}
    return tuple(
        Scale(f"{what}-{id}", asked[what][id], high=RUNGS, anchors=anchors, full_only=True, optional=True)
        for what, ids in RATED.items()
        for id in ids
    )


def _by_id(texts: Mapping[Any, Text]) -> dict[str, Text]:
    """Texts by the plain ids that answers have, whatever the settings allow as such."""
    return dict(texts)


def _settings(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings


KIND = Kind(
    Settings,
    form,
    parts,
    feedback,
    own_picture=own_picture,
    offer=room.offer,
    preview=preview,
    summary=room.summary,
    room_picture=room_picture,
    gives=gives,
)
