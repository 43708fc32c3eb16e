"""Which groups of raters may be shown apart: a group under the minimum joins the smallest other, and one person's own
supervisor is shown alone only where that was agreed. The rule that the Canadian College of Health Leaders publishes for its
feedback rounds: fewer than three answers in a group, supervisors excepted, are merged with the smallest other group.
"""

from __future__ import annotations

from collections.abc import Mapping

from leads_kit.analysis.disclosure import LOWEST_GROUP

SUPERVISOR = "supervisor"
Group = tuple[str, ...]


def merged(raters: Mapping[str, int], least: int = LOWEST_GROUP, *, supervisor_knows: bool = False) -> dict[Group, int]:
    """Groups that may be shown, by the names that were joined in them, with their numbers.

    Empty where all others together are fewer than `least`: then a person sees their own answers only. A supervisor who has
    been told is a group of their own; one who has not is left out, since joining others would not hide them. Raises
    ValueError for a minimum under three.
    """
    if least < LOWEST_GROUP:
        raise ValueError(f"a minimum group under {LOWEST_GROUP}")
    groups: dict[Group, int] = {(name,): n for name, n in raters.items() if n and name != SUPERVISOR}
    while len(groups) > 1 and min(groups.values()) < least:
        small, other = sorted(groups, key=lambda one: groups[one])[:2]
        joined = tuple(name for name in raters if name in {*small, *other})
        groups[joined] = groups.pop(small) + groups.pop(other)
    shown = {names: n for names, n in groups.items() if n >= least}
    told: dict[Group, int] = {(SUPERVISOR,): raters[SUPERVISOR]} if supervisor_knows and raters.get(SUPERVISOR) else {}
    return {**told, **shown}
