"""First step: one person, what they bring, one step and its day. Private; others learn only how many have one."""

from __future__ import annotations

from leads_kit.analysis.days import seen_from_today
from leads_kit.form import Answer, Day, Form, Group, Line
from leads_kit.kinds._kind import Calendared, Kind
from leads_kit.model import Exercise, Part, Spec, Tier
from leads_kit.text import Say, Text, Words

FIELDS = ("person", "brings", "step", "day")


class Settings(Spec):
    """The three questions and the date, each with an optional example as a starter."""

    person: Text
    brings: Text
    step: Text
    day: Text
    person_starter: Text | None = None
    brings_starter: Text | None = None
    step_starter: Text | None = None


def form(exercise: Exercise, _words: Words) -> Form:
    settings = _settings(exercise)
    person = Line("person", settings.person, starter=settings.person_starter, suggest="people")
    return Form(
        (
            Group("person", settings.person, (person,)),
            Group("brings", settings.brings, (Line("brings", settings.brings, starter=settings.brings_starter),)),
            Group(
                "step",
                settings.step,
                (
                    Line("step", settings.step, starter=settings.step_starter),
                    Day("day", settings.day, optional=True),
                ),
            ),
        )
    )


def parts(_exercise: Exercise) -> tuple[Part, ...]:
    return (Part("thoughts", Tier.PRIVATE, FIELDS),)


def feedback(_exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    person, brings, step = (str(answer.get(field) or "").strip() for field in FIELDS[:3])
    told = []
    if person and brings:
        told.append(say("first_step.feedback.both", person=person, brings=brings))
    elif person:
        told.append(say("first_step.feedback.person", person=person))
    elif brings:
        told.append(say("first_step.feedback.brings", brings=brings))
    if step:
        told.append(say("first_step.feedback.step", step=step))
    if step or answer.get("day"):
        told.append(_when(answer.get("day"), say))
    return tuple(told) or (say("first_step.feedback.nothing"),)


def calendar(_exercise: Exercise, answer: Answer, say: Say) -> tuple[Calendared, ...]:
    step, day = str(answer.get("step") or "").strip(), answer.get("day")
    if not step or not day:
        return ()
    return (Calendared(day, step, say("first_step.calendar")),)


def gives(_exercise: Exercise, answer: Answer) -> dict[str, tuple[str, ...]]:
    person = str(answer.get("person") or "").strip()
    return {"people": (person,)} if person else {}


def _when(day: str | None, say: Say) -> str:
    if not day:
        return say("first_step.feedback.no_day")
    when, values = seen_from_today(day, say.lang)
    return say(f"first_step.feedback.{when}", **values)


def _settings(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings


KIND = Kind(Settings, form, parts, feedback, calendar=calendar, gives=gives)
