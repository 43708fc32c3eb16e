"""A goal read from an answer: its five levels in words, where it stands now, and what the wording lets one see."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Literal

from leads_kit.analysis.ahead import away
from leads_kit.analysis.phrases import found, words_of
from leads_kit.form import Answer

# The level of each line. Today is not the lowest, so that slipping back has a place too (Turner-Stokes 2009).
LEVELS = {"below": -2, "today": -1, "glad": 0, "more": 1, "most": 2}
START, WISHED = LEVELS["today"], LEVELS["glad"]
MIDDLE_WEIGHT = 2
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
Order = Literal["counted", "mixed"]


@dataclass(frozen=True)
class Goal:
    """`levels` are the lines that were written, from the lowest up; `now` is −2 to +2, `weight` 1 to 3."""

    text: str
    area: str | None = None
    levels: Mapping[str, str] = field(default_factory=dict, hash=False)
    now: int | None = None
    weight: int = MIDDLE_WEIGHT
    evidence: str = ""
    day: str | None = None

    @property
    def away(self) -> int | None:
        """Days from today to looking again."""
        return away(self.day) if self.day else None

    @property
    def alike(self) -> str:
        """Words that stand at two levels; empty for none."""
        seen: list[list[str]] = []
        for text in self.levels.values():
            if (words := words_of(text)) in seen:
                return text
            seen.append(words)
        return ""

    @property
    def numbers(self) -> tuple[str, ...]:
        """The number of each level that has exactly one, from the lowest up."""
        given = [NUMBER.findall(text) for text in self.levels.values()]
        return tuple(one[0] for one in given if len(one) == 1)

    @property
    def order(self) -> Order | None:
        """Whether the numbers of the levels go one way, or to and fro; None where they say neither."""
        values = [float(one.replace(",", ".")) for one in self.numbers]
        steps = [after - before for before, after in pairwise(values)]
        if steps and (all(step > 0 for step in steps) or all(step < 0 for step in steps)):
            return "counted"
        return "mixed" if any(step > 0 for step in steps) and any(step < 0 for step in steps) else None

    def vague(self, phrases: Sequence[str]) -> str:
        """The hoped level where it compares and has nothing to count or to see; empty where that is not so."""
        hoped = self.levels.get("glad", "")
        return hoped if found(hoped, phrases) and not NUMBER.search(hoped) and not self.evidence else ""


def read(answer: Answer) -> tuple[Goal, ...]:
    """Rows without a goal do not count yet."""
    return tuple(_goal(row) for row in answer.get("goals") or [] if _text(row, "goal"))


def _goal(row: Mapping[str, Any]) -> Goal:
    levels = {name: text for name in LEVELS if (text := _text(row, name))}
    return Goal(
        _text(row, "goal"),
        row.get("area"),
        levels,
        row.get("now"),
        row.get("weight") or MIDDLE_WEIGHT,
        _text(row, "evidence"),
        row.get("day"),
    )


def _text(row: Mapping[str, Any], name: str) -> str:
    return str(row.get(name) or "").strip()
