"""A person's signals on three waves, and the list of them in the order in which to watch them."""

from __future__ import annotations

from leads_kit import charts
from leads_kit.analysis.released import NOTHING
from leads_kit.form import Answer
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.horizons.settings import HORIZONS, named, settings_of
from leads_kit.kinds.horizons.signal import Signal, of_horizon, read
from leads_kit.model import Exercise, Table
from leads_kit.text import Say

COLUMNS = ("signal", "source", "horizon", "likely", "matters")
LEGEND = ("height", "first", "likely")


def own_picture(exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    """None until a signal stands under a horizon."""
    signals = read(answer)
    if not any(one.horizon for one in signals):
        return None
    labels = [say.text(label) for label in named(exercise).values()]
    counts = [len(of_horizon(signals, horizon)) for horizon in HORIZONS]
    told = [
        say("horizons.drawn.count", horizon=label, count=count) for label, count in zip(labels, counts, strict=True)
    ]
    sentence = say("horizons.drawn", counts=told)
    rows = [
        charts.Signal(one.text, _note(exercise, one, say), _wave(one), at == 0 and one.weight > 0, one.likely or 0)
        for at, one in enumerate(signals)
    ]
    legend = tuple(say(f"horizons.legend.{name}") for name in LEGEND)
    captions = charts.Waves(tuple(labels), say("horizons.today"), say("horizons.later"), legend)
    table = Table(
        tuple(say(f"horizons.{name}") for name in COLUMNS), tuple(_cells(exercise, one, say) for one in signals)
    )
    return Picture(charts.waves(rows, captions, sentence), sentence, table)


def _wave(one: Signal) -> int | None:
    return next((at for at, horizon in enumerate(HORIZONS) if horizon == one.horizon), None)


def _note(exercise: Exercise, one: Signal, say: Say) -> str:
    """Where it comes from and both marks, of whatever was given."""
    source = settings_of(exercise).sources.get(one.source)
    marks = {"likely": one.likely, "matters": one.matters}
    return " · ".join(
        [
            *([say.text(source)] if source else []),
            *(say(f"horizons.note.{name}", mark=mark) for name, mark in marks.items() if mark),
        ]
    )


def _cells(exercise: Exercise, one: Signal, say: Say) -> tuple[str, ...]:
    source, horizon = settings_of(exercise).sources.get(one.source), named(exercise).get(one.horizon)
    placed = (say.text(text) if text else NOTHING for text in (source, horizon))
    return (one.text, *placed, *(say.number(mark) if mark else NOTHING for mark in (one.likely, one.matters)))
