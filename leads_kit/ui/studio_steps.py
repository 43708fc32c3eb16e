"""An agenda's steps, changed as the studio's page asks: moved, removed, added, or one value of one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from leads_kit.packs.drafts.listing import Entry
from leads_kit.text import LANGS
from leads_kit.ui._widget import Message

Steps = Sequence[Mapping[str, Any]]
Words = Callable[[str], Mapping[str, Any]]
LONGEST = 600
# What a new step takes where nothing says how long it is.
USUAL = 10


class NoStep(Exception):
    """The page asked for something that no step can do. Never leaves the studio."""


def changed_steps(
    steps: Steps, content: Message, known: Mapping[str, Entry], usual: Mapping[str, int], words: Words
) -> list[dict[str, Any]]:
    """The steps after one move; `usual` are the minutes that things take, `words` what a new step's says. Raises NoStep."""
    made, at, do = [dict(one) for one in steps], content.get("at"), content.get("do")
    if do == "add":
        does = content.get("value")
        if does not in known or known[str(does)].state == "removed":
            raise NoStep
        return [*made, {"does": does, "minutes": usual.get(str(does), USUAL), **words(str(does))}]
    if type(at) is not int or not 0 <= at < len(made):
        raise NoStep
    if do == "remove":
        return [*made[:at], *made[at + 1 :]]
    if do == "move":
        to = content.get("to")
        if type(to) is not int or not 0 <= to < len(made):
            raise NoStep
        made.insert(to, made.pop(at))
        return made
    made[at] = _with(made[at], str(content.get("key")), content.get("value"))
    return made


def _with(step: dict[str, Any], key: str, value: Any) -> dict[str, Any]:
    """One value of a step; a text that is emptied in every language is gone."""
    if key == "minutes" and type(value) is int and 1 <= value <= LONGEST:
        return {**step, "minutes": value}
    if key in ("notes", "question") and isinstance(value, dict) and set(value) <= set(LANGS):
        told = {lang: one for lang, one in {**step.get(key, {}), **value}.items() if str(one).strip()}
        rest = {name: one for name, one in step.items() if name != key}
        return {**step, key: told} if told else rest
    raise NoStep
