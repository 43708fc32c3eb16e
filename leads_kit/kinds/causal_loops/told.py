"""What a table hears about its map: how deep it went, one loop of each sort in its own words, and where a push goes furthest."""

from __future__ import annotations

from leads_kit.analysis.loops import Link, Loop, at_odds, longest_way
from leads_kit.kinds.causal_loops.map import Map
from leads_kit.kinds.causal_loops.settings import LAYERS
from leads_kit.text import Say

# So many things a sentence bears; where more than that lie on most loops, none of them stands out.
NAMED = 3


def feedback(found: Map, say: Say) -> tuple[str, ...]:
    said = (*_depths(found, say), *_links(found, say), *_trouble(found, say), *_push(found, say))
    return said or (say("causal_loops.feedback.nothing"),)


def _depths(found: Map, say: Say) -> list[str]:
    """From the event down to the belief; else what to ask at the first depth that is missing."""
    if not found.depths:
        return []
    lines = {depth: _quoted(line) for depth, line in found.depths.items()}
    missing = next((depth for depth in LAYERS if depth not in lines), None)
    if missing is None:
        return [say("causal_loops.feedback.deep", event=lines["event"], belief=lines["belief"])]
    above = [lines[depth] for depth in LAYERS[: LAYERS.index(missing)]]
    line = above[-1] if above else next(iter(lines.values()))
    return [say(f"causal_loops.feedback.ask.{missing}", line=line)]


def _links(found: Map, say: Say) -> list[str]:
    if found.loops:
        return [_counted(found, say), *_told(found, say), *_first(found, say), *_slow(found, say)]
    if found.links:
        way = longest_way(found.links)
        ends = {"start": found.things[way[0]], "end": found.things[way[-1]]}
        return [say("causal_loops.feedback.open", **ends)]
    names = [say("causal_loops.quoted", name=name) for name in found.things.values()]
    return [say("causal_loops.feedback.unlinked", names=names, n=len(names))] if names else []


def _counted(found: Map, say: Say) -> str:
    return say("causal_loops.feedback.loops", kinds=counted(found, say))


def counted(found: Map, say: Say) -> list[str]:
    """How many loops of either sort, each as part of a sentence."""
    counts = {"reinforcing": found.reinforcing, "balancing": len(found.loops) - found.reinforcing}
    return [say(f"causal_loops.{sort}", n=n) for sort, n in counts.items() if n]


def _told(found: Map, say: Say) -> list[str]:
    """One loop of each sort that there is."""
    loops = [(sort, found.told(sort == "reinforcing")) for sort in ("reinforcing", "balancing")]
    return [say(f"causal_loops.told.{sort}", way=_way(found, loop, say)) for sort, loop in loops if loop]


def _way(found: Map, loop: Loop, say: Say) -> str:
    """More of the first, so more or less of the next, round to the first again."""
    grows, steps = True, [say("causal_loops.begin", name=found.things[loop.things[0]])]
    for link in loop.links:
        grows = grows is (link.sign > 0)
        steps.append(say(f"causal_loops.{'more' if grows else 'less'}", name=found.things[link.end]))
    return ", ".join(steps)


def _first(found: Map, say: Say) -> list[str]:
    """What lies on most loops, where one or a few things do: there a push goes furthest."""
    count, ids = found.first
    names = [say("causal_loops.quoted", name=found.things[id]) for id in ids]
    if len(found.loops) == 1:
        return [say("causal_loops.push.one")]
    if len(names) > NAMED:
        return [say("causal_loops.push.any")]
    reach = "all" if count == len(found.loops) else "most"
    return [say(f"causal_loops.push.{reach}", names=names, n=len(names), count=count, all=len(found.loops))]


def _slow(found: Map, say: Say) -> list[str]:
    """The first link on a loop that takes its time: there people push too hard."""
    slow: list[Link] = [link for loop in found.loops for link in loop.links if link.slow]
    if not slow:
        return []
    return [say("causal_loops.feedback.slow", start=found.things[slow[0].start], end=found.things[slow[0].end])]


def _trouble(found: Map, say: Say) -> list[str]:
    """Links that say two things at once, and links that lack something."""
    odd = [
        say("causal_loops.feedback.at_odds", start=found.things[start], end=found.things[end])
        for start, end in at_odds(found.links)[:1]
    ]
    return [*odd, *([say("causal_loops.feedback.unfinished", n=found.open)] if found.open else [])]


def _push(found: Map, say: Say) -> list[str]:
    return [say("causal_loops.feedback.push", line=_quoted(found.push))] if found.push else []


def _quoted(line: str) -> str:
    """A line as it stands inside a sentence, which has a stop of its own."""
    return line.removesuffix(".")
