"""Copies: a whole pack as the text that a room keeps, and back again, the same as it was."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping

from leads_kit.kinds import Kind, all_kinds
from leads_kit.model import Pack
from leads_kit.packs.loader import built
from leads_kit.packs.source import Mark, from_plain

MOST_KNOWN = 8
_known: dict[str, Pack] = {}


def pack_to_json(pack: Pack) -> str:
    """The copy of a pack that a room keeps."""
    return pack.copy


def pack_from_json(text: str, kinds: Mapping[str, Kind] | None = None) -> Pack:
    """A pack from its copy, the same as it was. Raises PackBroken when this kit no longer understands it."""
    if kinds is not None:
        return _rebuilt(text, kinds)
    return pack_of(hashlib.sha256(text.encode()).hexdigest(), lambda: text)


def client_of(text: str) -> str:
    """Whose pack a copy is."""
    return str(json.loads(text)["client"])


def pack_of(digest: str, copy: Callable[[], str]) -> Pack:
    """The pack of a digest. Its copy, some megabyte, is fetched only where this process has not read it yet.

    A kernel is forked from a process that has read the room's. Raises PackBroken.
    """
    if digest not in _known:
        while len(_known) >= MOST_KNOWN:
            del _known[next(iter(_known))]
        _known[digest] = _rebuilt(copy(), all_kinds())
    return _known[digest]


def _rebuilt(text: str, kinds: Mapping[str, Kind]) -> Pack:
    kept = json.loads(text)
    mark = Mark("copy")
    documents = {name: from_plain(plain, mark) for name, plain in kept["documents"].items()}
    return built(documents, kept["client"], kinds)
