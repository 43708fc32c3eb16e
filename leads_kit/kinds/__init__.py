"""Kinds of exercises, one file each: a module with a `KIND` is a kind, and its name is what `kind:` says in YAML."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Mapping

from leads_kit.kinds._kind import Calendared, Kind, Picture
from leads_kit.model import Exercise

__all__ = ["Calendared", "Kind", "Picture", "all_kinds", "kind_of"]


@functools.cache
def all_kinds() -> Mapping[str, Kind]:
    """Every kind by name."""
    names = sorted(one.name for one in pkgutil.iter_modules(__path__) if not one.name.startswith("_"))
    return {name: importlib.import_module(f"{__name__}.{name}").KIND for name in names}


def kind_of(exercise: Exercise) -> Kind:
    """The kind of an exercise, which its pack has checked to exist."""
    return all_kinds()[exercise.kind]
