"""Window: the words I have for myself beside the words that peers have for me, in four fields. Private.

After Luft and Ingham, The Johari Window (1955), with a list of words of our own. Peers tell their words at the table, so
nothing here is anonymous to its author; the room may learn only how large the shared part is, as one of three classes.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field as Setting

from leads_kit.form import Answer, Choice, Form, Group, Line, Option, Rows
from leads_kit.kinds._kind import Kind, Picture
from leads_kit.kinds.window import room, told
from leads_kit.kinds.window.seen import PICK, read
from leads_kit.model import Exercise, Part, Spec, Tier
from leads_kit.text import Say, Text, Words

__all__ = ["KIND", "Settings"]
NAME_LIMIT = 60
LEAST_WORDS = 12


class Settings(Spec):
    """`words` by id, of which five are chosen for oneself and by each peer; four peers at the most fit the picture."""

    own: Text
    own_help: Text
    peers: Text
    peers_help: Text
    name: Text
    said: Text
    add: Text
    words: Annotated[dict[str, Text], Setting(min_length=LEAST_WORDS)]
    most: Annotated[int, Setting(ge=3, le=4)] = 4


def form(exercise: Exercise, _words: Words) -> Form:
    settings = _settings(exercise)
    options = tuple(Option(id, label) for id, label in settings.words.items())
    own = Choice("own", settings.own, help=settings.own_help, options=options, most=PICK)
    peers = Rows(
        "peers",
        settings.peers,
        help=settings.peers_help,
        fields=(
            Line("name", settings.name, most=NAME_LIMIT),
            Choice("words", settings.said, options=options, most=PICK),
        ),
        most=settings.most,
        add=settings.add,
        suggest="people",
    )
    return Form((Group("own", settings.own, (own,)), Group("peers", settings.peers, (peers,))))


def parts(_exercise: Exercise) -> tuple[Part, ...]:
    return (Part("window", Tier.PRIVATE, ("own", "peers")), Part(room.OFFERED, Tier.GROUP, offered=True))


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    settings = _settings(exercise)
    return told.feedback(read(answer, settings.words), settings.words, say)


def own_picture(exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    settings = _settings(exercise)
    return told.own_picture(read(answer, settings.words), settings.words, say)


def offer(exercise: Exercise, answer: Answer) -> dict[str, dict[str, str]]:
    return room.offer(read(answer, _settings(exercise).words))


def gives(exercise: Exercise, answer: Answer) -> dict[str, tuple[str, ...]]:
    """Every peer with a name, each once."""
    names = tuple(dict.fromkeys(one.name for one in read(answer, _settings(exercise).words).peers if one.name))
    return {"people": names} if names else {}


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
    offer=offer,
    summary=room.summary,
    room_picture=room.room_picture,
    gives=gives,
)
