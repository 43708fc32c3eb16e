"""An answer read once as a sort: what is very much me, what matters most in order, and how much of it last week showed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from leads_kit.form import Answer
from leads_kit.text import Text

# The first in the list counts ten, each after it one less: the scale that people mark last week on.
FIRST = 10


@dataclass(frozen=True)
class Kept:
    """A value of the list, from the first place on; `id` is None for one in own words, `lived` 0 to 10."""

    place: int
    label: Text
    id: str | None
    lived: int | None

    @property
    def matters(self) -> int:
        """How much it matters, by its place and by nothing else."""
        return max(0, FIRST + 1 - self.place)

    @property
    def gap(self) -> int | None:
        """How far last week stayed behind its place; negative where it showed more of it."""
        return None if self.lived is None else self.matters - self.lived


@dataclass(frozen=True)
class Sorted:
    """`very` and `somewhat` are ids of cards; what is in both is very much me, which is told first."""

    very: tuple[str, ...]
    somewhat: tuple[str, ...]
    kept: tuple[Kept, ...]
    story: str

    @property
    def empty(self) -> bool:
        return not (self.very or self.somewhat or self.kept or self.story)

    @property
    def chosen(self) -> bool:
        """Whether the list was taken from a longer pile of what is very much me."""
        return len(self.kept) < len(self.very) and all(one.id in self.very for one in self.kept)

    @property
    def marked(self) -> tuple[Kept, ...]:
        return tuple(one for one in self.kept if one.lived is not None)

    @property
    def widest(self) -> tuple[Kept, ...]:
        """The values furthest behind their place, if any is."""
        most = max((one.gap or 0 for one in self.kept), default=0)
        return tuple(one for one in self.kept if one.gap == most) if most > 0 else ()

    @property
    def most_lived(self) -> tuple[Kept, ...]:
        """The values that last week showed most of, if it showed any."""
        most = max((one.lived or 0 for one in self.kept), default=0)
        return tuple(one for one in self.kept if one.lived == most) if most > 0 else ()


def read(labels: Mapping[str, Text], answer: Answer) -> Sorted:
    """Rows without a value do not count yet, and one that stands there twice counts where it stands first."""
    very = _ticked(labels, answer, "very")
    somewhat = _ticked(labels, answer, "some")
    named: dict[str, tuple[Text, str | None, int | None]] = {}
    for row in answer.get("top") or []:
        if value := _value(labels, row):
            named.setdefault(value[0].en.casefold(), (*value, row.get("lived")))
    kept = tuple(Kept(place, *one) for place, one in enumerate(named.values(), 1))
    return Sorted(very, somewhat, kept, str(answer.get("story") or "").strip())


def _ticked(labels: Mapping[str, Text], answer: Answer, pile: str) -> tuple[str, ...]:
    """The cards of a pile from all hands, in the order of the cards."""
    ticked = {id for field, ids in answer.items() if field.startswith(f"{pile}-") for id in ids or []}
    return tuple(id for id in labels if id in ticked)


def _value(labels: Mapping[str, Text], row: Mapping[str, Any]) -> tuple[Text, str | None] | None:
    """Own words go before the card's: they are what the person made of it."""
    if own := str(row.get("own") or "").strip():
        return Text(own, own), None
    id = str(row.get("value"))
    return (labels[id], id) if id in labels else None
