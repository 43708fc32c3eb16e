"""The second half: one of four answers to each request, and a line why where there is one to say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from leads_kit.form import Answer, Choice, Form, Group, Line, Option
from leads_kit.kinds.requests.asking import numbered, quoted
from leads_kit.kinds.requests.settings import settings_of
from leads_kit.model import Exercise, Note, Part, Said, Tier
from leads_kit.text import LANGS, Say, Text, Words

SYMBOLS = {"yes": "✓", "no": "✗", "try": "◐", "unclear": "?"}
SUPPLIED = "requests"
UNASKED = "unasked"
FIELD = re.compile(r"(?:reply|why)-(r[1-9][0-9]*)")
# So many promises at one table are worth a second look.
PROMISES = 3


@dataclass(frozen=True)
class Reply:
    """A request as it was asked, the answer's id ("" while it is open), and why."""

    asked: Text
    word: str
    why: str


def heard(said: Iterable[Said], table: int, words: Words) -> tuple[Text, ...]:
    """What one table is asked, each request with the table that asks it; an empty Text for one that is not released."""
    to_them = (one for one in said if one.note.values.get("to") == table)
    return tuple(
        _asked_by(named(one.by, words), Text(one.note.text, one.note.text), words) if one.note.text else Text("", "")
        for one in to_them
    )


def named(by: str, words: Words) -> Text:
    """A table by its number, which an owner's name has at its end; a seat by its pseudonym."""
    number = by.rpartition(":")[2]
    return numbered(words["requests.table"], int(number)) if number.isdecimal() else Text(by, by)


def form(exercise: Exercise, words: Words) -> Form:
    groups = [_group(exercise, id, request, words) for id, request in _asked(exercise, words).items()]
    title = words["requests.unasked_title" if groups else "requests.nothing_asked"]
    unasked = Line(UNASKED, words["requests.unasked"], optional=True)
    return Form((*groups, Group(UNASKED, title, (unasked,))))


def part(exercise: Exercise) -> Part:
    fields = [field for id in _places(exercise) for field in (f"reply-{id}", f"why-{id}")]
    return Part("replies", Tier.SHARED, (*fields, UNASKED))


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    given = replies(exercise, answer, say.words)
    told = [sentence for word in SYMBOLS for sentence in _told(word, given.values(), say)]
    told += [
        say("requests.answering.words_only", why=quoted(one.why)) for one in given.values() if one.why and not one.word
    ]
    if told:
        told += [*_promised(given.values(), say), *_open(given.values(), say)]
    if offer := _line(answer, UNASKED):
        told.append(say("requests.answering.unasked", offer=quoted(offer)))
    return tuple(told) or (say(f"requests.answering.{'nothing' if given else 'nothing_asked'}"),)


def notes(exercise: Exercise, body: Answer) -> tuple[Note, ...]:
    """Each answer under its word, with the request it answers where the room supplied that; then what is offered unasked."""
    ids = sorted({found[1] for key in body if (found := FIELD.fullmatch(key))}, key=lambda id: int(id[1:]))
    told = [_note(exercise, id, str(body.get(f"reply-{id}") or ""), _line(body, f"why-{id}")) for id in ids]
    offer = _line(body, UNASKED)
    offered = [Note(UNASKED, offer, UNASKED)] if offer else []
    return (*(one for one in told if one is not None), *offered)


def headings(say: Say) -> Mapping[str, str]:
    return {word: symbol_and_word(word, say) for word in SYMBOLS} | {UNASKED: say("requests.unasked_heading")}


def symbol_and_word(word: str, say: Say) -> str:
    return say("requests.heading", symbol=SYMBOLS[word], reply=say(f"requests.reply.{word}"))


def replies(exercise: Exercise, answer: Answer, words: Words) -> dict[str, Reply]:
    """Every request asked of this table with its answer, by place."""
    return {
        id: Reply(request, str(answer.get(f"reply-{id}") or ""), _line(answer, f"why-{id}"))
        for id, request in _asked(exercise, words).items()
    }


def _asked(exercise: Exercise, words: Words) -> dict[str, Text]:
    """What was asked, by place; samples are marked as examples."""
    if SUPPLIED in exercise.supplied:
        return _places(exercise)
    return {id: _asked_by(words["requests.example"], one, words) for id, one in _places(exercise).items()}


def _asked_by(by: Text, request: Text, words: Words) -> Text:
    en, fr = (words.say(lang)("requests.asked", by=by, request=quoted(request.of(lang))) for lang in LANGS)
    return Text(en, fr)


def _places(exercise: Exercise) -> dict[str, Text]:
    """What the room supplied, or the samples where there is no room; a place that was emptied is left out."""
    told = exercise.supplied.get(SUPPLIED, settings_of(exercise).samples)
    return {f"r{at}": text for at, text in enumerate(told, 1) if text.en.strip()}


def _group(exercise: Exercise, id: str, request: Text, words: Words) -> Group:
    settings = settings_of(exercise)
    options = tuple(Option(word, words[f"requests.reply.{word}"], words[f"requests.help.{word}"]) for word in SYMBOLS)
    reply = Choice(f"reply-{id}", settings.question, help=settings.help, options=options)
    return Group(id, request, (reply, Line(f"why-{id}", settings.line, starter=settings.starter, optional=True)))


def _note(exercise: Exercise, id: str, word: str, why: str) -> Note | None:
    """What the room supplied is no secret from those who asked it, so the note may carry it."""
    if not word:
        return Note(id, why) if why else None
    values: dict[str, Any] = {"reply": word, "request": id}
    told = exercise.supplied.get(SUPPLIED) or ()
    at = int(id[1:]) - 1
    return Note(id, why, word, values | ({"asked": vars(told[at])} if at < len(told) else {}))


def _told(word: str, given: Iterable[Reply], say: Say) -> list[str]:
    """All requests that were given one of the four answers, in one sentence."""
    told = [_because(one, say) for one in given if one.word == word]
    return [say(f"requests.answering.{word}", n=len(told), asked=told)] if told else []


def _because(one: Reply, say: Say) -> str:
    request = say.text(one.asked)
    return say("requests.answering.because", asked=request, why=quoted(one.why)) if one.why else request


def _promised(given: Iterable[Reply], say: Say) -> list[str]:
    count = sum(one.word in ("yes", "try") for one in given)
    return [say("requests.answering.promised", n=count)] if count >= PROMISES else []


def _open(given: Iterable[Reply], say: Say) -> list[str]:
    count = sum(not one.word for one in given)
    return [say("requests.answering.open", n=count)] if count else []


def _line(answer: Answer, field: str) -> str:
    return str(answer.get(field) or "").strip()
