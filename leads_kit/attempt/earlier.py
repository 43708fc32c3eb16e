"""What a person's own earlier answers give to later exercises, so that nothing is typed twice."""

from __future__ import annotations

from leads_kit.attempt.own import Own
from leads_kit.attempt.place import Delivery
from leads_kit.kinds import kind_of
from leads_kit.text import folded

Given = dict[str, tuple[str, ...]]


def earlier(delivery: Delivery, but: str) -> Given:
    """Strings by what they are (`people`, `goal` …), from every exercise but this one, each once, in the pack's order."""
    found: dict[str, dict[str, str]] = {}
    for exercise in delivery.pack.exercises.values():
        if exercise.id != but:
            kind = kind_of(exercise)
            answer = Own(delivery, exercise, kind.parts(exercise)).latest()
            for what, strings in kind.gives(exercise, answer).items() if answer else ():
                for one in strings:
                    found.setdefault(what, {}).setdefault(folded(one.strip()), one.strip())
    return {what: tuple(strings.values()) for what, strings in found.items()}
