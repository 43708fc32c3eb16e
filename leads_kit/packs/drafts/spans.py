"""Where the values of a YAML text begin and end, to the character. The places come from ruamel's nodes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from leads_kit.packs.source import Mark, parse

BLOCK = ("|", ">")
Pair = tuple[Node, Node]


# One edit asks for the same text's nodes a dozen times; nobody changes them.
@lru_cache(maxsize=32)
def composed(text: str) -> Node | None:
    """The nodes of a text, or None where it holds no value. Raises ruamel's YAMLError."""
    found: Node | None = YAML(typ="safe", pure=True).compose(text)
    return found


def found(text: str, path: tuple[str, ...]) -> tuple[Node | None, bool]:
    """The node at a path, or None, and whether it stands inside braces or brackets."""
    node, flow = composed(text), False
    for step in path:
        flow = flow or not is_block(node)
        pair = pairs(node).get(step)
        node = pair[1] if pair else None
    return node, flow


def said(text: str, path: tuple[str, ...]) -> Any:
    """What stands at a path that may lead through lists, without places; None where nothing does."""
    node = parse(text, Mark("text"), [])
    for step in path:
        inside = node.value if node else None
        if isinstance(inside, list):
            node = inside[int(step)] if int(step) < len(inside) else None
        else:
            node = inside.get(step) if isinstance(inside, dict) else None
    return node.plain() if node else None


def pairs(node: Node | None) -> dict[str, Pair]:
    """A mapping's keys with their values; a list's places with its items, each as its own key."""
    if isinstance(node, MappingNode):
        return {str(key.value): (key, value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return {str(at): (one, one) for at, one in enumerate(node.value)}
    return {}


def is_block(node: Node | None) -> bool:
    """Whether a mapping or list has its entries on lines of their own."""
    return isinstance(node, MappingNode | SequenceNode) and not node.flow_style and bool(node.value)


def start(node: Node) -> int:
    return int(node.start_mark.index)


def end(text: str, node: Node) -> int:
    """Behind a value's last character. ruamel's own mark of a block stands behind the comments that follow it."""
    if isinstance(node, MappingNode | SequenceNode) and is_block(node):
        last = node.value[-1]
        return end(text, last[1] if isinstance(last, tuple) else last)
    if isinstance(node, ScalarNode) and node.style in BLOCK:
        return _block_end(text, start(node))
    return int(node.end_mark.index)


def depth(text: str, node: Node) -> int:
    """How deep the entries of a block stand, or the lines of a `|`."""
    if isinstance(node, ScalarNode):
        first = next((line for line in text[next_line(text, start(node)) :].split("\n") if line.strip()), "")
        return len(first) - len(first.lstrip(" "))
    return int(node.start_mark.column)


def line_of(text: str, at: int) -> int:
    """Where the line of a place begins."""
    return text.rfind("\n", 0, at) + 1


def next_line(text: str, at: int) -> int:
    """Where the line after a place begins; the end of a text that has no further line."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def chunks(text: str, entries: Sequence[Pair]) -> list[str]:
    """The lines of each entry of a block, with the comments above it; those above the first one belong to none."""
    at, told = line_of(text, start(entries[0][0])), []
    for _, value in entries:
        after = next_line(text, end(text, value))
        told.append(ended(text[at:after], text))
        at = after
    return told


def assembled(text: str, entries: Sequence[Pair], told: Sequence[str]) -> str:
    """The text with these lines in place of all entries of a block."""
    return (
        text[: line_of(text, start(entries[0][0]))] + "".join(told) + text[next_line(text, end(text, entries[-1][1])) :]
    )


def lined(text: str, lines: Sequence[str]) -> str:
    """Lines as the text ends its own."""
    return "".join(line + newline(text) for line in lines)


def ended(part: str, text: str | None = None) -> str:
    """A part of a text whose last line has an end."""
    return part if not part or part.endswith("\n") else part + newline(part if text is None else text)


def newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _block_end(text: str, began: int) -> int:
    """The end of the last line of a `|` or `>`: lines as deep as its first one, and blank ones between them."""
    at = next_line(text, began)
    found, deep = at - 1, 0
    while at < len(text):
        after = next_line(text, at)
        line = text[at:after].rstrip("\r\n")
        own = len(line) - len(line.lstrip(" "))
        if line.strip():
            deep = deep or own
            if own < deep:
                break
            found = at + len(line)
        at = after
    return found
