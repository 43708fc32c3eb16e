"""A client's differences on the base: mappings merge, `null` removes, anything else replaces (RFC 7396). Silence is refused."""

from __future__ import annotations

import hashlib
import json
from difflib import get_close_matches
from typing import Any

from leads_kit.errors import Fault
from leads_kit.packs.source import Node

NEW = ("kind", "steps", "instruction")
# What an exercise, an activity, an agenda or a capability may have, and its base may have left out.
OPTIONAL = (
    "capabilities", "settings", "source", "roles", "size", "turns", "minutes", "slack", "spares", "unconfirmed",
)  # fmt: skip
ORDER, VERSION = "sequence", "version"
# Whatever keys are in here, at any depth, the kind or the text decides whether they exist.
OPEN = ("settings", "texts", "terms")


def merge(base: Node, over: Node, faults: list[Fault], new_keys: bool = False) -> Node:
    """`base` with `over` on it. A key that hits nothing is a fault, unless it brings something whole and new.

    What is merged stands where the client wrote it: what is then wrong with it has come from there.
    """
    if not isinstance(base.value, dict) or not isinstance(over.value, dict):
        return over
    merged = dict(base.value)
    for key, node in over.value.items():
        if key == ORDER:
            continue
        if key in merged:
            merged = _onto(merged, key, node, faults, new_keys)
        elif node.value is None or not (new_keys or brings(key, node)):
            faults.append(node.mark.fault("hits_nothing", key=key, near=near(key, merged)))
        else:
            merged[key] = node
    order = over.value.get(ORDER)
    return Node(_ordered(merged, order, faults) if order else merged, over.mark)


def versioned(base: Node, merged: Node) -> Node:
    """What carries a `version` and says something else than the base has a version that tells so: "1+ab12cd34".

    Consent and evaluation are compared over years by it: a client who changes their words cannot forget to change it.
    """
    if not isinstance(base.value, dict) or not isinstance(merged.value, dict):
        return merged
    told = {key: versioned(base.value[key], one) if key in base.value else one for key, one in merged.value.items()}
    version = told.get(VERSION)
    if version is not None and isinstance(version.value, str) and _said(base) != _said(merged):
        digest = hashlib.sha256(json.dumps(_said(merged), sort_keys=True).encode()).hexdigest()[:8]
        told[VERSION] = Node(f"{version.value}+{digest}", version.mark)
    return Node(told, merged.mark)


def _said(node: Node) -> Any:
    """All of a mapping beside its version."""
    return {key: one for key, one in node.plain().items() if key != VERSION}


def near(word: str, known: Any) -> str:
    """The known word that was probably meant, or nothing."""
    return next(iter(get_close_matches(word, [str(one) for one in known], 1, 0.6)), "")


def _onto(merged: dict[str, Node], key: str, node: Node, faults: list[Fault], new_keys: bool) -> dict[str, Node]:
    if node.value is None:
        return {name: one for name, one in merged.items() if name != key}
    return {**merged, key: merge(merged[key], node, faults, new_keys or key in OPEN)}


def whole(node: Node) -> bool:
    """Whether something brings all that a new exercise, activity or agenda needs to be one."""
    return isinstance(node.value, dict) and any(key in node.value for key in NEW)


def brings(key: str, node: Node) -> bool:
    """Whether a key that the base does not have brings something: what may be left out, or something whole and new."""
    return key in OPTIONAL or whole(node)


def _ordered(merged: dict[str, Node], order: Node, faults: list[Fault]) -> dict[str, Node]:
    if not isinstance(order.value, list):
        faults.append(order.mark.fault("not_a_list"))
        return merged
    names = [str(node.plain()) for node in order.value]
    unknown = [name for name in names if name not in merged]
    faults.extend(order.mark.fault("hits_nothing", key=name, near=near(name, merged)) for name in unknown)
    first = [name for name in names if name in merged]
    return {name: merged[name] for name in [*first, *(name for name in merged if name not in first)]}
