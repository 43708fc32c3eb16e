"""What figures of a group may be shown without showing a person. Pure; `room.release` is the only caller.

Rules and sources: a threshold on people per figure and no figure under it (Culture Amp, CCL and Glint practice; El Emam 2013
on cell sizes); coarser classes for small groups and neither minimum, maximum nor spread, because on a five-point scale they
give back the answers themselves; no unanimous figure, because it says what everyone said; and across rounds no two pictures
whose groups differ by a few people, because their difference is a picture of those few (complementary suppression).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from leads_kit.model import Figure

LOWEST_GROUP = 3
COARSE_BELOW = 8
FIVE = ("1", "2", "3", "4", "5")
COARSE = (("1-2", (0, 1)), ("3", (2,)), ("4-5", (3, 4)))

TOO_FEW = "disclosure.too_few"
VERY_SIMILAR = "disclosure.very_similar"
TOO_ALIKE = "disclosure.too_alike"
WHOLE = "*"


def protect(figures: Sequence[Figure], people: int, min_group: int) -> tuple[tuple[Figure, ...], dict[str, str]]:
    """Figures that may be shown, and the word id of the reason for each that may not (`*`: for all of them).

    Raises ValueError for a minimum under three: nothing in the kit may go there.
    """
    if min_group < LOWEST_GROUP:
        raise ValueError(f"a minimum group under {LOWEST_GROUP}")
    if people < min_group:
        return (), {WHOLE: TOO_FEW}
    shown, withheld = [], {}
    for figure in figures:
        reason = _reason(figure, min_group)
        if reason is None:
            shown.append(coarsened(figure))
        else:
            withheld[figure.id] = reason
    if not shown and withheld:
        withheld[WHOLE] = next(iter(withheld.values()))
    return tuple(shown), withheld


def coarsened(figure: Figure) -> Figure:
    """Five ordered classes become three under eight answers; other figures stay."""
    if figure.classes != FIVE or figure.multiple or figure.n >= COARSE_BELOW:
        return figure
    counts = tuple(sum(figure.counts[at] for at in members) for _, members in COARSE)
    return Figure(figure.id, tuple(name for name, _ in COARSE), counts, figure.n)


def comparable(
    people: AbstractSet[str], earlier: Iterable[AbstractSet[str]], min_group: int
) -> tuple[frozenset[str], frozenset[str]] | None:
    """Who may be in a new picture of an exercise that was pictured before: `(in it, left out)`, or None for nobody.

    Guarantee: against every earlier picture the new one's group is the same, or at least `min_group` people came and at
    least `min_group` or none went, so that subtracting two pictures never leaves a group under the minimum. Few newcomers
    are left out until there are enough of them; where few people are missing there is no new picture at all.
    """
    group = frozenset(people)
    before = [frozenset(one) for one in earlier]
    for seen in before:
        if 0 < len(group - seen) < min_group:
            group &= seen
    if any(_isolates(group, seen, min_group) for seen in before):
        return None
    return group, frozenset(people) - group


def _isolates(group: AbstractSet[str], seen: AbstractSet[str], min_group: int) -> bool:
    return any(0 < len(few) < min_group for few in (group - seen, seen - group))


def _reason(figure: Figure, min_group: int) -> str | None:
    if figure.n < min_group:
        return TOO_FEW
    counts = figure.counts if figure.multiple else coarsened(figure).counts
    return VERY_SIMILAR if figure.n in counts else None
