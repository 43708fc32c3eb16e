"""Pulse: one tap on five worded states, such as how people arrive. Group tier; a room sees how many are in each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field as Setting

from leads_kit import charts
from leads_kit.analysis.disclosure import FIVE
from leads_kit.analysis.released import SPANS
from leads_kit.analysis.sides import HIGH, LOW, majority, members
from leads_kit.analysis.smallgroups import counted
from leads_kit.form import Answer, Choice, Form, Group, Option
from leads_kit.kinds._kind import Kind, Picture
from leads_kit.model import Exercise, Figure, Part, Release, Spec, Table, Tier
from leads_kit.text import Say, Text, Words

STATE = "state"


class State(Spec):
    """One state in a word or two; `tip` is what whoever is in it may do with it."""

    label: Text
    help: Text | None = None
    tip: Text


class Settings(Spec):
    """Five states in order. `low` names the first two together and `high` the last two, where answers are few."""

    question: Text
    states: Annotated[dict[Literal["1", "2", "3", "4", "5"], State], Setting(min_length=5)]
    low: Text
    high: Text


def form(exercise: Exercise, _words: Words) -> Form:
    settings = _settings(exercise)
    options = tuple(Option(id, state.label, state.help) for id, state in _states(settings).items())
    return Form((Group(STATE, settings.question, (Choice(STATE, settings.question, options=options),)),))


def parts(_exercise: Exercise) -> tuple[Part, ...]:
    return (Part("pulse", Tier.GROUP, (STATE,)),)


def feedback(exercise: Exercise, answer: Answer, say: Say) -> tuple[str, ...]:
    state = _states(_settings(exercise)).get(answer.get(STATE, ""))
    if state is None:
        return (say("pulse.feedback.nothing"),)
    return say("pulse.feedback.state", state=state.label), say.text(state.tip)


def summary(_exercise: Exercise, answers: Sequence[Answer]) -> tuple[Figure, ...]:
    figure = counted(STATE, (int(state) for answer in answers if (state := answer.get(STATE)) in FIVE))
    return (figure,) if figure.n else ()


def room_picture(exercise: Exercise, release: Release, say: Say) -> Picture | None:
    """One strip with every state named. No middle: half away and half all here would make the middle nobody's."""
    figure = next((one for one in release.figures if one.id == STATE), None)
    if figure is None:
        return None
    settings = _settings(exercise)
    names = _names(settings, say)
    told = tuple(zip(figure.classes, figure.counts, strict=True))
    piles = tuple(charts.Pile(*SPANS[name], count, names[name]) for name, count in told)
    row = charts.Strip(say.text(settings.question), say("pulse.note", n=figure.n), piles)
    sentence = f"{say('pulse.room', n=figure.n)} {_sentence(settings, figure, say)}"
    cells = tuple((_members(settings, name, say), say.number(count)) for name, count in told)
    table = Table((say("pulse.state"), say("pulse.people")), cells)
    return Picture(charts.strips([row], (), say("pulse.axis"), sentence), sentence, table)


def _sentence(settings: Settings, figure: Figure, say: Say) -> str:
    most = majority(figure)
    return say("pulse.room.mixed") if most is None else say("pulse.room.most", side=_members(settings, most, say))


def _names(settings: Settings, say: Say) -> dict[str, str]:
    """The name under each pile, whether it is of one state or of two together."""
    named = {**_labels(settings), LOW: settings.low, HIGH: settings.high}
    return {name: say.text(text) for name, text in named.items()}


def _members(settings: Settings, name: str, say: Say) -> str:
    """A class in the words that were tapped."""
    labels = [say.text(label) for id, label in _labels(settings).items() if id in members(name)]
    return say("pulse.either", one=labels[0], other=labels[1]) if len(labels) > 1 else labels[0]


def _states(settings: Settings) -> dict[str, State]:
    """In the order of the scale, however the file has them."""
    return dict(sorted(settings.states.items()))


def _labels(settings: Settings) -> dict[str, Text]:
    return {id: state.label for id, state in _states(settings).items()}


def _settings(exercise: Exercise) -> Settings:
    if not isinstance(exercise.settings, Settings):
        raise TypeError(exercise.kind)
    return exercise.settings


KIND = Kind(Settings, form, parts, feedback, summary=summary, room_picture=room_picture)
