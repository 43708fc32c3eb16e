"""A week read from an answer: what drains, what gives, and the limit and plan that follow from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from leads_kit.form import Answer

Effect = Literal["drains-3", "drains-2", "drains-1", "gives-1", "gives-2", "gives-3"]
EFFECTS: dict[str, int] = {"drains-3": -3, "drains-2": -2, "drains-1": -1, "gives-1": 1, "gives-2": 2, "gives-3": 3}
# Of so many steps, one more or less on either side is about as much.
EVEN = 1


@dataclass(frozen=True)
class Entry:
    """Something that fills the week. `effect` is its id, None while it is not marked."""

    what: str
    effect: str | None = None
    category: str | None = None

    @property
    def size(self) -> int:
        """−3 (drains a lot) to 3 (gives a lot); 0 while it is not marked."""
        return EFFECTS.get(self.effect or "", 0)


@dataclass(frozen=True)
class Week:
    """Any of its words may still be empty."""

    entries: tuple[Entry, ...]
    limit: str
    cue: str
    act: str

    @property
    def marked(self) -> tuple[Entry, ...]:
        """The marked entries, from the largest drain to the best source; those alike as they were written."""
        return tuple(sorted((one for one in self.entries if one.size), key=lambda one: one.size))

    @property
    def drains(self) -> tuple[Entry, ...]:
        return tuple(one for one in self.marked if one.size < 0)

    @property
    def sources(self) -> tuple[Entry, ...]:
        return tuple(one for one in self.marked if one.size > 0)

    @property
    def largest(self) -> tuple[Entry, ...]:
        """The largest drain, or several alike."""
        return tuple(one for one in self.drains if one.size == self.drains[0].size)

    @property
    def best(self) -> tuple[Entry, ...]:
        """The best source, or several alike."""
        return tuple(one for one in self.sources if one.size == self.sources[-1].size)

    @property
    def balance(self) -> Literal["out", "even", "back"]:
        """Whether more goes out than comes back. The sum is a way to find the word and is shown nowhere."""
        total = sum(one.size for one in self.marked)
        return "even" if abs(total) <= EVEN else "out" if total < 0 else "back"


def read(answer: Answer) -> Week:
    """Rows without a name do not count yet."""
    entries = (_entry(row) for row in answer.get("week") or [])
    limit, cue, act = (str(answer.get(field) or "").strip() for field in ("limit", "cue", "act"))
    return Week(tuple(one for one in entries if one.what), limit, cue, act)


def _entry(row: Mapping[str, Any]) -> Entry:
    return Entry(str(row.get("what") or "").strip(), row.get("effect"), row.get("category"))
