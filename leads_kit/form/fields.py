"""Fields that ask for one thing: a mark, a choice, some words, a day, a tick."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from leads_kit.text import Text

Answer = Mapping[str, Any]
NOT_OBSERVED = "na"
LINE_LIMIT = 280
PARAGRAPH_LIMIT = 2000
DAY = re.compile("20[0-9]{2}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class Problem:
    """One thing that stands in the way: which field (a path such as `contacts/c1/name`), which sentence."""

    field: str
    word: str
    values: Mapping[str, Any] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Option:
    id: str
    label: Text
    help: Text | None = None


@dataclass(frozen=True)
class Field:
    """One question. `full_only` fields are left out of the short form and are never a gap."""

    type: ClassVar[str]
    id: str
    label: Text
    help: Text | None = None
    full_only: bool = False
    optional: bool = False

    def faults(self, value: Any, path: str) -> list[Problem]:
        """Why this value cannot be kept. `None` and a missing value are never a fault."""
        raise NotImplementedError(type(self).__name__)

    def empty(self, value: Any) -> bool:
        return value is None or value in ("", [], {})


@dataclass(frozen=True)
class Scale(Field):
    """One of `low`…`high`, with worded anchors, and "not observed" where `na` is set (value `"na"`, never 0)."""

    type: ClassVar[str] = "scale"
    low: int = 1
    high: int = 5
    anchors: Mapping[int, Text] = field(default_factory=dict)
    na: bool = False

    def faults(self, value: Any, path: str) -> list[Problem]:
        if value == NOT_OBSERVED and self.na:
            return []
        if isinstance(value, int) and not isinstance(value, bool) and self.low <= value <= self.high:
            return []
        return [Problem(path, "form.out_of_range", {"low": self.low, "high": self.high})]


@dataclass(frozen=True)
class Choice(Field):
    """One option id; or, with `most` > 1, a list of at most that many.

    `among` are ids of other choices of the form: a menu offers only what is chosen there, once something is, and no row of a
    list offers what another row has. Nothing is refused for it, because what is chosen there may change afterwards.
    """

    type: ClassVar[str] = "choice"
    options: tuple[Option, ...] = ()
    most: int = 1
    among: tuple[str, ...] = ()

    def faults(self, value: Any, path: str) -> list[Problem]:
        known = {option.id for option in self.options}
        chosen = value if isinstance(value, list) and self.most > 1 else [value]
        if any(not isinstance(one, str) or one not in known for one in chosen) or len(set(chosen)) != len(chosen):
            return [Problem(path, "form.unknown_option")]
        if len(chosen) > self.most:
            return [Problem(path, "form.too_many", {"most": self.most})]
        return []


@dataclass(frozen=True)
class Line(Field):
    """One line of text, `most` characters at most.

    `suggest` names what the person's own earlier answers may offer as chips: `people`, `goal`, …
    """

    type: ClassVar[str] = "line"
    most: int = LINE_LIMIT
    starter: Text | None = None
    suggest: str = ""

    def faults(self, value: Any, path: str) -> list[Problem]:
        if not isinstance(value, str):
            return [Problem(path, "form.not_text")]
        if len(value) > self.most:
            return [Problem(path, "form.too_long", {"count": len(value), "most": self.most})]
        return []


@dataclass(frozen=True)
class Paragraph(Line):
    type: ClassVar[str] = "paragraph"
    most: int = PARAGRAPH_LIMIT


@dataclass(frozen=True)
class Day(Field):
    """A date as `YYYY-MM-DD`, of this century: a year is typed digit by digit, and 0202 is on the way to 2026."""

    type: ClassVar[str] = "day"

    def faults(self, value: Any, path: str) -> list[Problem]:
        try:
            dt.date.fromisoformat(value if DAY.fullmatch(value) else "")
        except (TypeError, ValueError):
            return [Problem(path, "form.not_a_day")]
        return []


@dataclass(frozen=True)
class Tick(Field):
    """Yes or no; unset is no."""

    type: ClassVar[str] = "tick"

    def faults(self, value: Any, path: str) -> list[Problem]:
        return [] if isinstance(value, bool) else [Problem(path, "form.not_a_tick")]


def faults_of(fields: Sequence[Field], answer: Answer, prefix: str = "") -> list[Problem]:
    """Faults of an answer against fields, each with its path under `prefix`."""
    known = {one.id: one for one in fields}
    found: list[Problem] = []
    for key, value in answer.items():
        if key not in known:
            found.append(Problem(f"{prefix}{key}", "form.unknown_field"))
        elif value is not None:
            found.extend(known[key].faults(value, f"{prefix}{key}"))
    return found
