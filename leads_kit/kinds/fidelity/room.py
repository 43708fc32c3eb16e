"""What a room may see: for the first, the second and the third message, with how many listeners it came across. Never whose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from leads_kit import charts
from leads_kit.analysis.fidelity import FATES, MIDDLE, PLACES, arrived, fates, most_lost
from leads_kit.analysis.released import NOTHING, why_missing
from leads_kit.form import Answer
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.fidelity.settings import settings_of, turns
from leads_kit.kinds.fidelity.told import named
from leads_kit.model import Exercise, Figure, Release, Table
from leads_kit.text import Say, Text

# Where on the scale the three classes lie: lost on the left, come across each time on the right.
SPANS = {"lost": (0.58, 2.08), "some": (2.25, 3.75), "each": (3.92, 5.42)}
Figures = Mapping[str, Figure]


def summary(exercise: Exercise, answers: Sequence[Answer]) -> tuple[Figure, ...]:
    """For each place, how many listeners lost it, had it now and then, or each time. Whoever ticked counts once in each.

    Listeners are counted, not listenings: with three speakers at a table one person would otherwise count three times.
    """
    asked = turns(settings_of(exercise))
    found = [
        fates([came for turn in asked if (came := arrived(answer.get(f"came-{turn}"))) is not None])
        for answer in answers
    ]
    told = [one for one in found if one]
    if not told:
        return ()
    return tuple(
        Figure(place, FATES, tuple(sum(one[place] == fate for one in told) for fate in FATES), len(told))
        for place in PLACES
    )


def room_picture(exercise: Exercise, release: Release, say: Say) -> Picture | None:
    settings, figures = settings_of(exercise), {figure.id: figure for figure in release.figures}
    if not figures:
        return None
    rows = [_strip(label, place, release, figures, say) for place, label in settings.named.items()]
    n = max(figure.n for figure in figures.values())
    sentence = " ".join((say("fidelity.room", n=n), *_told(figures, say)))
    columns = ("place", *FATES, "n")
    cells = tuple(_cells(label, place, release, figures.get(place), say) for place, label in settings.named.items())
    table = Table(tuple(say(f"fidelity.column.{name}") for name in columns), cells)
    return Picture(charts.strips(rows, (), say("fidelity.axis"), sentence), sentence, table)


def _strip(label: Text, place: str, release: Release, figures: Figures, say: Say) -> charts.Strip:
    figure = figures.get(place)
    if figure is None:
        return charts.Strip(say.text(label), say(why_missing(release, place)))
    piles = tuple(
        charts.Pile(*SPANS[fate], count, say(f"fidelity.fate.{fate}"))
        for fate, count in zip(figure.classes, figure.counts, strict=True)
    )
    return charts.Strip(say.text(label), say("fidelity.note", n=figure.n), piles)


def _told(figures: Figures, say: Say) -> list[str]:
    """Which place did not always come across with most listeners; nothing where one of the three is not shown."""
    missed = {place: figure.n - figure.counts[-1] for place, figure in figures.items()}
    places = most_lost(missed)
    if len(figures) < len(PLACES) or not places:
        return []
    if places == [MIDDLE]:
        return [say("fidelity.room.middle")]
    if len(places) == len(PLACES):
        return [say("fidelity.room.alike")]
    return [say("fidelity.room.other_place", places=named(places, say))]


def _cells(label: Text, place: str, release: Release, figure: Figure | None, say: Say) -> tuple[str, ...]:
    if figure is None:
        return (say.text(label), say(why_missing(release, place)), NOTHING, NOTHING, NOTHING)
    return (say.text(label), *(say.number(count) for count in figure.counts), say.number(figure.n))
