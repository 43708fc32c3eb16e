"""Numbers out of text that was typed or pasted: in a column, on a line, with decimal commas or points. Pure.

What a comma means is settled by the whole text, since nobody mixes its meanings within one list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

# Between groups of three digits stand the spaces that do not break; a plain space stands between numbers.
GROUPED = re.compile("(?<=[0-9])[\u00a0\u202f](?=[0-9]{3}(?![0-9]))")
BETWEEN = re.compile(r"[\s;|]+")
THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?")
NUMBER = re.compile(r"[+-]?([0-9]{1,12}(\.[0-9]{0,6})?|\.[0-9]{1,6})")
# What may stand before or after a number without changing it, and alone.
SIGNS = "%$€"
MINUS = str.maketrans("−–", "--")


@dataclass(frozen=True)
class Pasted:
    """The numbers in their order, and the pieces that are none, as they were typed."""

    values: tuple[float, ...]
    unread: tuple[str, ...]


def pasted(text: str) -> Pasted:
    """Nothing is guessed: a piece that is not plainly a number is told, never left out in silence."""
    pieces = [piece.strip(",") for piece in BETWEEN.split(GROUPED.sub("", text))]
    pieces = [piece for piece in pieces if piece.strip(SIGNS)]
    numbers: list[float] = []
    unread: list[str] = []
    for piece in _by_commas(pieces):
        plain = piece.strip(SIGNS).translate(MINUS)
        if NUMBER.fullmatch(plain):
            numbers.append(float(plain))
        else:
            unread.append(piece)
    return Pasted(tuple(numbers), tuple(unread))


def one_number(text: str) -> float | None:
    """The one number of a short text, with or without words around it; None for no number or for several."""
    pieces = [piece.strip(",") for piece in BETWEEN.split(GROUPED.sub("", text))]
    found = [value for piece in pieces if (value := _alone(piece)) is not None]
    return found[0] if len(found) == 1 else None


def _alone(piece: str) -> float | None:
    grouped = THOUSANDS.fullmatch(piece.strip(SIGNS))
    plain = piece.replace(",", "" if grouped else ".").strip(SIGNS).translate(MINUS)
    return float(plain) if NUMBER.fullmatch(plain) else None


def _by_commas(pieces: Sequence[str]) -> list[str]:
    """Pieces with commas turned into what they mean here: thousands, a decimal comma, or the end of a number."""
    inner = [piece.strip(SIGNS) for piece in pieces if "," in piece]
    if len(pieces) > 1 and inner and all(THOUSANDS.fullmatch(piece) for piece in inner):
        return [piece.replace(",", "") for piece in pieces]
    if all(piece.count(",") == 1 and "." not in piece for piece in inner):
        return [piece.replace(",", ".") for piece in pieces]
    return [part for piece in pieces for part in piece.split(",") if part]
