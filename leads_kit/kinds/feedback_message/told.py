"""What a person hears about their own message: how it sounds, what already works, and at most three suggestions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from leads_kit.kinds.feedback_message.hints import Hints, WordList
from leads_kit.kinds.feedback_message.message import Message, Piece, aloud, seconds
from leads_kit.text import Say, Text

# More than three at once are a marking, not a suggestion. Longer than a minute is a speech.
MOST_HINTS, MINUTE = 3, 60
EVERYWHERE: tuple[Piece, ...] = ("situation", "behaviour", "effect", "question")
# A question may ask what somebody wanted, or who they are.
STATED = EVERYWHERE[:3]


def feedback(message: Message, hints: Hints, titles: Mapping[Piece, Text], say: Say) -> tuple[str, ...]:
    if not message.said:
        word = "feedback_message.feedback.person" if message.person else "feedback_message.feedback.nothing"
        return (say(word, person=message.person),)
    suggested = list(_hinted(message, hints, say))[:MOST_HINTS]
    return (
        *_aloud(message, hints, say),
        *_works(message, hints, say),
        *([say("feedback_message.hints"), *suggested] if suggested else []),
        *_open(message, titles, say),
        *([say("feedback_message.before")] if message.whole and not suggested else []),
    )


def _aloud(message: Message, hints: Hints, say: Say) -> list[str]:
    """The message as one would say it, and how long that takes, which nobody typed."""
    asks = hints.sort(message.question) in ("open", "why", "closed")
    spoken = aloud(message, asks, hints.joins(message.behaviour), say)
    word = "feedback_message.said" if message.person else "feedback_message.said_plain"
    takes = seconds(spoken)
    long = "feedback_message.long" if takes > MINUTE else "feedback_message.takes"
    return [
        say(word, person=message.person, message=spoken),
        *([say(long, seconds=takes)] if message.behaviour else []),
    ]


def _works(message: Message, hints: Hints, say: Say) -> list[str]:
    """What is good as it is, in one clause."""
    plain = not hints.passages(message.behaviour, "verdicts", "praise", "labels", "motives", "absolutes")
    own = hints.own(message.effect) and not hints.passages(message.effect, "verdicts", "labels", "motives")
    works = {
        "moment": hints.moment(message.situation),
        "seen": hints.seen(message.behaviour) and plain,
        "own": own,
        "open": hints.sort(message.question) == "open",
    }
    good = [say(f"feedback_message.works.{name}") for name, fits in works.items() if fits]
    return [say("feedback_message.works", works=good)] if good else []


def _hinted(message: Message, hints: Hints, say: Say) -> Iterator[str]:
    """Suggestions with the words that they are about, graver ones first."""
    verdicts = (*_found(message, hints, EVERYWHERE, "verdicts"), *hints.passages(message.behaviour, "praise"))
    yield from _suggested("verdict", verdicts, say)
    yield from _suggested("label", _found(message, hints, STATED, "labels"), say)
    yield from _suggested("motive", _found(message, hints, STATED, "motives"), say)
    yield from _suggested("absolute", hints.passages(message.behaviour, "absolutes"), say)
    if message.behaviour and not verdicts and hints.unseen(message.behaviour):
        yield from _suggested("camera", (message.behaviour,), say)
    yield from _suggested("general", hints.passages(message.situation, "general"), say)
    sort = hints.sort(message.question)
    if message.question and sort in ("closed", "why", "statement"):
        yield from _suggested(sort, (message.question,), say)
    if message.behaviour and not hints.to_their_face(message.behaviour):
        yield from _suggested("you", (message.behaviour,), say)


def _found(message: Message, hints: Hints, pieces: tuple[Piece, ...], name: WordList) -> tuple[str, ...]:
    texts = [getattr(message, piece) for piece in pieces]
    return tuple(dict.fromkeys(one for text in texts for one in hints.passages(text, name)))


def _suggested(hint: str, quoted: tuple[str, ...], say: Say) -> list[str]:
    if not quoted:
        return []
    told = [say("feedback_message.quoted", words=one) for one in quoted]
    return [say(f"feedback_message.hint.{hint}", quoted=told)]


def _open(message: Message, titles: Mapping[Piece, Text], say: Say) -> list[str]:
    left = [say("feedback_message.quoted", words=title) for one, title in titles.items() if not getattr(message, one)]
    return [say("feedback_message.open", titles=left, n=len(left))] if left else []
