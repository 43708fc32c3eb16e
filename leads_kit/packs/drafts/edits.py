"""One change to the text of a YAML file: a value put somewhere, or cut out. `written` is the door; it checks what comes of it."""

from __future__ import annotations

from typing import Any

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from leads_kit.packs.drafts import rendered, spans

Path = tuple[str, ...]


def nested(told: Any, path: Path, value: Any) -> Any:
    """Plain data with a value at a path; what is no mapping on the way gives way to one."""
    if not path:
        return value
    own = told if isinstance(told, dict) else {}
    return {**own, path[0]: nested(own.get(path[0]), path[1:], value)}


def put(text: str, path: Path, value: Any) -> str:
    """Replaces what is there; otherwise adds to the deepest mapping that is."""
    if spans.composed(text) is None:
        return _first(text, nested({}, path, value))
    known = len(path)
    while known and spans.found(text, path[:known])[0] is None:
        known -= 1
    node, flow = spans.found(text, path[:known])
    rest = path[known:]
    if not rest:
        return _replaced(text, path, node, value, flow)
    if isinstance(node, MappingNode) and node.value:
        return _added(text, node, rest[0], nested({}, rest[1:], value), flow)
    return _exchanged(text, path[:known], nested({}, rest, value), flow)


def cut(text: str, path: Path) -> str:
    """Takes out an entry, with every mapping that would be left empty around it."""
    if spans.found(text, path)[0] is None:
        return text
    while len(path) > 1 and len(spans.pairs(spans.found(text, path[:-1])[0])) == 1:
        path = path[:-1]
    parent, flow = spans.found(text, path[:-1])
    entries = list(spans.pairs(parent).items())
    at = [name for name, _ in entries].index(path[-1])
    key, value = entries[at][1]
    first, last = spans.start(key), spans.end(text, value)
    follows = spans.start(entries[at + 1][1][0]) if at + 1 < len(entries) else None
    if spans.is_block(parent) and not flow:
        line = spans.line_of(text, first)
        if not text[line:first].strip():
            return text[:line] + text[spans.next_line(text, last) :]
    if follows is not None:
        return text[:first] + text[follows:]
    return text[: spans.end(text, entries[at - 1][1][1]) if at else first] + text[last:]


def _first(text: str, value: dict[str, Any]) -> str:
    """The first value of a file that has only comments yet."""
    return spans.ended(text) + spans.lined(text, rendered.entries(value, 0))


def _added(text: str, node: MappingNode, name: str, value: Any, flow: bool) -> str:
    last = node.value[-1][1]
    if flow or not spans.is_block(node):
        behind = spans.end(text, last)
        told = rendered.inline(value, isinstance(last, ScalarNode) and last.style == '"')
        return text[:behind] + f", {rendered.key(name)}: {told}" + text[behind:]
    behind = spans.next_line(text, spans.end(text, node))
    told = spans.lined(text, rendered.entries({name: value}, spans.depth(text, node)))
    return spans.ended(text[:behind], text) + told + text[behind:]


def _replaced(text: str, path: Path, node: Node | None, value: Any, flow: bool) -> str:
    if isinstance(node, MappingNode) and isinstance(value, dict) and node.value and value:
        return _merged(text, path, list(spans.pairs(node)), value)
    if isinstance(node, SequenceNode) and isinstance(value, list) and node.value and value:
        return _relisted(text, path, node, value, flow)
    if isinstance(node, ScalarNode) and not isinstance(value, dict | list) and spans.start(node) != node.end_mark.index:
        return text[: spans.start(node)] + _restyled(text, node, value, flow) + text[spans.end(text, node) :]
    return _exchanged(text, path, value, flow)


def _merged(text: str, path: Path, names: list[str], value: dict[str, Any]) -> str:
    """Key by key; what is new comes before the old goes, so that the mapping is never empty between."""
    for name, one in value.items():
        if name not in names or spans.said(text, (*path, name)) != one:
            text = put(text, (*path, name), one)
    for name in names:
        if name not in value:
            text = cut(text, (*path, name))
    return text


def _relisted(text: str, path: Path, node: SequenceNode, value: list[Any], flow: bool) -> str:
    """Items that stay keep their own text, comments included, wherever they move; then each says what it should."""
    old = [spans.said(text, (*path, str(at))) for at in range(len(node.value))]
    kept = _kept(old, value)
    if flow or not spans.is_block(node):
        quoted = any(isinstance(one, ScalarNode) and one.style == '"' for one in node.value)
        own = [text[spans.start(one) : spans.end(text, one)] for one in node.value]
        told = [rendered.inline(one, quoted) if at is None else own[at] for at, one in zip(kept, value, strict=True)]
        text = text[: spans.start(node)] + "[" + ", ".join(told) + "]" + text[spans.end(text, node) :]
    elif kept != list(range(len(old))):
        entries = [(one, one) for one in node.value]
        chunks, depth = spans.chunks(text, entries), spans.depth(text, node)
        told = [
            spans.lined(text, rendered.item(one, depth)) if at is None else chunks[at]
            for at, one in zip(kept, value, strict=True)
        ]
        text = spans.assembled(text, entries, told)
    for place, one in enumerate(value):
        if spans.said(text, (*path, str(place))) != one:
            text = put(text, (*path, str(place)), one)
    return text


def _kept(old: list[Any], new: list[Any]) -> list[int | None]:
    """For each new item the place of the old one that it is, or is a change of; None for one that is new."""
    left = dict(enumerate(old))
    kept: list[int | None] = [None] * len(new)
    for same in (_equal, _alike):
        for place, one in enumerate(new):
            if kept[place] is None:
                found = [at for at, was in left.items() if same(was, one)]
                if found:
                    # Where several would do, an item stays where it is.
                    at = place if place in found else found[0]
                    kept[place] = at
                    del left[at]
    return kept


def _equal(was: Any, one: Any) -> bool:
    return bool(was == one)


def _alike(was: Any, one: Any) -> bool:
    """The same step with other words: mappings that do the same, or any two that name nothing to do."""
    if not isinstance(was, dict) or not isinstance(one, dict):
        return False
    return was.get("does") == one.get("does")


def _restyled(text: str, node: ScalarNode, value: Any, flow: bool) -> str:
    """A scalar in the style of the one it replaces, as far as that can hold it."""
    if not isinstance(value, str):
        return rendered.inline(value)
    if node.style in spans.BLOCK:
        told = rendered.literal(value, spans.depth(text, node))
        return spans.newline(text).join(told).lstrip(" ") if told else rendered.double(value)
    if node.style == "'" and rendered.stays(rendered.single(value), value, flow):
        return rendered.single(value)
    if node.style is None and rendered.stays(value, value, flow):
        return value
    return rendered.double(value)


def _exchanged(text: str, path: Path, value: Any, flow: bool) -> str:
    """A value in place of one of another shape."""
    node, _ = spans.found(text, path)
    if node is None:
        return text
    behind = text[spans.end(text, node) :]
    parent = spans.found(text, path[:-1])[0] if path else None
    if flow or isinstance(parent, SequenceNode) or (path and not spans.is_block(parent)):
        return text[: spans.start(node)] + rendered.inline(value) + behind
    if parent is None:
        return text[: spans.start(node)] + spans.lined(text, rendered.entries(value, 0)).rstrip("\r\n") + behind
    colon = text.index(":", spans.pairs(parent)[path[-1]][0].end_mark.index) + 1
    told = rendered.lines(value, spans.depth(text, parent) + rendered.STEP)
    return text[:colon] + spans.newline(text).join(told) + behind
