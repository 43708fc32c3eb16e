"""What a table hears about its map: steps that nobody leads or two do, the moment of truth, how often the lead changes hands."""

from __future__ import annotations

from collections.abc import Sequence

from leads_kit import charts
from leads_kit.kinds.journey.way import Step, Way
from leads_kit.text import Say


def feedback(found: Way, say: Say) -> tuple[str, ...]:
    if found.empty:
        return (say("journey.feedback.nothing"),)
    if not found.steps:
        return (_begun(found, say),)
    return (
        _followed(found, say),
        *_lowest(found, say),
        *_unmarked(found, say),
        *_unled(found, say),
        *_colliding(found, say),
        *_changing(found, say),
        *_risky(found, say),
        say("journey.feedback.ask"),
        *([say("journey.feedback.moment", moment=found.moment.removesuffix("."))] if found.moment else []),
    )


def _begun(found: Way, say: Say) -> str:
    """What there is before the first step, in the table's words."""
    words = next(one for one in (found.persona, found.moment, say.listed(list(found.orgs))) if one)
    return say("journey.feedback.begun", words=words)


def _followed(found: Way, say: Say) -> str:
    ends = {"first": found.steps[0].name, "last": found.steps[-1].name}
    whom = "persona" if found.persona else "somebody"
    return say(f"journey.feedback.{whom}", persona=found.persona, n=len(found.steps), **ends)


def _lowest(found: Way, say: Say) -> list[str]:
    """Where it is felt worst, and who leads there."""
    lowest = found.lowest
    if not lowest:
        return []
    if len(lowest) > 1:
        return [
            say("journey.lowest.several", steps=_quoted(lowest, say), feeling=charts.signed(lowest[0].feeling or 0))
        ]
    (one,) = lowest
    told = say("journey.lowest.single", step=one.name, feeling=charts.signed(one.feeling or 0))
    if not one.marked:
        return [told]
    return [f"{told} {say('journey.lowest.led' if one.leads else 'journey.lowest.unled', orgs=one.leads)}"]


def _unmarked(found: Way, say: Say) -> list[str]:
    return [] if any(one.marked for one in found.steps) else [say("journey.unmarked")]


def _unled(found: Way, say: Say) -> list[str]:
    """Steps that nobody leads, but for the moment of truth, of which it was said."""
    said = found.lowest if len(found.lowest) == 1 else ()
    steps = [one for one in found.steps if one.unled and one not in said]
    return [say("journey.unled", steps=_quoted(steps, say), n=len(steps))] if steps else []


def _colliding(found: Way, say: Say) -> list[str]:
    steps = [one for one in found.steps if one.collides]
    if len(steps) == 1:
        return [say("journey.collision.single", step=steps[0].name, orgs=steps[0].leads)]
    return [say("journey.collision.several", steps=_quoted(steps, say))] if steps else []


def _changing(found: Way, say: Say) -> list[str]:
    """What nobody typed: how often the lead passes to others on the way."""
    if not any(one.leads for one in found.steps):
        return []
    return [say("journey.changes", n=found.changes) if found.changes else say("journey.steady")]


def _risky(found: Way, say: Say) -> list[str]:
    steps = [one for one in found.steps if one.risky]
    return [say("journey.risky", steps=_quoted(steps, say), n=len(steps))] if steps else []


def _quoted(steps: Sequence[Step], say: Say) -> list[str]:
    return [say("journey.quoted", words=one.name) for one in steps]
