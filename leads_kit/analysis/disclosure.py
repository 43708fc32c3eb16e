"""What figures of a group may be shown without showing a person. Pure; `leads_kit.room` is the only caller.

Within one picture: no figure under a minimum of people; five classes merged to three under eight answers; neither minimum,
maximum nor spread, because on a five-point scale they give back the answers; nothing that says what everyone said; and
where parts of a total are shown, nothing under these rules may be left over by subtracting them (complementary
suppression). Sources: El Emam (2013), Guide to the De-Identification of Personal Health Information, on cell sizes; Hundepool
et al. (2012), Statistical Disclosure Control, chapters 4 and 5, on thresholds, dominance and secondary suppression.

Who may be in a picture at all, given the pictures that were shown before it, is decided in blocks.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from leads_kit.model import Figure

LOWEST_GROUP = 3
COARSE_BELOW = 8
# From five people on, all but one on one and the same mark counts as alike too: that one would know the others' mark.
ONE_APART_FROM = 5
FIVE = ("1", "2", "3", "4", "5")
COARSE = (("1-2", (0, 1)), ("3", (2,)), ("4-5", (3, 4)))

TOO_FEW = "disclosure.too_few"
VERY_SIMILAR = "disclosure.very_similar"
TOO_ALIKE = "disclosure.too_alike"
WHOLE = "*"


def protect(
    figures: Sequence[Figure],
    people: int,
    min_group: int,
    coarse: Collection[str] = (),
    absent: Mapping[str, str] | None = None,
) -> tuple[tuple[Figure, ...], dict[str, str]]:
    """Figures that may be shown, and the word id of the reason for each that may not.

    `people` gave an answer. Figures named in `coarse` are merged whatever their size; `absent` are ids that could not be
    drawn at all, with the reason. Where no figure is left, `*` has the commonest reason. Raises ValueError for a minimum
    under three.
    """
    if min_group < LOWEST_GROUP:
        raise ValueError(f"a minimum group under {LOWEST_GROUP}")
    if people < min_group:
        return (), {WHOLE: TOO_FEW}
    worn = [coarsened(one, always=one.id in coarse) for one in figures]
    withheld = {one.id: reason for one in worn if (reason := _reason(one, min_group))} | dict(absent or {})
    shown = {one.id: one for one in worn if one.id not in withheld}
    for total in [one for one in shown.values() if not one.part_of]:
        for part in _complements(total, [one for one in shown.values() if one.part_of == total.id], min_group):
            withheld[part] = TOO_FEW
            del shown[part]
    if not shown:
        withheld[WHOLE] = Counter(withheld.values()).most_common(1)[0][0] if withheld else TOO_FEW
    return tuple(shown.values()), withheld


def coarsened(figure: Figure, always: bool = False) -> Figure:
    """Five ordered classes become three under eight answers, or `always`; other figures stay."""
    if figure.classes != FIVE or figure.multiple or (figure.n >= COARSE_BELOW and not always):
        return figure
    counts = tuple(sum(figure.counts[at] for at in members) for _, members in COARSE)
    return replace(figure, classes=tuple(name for name, _ in COARSE), counts=counts)


def _complements(total: Figure, parts: Sequence[Figure], min_group: int) -> list[str]:
    """Parts to hide, smallest first, until what is left of the total without those shown may be shown itself."""
    hidden: list[str] = []
    left = sorted(parts, key=lambda one: one.n, reverse=True)
    while left:
        rest = _rest(total, left)
        if rest.n == 0 or _reason(rest, min_group) is None:
            break
        hidden.append(left.pop().id)
    return hidden


def _rest(total: Figure, parts: Sequence[Figure]) -> Figure:
    """What subtracting parts from their total tells, in the coarsest classes that any of them has."""
    merged = [coarsened(one, always=True) for one in (total, *parts)]
    counts = tuple(one - sum(others) for one, *others in zip(*(figure.counts for figure in merged), strict=True))
    return replace(merged[0], counts=counts, n=total.n - sum(part.n for part in parts))


def _reason(figure: Figure, min_group: int) -> str | None:
    """Why a figure may not be shown. Of a choice of several, only what everyone chose tells: not choosing says little."""
    if figure.n < min_group:
        return TOO_FEW
    name, count = max(zip(figure.classes, figure.counts, strict=True), key=lambda one: one[1], default=("", 0))
    apart = 1 if figure.n >= ONE_APART_FROM and name in FIVE and not figure.multiple else 0
    return VERY_SIMILAR if count >= figure.n - apart else None
