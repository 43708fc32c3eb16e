"""Plain values as YAML text, as the shipped files write them: texts on one line, ids bare, no line ever wrapped."""

from __future__ import annotations

import re
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode

from leads_kit.text import LANGS

BARE = re.compile(r"[A-Za-z_][\w./-]*", re.ASCII)
# What YAML takes for a line break or refuses to read is written as an escape; the spaces of French stay as they are.
ESCAPED = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]')
SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
STEP = 2


def is_text(value: Any) -> bool:
    """Whether a value is one of the kit's texts: a mapping of languages, and of nothing else."""
    return isinstance(value, dict) and bool(value) and set(value) <= set(LANGS)


def inline(value: Any, quoted: bool = False) -> str:
    """A value on one line. With `quoted`, every string stands in double quotes, as the shipped texts do."""
    match value:
        case dict():
            inner = quoted or is_text(value)
            return "{" + ", ".join(f"{key(name)}: {inline(one, inner)}" for name, one in value.items()) + "}"
        case list():
            return "[" + ", ".join(inline(one, quoted) for one in value) + "]"
        case str():
            return value if not quoted and BARE.fullmatch(value) and stays(value, value) else double(value)
        case bool():
            return "true" if value else "false"
        case None:
            return "null"
    return str(value)


def key(name: str) -> str:
    return name if BARE.fullmatch(name) and stays(name, name) else double(name)


def double(text: str) -> str:
    return '"' + ESCAPED.sub(_escape, text) + '"'


def single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def stays(written: str, text: str, flow: bool = True) -> bool:
    """Whether a string so written is read back as that string: between braces, or behind a key alone on its line."""
    try:
        found = YAML(typ="safe", pure=True).compose("{k: " + written + "}" if flow else "k: " + written)
    except (YAMLError, ValueError):
        return False
    if not isinstance(found, MappingNode) or len(found.value) != 1:
        return False
    value = found.value[0][1]
    return isinstance(value, ScalarNode) and value.value == text and str(value.tag).endswith(":str")


def lines(value: Any, indent: int) -> list[str]:
    """What follows a key's colon: the first entry ends the key's own line, the others stand below it, `indent` deep."""
    if isinstance(value, dict) and value and not _on_one_line(value):
        return ["", *entries(value, indent)]
    if isinstance(value, list) and any(isinstance(one, dict | list) for one in value):
        return ["", *(line for one in value for line in item(one, indent))]
    if isinstance(value, str) and "\n" in value.rstrip("\n") and literal(value, indent):
        return literal(value, indent)
    return [" " + inline(value, quoted=False)]


def entries(value: dict[str, Any], indent: int) -> list[str]:
    """The entries of a mapping, each on a line of its own, `indent` deep."""
    told: list[str] = []
    for name, one in value.items():
        first, *rest = lines(one, indent + STEP)
        told += [" " * indent + key(name) + ":" + first, *rest]
    return told


def item(value: Any, indent: int) -> list[str]:
    """One entry of a list, behind its dash."""
    if isinstance(value, dict) and value and not _on_one_line(value):
        first, *rest = entries(value, indent + STEP)
        return [" " * indent + "- " + first.lstrip(" "), *rest]
    return [" " * indent + "- " + inline(value)]


def literal(text: str, indent: int, mark: str = "|") -> list[str]:
    """Text of several lines as a block, or nothing where a block cannot hold it."""
    body = text.removesuffix("\n")
    if not body.strip() or body.endswith("\n") or body[0] in " \n\t" or ESCAPED.search(re.sub(r'["\\\n]', "", body)):
        return []
    told = [" " * indent + line if line else "" for line in body.split("\n")]
    return [f" {mark}" + ("" if text.endswith("\n") else "-"), *told]


def _on_one_line(value: dict[str, Any]) -> bool:
    return is_text(value) and not any("\n" in str(one) for one in value.values())


def _escape(found: re.Match[str]) -> str:
    char = found.group()
    return SHORT.get(char) or (f"\\x{ord(char):02x}" if ord(char) < 256 else f"\\u{ord(char):04x}")
