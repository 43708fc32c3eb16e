"""Claims about three steps: gentle hints in both languages, the calendar, and what leaves when a step is shared."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from leads_kit.analysis.ahead import today
from leads_kit.form import Line, Rows
from leads_kit.kinds import Picture, kind_of
from leads_kit.kinds.commitments import Settings
from leads_kit.kinds.commitments.hints import Hints
from leads_kit.model import Exercise, Note, Pack, Tier
from leads_kit.room import release
from leads_kit.store import Store
from leads_kit.text import Lang
from tests.world import doing, make_world

CUE, ACT = "the Tuesday meeting ends", "call the pharmacist"
CONCRETE = [
    "the Tuesday team meeting ends", "I get home", "it is 9:30", "my phone rings", "the first customer leaves",
    "I see the florist at the market", "I hang up", "an invoice arrives", "we have coffee", "3 people say no",
    "I have time after lunch", "one day after the visit", "later, at the market", "a referral comes in",
    "the printer jams again", "lunch", "Monday",
    "la réunion du mardi se termine", "je rentre chez moi", "il est 9 h 30", "le téléphone sonne",
    "je croise la fleuriste au marché", "je raccroche", "une facture arrive", "c’est l’heure du dîner",
    "j’ai le temps après la visite", "la clinique ouvre lundi matin", "un client se fâche", "midi", "le facteur passe",
    "le procès-verbal est publié",
]  # fmt: skip
VAGUE = [
    "I have time", "I feel ready", "someday", "one of these evenings", "as soon as possible", "things calm down",
    "I get a chance", "it seems right", "I am in the mood", "possible", "I am less busy than now", "the time is right",
    "whenever it makes sense", "next month, maybe", "nothing else comes up", "I remember to do it", "if I can",
    "j’aurai le temps", "je me sens prête", "un jour", "un de ces soirs", "dès que possible", "ça se calmera",
    "l’occasion se présente", "c’est le bon moment", "plus tard", "bientôt", "quand j’y penserai", "je suis moins occupée",
    "un moment donné dans l’année", "quand je peux", "quand j’aurai plus d’énergie",
]  # fmt: skip
VERB_FIRST: dict[Lang, list[str]] = {
    "en": [
        "call the pharmacist", "I will ask for half an hour", "I’ll write three lines", "bring the leaflet over",
        "first ask, then listen", "will send two questions", "to send two questions", "mention it to the florist",
        "brainstorm with Ana", "ship one box", "document what people ask", "We invite them", "not wait for the minutes",
        "email the three owners", "call to ask for ten minutes", "visit the clinic", "phone the mayor", "offer two dates",
    ],
    "fr": [
        "appeler la pharmacienne", "je vais demander une demi-heure", "j’appelle la pharmacienne", "l’inviter à dîner",
        "la rencontrer au marché", "les lire à voix haute", "lui proposer deux dates", "me présenter à l’accueil",
        "d’abord écouter", "y aller lundi", "leur écrire", "rendre visite à la fleuriste", "faire une liste",
        "mettre deux dates à l’agenda", "je rencontre la fleuriste", "suivre la commande", "appelle la pharmacienne",
        "vais passer au centre", "dire merci", "commence par écouter",
    ],
}  # fmt: skip
NO_VERB_FIRST: dict[Lang, list[str]] = {
    "en": [
        "a coffee with the press", "the call to the pharmacist", "better communication", "networking", "more contacts",
        "my two open questions", "lunch with Ana", "with the florist", "partnership with the clinic", "I will",
        "regular feedback", "phone call with the mayor", "email to the owners", "stronger ties with the school",
    ],
    "fr": [
        "un café avec la presse", "la visite à la pharmacie", "l’appel à la pharmacienne", "appel à la pharmacienne",
        "une meilleure communication", "rencontre avec la fleuriste", "rendez-vous lundi", "plus de contacts",
        "mes deux questions", "le dossier", "la lettre à la mairie", "offre de service", "je vais", "avec la fleuriste",
        "invitation au marché", "l’offre", "le", "réunion avec la mairie",
    ],
}  # fmt: skip


@pytest.fixture
def steps(pack: Pack) -> Exercise:
    return pack.exercises["three-steps"]


@pytest.fixture
def hints(steps: Exercise) -> Hints:
    assert isinstance(steps.settings, Settings)
    return Hints(steps.settings.words)


def answer(*rows: dict[str, Any]) -> dict[str, Any]:
    return {"steps": [{"id": f"r{at}"} | row for at, row in enumerate(rows, 1)]}


def step(**given: Any) -> dict[str, Any]:
    return {"cue": CUE, "act": ACT, "day": in_days(3)} | given


def in_days(days: int) -> str:
    return (today() + dt.timedelta(days=days)).isoformat()


def told(pack: Pack, steps: Exercise, given: dict[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(steps).feedback(steps, given, pack.words.say(lang)))


def pictured(pack: Pack, steps: Exercise, given: dict[str, Any]) -> Picture:
    picture = kind_of(steps).own_picture(steps, given, pack.words.say("en"))
    assert picture is not None
    return picture


@pytest.mark.parametrize("cue", CONCRETE)
def test_a_cue_with_a_time_a_place_or_an_event_is_concrete(hints: Hints, cue: str) -> None:
    assert hints.concrete(cue)


@pytest.mark.parametrize("cue", [*VAGUE, "", "  ", "🦉"])
def test_a_cue_with_none_of_them_is_not(hints: Hints, cue: str) -> None:
    assert not hints.concrete(cue)


@pytest.mark.parametrize(("lang", "act"), [(lang, act) for lang, acts in VERB_FIRST.items() for act in acts])
def test_an_act_that_begins_with_a_verb_gets_no_hint(hints: Hints, lang: Lang, act: str) -> None:
    assert hints.begins_with_verb(act, lang)


@pytest.mark.parametrize(("lang", "act"), [(lang, act) for lang, acts in NO_VERB_FIRST.items() for act in acts])
def test_an_act_that_begins_with_something_else_does(hints: Hints, lang: Lang, act: str) -> None:
    assert not hints.begins_with_verb(act, lang)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_no_list_says_both_verb_and_no_verb(steps: Exercise, lang: Lang) -> None:
    assert isinstance(steps.settings, Settings)
    lists = {name: {one.strip() for one in text.of(lang).split(",")} for name, text in steps.settings.words.items()}
    assert not lists["verbs"] & lists["no_verbs"]
    assert not (lists["subjects"] | lists["openers"]) & lists["no_verbs"]


def test_hints_are_told_as_suggestions_with_the_words_they_are_about(pack: Pack, steps: Exercise) -> None:
    given = answer(step(cue="I have time", act="a coffee with the press", day=None), step())
    text = told(pack, steps, given)
    assert "Suggestions only, if they help:" in text
    assert "Could “I have time” have one?" in text
    assert "How would “a coffee with the press” begin with one?" in text
    assert "No day yet for “a coffee with the press”." in text
    assert f"“{ACT}” begin" not in text


def test_the_same_hints_are_told_in_french(pack: Pack, steps: Exercise) -> None:
    given = answer(step(cue="un jour", act="la visite à la pharmacie", day=None))
    text = told(pack, steps, given, "fr")
    assert "De simples suggestions" in text
    assert "Pourrait-il y en avoir un dans «\u00a0un jour\u00a0»" in text
    assert "avec un verbe d’abord\u00a0: «\u00a0la visite à la pharmacie\u00a0»" in text
    assert "Pas encore de jour pour «\u00a0la visite à la pharmacie\u00a0»" in text


def test_a_french_cue_on_an_english_page_is_understood_and_the_other_way_round(pack: Pack, steps: Exercise) -> None:
    assert "Could" not in told(pack, steps, answer(step(cue="la réunion du mardi se termine")))
    assert "Pourrait-il" not in told(pack, steps, answer(step(act="appeler la pharmacienne")), "fr")


def test_a_step_with_all_of_it_is_told_so_and_gets_no_hint(pack: Pack, steps: Exercise) -> None:
    text = told(pack, steps, answer(step()))
    assert f"If “{CUE}”, then “{ACT}”." in text
    assert "It has a moment to catch, begins with something to do, and has a day within 14 days." in text
    assert "Suggestions" not in text
    assert "All 2 have a moment" in told(pack, steps, answer(step(), step()))
    assert "Say it to yourself once" in text


@pytest.mark.parametrize(
    ("days", "hint"), [(0, None), (14, None), (15, "More than 14 days away"), (-1, "has passed"), (None, "No day yet")]
)
def test_a_day_is_in_reach_up_to_a_fortnight(pack: Pack, steps: Exercise, days: int | None, hint: str | None) -> None:
    text = told(pack, steps, answer(step(day=None if days is None else in_days(days))))
    for other in ("More than 14 days away", "has passed", "No day yet"):
        assert (other in text) == (other == hint)


def test_the_first_day_to_come_is_told_with_its_weekday(pack: Pack, steps: Exercise) -> None:
    day = today() + dt.timedelta(days=5)
    text = told(pack, steps, answer(step(day=in_days(9)), step(day=day.isoformat()), step(day=in_days(-2))))
    assert f"a {day.strftime('%A')}, 5 days from now" in text
    assert "among your steps" not in told(pack, steps, answer(step(day=in_days(-2)), step(day=None)))


def test_half_a_step_is_asked_for_the_other_half_and_not_called_complete(pack: Pack, steps: Exercise) -> None:
    act, cue = told(pack, steps, answer({"act": ACT, "day": in_days(3)})), told(pack, steps, answer({"cue": CUE}))
    assert f"“{ACT}”: and which moment will remind you of it?" in act
    assert f"If “{CUE}”: and then?" in cue
    for text in (act, cue):
        assert "moment to catch" not in text
        assert "Say it to yourself" not in text


def test_hints_never_stand_in_the_way(pack: Pack, steps: Exercise) -> None:
    form = kind_of(steps).form(steps, pack.words)
    given = answer({"cue": "someday", "act": "the thing"})
    assert form.faults(given) == []
    assert form.gaps(given) == []


def test_dated_steps_go_to_the_calendar_under_a_neutral_title(pack: Pack, steps: Exercise) -> None:
    given = answer(step(day="2031-03-07"), step(day=None), {"cue": CUE, "day": "2031-03-08"})
    (dated,) = kind_of(steps).calendar(steps, given, pack.words.say("en"))
    assert (dated.day, dated.title, dated.neutral) == ("2031-03-07", ACT, "Workshop: one of my steps")


def test_everything_typed_is_private_and_what_is_shared_is_offered(steps: Exercise) -> None:
    parts = {part.id: (part.tier, part.fields, part.offered) for part in kind_of(steps).parts(steps)}
    assert parts == {"steps": (Tier.PRIVATE, ("steps",), False), "shared": (Tier.SHARED, (), True)}


def test_only_ticked_steps_leave_and_the_partner_only_when_ticked(steps: Exercise) -> None:
    given = answer(
        step(share=True, partner="Marie"),
        step(share=True, partner="Marie", names=True),
        step(partner="Marie", names=True),
        {"cue": CUE, "share": True},
        {"act": ACT, "share": True},
    )
    assert kind_of(steps).offer(steps, given) == {
        "shared": {"r1": f"{CUE} → {ACT}", "r2": f"{CUE} → {ACT} · Marie", "r5": ACT}
    }


def test_without_a_tick_nothing_is_on_offer(steps: Exercise) -> None:
    for given in ({}, answer(step()), answer(step(names=True, partner="Marie")), answer({"cue": CUE, "share": True})):
        assert kind_of(steps).offer(steps, given) == {}


def test_the_preview_is_exactly_what_others_would_read_and_each_step_is_a_note(pack: Pack, steps: Exercise) -> None:
    body = kind_of(steps).offer(steps, answer(step(share=True), step(), step(share=True, act="write")))["shared"]
    preview = kind_of(steps).preview(steps, "shared", body, pack.words.say("fr"))
    assert preview == (f"{CUE} → {ACT}", f"{CUE} → write")
    assert kind_of(steps).notes(steps, "shared", body) == (Note("r1", preview[0]), Note("r3", preview[1]))


def test_a_partner_left_out_who_still_stands_in_the_words_is_pointed_out(pack: Pack, steps: Exercise) -> None:
    still = "You left Marie out of the step that you share"
    named = step(share=True, partner="Marie", act="ask Marie for ten minutes")
    assert still in told(pack, steps, answer(named))
    assert still not in told(pack, steps, answer(named | {"names": True}))
    assert still not in told(pack, steps, answer(named | {"share": False}))
    assert still not in told(pack, steps, answer(step(share=True, partner="Marie", act="ask Marielle")))
    assert still not in told(pack, steps, answer(step(share=True)))


def test_the_timeline_has_every_act_once_a_day_is_set_and_its_sentence_the_days(pack: Pack, steps: Exercise) -> None:
    say = pack.words.say("en")
    days = (today() + dt.timedelta(days=2), today() + dt.timedelta(days=20))
    given = answer(
        step(day=days[1].isoformat()), step(day=days[0].isoformat(), partner="Marie"), step(day=None), {"cue": CUE}
    )
    picture = pictured(pack, steps, given)
    assert picture.sentence == f"2 steps have a day, the first {say.date(days[0])}, the last {say.date(days[1])}."
    assert picture.table.rows == (
        (CUE, ACT, "–", say.date(days[1]), "20"),
        (CUE, ACT, "Marie", say.date(days[0]), "2"),
        (CUE, ACT, "–", "no day yet", "–"),
    )


def test_without_a_day_there_is_no_timeline(pack: Pack, steps: Exercise) -> None:
    for given in ({}, answer(step(day=None)), answer({"cue": CUE, "day": in_days(3)})):
        assert kind_of(steps).own_picture(steps, given, pack.words.say("en")) is None


def test_three_rows_at_most_and_people_named_before_are_offered(pack: Pack, steps: Exercise) -> None:
    (rows,) = kind_of(steps).form(steps, pack.words).fields
    assert isinstance(rows, Rows)
    assert rows.most == 3
    lines = {one.id: one.suggest for one in rows.fields if isinstance(one, Line)}
    assert lines == {"cue": "", "act": "", "partner": "people"}
    assert kind_of(steps).form(steps, pack.words).faults(answer(step(), step(), step(), step()))


def test_a_shared_step_reaches_the_room_as_a_note_and_the_rest_stays_sealed(store: Store, pack: Pack) -> None:
    room = make_world(store, doing(pack, "three-steps"), people=3, agenda="test")
    opened = room.open("three-steps")
    for seat in range(3):
        given = answer(step(share=True, partner="Marie"), step(act="call Tom", partner="Tom"))
        room.answer(seat, "three-steps", given).offer("shared", seat != 1)
    room.attempt(2, "three-steps").offer("shared", False)
    closed = room.close("three-steps")
    told = release(store, store.room(room.room.id), room.pack, "three-steps", closed.round, "console")
    assert [(one.note.text, one.by) for one in told.notes] == [(f"{CUE} → {ACT}", "Seat 0")]
    bodies = store.bodies(room.room.id, "three-steps", opened.round, "steps")
    assert bodies == {}
    assert told.figures == ()
