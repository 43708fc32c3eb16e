"""What a person hears about the forces they named: how they balance, where to begin, what moves. No verdict on the change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from leads_kit.analysis.days import seen_from_today
from leads_kit.analysis.forces import SIDES, STRONGEST, Force, begin, larger, of, strength, strongest
from leads_kit.kinds.force_field.field import INFLUENCE, ForceField
from leads_kit.text import Say

LEVELS = tuple(INFLUENCE)


def feedback(found: ForceField, say: Say) -> tuple[str, ...]:
    if not found.forces:
        quoted = (say("force_field.feedback.change", change=found.change),) if found.change else ()
        return (*quoted, *_first(found, say), say("force_field.feedback.nothing"))
    if not found.marked:
        named = say("force_field.feedback.named", forces=quoted_all(found.forces, say), n=len(found.forces))
        return (named, say("force_field.feedback.unmarked"), *_first(found, say))
    return (
        " ".join((_stands(found, say), *_balance(found, say))),
        *_strongest(found, say),
        *_begin(found, say),
        *_chosen(found, say),
        *_first(found, say),
        *_open(found, say),
    )


def quoted_all(forces: Iterable[Force], say: Say) -> list[str]:
    """Forces inside a sentence, which has a stop of its own."""
    return [say("force_field.quoted", force=one.text.removesuffix(".")) for one in forces]


def _stands(found: ForceField, say: Say) -> str:
    sums = {side: strength(side, found.forces) for side in SIDES}
    if found.change:
        return say("force_field.stands.named", change=found.change.removesuffix("."), **sums)
    return say("force_field.stands.plain", **sums)


def _balance(found: ForceField, say: Say) -> Iterator[str]:
    """Which sum is larger, and that this is one view and no verdict; or the side that is still empty."""
    empty = [side for side in SIDES if not of(side, found.forces)]
    if empty:
        yield say(f"force_field.empty.{empty[0]}")
        return
    side = larger(*(strength(side, found.forces) for side in SIDES))
    yield say(f"force_field.balance.{side or 'even'}")


def _strongest(found: ForceField, say: Say) -> Iterator[str]:
    """The strongest force on either side, or several that are alike."""
    for side in SIDES:
        forces = strongest(side, found.forces)
        if forces:
            values = {"forces": quoted_all(forces, say), "strength": forces[0].strength, "n": len(forces)}
            yield say(f"force_field.strongest.{side}", **values)


def _begin(found: ForceField, say: Say) -> Iterator[str]:
    """Where strength and influence meet most; beside what drives, also what could be weakened. Nothing in hand is said, too."""
    first = begin(found.forces)
    if first is None:
        if any(one.influence == 0 for one in found.forces):
            yield say("force_field.begin.nowhere")
        return
    values = {"force": _quoted(first), "strength": first.strength}
    held = begin(of("holds", found.forces))
    told = [say(f"force_field.begin.{first.side}.{LEVELS[first.influence or 0]}", **values)]
    if first.side == "drives" and held is not None:
        told.append(say("force_field.begin.also", force=_quoted(held)))
    if held is not None:
        told.append(say("force_field.begin.weaken"))
    yield " ".join(told)


def _chosen(found: ForceField, say: Say) -> Iterator[str]:
    """What would move if the chosen force did, whose hand it is in, and that one is enough."""
    if not found.chosen:
        yield say("force_field.chosen.none")
        return
    one = found.chosen[0]
    told = [say("force_field.chosen.several", n=len(found.chosen), force=_quoted(one))] * (len(found.chosen) > 1)
    told.append(_moved(found, one, say))
    if one.influence == 0:
        told.append(say("force_field.chosen.not_mine"))
    yield " ".join(told)


def _moved(found: ForceField, one: Force, say: Say) -> str:
    if not one.strength:
        return say("force_field.chosen.unmarked", force=_quoted(one))
    if one.side == "drives" and one.strength == STRONGEST:
        return say("force_field.chosen.top", force=_quoted(one))
    sums = {side: strength(side, [other.moved if other is one else other for other in found.forces]) for side in SIDES}
    values = {"force": _quoted(one), "strength": one.strength, "moved": one.moved.strength}
    return say(f"force_field.chosen.{one.side}", **values, **sums)


def _first(found: ForceField, say: Say) -> Iterator[str]:
    """The first thing to do, said back, with what the calendar knows of its day; or what is missing of it."""
    if not found.first:
        if found.chosen:
            yield say("force_field.first.none")
        return
    quoted = say("force_field.first", first=found.first.removesuffix("."))
    if found.day is None:
        yield f"{quoted} {say('force_field.first.undated')}"
        return
    when, values = seen_from_today(found.day, say.lang)
    yield f"{quoted} {say(f'force_field.when.{when}', **values)}"


def _open(found: ForceField, say: Say) -> Iterator[str]:
    left = [one for one in found.forces if not one.strength]
    if left:
        yield say("force_field.open", forces=quoted_all(left, say), n=len(left))


def _quoted(force: Force) -> str:
    return force.text.removesuffix(".")
