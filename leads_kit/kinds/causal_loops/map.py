"""An answer read once as a map: four depths, things by row id, links between them that are whole, and the loops they make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from leads_kit.analysis.loops import Link, Loop, in_most, loops_of
from leads_kit.form import Answer
from leads_kit.kinds.causal_loops.settings import LAYERS, Depth

THINGS, NAME = "things", "name"
LINKS, START, END, WAY, SLOW = "links", "from", "to", "way", "slow"
SAME, OPPOSITE = "same", "opposite"
BULLETS = " \t\r-–—•*·"


@dataclass(frozen=True)
class Map:
    """`depths` holds the first line of each that has one; `things` are names by row id; `open` links lack something yet."""

    depths: Mapping[Depth, str]
    things: Mapping[str, str]
    links: tuple[Link, ...]
    open: int
    push: str

    @cached_property
    def loops(self) -> tuple[Loop, ...]:
        return loops_of(self.links)

    @cached_property
    def first(self) -> tuple[int, tuple[str, ...]]:
        """On how many loops lies what lies on most of them, and what that is."""
        return in_most(self.loops)

    @property
    def reinforcing(self) -> int:
        return sum(loop.reinforcing for loop in self.loops)

    def told(self, reinforcing: bool) -> Loop | None:
        """The loop of one sort that is easiest to follow, told from what lies on most loops where that is on it."""
        found = [loop for loop in self.loops if loop.reinforcing is reinforcing]
        through = [(loop, thing) for thing in self.first[1] for loop in found if thing in loop.things]
        return through[0][0].begun_at(through[0][1]) if through else found[0] if found else None


def read(answer: Answer) -> Map:
    """Things without a name do not count yet; a link from a thing to itself, or to one that is gone, is not whole."""
    things = {row["id"]: name for row in answer.get(THINGS) or [] if (name := _text(row.get(NAME)))}
    rows = answer.get(LINKS) or []
    links = tuple(_link(row) for row in rows if _whole(row, things))
    depths = {depth: line for depth in LAYERS if (line := _first_line(answer.get(depth)))}
    return Map(depths, things, links, len(rows) - len(links), _text(answer.get("push")))


def _whole(row: Mapping[str, Any], things: Mapping[str, str]) -> bool:
    start, end = row.get(START), row.get(END)
    return start in things and end in things and start != end and row.get(WAY) in (SAME, OPPOSITE)


def _link(row: Mapping[str, Any]) -> Link:
    return Link(row[START], row[END], 1 if row[WAY] == SAME else -1, bool(row.get(SLOW)))


def _first_line(value: Any) -> str:
    """Without the dash before it."""
    return next((line for part in _text(value).splitlines() if (line := part.strip(BULLETS))), "")


def _text(value: Any) -> str:
    return str(value or "").strip()
