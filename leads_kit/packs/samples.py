"""Samples: the invented participants of "Play the room", and what they answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leads_kit.errors import Fault, PackBroken
from leads_kit.packs.documents import BASE, Documents, data_root
from leads_kit.packs.overlay import merge
from leads_kit.packs.source import read
from leads_kit.text import LANGS, Lang

SEATS = "seats"


@dataclass(frozen=True)
class Sample:
    """One invented participant: answers by exercise id, the parts they would offer of each, a first name for introductions."""

    lang: Lang
    first_name: str
    answers: Mapping[str, Mapping[str, Any]]
    offers: Mapping[str, tuple[str, ...]]


def load_samples(
    root: Path | None = None, client: str = BASE, languages: Collection[str] = LANGS
) -> Mapping[str, Sample]:
    """The invented participants of "Play the room", by seat id: `seats.yaml`, and a file for each exercise; a client's own
    `samples/` over them, as all its files; those alone who speak its `languages`. Raises PackBroken.
    """
    faults: list[Fault] = []
    told = {name: node.plain() for name, node in _samples(client, root or data_root(), faults).items()}
    if faults:
        raise PackBroken(faults)
    seats = {id: one for id, one in told.pop(SEATS)["seats"].items() if one["lang"] in languages}
    return {
        seat: Sample(
            one["lang"],
            one["first_name"],
            {exercise: given["answers"][seat] for exercise, given in told.items() if seat in given["answers"]},
            {exercise: tuple(given.get("offers", {}).get(seat, ())) for exercise, given in told.items()},
        )
        for seat, one in seats.items()
    }


def _samples(client: str, root: Path, faults: list[Fault]) -> Documents:
    found: Documents = {}
    for folder in (root, root / "clients" / client):
        for path in sorted((folder / "samples").glob("*.yaml")):
            node, base = read(path, root, faults), found.get(path.stem)
            if node is not None:
                found[path.stem] = merge(base, node, faults, new_keys=True) if base else node
    return found
