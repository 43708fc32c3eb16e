"""A signal read from an answer, and which of them to watch first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from leads_kit.form import Answer

SIGNALS, HERE = "signals", "here"
SIGNAL, SOURCE, HORIZON, LIKELY, MATTERS, SHARE = "signal", "from", "horizon", "likely", "matters", "share"
# Marks go so far; a signal that is least likely and matters most is one that nobody prepares for.
LEAST, MOST = 1, 3


@dataclass(frozen=True)
class Signal:
    """What was seen, where it comes from, where it stands; marks 1 to 3, each None where not given."""

    id: str
    text: str
    source: str
    horizon: str
    likely: int | None
    matters: int | None
    share: bool

    @property
    def weight(self) -> int:
        """Likelihood times what it would matter, 1 to 9; 0 without both marks. It orders and is never shown."""
        return (self.likely or 0) * (self.matters or 0)

    @property
    def wild(self) -> bool:
        return (self.likely, self.matters) == (LEAST, MOST)


def read(answer: Answer) -> tuple[Signal, ...]:
    """Those that say something, in the order in which to watch them: of two alike first what matters more."""
    rows = [_signal(row) for row in answer.get(SIGNALS) or []]
    told = [one for one in rows if one.text]
    return tuple(sorted(told, key=lambda one: (-one.weight, -(one.matters or 0))))


def of_horizon(signals: Sequence[Signal], horizon: str) -> list[Signal]:
    return [one for one in signals if one.horizon == horizon]


def here(answer: Answer) -> str:
    return str(answer.get(HERE) or "").strip()


def _signal(row: Mapping[str, Any]) -> Signal:
    text, source, horizon = (str(row.get(field) or "").strip() for field in (SIGNAL, SOURCE, HORIZON))
    return Signal(row["id"], text, source, horizon, row.get(LIKELY), row.get(MATTERS), bool(row.get(SHARE)))
