"""Texts side by side: a table where a terminal has room for one, otherwise one beneath the other; words that differ marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.segment import Segment, Segments
from rich.table import Table
from rich.text import Text as Line

from leads_kit.text import LANGS, printable

ROOM = 100
# How much two texts must have in common for their differences to be worth marking.
ALIKE = 0.6
INDENT, DEEPER = "  ", "    "
# French sets a space before some signs at which no line may end, and rich ends lines at any: others stand in meanwhile.
HELD = str.maketrans("\u00a0\u202f", "\ue000\ue001")
RELEASED = str.maketrans("\ue000\ue001", "\u00a0\u202f")
MARK, QUIET, HEAD = "bold yellow", "dim", "bold"
DASH = "—"
WORD = re.compile(r"\s+|\S+")
# By language, or by "" where a value has none.
Pieces = Mapping[str, str]
Code = tuple[str, int, int, int, int]


@dataclass(frozen=True)
class Side:
    """One column: its heading and what it says."""

    heading: str
    says: Pieces


@dataclass(frozen=True)
class Row:
    """One place: what it is in words, where it is, its sides, and what there is to say about it.

    `compared` are the two sides whose words are marked against each other; None marks nothing.
    """

    name: str
    place: str
    sides: tuple[Side, ...]
    note: str = ""
    compared: tuple[int, int] | None = (0, 1)


def print_rows(console: Console, rows: Sequence[Row], where: str) -> None:
    """Rows of one file; `where` heads the column of places."""
    rows = [_held(row) for row in rows]
    if console.is_terminal and console.width >= ROOM:
        console.print(Segments(_loose(console.render(_table(rows, where)))))
        return
    for row in rows:
        for line in _stacked(console, row):
            console.print(line)


def pieces(value: Any, langs: Sequence[str] = LANGS, but: Any = None) -> Pieces:
    """A plain value as it is read, by language where it has texts. Of a long list, what `but` has as well is left out."""
    if isinstance(value, list) and any(isinstance(one, dict) for one in value):
        value = [one for one in value if not isinstance(but, list) or one not in but]
    spoken = [lang for lang in langs if _speaks(value, lang)]
    return {lang: _told(value, lang) for lang in spoken} or {"": _told(value, "")}


def _speaks(value: Any, lang: str) -> bool:
    match value:
        case dict():
            return (lang in value and set(value) <= set(LANGS)) or any(_speaks(one, lang) for one in value.values())
        case list():
            return any(_speaks(one, lang) for one in value)
    return False


def _told(value: Any, lang: str) -> str:
    match value:
        case dict() if value and set(value) <= set(LANGS):
            return _told(str(value.get(lang, "")).strip(), lang)
        case dict():
            return ", ".join(f"{key}: {_told(one, lang)}" for key, one in value.items())
        case list():
            return "\n".join(f"– {_told(one, lang)}" for one in value)
        case bool():
            return str(value).lower()
    return printable(str(value))


def _table(rows: Sequence[Row], where: str) -> Table:
    table = Table(box=SIMPLE_HEAD, expand=True, padding=(0, 1), show_lines=False, header_style=HEAD)
    table.add_column(where, ratio=2, overflow="fold")
    for side in rows[0].sides:
        table.add_column(side.heading, ratio=3, overflow="fold")
    for row in rows:
        place = Line.assemble(row.name, "\n", (row.place, QUIET), *(("\n", row.note) if row.note else ()))
        table.add_row(place, *(_cell(cell) for cell in _marked(row, brackets=False)), end_section=True)
    return table


def _cell(said: Mapping[str, Line]) -> Line:
    lines = [Line.assemble((f"{lang}  " if lang else "", QUIET), line) for lang, line in said.items()]
    return Line("\n").join(lines)


def _stacked(console: Console, row: Row) -> Iterator[Line]:
    yield from _wrapped(console, Line.assemble((row.name, HEAD), f" {DASH} ", (row.place, QUIET)), INDENT)
    cells = _marked(row, brackets=not console.is_terminal)
    for lang in dict.fromkeys(lang for cell in cells for lang in cell):
        for side, cell in zip(row.sides, cells, strict=True):
            if lang in cell:
                told = f"{side.heading} ({lang}):" if lang else f"{side.heading}:"
                # Several lines begin on one of their own.
                told += "\n" if "\n" in cell[lang].plain else " "
                yield from _wrapped(console, Line.assemble((told, QUIET), cell[lang]), DEEPER)
    if row.note:
        yield from _wrapped(console, Line(row.note), DEEPER)


def _wrapped(console: Console, line: Line, indent: str) -> Iterator[Line]:
    for at, one in enumerate(line.wrap(console, max(console.width - len(indent) - 2, 20))):
        one.rstrip()
        one.plain = _released(one.plain)
        yield Line.assemble(indent if at == 0 else f"{indent}  ", one)


def _held(row: Row) -> Row:
    def held(text: str) -> str:
        return text.translate(HELD)

    sides = tuple(Side(one.heading, {lang: held(told) for lang, told in one.says.items()}) for one in row.sides)
    return replace(row, name=held(row.name), sides=sides, note=held(row.note))


def _released(text: str) -> str:
    return text.translate(RELEASED)


def _loose(segments: Iterable[Segment]) -> Iterator[Segment]:
    for text, style, control in segments:
        yield Segment(_released(text), style, control)


def _marked(row: Row, brackets: bool) -> list[dict[str, Line]]:
    told = [{lang: Line(text) for lang, text in side.says.items()} for side in row.sides]
    if row.compared is None:
        return told
    one, other = row.compared
    for lang in told[one].keys() & told[other].keys():
        told[one][lang], told[other][lang] = differing(row.sides[one].says[lang], row.sides[other].says[lang], brackets)
    return told


def differing(one: str, other: str, brackets: bool) -> tuple[Line, Line]:
    """Two texts, with the words that only one of them has marked: in colour, or in square brackets.

    Of texts that have little in common nothing is marked: it would be nearly all.
    """
    words, others = WORD.findall(one), WORD.findall(other)
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    told = Line(), Line()
    alike = matcher.ratio() >= ALIKE
    for same, parts in _runs(matcher.get_opcodes(), words, others):
        for line, part in zip(told, parts, strict=True):
            core = part.strip()
            if same or not core or not alike:
                line.append(part)
                continue
            before, _, after = part.partition(core)
            line.append(before).append(f"[{core}]" if brackets else core, MARK).append(after)
    return told


def _runs(codes: Sequence[Code], words: Sequence[str], others: Sequence[str]) -> Iterator[tuple[bool, tuple[str, str]]]:
    """Runs of both texts, equal or not; where only a space stands between two that differ, they are one."""
    run = ("", "")
    for at, (same, low, high, first, last) in enumerate(codes):
        part = "".join(words[low:high]), "".join(others[first:last])
        if same != "equal" or (not part[0].strip() and 0 < at < len(codes) - 1):
            run = (run[0] + part[0], run[1] + part[1])
            continue
        if any(run):
            yield False, run
            run = ("", "")
        yield True, part
    if any(run):
        yield False, run
