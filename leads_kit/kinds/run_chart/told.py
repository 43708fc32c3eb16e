"""What a person hears about their line: a shift, too few crossings, or everyday ups and downs; and what not to conclude."""

from __future__ import annotations

from leads_kit.analysis.runs import LEAST, RunChart
from leads_kit.kinds.run_chart.log import MOST, Changed, Log
from leads_kit.text import Say

# A change shows in the very next points, if it does so soon.
SOON = 2
# So many unread pieces are quoted, and so many signs of each.
QUOTED, SIGNS = 4, 24


def feedback(log: Log, say: Say) -> tuple[str, ...]:
    chart = log.chart
    if chart is None:
        asked = say("run_chart.feedback.measure", measure=log.measure) if log.measure else ""
        return (asked or say("run_chart.feedback.nothing"), *_unread(log, say), *_next(log, say))
    return (
        opening(log, chart, say),
        *_unread(log, say),
        *verdict(chart, say),
        *_way(log, chart, say),
        *(_changed(one, chart, say) for one in log.changes),
        *_target(log, chart, say),
        *_next(log, say),
        say("run_chart.caution"),
    )


def opening(log: Log, chart: RunChart, say: Say) -> str:
    """How many values there are of what, and their middle; that they are invented, where they are."""
    ends = {"first": chart.values[0], "latest": chart.values[-1], "median": chart.median}
    word = "invented" if log.invented else "own" if log.measure else "unnamed"
    return say(f"run_chart.opening.{word}", measure=log.measure, n=len(chart.values), **ends)


def verdict(chart: RunChart, say: Say) -> list[str]:
    """What the two rules say; nothing where there are too few points for them."""
    if not chart.enough or chart.longest is None:
        alike = not chart.useful and len(chart.values) > 1
        return [say("run_chart.level" if alike else "run_chart.few", least=LEAST)]
    crossings = {"n": chart.crossings, "fewest": chart.fewest_crossings}
    run = {"longest": chart.longest.length, "limit": chart.longest_limit, "useful": chart.useful}
    if not chart.shifted and not chart.seldom_crosses:
        return [say("run_chart.everyday", **crossings, **run)]
    ends = {"first": chart.longest.first + 1, "last": chart.longest.last + 1}
    side = "above" if chart.longest.above else "below"
    told = [say(f"run_chart.shift.{side}", **run, **ends)] if chart.shifted else []
    if chart.seldom_crosses:
        told.append(say("run_chart.also_seldom" if told else "run_chart.seldom", **crossings))
    return told


def _unread(log: Log, say: Say) -> list[str]:
    """What could not be read, and what there was no room for; nothing is left out in silence."""
    told = []
    if log.unread:
        pieces = [say("run_chart.quoted", words=_short(one)) for one in log.unread[:QUOTED]]
        rest = len(log.unread) - len(pieces)
        told.append(say("run_chart.unread", pieces=[*pieces, *([say("run_chart.more", n=rest)] if rest else [])]))
    if log.beyond:
        told.append(say("run_chart.beyond", most=MOST, n=log.beyond))
    return told


def _short(piece: str) -> str:
    return piece if len(piece) <= SIGNS else f"{piece[:SIGNS]}…"


def _way(log: Log, chart: RunChart, say: Say) -> list[str]:
    """Which way a shift went, and whether that is the way they want; nothing of the sort without a shift."""
    if not chart.shifted or chart.rises is None:
        return []
    way = "higher" if chart.rises else "lower"
    wanted = "unsaid" if not log.better else "wanted" if log.better == way else "unwanted"
    return [say(f"run_chart.way.{way}.{wanted}")]


def _changed(change: Changed, chart: RunChart, say: Say) -> str:
    """What was changed against when the line turns: in time or not, and never as a proof."""
    what = say("run_chart.quoted", words=change.what) if change.what else say("run_chart.a_change")
    count = len(chart.values)
    if change.point > count:
        return say("run_chart.change.ahead", what=what, point=change.point, n=count)
    if not chart.enough:
        return say("run_chart.change.early", what=what, point=change.point)
    if not chart.shifted:
        return say("run_chart.change.unseen", what=what, point=change.point, n=count - change.point + 1)
    turn = _turn(chart)
    later = turn - change.point
    word = "before" if later < 0 else "fits" if later <= SOON else "after"
    return say(f"run_chart.change.{word}", what=what, point=change.point, turn=turn)


def _turn(chart: RunChart) -> int:
    """The point, from 1, at which the longest run begins; or what comes after it, where it is there from the beginning."""
    run = chart.longest
    if run is None:
        raise ValueError("no run")
    begins = next(at for at, side in enumerate(chart.sides) if side)
    return run.last + 2 if run.first == begins else run.first + 1


def _target(log: Log, chart: RunChart, say: Say) -> list[str]:
    if log.target is None:
        return [say("run_chart.target.unread", words=_short(log.typed_target))] if log.typed_target else []
    if log.reached is None:
        return [say("run_chart.target.beside", target=log.target, median=chart.median)]
    count = len(chart.values)
    told = say("run_chart.target.reached", target=log.target, reached=log.reached, count=count)
    steady = chart.enough and not chart.shifted and not chart.seldom_crosses
    return [" ".join((told, say("run_chart.target.everyday")))] if steady and log.reached < count else [told]


def _next(log: Log, say: Say) -> list[str]:
    if not log.next:
        return []
    count = 0 if log.chart is None or log.invented else len(log.chart.values)
    word = "run_chart.next.at" if 0 < count < MOST else "run_chart.next"
    return [say(word, next=log.next, point=count + 1)]
