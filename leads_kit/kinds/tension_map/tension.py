"""An answer read once as a tension: two poles, each with its good and its too much, and which of them is leaned to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from leads_kit.form import Answer
from leads_kit.text import Text

SIDES = ("a", "b")
# In the order in which a tension runs through them when nobody looks after it.
QUARTERS = ("a-good", "a-much", "b-good", "b-much")
# Of eight points between the extremes, two are worth a sentence; small differences mean little.
LEANS = 2
BULLETS = " \t\r-–—•*·"
Poles = tuple[Text, Text]


@dataclass(frozen=True)
class Quarter:
    """What is written, line by line, and how much of it is seen, 1 to 5."""

    lines: tuple[str, ...]
    mark: int | None


@dataclass(frozen=True)
class Pole:
    name: Text
    good: Quarter
    much: Quarter
    step: str

    @property
    def seen(self) -> int | None:
        """How much of the pole is seen, 2 to 10: its good and its too much together; None unless both have a mark."""
        good, much = self.good.mark, self.much.mark
        return None if good is None or much is None else good + much


@dataclass(frozen=True)
class Tension:
    a: Pole
    b: Pole
    signs: tuple[str, ...]

    @property
    def poles(self) -> tuple[Pole, Pole]:
        return self.a, self.b

    @property
    def quarters(self) -> tuple[Quarter, ...]:
        return tuple(quarter for pole in self.poles for quarter in (pole.good, pole.much))

    @property
    def leaning(self) -> tuple[Pole, Pole] | None:
        """The pole that is leaned to and the other one; None where they are about even, or a mark is missing.

        Leaning to a pole shows in its own good and in its own too much, while the good of the other fades and too much of
        the other is not to be seen: the sum of both marks of one pole against that of the other says all four.
        """
        a, b = self.a.seen, self.b.seen
        if a is None or b is None or abs(a - b) < LEANS:
            return None
        return (self.a, self.b) if a > b else (self.b, self.a)

    @property
    def marked(self) -> bool:
        return all(quarter.mark is not None for quarter in self.quarters)

    @property
    def empty(self) -> bool:
        """Nothing written and nothing marked; poles alone are a beginning, not a map."""
        return not any(quarter.lines or quarter.mark for quarter in self.quarters)


def read(poles: Poles, answer: Answer) -> Tension:
    a, b = (_pole(side, name, answer) for side, name in zip(SIDES, poles, strict=True))
    signs = (text_of(row, "sign") for row in answer.get("warnings") or [])
    return Tension(a, b, tuple(sign for sign in signs if sign))


def text_of(answer: Mapping[str, Any], field: str) -> str:
    return str(answer.get(field) or "").strip()


def _pole(side: str, name: Text, answer: Answer) -> Pole:
    good, much = (_quarter(f"{side}-{what}", answer) for what in ("good", "much"))
    return Pole(name, good, much, text_of(answer, f"step-{side}"))


def _quarter(id: str, answer: Answer) -> Quarter:
    """Lines as they were typed, without the dashes and dots that people put before them."""
    lines = (line.strip(BULLETS) for line in text_of(answer, id).splitlines())
    mark = answer.get(f"{id}-seen")
    return Quarter(tuple(line for line in lines if line), mark if isinstance(mark, int) else None)
