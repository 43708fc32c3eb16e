"""What a person hears about their plan: its own words, how long the message is, how many acts there are, how far the day is."""

from __future__ import annotations

import re

from leads_kit.analysis.days import seen_from_today
from leads_kit.form import Answer
from leads_kit.kinds.plan_page.settings import settings_of
from leads_kit.model import Exercise
from leads_kit.text import Say, Text


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    told = (
        *_whom(answer, say),
        *_message(answer, settings_of(exercise).most_words, say),
        *_action(answer, say),
        *_reach(exercise, answer, say),
    )
    if not told and not answer.get("day"):
        return _elsewhere(exercise, answer, say)
    return (*told, _when(answer.get("day"), say))


def typed(answer: Answer, question: str) -> str:
    """What was typed there, without blanks around it; empty for whatever is no text."""
    text = answer.get(question)
    return text.strip() if isinstance(text, str) else ""


def _whom(answer: Answer, say: Say) -> tuple[str, ...]:
    knowledge, user = typed(answer, "knowledge"), typed(answer, "user")
    if knowledge and user:
        return (say("plan_page.feedback.both", knowledge=knowledge, user=user),)
    if knowledge:
        return (say("plan_page.feedback.knowledge", knowledge=knowledge),)
    return (say("plan_page.feedback.user", user=user),) if user else ()


def _message(answer: Answer, most: int, say: Say) -> tuple[str, ...]:
    """The message with the number of its words, and a hint where there are many."""
    message = typed(answer, "message")
    if not message:
        return ()
    words = sum(any(sign.isalnum() for sign in word) for word in message.split())
    word = "plan_page.feedback.message" if words <= most else "plan_page.feedback.long"
    return (say(word, message=message, n=words, most=most),)


def _action(answer: Answer, say: Say) -> tuple[str, ...]:
    """The action, and whether it sounds like more than one; asked for where there is a message without one."""
    action = typed(answer, "action")
    if not action:
        return (say("plan_page.feedback.no_action"),) if typed(answer, "message") else ()
    joined = _joined(action, say)
    if joined:
        return (say("plan_page.feedback.actions", action=action, joined=joined),)
    return (say("plan_page.feedback.action", action=action),)


def _joined(action: str, say: Say) -> str:
    """The first word, or semicolon, that seems to join a second act to the first; people mix their languages."""
    joining = say.words["plan_page.joining"]
    known = {word.strip() for words in (joining.en, joining.fr) for word in words.split(",")}
    return next((one for one in re.findall(r"\w+|;", action.casefold()) if one in known or one == ";"), "")


def _reach(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    """The ways it takes, and who carries it."""
    ways, carrier = _chosen(exercise, answer, "channels"), typed(answer, "carrier")
    return (
        *((say("plan_page.feedback.ways", ways=ways, n=len(ways)),) if ways else ()),
        *((say("plan_page.feedback.carrier", carrier=carrier),) if carrier else ()),
    )


def _chosen(exercise: Exercise, answer: Answer, question: str) -> list[Text]:
    """The chips that are ticked, in the page's order."""
    known, given = dict(settings_of(exercise).asked()), answer.get(question) or []
    ids = given if isinstance(given, list) else [given]
    return [label for id, label in known[question].options.items() if id in ids] if question in known else []


def _elsewhere(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    """Where only other questions were answered, the first answer in its own words."""
    for id, _ in settings_of(exercise).asked():
        if begun := typed(answer, id) or _chosen(exercise, answer, id):
            return (say("plan_page.feedback.begun", text=begun),)
    return (say("plan_page.feedback.nothing"),)


def _when(day: str | None, say: Say) -> str:
    if not day:
        return say("plan_page.feedback.no_day")
    when, values = seen_from_today(day, say.lang)
    return say(f"plan_page.feedback.{when}", **values)
