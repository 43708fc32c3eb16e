"""Agendas of a draft as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from leads_kit.errors import NothingThere
from leads_kit.packs.drafts.base import Base

FOLDER = "agendas/"


def file_of(id: str) -> str:
    return f"{FOLDER}{id}.yaml"


def ids(files: Iterable[str]) -> list[str]:
    """The ids of all agendas among files, in their order."""
    return sorted({Path(file).stem for file in files if file.startswith(FOLDER)})


def agenda(base: Base, plain: Mapping[str, Any], id: str) -> dict[str, Any]:
    """An agenda: title, minutes, slack, steps, spares, and its `state`: base, changed or own. Raises NothingThere."""
    theirs, own = base.of(file_of(id)), plain.get(file_of(id))
    if not theirs and own is None:
        raise NothingThere(id=id)
    state = "base" if own is None else "changed" if theirs else "own"
    return {"minutes": 0, "slack": 0, "steps": [], "spares": [], **theirs, **(own or {}), "state": state}


def begun(told: Mapping[str, Any], whole: bool) -> dict[str, Any]:
    """What a new agenda says that begins like another: all of it, or its first step alone."""
    steps = told["steps"] if whole else told["steps"][:1]
    slack = told["slack"] if whole else 0
    filled = sum(step["minutes"] for step in steps) + slack
    made = {"title": told["title"], "minutes": filled, "slack": slack, "steps": steps}
    return {**made, "spares": told["spares"]} if whole and told["spares"] else made
