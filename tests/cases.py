"""The examples of each kind (tests/examples/<kind>.yaml) and what a room of people giving them would be shown."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from leads_kit.analysis.disclosure import protect
from leads_kit.kinds import kind_of
from leads_kit.model import Counts, Exercise, Pack, Part, Release, Said, Tier
from leads_kit.packs import load_samples

EXAMPLES = Path(__file__).parent / "examples"
LONG = "x*10000"
MIN_GROUP = 5


@dataclass(frozen=True)
class Example:
    """Answers by name; what feedback on some of them must quote, by language; answers no honest page would send.

    `short` names the answer that somebody gives in the short form, all of it.
    """

    kind: str
    exercise: Exercise
    answers: Mapping[str, Mapping[str, Any]]
    quotes: Mapping[str, Mapping[str, Sequence[str]]]
    hostile: Mapping[str, Mapping[str, Any]]
    short: str


def example(kind: str, pack: Pack) -> Example:
    told = YAML(typ="safe").load((EXAMPLES / f"{kind}.yaml").read_text("utf-8"))
    exercise = pack.exercises[told["exercise"]]
    return Example(
        kind, exercise, told["answers"], told.get("quotes", {}), _long(told.get("hostile", {})), told["short"]
    )


def many(exercise: Exercise, count: int) -> list[dict[str, Any]]:
    """Answers of so many invented people: the shipped ones, over and over."""
    given = [dict(sample.answers[exercise.id]) for sample in load_samples().values()]
    return list(itertools.islice(itertools.cycle(given), count))


def group_bodies(exercise: Exercise, answers: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """What of these answers the group tier would hold, everything offered being offered."""
    kind = kind_of(exercise)
    bodies = []
    for answer in answers:
        offered = kind.offer(exercise, answer)
        body: dict[str, Any] = {}
        for part in kind.parts(exercise):
            if part.tier is Tier.GROUP:
                body |= offered.get(part.id, {}) if part.offered else {
                    key: answer[key] for key in part.fields if key in answer
                }  # fmt: skip
        if body:
            bodies.append(body)
    return bodies


def released(exercise: Exercise, answers: Sequence[Mapping[str, Any]]) -> Release:
    """What would leave a room in which these answers were given."""
    bodies = group_bodies(exercise, answers)
    figures, withheld = protect(kind_of(exercise).summary(exercise, bodies), len(bodies), MIN_GROUP)
    counts = Counts(here=len(answers), seats=len(answers), started=0, finished=len(answers), passed=0)
    return Release(exercise.id, 1, counts, figures, withheld, len(bodies), notes=said(exercise, answers))


def said(exercise: Exercise, answers: Sequence[Mapping[str, Any]]) -> tuple[Said, ...]:
    """Every note of these answers, all released."""
    kind = kind_of(exercise)
    return tuple(
        Said(f"{seat}:{part.id}:{note.id}", note, "" if part.anonymous or part.unsigned else f"Heron {seat + 1}")
        for seat, answer in enumerate(answers)
        for part in kind.parts(exercise)
        if part.tier is Tier.SHARED
        for note in kind.notes(exercise, part.id, body_of(exercise, part, answer))
    )


def body_of(exercise: Exercise, part: Part, answer: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a part holds of an answer, everything offered being offered."""
    if part.offered:
        return dict(kind_of(exercise).offer(exercise, answer).get(part.id, {}))
    return {key: answer[key] for key in part.fields if key in answer}


def _long(value: Any) -> Any:
    match value:
        case dict():
            return {key: _long(one) for key, one in value.items()}
        case list():
            return [_long(one) for one in value]
        case str() if value == LONG:
            return "x" * 10_000
    return value
