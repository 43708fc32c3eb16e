"""After an upgrade of the base: which of a client's overrides are kept, which no longer apply, which hide a correction.

Told from what `seen.json` keeps of the base, never from versions of the kit: a base may be changed by hand as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from leads_kit.errors import Fault
from leads_kit.packs.differences import BESIDE, CLIENT, Difference, Sides, Steps, What, at, differences_of, sides
from leads_kit.packs.documents import SECTIONS
from leads_kit.packs.moved import How, Went, went
from leads_kit.packs.overlay import brings, near
from leads_kit.packs.seen import ABSENT, KIND, Seen, accept, below, entry, pointer, seen_of
from leads_kit.packs.source import Mark
from leads_kit.text import LANGS

Told = Mapping[str, Any]
SETTINGS = "settings"


class State(StrEnum):
    """How an override stands to the base: `unknown` where nobody wrote down what the base said, `own` where it never said any."""

    KEPT = "kept"
    LOST = "lost"
    HIDES = "hides"
    UNKNOWN = "unknown"
    OWN = "own"


# What does nothing is a fault of its own.
ADVICE = {State.HIDES: "corrections_hidden", State.UNKNOWN: "nothing_written_down"}


@dataclass(frozen=True)
class Override:
    """A difference and how it stands. `then` is what was kept of the base's value: see `seen.entry`; None where nothing was.

    `went` is where a lost one should probably be; `kinds` are the exercise's kind then and now, and `name` the name in an
    order that is gone, where that is why it is lost.
    """

    difference: Difference
    state: State
    then: Told | None = None
    went: Went | None = None
    kinds: tuple[str, str] | None = None
    name: str = ""


@dataclass(frozen=True)
class Upgrade:
    """Every difference of a client, in the order of its files, and the documents it was found in."""

    both: Sides
    overrides: tuple[Override, ...]

    @property
    def client(self) -> str:
        return self.both.client

    def of(self, state: State) -> tuple[Override, ...]:
        return tuple(one for one in self.overrides if one.state is state)

    def counts(self) -> dict[State, int]:
        """How many there are of each state, none left out."""
        return counts(self.overrides)


def counts(overrides: Iterable[Override]) -> dict[State, int]:
    """How many of these there are of each state, none left out."""
    found = Counter(one.state for one in overrides)
    return {state: found[state] for state in State}


def upgrade(client: str, root: Path) -> Upgrade:
    """What has become of a client's overrides. Raises PackBroken when a file of either side, or `seen.json`, cannot be read."""
    both, seen = sides(client, root), seen_of(client, root)
    return Upgrade(both, tuple(_judged(one, both, seen) for one in differences_of(both, root)))


def advice(client: str, root: Path) -> list[Fault]:
    """What `leads check` says of it: a line each, at the client's folder, where there is something. Raises as `upgrade`."""
    counts, mark = upgrade(client, root).counts(), Mark(f"{root.name}/clients/{client}")
    told = ((state, ADVICE[state]) for state in ADVICE if counts[state])
    return [mark.fault(id, n=counts[state], client=client) for state, id in told]


def looked(found: Upgrade, root: Path, chosen: Collection[Override] | None = None) -> None:
    """The coach has looked at these, or at all: from now on the base's present words stand for them. Raises as `upgrade`."""
    if chosen is None:
        accept(found.client, root)
        return
    paths = {(one.difference.file, pointer(one.difference.path)) for one in chosen}
    kinds = {(one.difference.file, pointer((*one.difference.path[:2], KIND))) for one in chosen if one.kinds}
    accept(found.client, root, paths | kinds)


def _judged(one: Difference, both: Sides, seen: Seen) -> Override:
    if one.file == CLIENT or one.what in BESIDE:
        return Override(one, State.OWN)
    entries = seen.get(one.file, {})
    then = _then(entries, one.path)
    kinds = _kinds(one, entries, both)
    if one.hits_nothing or one.what is What.ADDED:
        kept = _kept(entries, one.path)
        if not (one.hits_nothing or kinds or kept):
            return Override(one, State.OWN, then)
        return Override(one, State.LOST, _joined(kept) or then, None if kinds else went(one, kept, both), kinds)
    if name := _gone(one, both):
        like = near(name, [known for known in one.base.plain() if known not in one.own.plain()]) if one.base else ""
        where = Went(How.NEAR, one.file, (*one.path[:-1], like)) if like else None
        return Override(one, State.LOST, then, where, name=name)
    if then is None:
        return Override(one, State.UNKNOWN)
    return Override(one, State.HIDES if _corrected(one, then) else State.KEPT, then)


def _then(entries: Told, path: Steps) -> Told | None:
    """What was kept for a path; where the base had nothing above it, that there was nothing."""
    if pointer(path) in entries:
        return entries[pointer(path)]  # type: ignore[no-any-return]
    return ABSENT if below(pointer(path), {key for key, one in entries.items() if one == ABSENT}) else None


def _kept(entries: Told, path: Steps) -> dict[str, Told]:
    """What was kept of a path, or of what is in it: by the pointer below it."""
    here = pointer(path)
    return {
        key[len(here) :]: one for key, one in entries.items() if one != ABSENT and (key == here or below(key, (here,)))
    }


def _joined(kept: Mapping[str, Told]) -> Told | None:
    """Of something whole in which several things were changed, all of them as one."""
    if len(kept) < 2:
        return next(iter(kept.values()), None)
    return {"value": {key.strip("/"): one["value"] for key, one in kept.items() if "value" in one}}


def _kinds(one: Difference, entries: Told, both: Sides) -> tuple[str, str] | None:
    """An exercise's kind then and now, where a setting is meant for another kind."""
    if one.path[:1] != SECTIONS[:1] or SETTINGS not in one.path[2:3]:
        return None
    place = (*one.path[:2], KIND)
    now, then = at(both.base.get(one.file), place), entries.get(pointer(place))
    return (str(then.get("value")), str(now.value)) if now and then and then != entry(now) else None


def _corrected(one: Difference, then: Told) -> bool:
    """Whether the base changed under an override. Of a text, only in a language in which the client says something else."""
    now = entry(one.base)
    if one.what is What.ORDERED:
        return _reordered(then.get("value"), now["value"])
    was, here, own = then.get("value"), now.get("value"), one.own.plain()
    if all(isinstance(told, dict) and set(told) <= set(LANGS) for told in (was, here, own)):
        return any(was.get(lang) != here.get(lang) for lang in own)  # type: ignore[union-attr]
    return dict(then) != now


def _reordered(then: Any, now: list[str]) -> bool:
    """What the base took away moves nothing; what it added has a place of its own there, which the client's order hides."""
    return not isinstance(then, list) or [name for name in then if name in now] != now


def _gone(one: Difference, both: Sides) -> str:
    """Of an order, the first name that is nowhere any more."""
    if one.what is not What.ORDERED or one.base is None or not isinstance(one.own.value, list):
        return ""
    beside = at(both.own.get(one.file), one.path[:-1])
    told = beside.value if beside and isinstance(beside.value, dict) else {}
    new = {key: node.value is not None for key, node in told.items() if node.value is None or brings(key, node)}
    known = dict.fromkeys(one.base.plain(), True) | new
    return next((str(name) for name in one.own.plain() if not known.get(str(name))), "")
