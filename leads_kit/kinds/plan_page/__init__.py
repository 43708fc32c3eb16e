"""From knowledge to action on one page: what, for whom, one message, one action, a day. Private.

There is no picture: a plan is words, and the page that people take home is its table.
"""

from __future__ import annotations

from leads_kit.form import Answer, Form, Group
from leads_kit.kinds._kind import Calendared, Kind
from leads_kit.kinds.plan_page.settings import Settings, settings_of
from leads_kit.kinds.plan_page.told import feedback, typed
from leads_kit.model import Exercise, Part, Tier
from leads_kit.text import Say, Words

__all__ = ["KIND", "Settings"]
# What stands in the calendar, the most telling first.
TITLES = ("action", "message", "knowledge")


def form(exercise: Exercise, _words: Words) -> Form:
    return Form(
        tuple(
            Group(id, one.title, tuple(question.field(name) for name, question in one.questions.items()), one.intro)
            for id, one in settings_of(exercise).sections.items()
        )
    )


def parts(exercise: Exercise) -> tuple[Part, ...]:
    return (Part("plan", Tier.PRIVATE, tuple(id for id, _ in settings_of(exercise).asked())),)


def calendar(_exercise: Exercise, answer: Answer, say: Say) -> tuple[Calendared, ...]:
    titles = [text for one in TITLES if (text := typed(answer, one))]
    if not titles or not answer.get("day"):
        return ()
    return (Calendared(answer["day"], titles[0], say("plan_page.calendar")),)


def gives(_exercise: Exercise, answer: Answer) -> dict[str, tuple[str, ...]]:
    carrier = typed(answer, "carrier")
    return {"people": (carrier,)} if carrier else {}


KIND = Kind(Settings, form, parts, feedback, calendar=calendar, gives=gives)
