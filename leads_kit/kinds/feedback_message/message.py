"""The pieces of a message read from an answer, and how they sound together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from leads_kit.analysis.phrases import words_of
from leads_kit.form import Answer
from leads_kit.text import Say

Piece = Literal["person", "situation", "behaviour", "effect", "question"]
ENDS, QUOTES = ".!?…", '”"»’ \u00a0\u202f'
# People speak about 150 words a minute; nobody plans by the second.
WORDS_A_SECOND, STEP = 2.5, 5
# All but the spaces that belong to French signs.
SPACE = re.compile(r"[^\S\u00a0\u202f]+")


@dataclass(frozen=True)
class Message:
    """Any of its pieces may still be empty."""

    person: str
    situation: str
    behaviour: str
    effect: str
    question: str

    @property
    def said(self) -> bool:
        """Whether there is anything to say yet."""
        return bool(self.situation or self.behaviour or self.effect or self.question)

    @property
    def whole(self) -> bool:
        return all((self.person, self.situation, self.behaviour, self.effect, self.question))


def read(answer: Answer) -> Message:
    """White space is put in order: a message is said, not laid out."""
    names = ("person", "situation", "behaviour", "effect", "question")
    return Message(*(SPACE.sub(" ", str(answer.get(name) or "")).strip() for name in names))


def aloud(message: Message, asks: bool, joins: bool, say: Say) -> str:
    """The pieces as one would say them. `asks`: the last one is a question; `joins`: the second goes on from the first."""
    situation, behaviour = message.situation, message.behaviour
    if situation and behaviour:
        goes_on = behaviour[0].lower() + behaviour[1:] if joins else behaviour
        opening = f"{_open_end(situation)}, {goes_on}"
    else:
        opening = situation or behaviour
    sentences = (
        _sentence(opening, say("feedback_message.stop")),
        _sentence(message.effect, say("feedback_message.stop")),
        _sentence(message.question, say("feedback_message.ask" if asks else "feedback_message.stop")),
    )
    return " ".join(filter(None, sentences))


def seconds(spoken: str) -> int:
    """How long it takes to say it, in steps of five seconds."""
    return max(1, round(len(words_of(spoken)) / WORDS_A_SECOND / STEP)) * STEP


def _sentence(text: str, end: str) -> str:
    if not text:
        return ""
    closed = text.rstrip(QUOTES)[-1:]
    return text[0].upper() + text[1:] + ("" if closed and closed in ENDS else end)


def _open_end(text: str) -> str:
    return text.rstrip(".,;: \u00a0\u202f") or text
