"""What can be said about a client's content in one pass: what stops it, and what a coach may take or leave.

A fault stops (`faults`); advice is a coach's to take or leave (`advice`). Each has its place in a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from leads_kit.analysis.colours import CARDS, PAPERS, READABLE, contrast, is_colour
from leads_kit.errors import Fault, PackBroken
from leads_kit.model import Pack
from leads_kit.packs.advice import advice, inside
from leads_kit.packs.clients import names
from leads_kit.packs.documents import BASE, Documents, data_root, read_documents
from leads_kit.packs.loader import load_pack
from leads_kit.packs.upgrade import advice as upgrade_advice

GROUNDS = {"accent": (PAPERS[0], CARDS[0]), "accent_dark": (PAPERS[1], CARDS[1])}


@dataclass(frozen=True)
class Found:
    """`pack` is None where it has faults of structure; the rest is said all the same."""

    faults: tuple[Fault, ...]
    advice: tuple[Fault, ...] = ()
    pack: Pack | None = None


def check(client: str, root: Path | None = None) -> Found:
    """Everything there is to say about a client's content, in one pass."""
    folder = root or data_root()
    documents = read_documents(client, folder, [])
    own = f"{folder.name}/clients/{client}/" if client != BASE else f"{folder.name}/"
    pack, faults = _pack(client, folder)
    unread, upgraded = _upgraded(client, folder)
    more = (*_colours(documents), *(one for one in unread if one not in faults))
    told = sorted((*faults, *more), key=attrgetter("place"))
    return Found(tuple(told), (*upgraded, *advice(documents, own)), pack)


def clients_of(root: Path | None = None) -> list[str]:
    """Every client by name."""
    return names(root or data_root())


def _pack(client: str, folder: Path) -> tuple[Pack | None, tuple[Fault, ...]]:
    try:
        return load_pack(client, folder), ()
    except PackBroken as broken:
        return None, broken.faults


def _upgraded(client: str, folder: Path) -> tuple[tuple[Fault, ...], tuple[Fault, ...]]:
    """What of the client's record of the base cannot be read, and what there is to say of an upgrade."""
    try:
        return (), tuple(upgrade_advice(client, folder))
    except PackBroken as broken:
        return broken.faults, ()


def _colours(documents: Documents) -> Iterator[Fault]:
    """Of a client that leaves out the colour for dark pages, the kit finds one that can be read."""
    look = inside(documents["client"], "look") if "client" in documents else None
    for key, grounds in GROUNDS.items():
        given = look.value.get(key) if look and isinstance(look.value, dict) else None
        if given is None or not is_colour(given.value):
            continue
        ratio = min(contrast(str(given.value), ground) for ground in grounds)
        if ratio < READABLE:
            colour = str(given.value).lower()
            yield given.mark.fault(f"contrast_{key}", colour=colour, ratio=round(ratio, 1), least=READABLE)
