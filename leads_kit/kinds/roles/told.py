"""What a table hears about its grid: what is open, by the names of tasks, and one question. Nobody is at fault for a gap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from leads_kit.kinds.roles.chart import Chart
from leads_kit.text import Say

# So many tasks are told one by one; the picture has them all.
TOLD_ONE_BY_ONE = 2


def feedback(chart: Chart, first: str, say: Say) -> tuple[str, ...]:
    kept = (say("roles.feedback.first", first=first.removesuffix(".")),) if first else ()
    if not chart.duties.marked:
        return (*_begun(chart, say), *kept)
    return (
        *_work(chart, say),
        _counted(chart, say),
        *_open(chart, say),
        *_loaded(chart, say),
        _question(chart, say),
        *kept,
    )


def _begun(chart: Chart, say: Say) -> tuple[str, ...]:
    """What is there already, and the next step."""
    if not chart.tasks:
        return (*_work(chart, say), say("roles.feedback.nothing"))
    return (*_work(chart, say), say("roles.feedback.unmarked", tasks=_quoted(chart, chart.tasks, say)))


def _work(chart: Chart, say: Say) -> tuple[str, ...]:
    return (say("roles.feedback.work", work=chart.work),) if chart.work else ()


def _counted(chart: Chart, say: Say) -> str:
    """How many tasks have one who decides and somebody who does them: what nobody typed."""
    clear, marked = len(chart.duties.clear), len(chart.duties.marked)
    if clear and clear < marked:
        return say("roles.count.some", n=clear, count=marked)
    return say("roles.count.all" if clear else "roles.count.none", n=marked)


def _open(chart: Chart, say: Say) -> Iterator[str]:
    duties = chart.duties
    for task in duties.contested[:TOLD_ONE_BY_ONE]:
        yield say("roles.open.contested", task=chart.tasks[task], names=_names(chart, duties.deciders(task)))
    if more := duties.contested[TOLD_ONE_BY_ONE:]:
        yield say("roles.open.more", tasks=_quoted(chart, more, say))
    if duties.undecided:
        yield say("roles.open.undecided", tasks=_quoted(chart, duties.undecided, say), n=len(duties.undecided))
    undone = [task for task in duties.undone if task not in duties.contested]
    for task in undone[:TOLD_ONE_BY_ONE]:
        yield say("roles.open.undone", task=chart.tasks[task], names=_names(chart, duties.deciders(task)))
    if more := undone[TOLD_ONE_BY_ONE:]:
        yield say("roles.open.more", tasks=_quoted(chart, more, say))
    if duties.unmarked:
        yield say("roles.open.unmarked", tasks=_quoted(chart, duties.unmarked, say))


def _loaded(chart: Chart, say: Say) -> Iterator[str]:
    for one in chart.duties.loaded:
        carried = len(chart.duties.carried(one))
        yield say("roles.loaded", name=chart.people[one], carried=carried, count=len(chart.duties.marked))


def _question(chart: Chart, say: Say) -> str:
    """One question, about what costs a team most: a double decision, then none, then nobody to do it, then one who has all."""
    duties = chart.duties
    found = (
        ("contested", duties.contested),
        ("undecided", duties.undecided),
        ("undone", duties.undone),
        ("loaded", duties.loaded),
        ("unmarked", duties.unmarked),
    )
    which, ids = next(((name, ids) for name, ids in found if ids), ("clear", duties.clear))
    names = chart.people if which == "loaded" else chart.tasks
    return say(f"roles.ask.{which}", one=names[ids[0]])


def _quoted(chart: Chart, tasks: Iterable[str], say: Say) -> list[str]:
    return [say("roles.quoted", task=chart.tasks[task]) for task in tasks]


def _names(chart: Chart, people: Iterable[str]) -> list[str]:
    return [chart.people[one] for one in people]
