"""Words of unknown length on short lines: long words parted, no sign cut in two. All of them stand in the table."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from leads_kit.text import clusters, columns


def wrapped(text: str, width: int, most: int) -> list[str]:
    """At most `most` lines of at most `width` columns; a line that goes on ends with an ellipsis."""
    lines: list[str] = []
    for piece in (piece for word in text.split() for piece in _parted(word, width)):
        if lines and columns(f"{lines[-1]} {piece}") <= width:
            lines[-1] += f" {piece}"
        else:
            lines.append(piece)
    return lines if len(lines) <= most else [*lines[: most - 1], _ended(lines[most - 1], width)]


def packed(items: Iterable[str], width: int) -> list[str]:
    """The items of a legend on as few lines as their order allows, never parted unless one alone is too long."""
    lines: list[str] = []
    for item in items:
        if lines and columns(f"{lines[-1]} · {item}") <= width:
            lines[-1] += f" · {item}"
        else:
            lines.append(item)
    return [line for whole in lines for line in wrapped(whole, width, 2)]


def _ended(line: str, width: int) -> str:
    signs = clusters(line.rstrip("-"))
    while signs and columns("".join(signs)) >= width:
        signs.pop()
    return "".join(signs).rstrip() + "…"


def _parted(word: str, width: int) -> list[str]:
    """A word, or its pieces where it is too long for a line: at its own hyphens where it has some."""
    if columns(word) <= width:
        return [word]
    signs = clusters(word)
    fits = sum(wide < width for wide in accumulate(map(columns, signs)))
    cut = max((at + 1 for at in range(2, fits) if signs[at] == "-"), default=max(1, fits))
    head, rest = "".join(signs[:cut]), "".join(signs[cut:])
    return [f"{head}-" if head[-1].isalnum() else head, *_parted(rest, width)]
