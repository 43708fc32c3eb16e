"""What of an exercise, an activity or a client may be set, and how it is asked for: read off the kind's own settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from leads_kit.model import Spec
from leads_kit.packs.asked import bare
from leads_kit.text import Text

Widget = Literal["text", "line", "number", "flag", "choice", "list", "data"]
Keys = tuple[str, ...]
EXERCISE = {"title": Text, "intro": Text, "minutes": int, "capabilities": list[str], "source": Text | None}
ACTIVITY = {"title": Text, "instruction": Text, "minutes": int, "size": int, "turns": list[int], "roles": list[Text]}


@dataclass(frozen=True)
class Where:
    """A place in a client's folder: a file such as `exercises/dc-wheel.yaml`, `agendas/dc-90.yaml` or `client.yaml`, and
    the keys that lead to a value in it."""

    file: str
    path: Keys


@dataclass(frozen=True)
class Value:
    """One thing that may be set. `base` and `own` are plain: a text is `{en, fr}`, of which `own` may have one language.

    widget: text (`{en, fr}`), line (a bare word, such as an id), number, flag, choice (one of `choices`), list (plain values
    or texts), data (anything else, as plain data). `help` is the kind's own description, where it has one.
    """

    where: Where
    base: Any
    own: Any
    widget: Widget
    choices: tuple[str, ...] = ()
    help: str = ""

    @property
    def path(self) -> Keys:
        """The keys inside the exercise or activity: `("settings", "now")`."""
        return self.where.path[2:] if self.where.path[0] in ("exercises", "activities") else self.where.path

    @property
    def now(self) -> Any:
        """What the client's people see: the base with the client's own on it."""
        both = isinstance(self.base, dict) and isinstance(self.own, dict)
        return {**self.base, **self.own} if both else self.base if self.own is None else self.own


def values_of(where: Where, asked: Mapping[str, Any], base: Any, own: Any) -> Iterator[Value]:
    """The values of a mapping whose keys have these types, in their order."""
    for name, kind in asked.items():
        yield from _values(Where(where.file, (*where.path, name)), kind, _in(base, name), _in(own, name))


def settings_of(where: Where, spec: type[Spec], base: Any, own: Any) -> Iterator[Value]:
    """The values of a kind's settings, those of mappings inside one by one."""
    for name, field in spec.model_fields.items():
        inside = Where(where.file, (*where.path, name))
        yield from _values(inside, field.annotation, _in(base, name), _in(own, name), field.description or "")


def _values(where: Where, kind: Any, base: Any, own: Any, told: str = "") -> Iterator[Value]:
    kind = bare(kind)
    if isinstance(kind, type) and issubclass(kind, Spec):
        yield from settings_of(where, kind, base, own)
    elif get_origin(kind) is dict:
        names, inside = get_args(kind)
        for name in _keys(names, base, own):
            yield from _values(Where(where.file, (*where.path, name)), inside, _in(base, name), _in(own, name))
    else:
        yield Value(where, base, own, _widget(kind), choices_of(kind), told)


def _widget(kind: Any) -> Widget:
    plain: dict[Any, Widget] = {Text: "text", str: "line", int: "number", float: "number", bool: "flag"}
    if kind in plain:
        return plain[kind]
    if get_origin(kind) is Literal:
        return "choice"
    listed = get_origin(kind) in (list, tuple) and bare(get_args(kind)[0])
    return "list" if listed in plain or get_origin(listed) is Literal else "data"


def choices_of(kind: Any) -> tuple[str, ...]:
    """The words that a setting of this type may have; none where it is free."""
    kind = bare(kind)
    if get_origin(kind) is Literal:
        return tuple(str(one) for one in get_args(kind))
    if get_origin(kind) in (list, tuple):
        return choices_of(get_args(kind)[0])
    return ()


def _keys(names: Any, base: Any, own: Any) -> list[str]:
    """The keys that a kind gave, in its order; else the base's in theirs, then the client's."""
    there = [name for one in (base, own) if isinstance(one, dict) for name in one]
    return list(dict.fromkeys([*choices_of(names), *there]))


def _in(told: Any, name: str) -> Any:
    return told.get(name) if isinstance(told, dict) else None
