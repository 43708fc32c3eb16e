"""What can be wrong with a pack that reads well: colours nobody can read, prompts too long, agendas without their ends.

A fault stops (`faults`); advice is a coach's to take or leave (`advice`). Each has its place in a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from leads_kit.analysis.colours import CARDS, PAPERS, READABLE, contrast
from leads_kit.errors import Fault, PackBroken
from leads_kit.model import Pack
from leads_kit.packs.clients import names
from leads_kit.packs.documents import BASE, Documents, data_root, documents_of
from leads_kit.packs.loader import load_pack
from leads_kit.packs.source import Node
from leads_kit.packs.upgrade import advice as upgrade_advice
from leads_kit.text import HOLE

GROUNDS = {"accent": (PAPERS[0], CARDS[0]), "accent_dark": (PAPERS[1], CARDS[1])}
LONG_SENTENCE, LONG_PROMPT = 25, 60
# A step may well take another time than its exercise says, but not half of it or twice as much.
APART = 2
FIRST, LAST = ("pulse",), ("evaluation",)
TAKE_HOME = "take-home"
SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")


@dataclass(frozen=True)
class Found:
    """`pack` is None where it has faults of structure."""

    faults: tuple[Fault, ...]
    advice: tuple[Fault, ...] = ()
    pack: Pack | None = None


def check(client: str, root: Path | None = None) -> Found:
    """Everything there is to say about a client's content, in one pass."""
    folder = root or data_root()
    try:
        pack = load_pack(client, folder)
        upgraded = upgrade_advice(client, folder)
    except PackBroken as broken:
        return Found(broken.faults)
    documents = documents_of(client, folder)
    own = f"{folder.name}/clients/{client}/" if client != BASE else f"{folder.name}/"
    advice = (*_long(documents), *_agendas(documents, pack))
    told = (*upgraded, *(fault for fault in advice if fault.file.startswith(own)))
    return Found(tuple(_colours(documents, pack)), tuple(sorted(told, key=attrgetter("place"))), pack)


def clients_of(root: Path | None = None) -> list[str]:
    """Every client by name."""
    return names(root or data_root())


def _colours(documents: Documents, pack: Pack) -> Iterator[Fault]:
    look = _inside(documents["client"], "look")
    for key, grounds in GROUNDS.items():
        colour = getattr(pack.client.look, key)
        ratio = min(contrast(colour, ground) for ground in grounds)
        if ratio < READABLE:
            place = _inside(look, key)
            yield place.mark.fault(f"contrast_{key}", colour=colour, ratio=round(ratio, 1), least=READABLE)


def _long(documents: Documents) -> Iterator[Fault]:
    for name, document in documents.items():
        if name.startswith("exercises/"):
            for path, node in document.walk():
                if (
                    path[-1] in ("en", "fr")
                    and isinstance(node.value, str)
                    and not any("words" in step for step in path)
                ):
                    yield from _too_long(node, node.value)


def _too_long(node: Node, text: str) -> Iterator[Fault]:
    plain = HOLE.sub("x", text)
    whole, longest = len(plain.split()), max(len(one.split()) for one in SENTENCE_END.split(plain))
    if whole > LONG_PROMPT:
        yield node.mark.fault("long_prompt", words=whole, most=LONG_PROMPT)
    elif longest > LONG_SENTENCE:
        yield node.mark.fault("long_sentence", words=longest, most=LONG_SENTENCE)


def _agendas(documents: Documents, pack: Pack) -> Iterator[Fault]:
    for id, agenda in pack.agendas.items():
        document = documents[f"agendas/{id}.yaml"]
        steps = _inside(document, "steps")
        nodes = steps.value if isinstance(steps.value, list) else []
        for node, step in zip(nodes, agenda.steps, strict=True):
            known = pack.exercises.get(step.does) or pack.activities[step.does]
            if not known.minutes / APART <= step.minutes <= known.minutes * APART:
                place = _inside(node, "minutes").mark
                yield place.fault("minutes_apart", name=step.does, minutes=step.minutes, own=known.minutes)
        does = [step.does for step in agenda.steps]
        kinds = [pack.exercises[one].kind if one in pack.exercises else one for one in does]
        if not set(kinds[:2]) & set(FIRST):
            yield steps.mark.fault("no_checkin", name=id)
        if not set(kinds[-3:]) & set(LAST) or TAKE_HOME not in does[-2:]:
            yield steps.mark.fault("no_ending", name=id)


def _inside(node: Node, key: str) -> Node:
    """What stands under a key, else the thing itself: a place to point to."""
    return node.value.get(key, node) if isinstance(node.value, dict) else node
