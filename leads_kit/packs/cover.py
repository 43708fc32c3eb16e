"""Which capabilities a pack lets people work on."""

from __future__ import annotations

from leads_kit.model import Exercise, Pack


def exercises_of(pack: Pack) -> dict[str, list[str]]:
    """Exercise ids by capability id, in the framework's order; a wheel works on none of the capabilities it asks about."""
    worked = {id: one for id, one in pack.exercises.items() if not _is_wheel(pack, one)}
    return {
        capability: [id for id, one in worked.items() if capability in {each.id for each in one.capabilities}]
        for capability in pack.framework.capabilities
    }


def _is_wheel(pack: Pack, exercise: Exercise) -> bool:
    """A wheel asks about the whole of at least one domain."""
    named = {one.id for one in exercise.capabilities}
    return any(named >= {one.id for one in domain.capabilities} for domain in pack.framework.domains.values())
