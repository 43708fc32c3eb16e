"""What may become of many people's signals: in how many lists each corner of the field has one. No line, and no mark.

A corner is a horizon and where a signal comes from. Each person counts once in a corner, however many signals stand there;
a figure for each horizon, so that one where all agree hides no other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from leads_kit import charts
from leads_kit.analysis.released import NOTHING, why_missing
from leads_kit.form import Answer
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.horizons.settings import named, settings_of
from leads_kit.kinds.horizons.signal import read
from leads_kit.model import Exercise, Figure, Release, Table
from leads_kit.text import Say

FIELD = "field"
SEEN = "seen"
BETWEEN = "/"
NAMED = 3


def offer(exercise: Exercise, answer: Answer) -> dict[str, str]:
    """The corners in which any signal stands that has both, in the order of the field."""
    taken = {_corner(one.horizon, one.source) for one in read(answer)}
    return {corner: SEEN for corner in _corners(exercise) if corner in taken}


def preview(exercise: Exercise, body: Answer, say: Say) -> tuple[str, ...]:
    corners = _corners(exercise)
    told = [corners[id] for id in body if id in corners]
    horizons, sources = named(exercise), settings_of(exercise).sources
    return tuple(
        say("horizons.offer.field.corner", horizon=horizons[horizon], source=sources[source])
        for horizon, source in told
    )


def summary(exercise: Exercise, answers: Sequence[Answer]) -> tuple[Figure, ...]:
    """Counts of lists over the corners of each horizon; what is not such a body is not counted."""
    corners, sources = _corners(exercise), tuple(settings_of(exercise).sources)
    told = [one for one in answers if one and all(id in corners and seen == SEEN for id, seen in one.items())]
    if not told:
        return ()
    return tuple(
        Figure(
            horizon,
            sources,
            tuple(sum(_corner(horizon, source) in one for one in told) for source in sources),
            len(told),
            multiple=True,
        )
        for horizon in named(exercise)
    )


def room_picture(exercise: Exercise, release: Release, say: Say) -> Picture | None:
    figures = {figure.id: figure for figure in release.figures}
    if not figures:
        return None
    horizons, sources = named(exercise), settings_of(exercise).sources
    columns = [
        charts.Crossing(say.text(label), figures[id].counts)
        if id in figures
        else charts.Crossing(say.text(label), (), say(why_missing(release, id)))
        for id, label in horizons.items()
    ]
    labels = [say.text(label) for label in sources.values()]
    sentence = _sentence(exercise, figures, say)
    cells = tuple(
        (label, *(say.number(figures[id].counts[at]) if id in figures else NOTHING for id in horizons))
        for at, label in enumerate(labels)
    )
    table = Table((say("horizons.source"), *(say.text(label) for label in horizons.values())), cells)
    return Picture(charts.crossings(labels, columns, say("horizons.room.axis"), sentence), sentence, table)


def _sentence(exercise: Exercise, figures: Mapping[str, Figure], say: Say) -> str:
    """How many told, where most look, and where nobody does."""
    horizons, sources = named(exercise), settings_of(exercise).sources
    counts = {
        (id, source): count
        for id, figure in figures.items()
        for source, count in zip(figure.classes, figure.counts, strict=True)
    }
    most = max(counts.values())
    fullest = [
        say("horizons.room.corner", horizon=horizons[id], source=sources[source])
        for (id, source), count in counts.items()
        if count == most
    ]
    unseen = [id for id in figures if not any(counts[id, source] for source in sources)]
    dark = [
        say("horizons.quoted", text=text) for id, text in sources.items() if not any(counts[one, id] for one in figures)
    ]
    return " ".join(
        [
            say("horizons.room", n=max(figure.n for figure in figures.values())),
            *([say("horizons.room.most", corners=fullest)] if most and len(fullest) <= NAMED else []),
            *(say("horizons.room.no_horizon", horizon=horizons[id]) for id in unseen),
            *([say("horizons.room.no_source", sources=dark[:NAMED])] if dark and not unseen else []),
        ]
    )


def _corners(exercise: Exercise) -> dict[str, tuple[str, str]]:
    return {
        _corner(horizon, source): (horizon, source)
        for horizon in named(exercise)
        for source in settings_of(exercise).sources
    }


def _corner(horizon: str, source: str) -> str:
    return f"{horizon}{BETWEEN}{source}"
