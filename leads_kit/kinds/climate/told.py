"""What a person hears about their team as they see it: what is most and least there, and which two things pull apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from leads_kit import charts
from leads_kit.analysis.climate import LEAST, MOST, turned
from leads_kit.analysis.released import NOTHING
from leads_kit.form import NOT_OBSERVED, Answer
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.climate.settings import TEAM, Settings, field, settings_of
from leads_kit.model import Exercise, Table
from leads_kit.text import Say

# From two points on, two marks of one person lie apart; below that they are close.
APART = 2
MIDPOINT = 3
# So many statements, all with one and the same mark, are a pattern.
PATTERN = 3
Marks = Mapping[str, int]


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    settings, stands = settings_of(exercise), standing(exercise, answer)
    team, unseen = str(answer.get(TEAM) or "").strip(), _unseen(settings, answer)
    quoted = (say("climate.feedback.team", team=team),) if team else ()
    if not stands:
        return (*quoted, say("climate.feedback.unseen" if unseen else "climate.feedback.nothing"))
    return (
        *quoted,
        *(_contrary(settings, answer, stands, say) or (_lie(settings, stands, say), *_apart(settings, stands, say))),
        *((say("climate.feedback.open", labels=labels(settings, unseen, say), n=len(unseen)),) if unseen else ()),
        say("climate.feedback.caution"),
    )


def own_picture(exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    settings, stands = settings_of(exercise), standing(exercise, answer)
    if not stands:
        return None
    rows = [
        charts.Span(named(settings, id, say), "" if id in stands else _gap(answer, id, say), stands.get(id))
        for id in settings.items
    ]
    sentence = f"{_lie(settings, stands, say)} {say('climate.turned_told', n=_count_turned(settings))}"
    columns = ("item", "statement", "given", "place")
    table = Table(
        tuple(say(f"climate.{name}") for name in columns),
        tuple(_cells(settings, answer, id, stands.get(id), say) for id in settings.items),
    )
    return Picture(charts.spans(rows, ticks(say), say("climate.own_axis"), sentence), sentence, table)


def standing(exercise: Exercise, answer: Answer) -> dict[str, int]:
    """Where each item stands, high for what is there: marks of statements worded the other way round are turned."""
    found = {}
    for id, item in settings_of(exercise).items.items():
        mark = answer.get(field(id))
        if isinstance(mark, int):
            found[id] = turned(mark) if item.turned else mark
    return found


def labels(settings: Settings, ids: Iterable[str], say: Say) -> list[str]:
    return [say("climate.quoted", label=settings.items[id].label) for id in ids]


def named(settings: Settings, id: str, say: Say) -> str:
    """The label of an item, with a sign where its statement was turned round."""
    item = settings.items[id]
    return say("climate.turned_label", label=item.label) if item.turned else say.text(item.label)


def ticks(say: Say) -> tuple[tuple[float, str], ...]:
    """Words at the ends: after turning, the numbers are no longer those that were tapped."""
    ends = {LEAST: say("climate.missing"), MOST: say("climate.there")}
    return tuple((float(at), ends.get(at, "")) for at in range(LEAST, MOST + 1))


def _unseen(settings: Settings, answer: Answer) -> list[str]:
    return [id for id in settings.items if answer.get(field(id)) == NOT_OBSERVED]


def _count_turned(settings: Settings) -> int:
    return sum(item.turned for item in settings.items.values())


def _contrary(settings: Settings, answer: Answer, stands: Marks, say: Say) -> tuple[str, ...]:
    """That agreeing, or disagreeing, with everything says two things at once, where some statements are turned."""
    given = {answer[field(id)] for id in stands}
    both = len({settings.items[id].turned for id in stands}) > 1
    if len(stands) < PATTERN or len(given) > 1 or not both or given == {MIDPOINT}:
        return ()
    return (say("climate.feedback.contrary", n=_count_turned(settings)),)


def _lie(settings: Settings, stands: Marks, say: Say) -> str:
    top, bottom = max(stands.values()), min(stands.values())
    high, low = ([id for id, mark in stands.items() if mark == end] for end in (top, bottom))
    if len(stands) == 1:
        return say("climate.lie.only", label=labels(settings, high, say))
    if top == bottom:
        return say(
            f"climate.lie.same.{'high' if top > MIDPOINT else 'low' if top < MIDPOINT else 'half'}", n=len(stands)
        )
    return say("climate.lie.ends", high=labels(settings, high, say), low=labels(settings, low, say))


def _apart(settings: Settings, stands: Marks, say: Say) -> tuple[str, ...]:
    """The pair that is furthest apart, with its question; else a question about how the marks lie."""
    gaps = [stands.get(pair.high, LEAST) - stands.get(pair.low, MOST) for pair in settings.pairs]
    widest = max(gaps, default=0)
    if widest >= APART:
        pair = settings.pairs[gaps.index(widest)]
        high, low = (settings.items[id].label for id in (pair.high, pair.low))
        return (say("climate.feedback.apart", high=high, low=low, asks=pair.asks),)
    if len(stands) == 1:
        return (say("climate.feedback.example"),)
    spread = max(stands.values()) - min(stands.values())
    return (say(f"climate.feedback.{'borrow' if spread >= APART else 'close' if spread else 'newest'}"),)


def _gap(answer: Answer, id: str, say: Say) -> str:
    return say("climate.na" if answer.get(field(id)) == NOT_OBSERVED else "climate.unmarked")


def _cells(settings: Settings, answer: Answer, id: str, stands: int | None, say: Say) -> tuple[str, ...]:
    mark = answer.get(field(id))
    given = say.number(mark) if isinstance(mark, int) else _gap(answer, id, say)
    place = NOTHING if stands is None else say.number(stands)
    return named(settings, id, say), say.text(settings.items[id].says), given, place
