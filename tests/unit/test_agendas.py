"""The shipped agendas: minutes that add up, words for every step and spare, spares that fit, nothing of the domain left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from leads_kit.model import Agenda, AgendaStep, Pack, Step
from leads_kit.packs import data_root
from leads_kit.room import RoomDesk, make_room
from leads_kit.room.agenda import words_of
from leads_kit.store import Store
from leads_kit.text import LANGS, Text
from tests.world import START, Clock

# An agenda is called after its domain and its minutes; one of several meetings has too many to be called after.
PROGRAMMES = ("programme",)
NAMES = sorted(path.stem for path in (data_root() / "agendas").glob("*.yaml"))
MINUTES = {name: int(name.rpartition("-")[2]) for name in NAMES if name not in PROGRAMMES}
LONG = [*(name for name, minutes in MINUTES.items() if minutes >= 90), *PROGRAMMES]
# What is free of a long agenda, and of each meeting of a programme.
SLACK = 3
# Meetings of a programme take half a working day at the most; the first and the last are shorter.
SHORTEST, LONGEST = 87, 180
# Below this a note says no more than its exercise's own title.
WORDS_OF_A_NOTE = 25
# What the wall shows at once must fit on it, in both languages: looked at with these.
INSTRUCTION, ROLE, QUESTION = 180, 50, 110
LOOK_UP = {"en": "ook up", "fr": "evez les yeux"}
FRENCH = re.compile(r"[\w»)] [;!?]|[\w»)] :|« | »|\w[;!?](?!\w)|\w'\w|\w’ ")
every_agenda = pytest.mark.parametrize("name", NAMES)


def words(agenda: Agenda) -> tuple[AgendaStep, ...]:
    return (*agenda.steps, *agenda.spares)


def spoken(pack: Pack) -> Iterator[Text]:
    """What is said in the agendas and the activities."""
    for agenda in pack.agendas.values():
        yield agenda.title
        yield from (text for step in words(agenda) for text in (step.notes, step.question))
        yield from (step.meeting for step in agenda.steps if step.meeting is not None)
    for activity in pack.activities.values():
        yield from (activity.title, activity.instruction, *activity.roles)


def meetings(agenda: Agenda) -> list[tuple[AgendaStep, ...]]:
    """The steps of each meeting; all of them where there is but one."""
    found = dict.fromkeys(agenda.meeting(at) for at in range(len(agenda.steps)))
    return [tuple(agenda.steps[at] for at in one) for one in found]


def test_these_are_the_agendas(pack: Pack) -> None:
    assert sorted(pack.agendas) == NAMES
    assert {name for name in NAMES if len(meetings(pack.agendas[name])) > 1} == set(PROGRAMMES)


@every_agenda
def test_steps_and_slack_fill_the_minutes(pack: Pack, name: str) -> None:
    agenda = pack.agendas[name]
    assert agenda.minutes == sum(step.minutes for step in agenda.steps) + agenda.slack
    assert agenda.minutes == MINUTES.get(name, agenda.minutes)


@pytest.mark.parametrize("name", LONG)
def test_a_long_agenda_has_slack_and_spares_and_ends_with_what_is_taken_home(pack: Pack, name: str) -> None:
    agenda = pack.agendas[name]
    held = meetings(agenda)
    assert agenda.slack == SLACK * len(held)
    assert agenda.spares
    assert {(steps[0].does, steps[-1].does) for steps in held} == {("arrive", "take-home")}


def test_the_meetings_of_a_programme_have_titles_and_fit_half_a_day(pack: Pack) -> None:
    for name in PROGRAMMES:
        held = meetings(pack.agendas[name])
        titles = [steps[0].meeting for steps in held]
        assert None not in titles
        assert len(set(titles)) == len(held)
        assert [minutes for minutes in map(taking, held) if not SHORTEST <= minutes <= LONGEST - SLACK] == []


def taking(steps: tuple[AgendaStep, ...]) -> int:
    return sum(step.minutes for step in steps)


def test_every_meeting_of_a_programme_checks_in_and_is_evaluated(pack: Pack) -> None:
    for name in PROGRAMMES:
        for steps in meetings(pack.agendas[name]):
            assert [step.does for step in (*steps[:2], *steps[-2:])] == ["arrive", "checkin", "evaluate", "take-home"]


def test_a_programme_looks_at_all_capabilities_first_and_last_and_goes_through_all_domains(pack: Pack) -> None:
    held = [{step.does for step in steps} for steps in meetings(pack.agendas["programme"])]
    assert [at for at, does in enumerate(held) if "leads-wheel" in does] == [0, len(held) - 2, len(held) - 1]
    for between, domain in zip(held[1:-2], pack.framework.domains, strict=True):
        own = {
            id
            for id in between & set(pack.exercises)
            for one in pack.exercises[id].capabilities
            if one.domain == domain
        }
        assert len(own) >= 2
        assert {"look-back", "three-steps"} <= between


@every_agenda
@pytest.mark.parametrize("lang", LANGS)
def test_every_step_and_spare_has_a_note_and_a_question_of_its_own(pack: Pack, name: str, lang: str) -> None:
    told = words(pack.agendas[name])
    notes = [step.notes.of("fr" if lang == "fr" else "en") for step in told]
    questions = [step.question.of("fr" if lang == "fr" else "en") for step in told]
    assert [note for note in notes if len(note.split()) < WORDS_OF_A_NOTE] == []
    assert [question for question in questions if not question.endswith("?")] == []
    assert len(set(notes)) == len(set(questions)) == len(told)


def left_out(pack: Pack) -> set[str]:
    """What no agenda does, as a step or as a spare."""
    done = {step.does for agenda in pack.agendas.values() for step in words(agenda)}
    return {*pack.exercises, *pack.activities} - done


def test_every_exercise_and_activity_stands_on_an_agenda_or_among_its_spares(pack: Pack) -> None:
    assert left_out(pack) == set()


def test_an_exercise_on_no_agenda_would_be_noticed(pack: Pack) -> None:
    assert "dc1-complement" in left_out(
        replace(pack, agendas={name: pack.agendas[name] for name in ("dc-40", "dc-90")})
    )


@every_agenda
def test_the_turns_of_an_activity_fit_the_minutes_it_is_given(pack: Pack, name: str) -> None:
    talks = [step for step in words(pack.agendas[name]) if step.does in pack.activities]
    assert [one.does for one in talks if sum(pack.activities[one.does].turns) > one.minutes] == []


def test_people_who_talk_in_turns_know_in_how_many_and_as_whom(pack: Pack) -> None:
    for activity in pack.activities.values():
        if activity.turns:
            assert activity.size == len(activity.turns) == len(activity.roles)


@pytest.mark.parametrize("lang", LANGS)
def test_every_activity_tells_people_to_look_up(pack: Pack, lang: str) -> None:
    told = {id: one.instruction.of("fr" if lang == "fr" else "en") for id, one in pack.activities.items()}
    assert [id for id, instruction in told.items() if LOOK_UP[lang] not in instruction] == []


def test_what_an_activity_shows_fits_on_the_wall(pack: Pack) -> None:
    for activity in pack.activities.values():
        assert max(len(activity.instruction.en), len(activity.instruction.fr)) <= INSTRUCTION
        assert [role for role in activity.roles if max(len(role.en), len(role.fr)) > ROLE] == []
    asked = [step.question for agenda in pack.agendas.values() for step in words(agenda)]
    assert [question for question in asked if max(len(question.en), len(question.fr)) > QUESTION] == []


def test_french_is_set_as_french_is(pack: Pack) -> None:
    assert [text.fr for text in spoken(pack) if FRENCH.search(text.fr)] == []
    assert [text.en for text in spoken(pack) if "'" in text.en or '"' in text.en] == []


@pytest.mark.parametrize("loose", ["Pourquoi ?", "Dites : oui", "« oui »", "Oui; non", "L'autre"])
def test_loose_french_would_be_noticed(loose: str) -> None:
    assert FRENCH.search(loose)


def desk_of(store: Store, pack: Pack, agenda: str, name: str) -> RoomDesk:
    room, _ = make_room(store, pack, name=name, agenda=agenda, lang="en", min_group=5, demo=False, now=START)
    return RoomDesk(store, room.id, pack, Clock())


def taken(desk: RoomDesk) -> int:
    """The minutes of a room's steps, as they stand now."""
    return sum(words_of(desk.pack, desk.room, step).minutes for step in desk.steps())


def places(desk: RoomDesk, spare: AgendaStep) -> list[Step]:
    """Where a spare stands without making the workshop longer; arrival and take-home stay."""
    agenda = desk.pack.agendas[desk.room.agenda]
    slack = agenda.slack // len(meetings(agenda))
    return [one for one in desk.steps()[1:-1] if spare.minutes <= words_of(desk.pack, desk.room, one).minutes + slack]


@pytest.mark.parametrize("name", LONG)
def test_every_spare_can_be_swapped_in_within_the_minutes(store: Store, pack: Pack, name: str) -> None:
    for spare in pack.agendas[name].spares:
        desk = desk_of(store, pack, name, spare.does)
        desk.swap(places(desk, spare)[0], spare.does)
        assert spare.does in [step.does for step in desk.steps()]
        assert taken(desk) <= pack.agendas[name].minutes


def test_a_spare_that_is_too_long_fits_nowhere(store: Store, pack: Pack) -> None:
    desk = desk_of(store, pack, "dc-90", "too-long")
    assert places(desk, replace(pack.agendas["dc-90"].spares[0], minutes=24)) == []
