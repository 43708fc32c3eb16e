"""An answer read once: the goal, and everybody with a name, with the reasons tapped for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from leads_kit.form import Answer


@dataclass(frozen=True)
class Wish:
    """One person, in the order they were named; `reasons` are ids."""

    name: str
    reasons: frozenset[str]
    brings: str = ""


def goal_of(answer: Answer) -> str:
    return str(answer.get("goal") or "").strip()


def read(answer: Answer) -> tuple[Wish, ...]:
    """Rows without a name do not count yet."""
    return tuple(
        Wish(name, frozenset(_chosen(row.get("reasons"))), str(row.get("brings") or "").strip())
        for row in answer.get("people") or []
        if (name := str(row.get("name") or "").strip())
    )


def standing_for(reason: str, wishes: Sequence[Wish]) -> list[str]:
    """The names of those on the list for one reason."""
    return [one.name for one in wishes if reason in one.reasons]


def _chosen(value: str | list[str] | None) -> list[str]:
    """A single reason on offer comes as one id, several as a list."""
    return [value] if isinstance(value, str) else value or []
