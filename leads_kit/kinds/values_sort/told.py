"""What a person hears about their values: the list in their order, where last week stayed behind it, and a small question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from leads_kit.kinds.values_sort.sorted import Kept, Sorted
from leads_kit.text import Say, Text

# From three points on, between a place and a mark, a gap is worth a question; below that they lie close together.
EXPLORE = 3
# A pile as it stands in a sentence; the rest of it is a number.
NAMED = 6


def feedback(found: Sorted, labels: Mapping[str, Text], enough: int, say: Say) -> tuple[str, ...]:
    if found.empty:
        return (say("values_sort.feedback.nothing"),)
    return (
        *_listed(found, labels, enough, say),
        *_gap(found, say),
        *_order(found, say),
        *_story(found, say),
    )


def _listed(found: Sorted, labels: Mapping[str, Text], enough: int, say: Say) -> list[str]:
    """The list in its order, and what it was taken from; without a list, the pile it could come from."""
    if not found.kept:
        return [_pile(found, labels, enough, say)] if found.very or found.somewhat else []
    named = [one.label for one in found.kept]
    told = [say("values_sort.feedback.listed", values=named, n=len(named))]
    if found.chosen:
        told.append(say("values_sort.feedback.kept", n=len(found.kept), of=len(found.very)))
    elif len(found.kept) < enough:
        told.append(say("values_sort.feedback.few", enough=enough))
    return [" ".join(told)]


def _pile(found: Sorted, labels: Mapping[str, Text], enough: int, say: Say) -> str:
    if not found.very:
        return say("values_sort.feedback.somewhat", values=_few(found.somewhat, labels, say))
    return say("values_sort.feedback.pile", values=_few(found.very, labels, say), enough=enough)


def _few(ids: Sequence[str], labels: Mapping[str, Text], say: Say) -> list[str]:
    named = [say.text(labels[id]) for id in ids]
    return named if len(named) <= NAMED else [*named[:NAMED], say("values_sort.more", n=len(named) - NAMED)]


def _gap(found: Sorted, say: Say) -> list[str]:
    """Where last week stayed furthest behind, with a small question; or that it stayed close; and what has no mark yet."""
    if not found.marked:
        return [say("values_sort.gap.unmarked")] if found.kept else []
    unmarked = [one.label for one in found.kept if one.lived is None]
    return [_widest(found, say), *([say("values_sort.gap.open", values=unmarked)] if unmarked else [])]


def _widest(found: Sorted, say: Say) -> str:
    wide = [one for one in found.widest if (one.gap or 0) >= EXPLORE]
    if not wide:
        return say("values_sort.gap.close", n=len(found.marked))
    if len(wide) > 1:
        return say("values_sort.gap.several", values=[_marked(one, say) for one in wide])
    (one,) = wide
    return say("values_sort.gap.widest", value=one.label, place=one.place, lived=one.lived)


def _marked(one: Kept, say: Say) -> str:
    return say("values_sort.marked", value=one.label, lived=one.lived)


def _order(found: Sorted, say: Say) -> list[str]:
    """What nobody typed: with which value the list would begin if last week had written it."""
    if len(found.marked) < 2:
        return []
    most = found.most_lived
    if not most:
        return [say("values_sort.week.none")]
    if len(most) == len(found.marked):
        return [say("values_sort.week.even", lived=most[0].lived)]
    word = "first" if most[0].place == 1 else "other"
    if len(most) > 1:
        return [say("values_sort.week.together", values=[one.label for one in most], lived=most[0].lived)]
    return [say(f"values_sort.week.{word}_place", value=most[0].label, place=most[0].place, first=found.kept[0].label)]


def _story(found: Sorted, say: Say) -> list[str]:
    if not found.story:
        return []
    return [say("values_sort.feedback.story", story=found.story.removesuffix("."))]
