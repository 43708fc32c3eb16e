"""Settings in plain words: what a coach reads beside the field of each, wherever it stands in a kind's settings."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from leads_kit.errors import UnknownSetting
from leads_kit.kinds import all_kinds
from leads_kit.model import Spec
from leads_kit.packs.asked import bare
from leads_kit.packs.loader import load_words
from leads_kit.text import Say

Keys = tuple[str, ...]
# Stands in a path for whatever id a client may choose, and for any place in a list.
ANY, FIRST = "*", "0"
SETTINGS, LOOK = "settings", "look"
ROOT, BETWEEN, MINUS = "setting", " › ", "−"
# What a key ends with when it says something about another one: `things_help` is the help of `things`.
ENDINGS = ("help", "starter", "anchors")


def setting_label(kind: str, path: Keys, say: Say) -> str:
    """A place in a kind's settings, such as `("layers", "event", "help")`: the label of each key, the outer ones first.

    An id that a client may choose is said as it is, and a place in a list by its number from 1. Raises UnknownSetting.
    """
    return BETWEEN.join(setting_labels(kind, path, say))


def setting_labels(kind: str, path: Keys, say: Say) -> tuple[str, ...]:
    """The same, the label of each key for itself. Raises UnknownSetting."""
    return tuple(_label(kind, path[: at + 1], say) for at in range(len(path)))


def labelled(path: Keys, say: Say, kind: str = "") -> str:
    """A path of keys in plain words: those of the settings of an exercise's kind, or of what every exercise and client has."""
    if path[0] == SETTINGS:
        return setting_label(kind, path[1:], say)
    return BETWEEN.join(_plainly(key, say) for key in (path[1:] if path[0] == LOOK else path))


def _plainly(key: str, say: Say) -> str:
    named = f"studio.label.{key}"
    return say(named) if named in say.words else key.rpartition(".")[2].replace("-", " ").replace("_", " ")


def kind_label(kind: str, say: Say) -> str:
    """What a kind is called in lists."""
    return say(f"{ROOT}_kind.{kind}")


def english_label(kind: str, path: Keys) -> str:
    """The same in English, for files that code writes: comments and schemas. Raises UnknownSetting."""
    return setting_label(kind, path, _english())


def settings_in(kind: str) -> Iterator[Keys]:
    """The path of every setting of a kind, at every depth; `*` for an id that a client may choose, `0` for a place in a list."""
    return _paths(all_kinds()[kind].settings, ())


def label_words(kind: str, path: Keys) -> tuple[str, ...]:
    """The ids under which the catalogue may have the label of the last key, the closest first; none for an id or a number."""
    outer, name, named = _type(kind, path[:-1]), path[-1], _names(kind, path[:-1])
    if name not in _keys(outer) or _is_number(name):
        return ()
    above = [".".join((ROOT, kind, *named[-1:], name))] if named else []
    return (*above, f"{ROOT}.{kind}.{name}", f"{ROOT}.{name}")


def _label(kind: str, path: Keys, say: Say) -> str:
    _type(kind, path)
    words = label_words(kind, path)
    if not words:
        return _number_or_id(kind, path)
    how, about = _derived(path[-1], _keys(_type(kind, path[:-1])))
    if about and not any(word in say.words for word in words):
        return say(f"{ROOT}_of.{how}", name=_label(kind, (*path[:-1], about), say))
    return say(next((word for word in words if word in say.words), words[-1]))


def _number_or_id(kind: str, path: Keys) -> str:
    listed = get_origin(bare(_type(kind, path[:-1]))) in (list, tuple)
    return str(int(path[-1]) + 1) if listed else path[-1].replace("-", MINUS) if _is_number(path[-1]) else path[-1]


def _derived(name: str, beside: Keys) -> tuple[str, str]:
    """How a key says something about another one beside it, and about which; both "" where it stands for itself."""
    start, _, how = name.rpartition("_")
    return (how, start) if how in ENDINGS and start in beside else ("", "")


def _is_number(key: str) -> bool:
    return key.removeprefix("-").isdigit()


def _names(kind: str, path: Keys) -> Keys:
    """Those of a path's keys that a kind gave."""
    return tuple(path[at] for at in range(len(path)) if path[at] in _keys(_type(kind, path[:at])))


def _type(kind: str, path: Keys) -> Any:
    """What stands at a path of a kind's settings."""
    if kind not in all_kinds():
        raise UnknownSetting(kind=kind, setting=".".join(path))
    inside: Any = all_kinds()[kind].settings
    for key in path:
        inside = _inside(inside, key)
        if inside is None:
            raise UnknownSetting(kind=kind, setting=".".join(path))
    return inside


def _inside(outer: Any, key: str) -> Any:
    outer = bare(outer)
    if isinstance(outer, type) and issubclass(outer, Spec):
        return outer.model_fields[key].annotation if key in outer.model_fields else None
    if get_origin(outer) is dict:
        fixed = _keys(outer)
        return get_args(outer)[1] if key in fixed or not fixed else None
    if get_origin(outer) in (list, tuple):
        return get_args(outer)[0] if key.isdigit() else None
    return None


def _keys(outer: Any) -> Keys:
    """The keys that a kind gave to what stands inside; none where a client chooses them."""
    outer = bare(outer)
    if isinstance(outer, type) and issubclass(outer, Spec):
        return tuple(outer.model_fields)
    names = bare(get_args(outer)[0]) if get_origin(outer) is dict else None
    return tuple(get_args(names)) if get_origin(names) is Literal else ()


def _paths(outer: Any, path: Keys) -> Iterator[Keys]:
    keys = _keys(outer) or ((ANY,) if get_origin(bare(outer)) is dict else ())
    if get_origin(bare(outer)) in (list, tuple):
        keys = (FIRST,)
    for key in keys:
        yield (*path, key)
        yield from _paths(_inside(outer, key), (*path, key))


@functools.cache
def _english() -> Say:
    return load_words().say("en")
