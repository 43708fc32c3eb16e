"""Pictures of answers: a table's own, request by request; and a room's, how often each of the four was given."""

from __future__ import annotations

from collections.abc import Sequence

from leads_kit import charts
from leads_kit.form import Answer
from leads_kit.kinds._kind import Picture
from leads_kit.kinds.requests.answering import SYMBOLS, Reply, named, replies, symbol_and_word
from leads_kit.model import Exercise, Release, Said, Table
from leads_kit.text import Say, Text

NOTHING = "–"


def own_picture(exercise: Exercise, answer: Answer, say: Say) -> Picture | None:
    given = list(replies(exercise, answer, say.words).values())
    if not any(one.word for one in given):
        return None
    rows = [charts.Reply(SYMBOLS.get(one.word, ""), _word(one.word, say), say.text(one.asked)) for one in given]
    sentence = say("requests.drawn", told=_counted([one.word for one in given], say))
    columns = ("asked", "reply", "why")
    table = Table(tuple(say(f"requests.column.{name}") for name in columns), tuple(_row(one, say) for one in given))
    return Picture(charts.replies(rows, sentence), sentence, table)


def room_picture(release: Release, say: Say) -> Picture | None:
    """Every answer that was released, under its word; what is only offered unasked is no answer."""
    out = [one for one in release.notes if one.state == "released"]
    said = [one for one in out if one.note.values.get("reply") in SYMBOLS]
    if not said:
        return None
    words = [str(one.note.values["reply"]) for one in said]
    rows = [charts.Tally(symbol_and_word(word, say), words.count(word)) for word in SYMBOLS]
    told = [say("requests.room", n=len(said), told=_counted(words, say))]
    if unclear := words.count("unclear"):
        told.append(say("requests.room.unclear", n=unclear))
    sentence = " ".join(told)
    columns = ("by", "asked", "reply", "why")
    table = Table(tuple(say(f"requests.column.{name}") for name in columns), tuple(_line(one, say) for one in said))
    return Picture(charts.tallies(rows, say("requests.axis"), sentence), sentence, table)


def _counted(words: Sequence[str], say: Say) -> list[str]:
    """How often each word was given, in the order of the four, then how many are open."""
    given = [(word, words.count(word)) for word in (*SYMBOLS, "") if word in words]
    return [say("requests.count", n=count, reply=_word(word, say)) for word, count in given]


def _word(word: str, say: Say) -> str:
    return say(f"requests.reply.{word}") if word else say("requests.open")


def _row(one: Reply, say: Say) -> tuple[str, ...]:
    answer = symbol_and_word(one.word, say) if one.word else say("requests.open")
    return (say.text(one.asked), answer, one.why or NOTHING)


def _line(one: Said, say: Say) -> tuple[str, ...]:
    asked = one.note.values.get("asked")
    request = say.text(Text(**asked)) if asked else NOTHING
    by = say.text(named(one.by, say.words)) or NOTHING
    return (by, request, symbol_and_word(one.note.values["reply"], say), one.note.text or NOTHING)
