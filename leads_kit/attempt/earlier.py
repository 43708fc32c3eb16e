"""What a person's own earlier answers give to later exercises, and what the room does, so that nothing is typed twice."""

from __future__ import annotations

from leads_kit.attempt.own import Own
from leads_kit.attempt.place import Delivery
from leads_kit.kinds import kind_of
from leads_kit.model import Exercise
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


def supplied(exercise: Exercise, lang: str) -> Given:
    """What this room supplied to an exercise, in one language: notes of others, where they were released to it."""
    texts = exercise.supplied.items()
    return {what: tuple(one.fr if lang == "fr" else one.en for one in said) for what, said in texts}


def joined(first: Given, then: Given) -> Given:
    """Strings of both by what they are. The page leaves out what it has already, however it is spelt."""
    return {what: (*first.get(what, ()), *then.get(what, ())) for what in first | then}
