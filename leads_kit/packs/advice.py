"""What a coach may take or leave: prompts too long, texts that only one language says otherwise, agendas without their ends.

Read off the documents alone, so that it is said beside the faults of a pack that cannot be built.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from leads_kit.errors import Fault
from leads_kit.packs.clients import languages_of
from leads_kit.packs.documents import Documents, entries
from leads_kit.packs.reader import LARGEST_NUMBER
from leads_kit.packs.source import Node
from leads_kit.text import HOLE, LANGS

LONG_SENTENCE, LONG_PROMPT = 25, 60
# Whose idea it is, and lists of words that code looks for: nobody is asked to act on them.
NO_PROMPT = ("source", "words", "small_words", "others")
# So short a workshop, in minutes, may well begin and end with its one exercise.
SHORT = 45
# A step may well take another time than its exercise says, but not half of it or twice as much.
APART = 2
FIRST, LAST = ("pulse",), ("evaluation",)
TAKE_HOME = "take-home"
SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")


@dataclass(frozen=True)
class Doing:
    """What a step may do; `minutes` is 0 where they are not said, `kind` its own id for an activity."""

    kind: str
    minutes: int


def advice(documents: Documents, own: str) -> list[Fault]:
    """All advice about files whose names begin with `own`, in their order."""
    found = [*_long(documents), *_half_translated(documents, own), *_agendas(documents)]
    return sorted((one for one in found if one.file.startswith(own)), key=lambda one: one.place)


def inside(node: Node, key: str) -> Node:
    """What stands under a key, else the thing itself: a place to point to."""
    return node.value.get(key, node) if isinstance(node.value, dict) else node


def _long(documents: Documents) -> Iterator[Fault]:
    for name, document in documents.items():
        if name.startswith("exercises/"):
            for path, node in document.walk():
                prompt = path and path[-1] in LANGS and not set(path) & set(NO_PROMPT)
                if prompt and isinstance(node.value, str):
                    yield from _too_long(node, node.value)


def _too_long(node: Node, text: str) -> Iterator[Fault]:
    plain = HOLE.sub("x", text)
    whole, longest = len(plain.split()), max(len(one.split()) for one in SENTENCE_END.split(plain))
    if whole > LONG_PROMPT:
        yield node.mark.fault("long_prompt", words=whole, most=LONG_PROMPT)
    elif longest > LONG_SENTENCE:
        yield node.mark.fault("long_sentence", words=longest, most=LONG_SENTENCE)


def _half_translated(documents: Documents, own: str) -> Iterator[Fault]:
    """Texts of which the client has changed one language, while the other still says what the base says."""
    if "client" in documents and len(languages_of(documents["client"], [])) == len(LANGS):
        for document in documents.values():
            for text in _texts(document):
                theirs = {lang: one for lang, one in text.items() if one.mark.file.startswith(own)}
                if len(theirs) == 1 and len(text) == len(LANGS):
                    ((lang, node),) = theirs.items()
                    yield node.mark.fault(f"half_translated_{lang}")


def _texts(node: Node) -> Iterator[dict[str, Node]]:
    match node.value:
        case dict() if node.value and set(node.value) <= set(LANGS):
            yield node.value
        case dict():
            for one in node.value.values():
                yield from _texts(one)
        case list():
            for one in node.value:
                yield from _texts(one)


def _agendas(documents: Documents) -> Iterator[Fault]:
    known = _doings(documents)
    for name, document in documents.items():
        steps = inside(document, "steps")
        if name.startswith("agendas/") and isinstance(steps.value, list):
            yield from _minutes(steps.value, known)
            if sum(_whole(inside(one, "minutes")) for one in steps.value) > SHORT:
                yield from _ends(name.removeprefix("agendas/").removesuffix(".yaml"), steps, known)


def _doings(documents: Documents) -> dict[str, Doing]:
    exercises = {
        id: Doing(str(inside(one, "kind").value), _whole(inside(one, "minutes")))
        for id, one in entries(documents, "exercises", "exercises")
    }
    activities = {
        id: Doing(id, _whole(inside(one, "minutes"))) for id, one in entries(documents, "exercises", "activities")
    }
    return exercises | activities


def _minutes(steps: list[Node], known: dict[str, Doing]) -> Iterator[Fault]:
    for node in steps:
        does, given = str(inside(node, "does").value), inside(node, "minutes")
        own, minutes = known.get(does, Doing("", 0)).minutes, _whole(given)
        if own and minutes and not own / APART <= minutes <= own * APART:
            yield given.mark.fault("minutes_apart", name=does, minutes=minutes, own=own)


def _ends(name: str, steps: Node, known: dict[str, Doing]) -> Iterator[Fault]:
    """A step that nobody knows is a fault of its own: what it may have been is not guessed at."""
    does = [str(inside(node, "does").value) for node in steps.value] if isinstance(steps.value, list) else []
    kinds = [known[one].kind if one in known else "" for one in does]
    if "" not in kinds[:2] and not set(kinds[:2]) & set(FIRST):
        yield steps.mark.fault("no_checkin", name=name)
    if "" not in kinds[-3:] and (not set(kinds[-3:]) & set(LAST) or TAKE_HOME not in does[-2:]):
        yield steps.mark.fault("no_ending", name=name)


def _whole(node: Node) -> int:
    return node.value if isinstance(node.value, int) and node.value <= LARGEST_NUMBER else 0
