"""What a person hears: how long their own messages are, and what became of others' with them. It is never a test of an ear."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from leads_kit import charts
from leads_kit.analysis.fidelity import MIDDLE, PLACES, arrived, length, lost, most_lost
from leads_kit.form import Answer
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.fidelity.settings import Settings, settings_of, turns
from leads_kit.model import Exercise, Table
from leads_kit.text import Say

BULLETS = " \t\r-–—•*·"


@dataclass(frozen=True)
class Listening:
    """One speaker as one listener had them: the lines that were written, what of it was meant, what nobody meant."""

    turn: str
    lines: tuple[str, ...]
    came: frozenset[str] | None
    also: str


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    settings, heard = settings_of(exercise), listenings(exercise, answer)
    told = (
        *_spoken(settings, answer, bool(heard), say),
        *(_heard(settings, one, say) for one in heard),
        *_noticed(heard, say),
        *_again(settings, answer, say),
    )
    return told or (say("fidelity.feedback.nothing"),)


def own_picture(exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    """Of what the person listened to: a row for each speaker, a sign where a message had come across."""
    settings = settings_of(exercise)
    ticked = {one.turn: one.came for one in listenings(exercise, answer) if one.came is not None}
    if not ticked:
        return None
    labels = {turn: say("fidelity.card", listening=settings.listening, at=turn) for turn in ticked}
    rows = [charts.Membership(labels[turn], tuple(place in came for place in PLACES)) for turn, came in ticked.items()]
    columns = [charts.Column(say.text(label)) for label in settings.named.values()]
    times = [sum(place in came for came in ticked.values()) for place in PLACES]
    sentence = say("fidelity.own", n=len(ticked), **dict(zip(("first", "second", "third"), times, strict=True)))
    cells = tuple(
        (labels[turn], *(say("fidelity.came" if place in came else "fidelity.lost") for place in PLACES))
        for turn, came in ticked.items()
    )
    heads = (say("fidelity.listening"), *(say.text(label) for label in settings.named.values()))
    return Picture(charts.membership(rows, columns, sentence), sentence, Table(heads, cells))


def listenings(exercise: Exercise, answer: Answer) -> list[Listening]:
    """Those with anything in them."""
    read = (_read(answer, turn) for turn in turns(settings_of(exercise)))
    return [one for one in read if one.lines or one.came is not None or one.also]


def named(places: Iterable[str], say: Say) -> list[str]:
    """Places as they stand in a sentence."""
    return [say(f"fidelity.place.{place}") for place in places]


def _read(answer: Answer, turn: str) -> Listening:
    lines = (line.strip(BULLETS) for line in _typed(answer, f"heard-{turn}").splitlines())
    return Listening(
        turn, tuple(line for line in lines if line), arrived(answer.get(f"came-{turn}")), _typed(answer, f"also-{turn}")
    )


def _typed(answer: Answer, field: str) -> str:
    text = answer.get(field)
    return text.strip() if isinstance(text, str) else ""


def _spoken(settings: Settings, answer: Answer, listened: bool, say: Say) -> Iterator[str]:
    """The speaker's half: it works alone, with nothing but the length of each message and where it stands."""
    what = _typed(answer, "what")
    messages = {place: text for place in PLACES if (text := _typed(answer, f"message-{place}"))}
    if what:
        yield say("fidelity.feedback.what", what=_inside(what))
    if not messages:
        return
    yield from _lengths(settings, messages, say)
    if len(messages) < len(PLACES):
        yield say("fidelity.feedback.fewer", n=len(messages))
    elif not listened:
        yield say("fidelity.feedback.middle", message=_inside(messages[MIDDLE]))


def _lengths(settings: Settings, messages: Mapping[str, str], say: Say) -> Iterator[str]:
    """Each message that is hard to carry, with its words counted; else that all are short, with the longest of them."""
    counted = {place: length(text) for place, text in messages.items()}
    long = [place for place, n in counted.items() if n > settings.most_words]
    for place in long:
        yield say(
            "fidelity.feedback.long", message=_inside(messages[place]), n=counted[place], most=settings.most_words
        )
    if not long:
        longest = max(counted, key=lambda place: counted[place])
        yield say("fidelity.feedback.short", message=_inside(messages[longest]), n=counted[longest])


def _heard(settings: Settings, one: Listening, say: Say) -> str:
    """The listener's own words, what of the three was in them, and what nobody meant."""
    who = say("fidelity.card", listening=settings.listening, at=one.turn)
    wrote = (say("fidelity.heard.wrote", line=_inside(one.lines[0])),) if one.lines else ()
    also = (say("fidelity.heard.also", also=_inside(one.also)),) if one.also else ()
    return " ".join((say("fidelity.heard.who", listening=who), *wrote, *_came(one, say), *also))


def _came(one: Listening, say: Say) -> tuple[str, ...]:
    if one.came is None:
        return (say("fidelity.heard.unticked"),) if one.lines else ()
    if len(one.came) in (0, len(PLACES)):
        return (say("fidelity.heard.all" if one.came else "fidelity.heard.none"),)
    gone = [place for place in PLACES if place not in one.came]
    return (say("fidelity.heard.some", came=named(sorted(one.came), say), lost=named(gone, say)),)


def _noticed(heard: list[Listening], say: Say) -> Iterator[str]:
    """Which place got lost most, which nobody ticked as such; and that first and last usually stay."""
    ticked = [one.came for one in heard if one.came is not None]
    if not ticked:
        return
    places = most_lost(lost(ticked))
    if not places:
        yield say("fidelity.noticed.nothing_lost", n=len(ticked))
    elif places == [MIDDLE]:
        yield say("fidelity.noticed.middle")
    elif len(places) == 1:
        yield say("fidelity.noticed.end", place=named(places, say))
    else:
        yield say("fidelity.noticed.several", places=named(places, say))


def _again(settings: Settings, answer: Answer, say: Say) -> Iterator[str]:
    again = _typed(answer, "again")
    if again:
        words = length(again)
        fits = "fits" if words <= settings.most_words else "long"
        yield say(f"fidelity.again.{fits}", again=_inside(again), n=words, most=settings.most_words)


def _inside(line: str) -> str:
    """A line as it stands inside a sentence, which has a stop of its own."""
    return line.removesuffix(".")
