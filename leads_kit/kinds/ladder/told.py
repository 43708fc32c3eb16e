"""What a person hears and sees of their own ladder. No rung is the better one; a mark is one person's view of two."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from leads_kit import charts
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.ladder.partner import EXPLORE, RATED, RUNGS, Partner
from leads_kit.model import Table
from leads_kit.text import Say, Text

# So many partners all needed on the top rung are worth a second thought.
ALL_TOP_FROM = 3
WIDTH = 5 / RUNGS
Names = Mapping[str, Text]


def place(rung: int) -> float:
    """Where a rung stands on the house's scale of five places."""
    return 0.5 + WIDTH * (rung - 0.5)


def feedback(partners: Sequence[Partner], rungs: Names, trust: Names, say: Say) -> tuple[str, ...]:
    if not partners:
        return (say("ladder.feedback.nothing"),)
    names = [one.name for one in partners]
    quoted = say("ladder.feedback.placed", names=names, n=len(names))
    if not any(one.placed for one in partners):
        return (quoted, say("ladder.feedback.unplaced"))
    return (
        quoted,
        *_climb(partners, rungs, say),
        *_standing(partners, say),
        *_second_thought(partners, rungs, say),
        *_where_to_begin(partners, trust, say),
    )


def own_picture(partners: Sequence[Partner], rungs: Names, say: Say) -> Picture | None:
    placed = [one for one in partners if one.placed]
    if not placed:
        return None
    rows = [
        charts.Span(
            one.name,
            _way(one, say),
            None if one.now is None else place(one.now),
            None if one.needed is None else place(one.needed),
        )
        for one in placed
    ]
    ticks = [(place(int(at)), say.text(name)) for at, name in rungs.items()]
    sentence = _drawn(placed, say)
    return Picture(charts.spans(rows, ticks, say("ladder.axis"), sentence), sentence, _table(placed, rungs, say))


def _climb(partners: Sequence[Partner], rungs: Names, say: Say) -> list[str]:
    """How many rungs there are to climb in all, and where the way is longest."""
    up = [one for one in partners if one.climb]
    if not up:
        return []
    longest = max(one.climb for one in up)
    far = [one for one in up if one.climb == longest]
    told = [say("ladder.noticed.climb", n=sum(one.climb for one in up), count=len(up), of=len(partners))]
    if len(far) == 1:
        (one,) = far
        way = {"name": one.name, "now": rungs[str(one.now)], "needed": rungs[str(one.needed)]}
        return [*told, say("ladder.noticed.longest" if len(up) > 1 else "ladder.noticed.only", **way)]
    if len(far) < len(up):
        told.append(say("ladder.noticed.longest_of", names=[one.name for one in far], n=longest))
    return told


def _standing(partners: Sequence[Partner], say: Say) -> list[str]:
    """With whom nothing needs to be climbed, where less would do, and whom one of two rungs is missing for."""
    cases: tuple[tuple[str, Callable[[Partner], bool]], ...] = (
        ("same", lambda one: one.way == 0),
        ("less", lambda one: one.way is not None and one.way < 0),
        ("open", lambda one: one.way is None),
    )
    found = [(word, [one.name for one in partners if fits(one)]) for word, fits in cases]
    return [say(f"ladder.noticed.{word}", names=names) for word, names in found if names]


def _second_thought(partners: Sequence[Partner], rungs: Names, say: Say) -> list[str]:
    needed = [one.needed for one in partners if one.needed is not None]
    if len(needed) < ALL_TOP_FROM or set(needed) != {RUNGS}:
        return []
    return [say("ladder.noticed.all_top", rung=rungs[str(RUNGS)], n=len(needed))]


def _where_to_begin(partners: Sequence[Partner], trust: Names, say: Say) -> list[str]:
    """Where the way goes up: what trust has least of on the longest, and who counts for most more than they are trusted yet."""
    up = sorted((one for one in partners if one.climb), key=lambda one: -one.climb)
    begin = next((one for one in up if one.ratings["trust"].lowest), None)
    worth = max(up, key=lambda one: one.worth_more, default=None)
    told = []
    if begin is not None and (item := begin.ratings["trust"].lowest):
        mark = begin.ratings["trust"].marks[item]
        told.append(say("ladder.noticed.begin", name=begin.name, item=trust[item], mark=mark))
    if worth is not None and worth.worth_more >= EXPLORE:
        means = {what: worth.ratings[what].mean for what in RATED}
        told.append(say("ladder.noticed.worth", name=worth.name, **means))
    return told


def _way(one: Partner, say: Say) -> str:
    """The way in a word or two, beside the row."""
    if not one.way:
        return say("ladder.way.open" if one.way is None else "ladder.way.none")
    return say("ladder.way.up" if one.way > 0 else "ladder.way.down", n=abs(one.way))


def _drawn(placed: Sequence[Partner], say: Say) -> str:
    """How many need a higher rung, the same, a lower one; and how many are placed by half."""
    ways = [one.way for one in placed if one.way is not None]
    counts = {"up": sum(at > 0 for at in ways), "same": ways.count(0), "down": sum(at < 0 for at in ways)}
    told = [say("ladder.drawn", n=len(placed), **counts)] if ways else []
    half = len(placed) - len(ways)
    return " ".join([*told, *([say("ladder.drawn.open", n=half)] if half else [])])


def _table(placed: Sequence[Partner], rungs: Names, say: Say) -> Table:
    """Rungs by name and the way; trust and value where any was rated."""
    rated = [what for what in RATED if any(one.ratings[what].marks for one in placed)]
    columns = [say(f"ladder.{name}") for name in ("partner", "now", "needed", "way")]
    rows = [
        (one.name, _rung(one.now, rungs, say), _rung(one.needed, rungs, say), _way(one, say),
         *(_mean(one, what, say) for what in rated))
        for one in placed
    ]  # fmt: skip
    return Table((*columns, *(say(f"ladder.{what}") for what in rated)), tuple(rows))


def _rung(at: int | None, rungs: Names, say: Say) -> str:
    return "–" if at is None else say("ladder.named", at=at, name=rungs[str(at)])


def _mean(one: Partner, what: str, say: Say) -> str:
    rating = one.ratings[what]
    if rating.mean is None:
        return "–"
    if len(rating.marks) == rating.asked:
        return say.number(rating.mean)
    return say("ladder.part", mean=rating.mean, n=len(rating.marks), of=rating.asked)
