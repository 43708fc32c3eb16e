"""Changes to a YAML file a person wrote: only the characters of a changed value change, everything else stays byte for byte.

After every change the text is read again and must say exactly what was meant: a file is changed as asked, or not at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from leads_kit.packs.drafts import spans
from leads_kit.packs.drafts.edits import Path, cut, nested, put
from leads_kit.packs.source import Mark, parse


class Unwritten(Exception):
    """The file is written in a way in which this value cannot be changed alone."""


def plain(text: str) -> Any:
    """What a text says, without places. Raises Unwritten for a text with faults."""
    found: list[Any] = []
    node = parse(text, Mark("written"), found)
    if node is None or found:
        raise Unwritten
    return node.plain()


def at(value: Any, path: Path) -> Any:
    """What stands at a path of plain data, or None."""
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    return value


def has(value: Any, path: Path) -> bool:
    """Whether anything stands at a path of plain data, be it `null`."""
    inside = at(value, path[:-1])
    return isinstance(inside, dict) and path[-1] in inside


def with_value(text: str, path: Path, value: Any) -> str:
    """The text with a value at a path, in the style of what stands there or around it. Raises Unwritten."""
    return _checked(put(text, path, value), nested(plain(text), path, value))


def without(text: str, path: Path) -> str:
    """The text without what stands at a path, nor any mapping that would be left empty. Raises Unwritten."""
    return _checked(cut(text, path), _without(plain(text), path))


def in_order(text: str, path: Path, names: Sequence[str]) -> str:
    """The text with the entries of a block mapping in another order, each with the comments above it. Raises Unwritten."""
    node, _ = spans.found(text, path)
    entries = spans.pairs(node)
    if not spans.is_block(node) or sorted(entries) != sorted(names):
        raise Unwritten
    chunks = dict(zip(entries, spans.chunks(text, list(entries.values())), strict=True))
    changed = spans.assembled(text, list(entries.values()), [chunks[name] for name in names])
    if list(at(plain(changed), path)) != list(names):
        raise Unwritten
    return _checked(changed, plain(text))


def _checked(changed: str, meant: Any) -> str:
    if plain(changed) != meant:
        raise Unwritten
    return changed


def _without(told: Any, path: Path) -> Any:
    if not isinstance(told, dict) or path[0] not in told:
        return told
    left = _without(told[path[0]], path[1:]) if len(path) > 1 else {}
    return {name: left if name == path[0] else one for name, one in told.items() if name != path[0] or left != {}}
