"""What pydantic finds wrong with a kind's settings, as faults in words of ours, each at its place in the file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from leads_kit.errors import Fault, SettingMisfit
from leads_kit.model import Spec
from leads_kit.packs.asked import bare
from leads_kit.packs.overlay import near
from leads_kit.packs.reader import Reader
from leads_kit.packs.source import Node
from leads_kit.text import LANGS

# What is meant by an error's type, where the place says the rest.
PLAIN = {
    "bool_type": "not_a_flag",
    "string_type": "not_a_word",
    "dict_type": "not_a_mapping",
    "model_type": "not_a_mapping",
    "list_type": "not_a_list",
    "int_type": "setting_whole",
    "int_from_float": "setting_whole",
    "float_type": "setting_number",
    "finite_number": "setting_number",
}
# And where a limit belongs into the sentence: by the name that pydantic gives it.
LIMITS = {
    "greater_than_equal": ("ge", "setting_least"),
    "less_than_equal": ("le", "setting_most"),
    "too_short": ("min_length", "setting_few"),
    "too_long": ("max_length", "setting_many"),
}
TEXTS = ("dataclass_exact_type", "dataclass_type")
KEY = "[key]"


def settings(reader: Reader, given: Node | None, exercise: Node, spec: type[Spec]) -> Spec | None:
    """An exercise's settings, or None with a fault for everything that does not fit its kind."""
    node = given or Node({}, exercise.mark)
    plain = reader.with_texts(node)
    try:
        return spec.model_validate(plain)
    except ValidationError as wrong:
        for error in wrong.errors(include_url=False):
            path = [str(step) for step in error["loc"]]
            reader.faults.extend(_faults(reader, error, path, node, spec))
    return None


def _faults(reader: Reader, error: ErrorDetails, path: list[str], node: Node, spec: type[Spec]) -> list[Fault]:
    told, limits = error["type"], error.get("ctx", {})
    found, key = _found(node, path), (path or ["settings"])[-1]
    if told in TEXTS:
        return _text_faults(reader, found)
    if told == "literal_error":
        return [_no_choice(path, found, [one for one in re.findall(r"'([^']*)'", limits["expected"]) if one])]
    if told == "extra_forbidden":
        return [found.mark.fault("unknown_key", key=key, near=near(key, _keys(spec, path[:-1])))]
    if told == "missing":
        return [found.mark.fault("missing_key", key=key)]
    if told in LIMITS:
        name, fault = LIMITS[told]
        return [found.mark.fault(fault, key=key, limit=limits[name], found=_counted(found))]
    if told in PLAIN:
        return [found.mark.fault(PLAIN[told], key=key)]
    misfit = limits.get("error")
    if isinstance(misfit, SettingMisfit):
        return [found.mark.fault(f"setting_{misfit.id}", **misfit.values)]
    return [found.mark.fault("setting", key=".".join(path))]


def _text_faults(reader: Reader, node: Node) -> list[Fault]:
    """A mapping with a language it cannot have says more than that it is no text."""
    if not isinstance(node.value, dict) or not set(node.value) & set(LANGS):
        return [node.mark.fault("not_a_text")]
    quiet = Reader([], reader.terms, reader.languages)
    quiet.text(node)
    return quiet.faults


def _no_choice(path: list[str], node: Node, known: list[str]) -> Fault:
    if path[-1] == KEY:
        return node.mark.fault("unknown_key", key=path[-2], near=near(path[-2], known))
    if isinstance(node.value, dict | list):
        return node.mark.fault("not_a_word")
    name = str(node.value)
    return node.mark.fault("setting_choice", name=name, known=known, near=near(name, known))


def _counted(node: Node) -> int:
    return len(node.value) if isinstance(node.value, dict | list) else 0


def _keys(outer: Any, path: list[str]) -> Mapping[str, Any]:
    """The fields of what stands at a path of settings; none where keys are the client's own."""
    outer = bare(outer)
    if isinstance(outer, type) and issubclass(outer, Spec):
        return _keys(outer.model_fields[path[0]].annotation, path[1:]) if path else outer.model_fields
    if get_origin(outer) in (dict, list, tuple) and path:
        return _keys(get_args(outer)[-1], path[1:])
    return {}


def _found(node: Node, path: list[str]) -> Node:
    """The deepest part of a path that the file has."""
    for step in path:
        inside = node.value
        if isinstance(inside, dict) and step in inside:
            node = inside[step]
        elif isinstance(inside, list) and step.isdigit() and int(step) < len(inside):
            node = inside[int(step)]
        else:
            break
    return node
