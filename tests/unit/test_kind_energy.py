"""Claims about a week's energy: what is said back, what is noticed, where help is, and what a room may count."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from leads_kit.kinds import Picture, kind_of
from leads_kit.kinds.energy.room import figures
from leads_kit.model import Counts, Exercise, Figure, Pack, Release
from leads_kit.text import LANGS, Lang

COUNTS = Counts(here=12, seats=12, started=0, finished=12, passed=0)
HARD = {"what": "back-to-back meetings", "effect": "drains-3", "category": "meetings"}
SMALL = {"what": "email", "effect": "drains-1", "category": "paperwork"}
GOOD = {"what": "rounds with the team", "effect": "gives-3", "category": "people"}
DIAGNOSES = ("burnout", "burn-out", "stress", "anxiety", "depress", "anxiété", "dépress", "épuisement", "score")


@pytest.fixture
def energy(pack: Pack) -> Exercise:
    return pack.exercises["ls2-energy"]


def answer(*entries: Mapping[str, Any], **planned: str) -> dict[str, Any]:
    return {"week": [{"id": f"r{at}", **entry} for at, entry in enumerate(entries, 1)], **planned}


def told(pack: Pack, energy: Exercise, given: Mapping[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(energy).feedback(energy, given, pack.words.say(lang)))


def room(pack: Pack, energy: Exercise, counts: Mapping[str, int], n: int = 10) -> Picture | None:
    ids = figures(energy.settings.categories)  # type: ignore[attr-defined]
    shown = tuple(Figure(ids[id], ("drains",), (count,), n, multiple=True) for id, count in counts.items())
    return kind_of(energy).room_picture(energy, Release(energy.id, 1, COUNTS, shown, {}, n), pack.words.say("en"))


def test_the_largest_drain_and_the_best_source_are_said_back(pack: Pack, energy: Exercise) -> None:
    text = told(pack, energy, answer(SMALL, HARD, GOOD, GOOD | {"what": "tea", "effect": "gives-1"}))
    assert "What drains you most is “back-to-back meetings”" in text
    assert "Your best source is “rounds with the team”" in text
    assert "“email”" not in text
    assert "“tea”" not in text


def test_those_alike_are_told_together(pack: Pack, energy: Exercise) -> None:
    text = told(pack, energy, answer(HARD, HARD | {"what": "night calls"}))
    assert "each alike: “back-to-back meetings” and “night calls”" in text


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ((HARD, SMALL), "more goes out in this week than comes back"),
        ((HARD, GOOD), "about as much comes back"),
        ((HARD, SMALL, GOOD), "about as much comes back"),
        ((SMALL, GOOD), "more comes back in this week than goes out"),
    ],
)
def test_the_balance_is_told_in_plain_words(
    pack: Pack, energy: Exercise, entries: tuple[Mapping[str, Any], ...], said: str
) -> None:
    assert said in told(pack, energy, answer(*entries))


def test_a_plan_that_names_the_largest_drain_touches_it_in_any_of_its_lines(pack: Pack, energy: Exercise) -> None:
    for planned in ({"limit": "no meeting before nine"}, {"cue": "a Meeting has no question", "act": "leave"}):
        text = told(pack, energy, answer(HARD, GOOD, **planned))
        assert "touches what drains you most: “back-to-back meetings”" in text
        assert "Neither limit nor plan" not in text


def test_a_plan_about_something_else_is_said_not_to_touch_it(pack: Pack, energy: Exercise) -> None:
    text = told(pack, energy, answer(HARD, GOOD, limit="no email after supper"))
    assert "Neither limit nor plan names what drains you most, “back-to-back meetings”" in text
    assert "touches what drains" not in text


def test_small_words_and_days_touch_nothing(pack: Pack, energy: Exercise) -> None:
    drain = HARD | {"what": "the last hour of the week"}
    assert "Neither limit" in told(pack, energy, answer(drain, limit="the first hour of every week"))


def test_without_a_plan_nothing_is_said_of_what_it_touches(pack: Pack, energy: Exercise) -> None:
    text = told(pack, energy, answer(HARD, GOOD))
    assert "One limit is enough" in text
    assert "Neither limit" not in text


def test_a_drain_that_takes_as_much_as_all_others_is_noticed(pack: Pack, energy: Exercise) -> None:
    smalls = [SMALL, SMALL | {"what": "forms"}]
    assert "“back-to-back meetings” alone" in told(pack, energy, answer(HARD, *smalls))
    assert "alone takes" in told(pack, energy, answer(HARD, SMALL, SMALL | {"effect": "drains-2"}))
    assert "alone takes" not in told(pack, energy, answer(HARD, *smalls, SMALL | {"effect": "drains-2"}))
    assert "alone takes" not in told(pack, energy, answer(HARD, SMALL))


@pytest.mark.parametrize("lang", LANGS)
def test_where_help_is_stands_on_the_form_and_at_the_end_of_any_feedback(
    pack: Pack, energy: Exercise, lang: Lang
) -> None:
    assert pack.client.help_line is not None
    line, say = pack.client.help_line.of(lang), pack.words.say(lang)
    for given in ({}, answer(SMALL), answer(HARD, GOOD, limit="no")):
        assert line in kind_of(energy).feedback(energy, given, say)[-1]
    groups = kind_of(energy).form(energy, pack.words).groups
    assert line in say.text(groups[0].intro or groups[0].title)


@pytest.mark.parametrize("lang", LANGS)
def test_no_word_of_it_names_how_somebody_is(pack: Pack, energy: Exercise, lang: Lang) -> None:
    words = [text.of(lang).lower() for id, text in pack.words.texts.items() if id.startswith("energy.")]
    form = kind_of(energy).form(energy, pack.words)
    words += [field.label.of(lang).lower() for field in form.fields]
    assert [word for word in words for name in DIAGNOSES if name in word] == []


def test_the_picture_goes_from_the_largest_drain_to_the_best_source(pack: Pack, energy: Exercise) -> None:
    picture = kind_of(energy).own_picture(energy, answer(GOOD, SMALL, HARD, {"what": "open"}), pack.words.say("en"))
    assert picture is not None
    assert [row[0] for row in picture.table.rows] == ["back-to-back meetings", "email", "rounds with the team"]


def test_only_kinds_of_work_that_drain_are_offered(energy: Exercise) -> None:
    offered = kind_of(energy).offer(energy, answer(HARD, HARD | {"what": "more of them"}, SMALL, GOOD))
    assert offered == {"drains": {"drains": ["meetings", "paperwork"]}}
    assert kind_of(energy).offer(energy, answer(GOOD, GOOD, GOOD)) == {"drains": {"drains": []}}


def test_nothing_is_offered_of_fewer_than_three_entries_that_have_a_kind(energy: Exercise) -> None:
    assert kind_of(energy).offer(energy, answer(HARD, GOOD, {"what": "walks", "effect": "gives-1"})) == {}


def test_each_person_counts_once_in_each_kind(energy: Exercise) -> None:
    bodies = [{"drains": ["meetings"]}, {"drains": []}, {"drains": "meetings"}]
    ids = figures(energy.settings.categories)  # type: ignore[attr-defined]
    summed = {one.id: one for one in kind_of(energy).summary(energy, bodies)}
    assert (summed[ids["meetings"]].counts, summed[ids["meetings"]].n) == ((1,), 2)
    assert summed[ids["travel"]].counts == (0,)
    assert kind_of(energy).summary(energy, [{}]) == ()


def test_the_room_hears_what_drains_most_weeks_and_that_it_is_no_failing(pack: Pack, energy: Exercise) -> None:
    picture = room(pack, energy, {"people": 2, "meetings": 7, "travel": 0})
    assert picture is not None
    assert "Most often: meetings. That is no one’s failing" in picture.sentence
    assert picture.table.rows[0] == ("meetings", "7")
    assert {row[1] for row in picture.table.rows if row[0] in ("change", "paperwork")} == {"too few answers to show"}


def test_kinds_named_alike_have_no_most(pack: Pack, energy: Exercise) -> None:
    alike, none = (room(pack, energy, {"people": count, "meetings": count}) for count in (3, 0))
    assert alike is not None
    assert none is not None
    assert "about as often" in alike.sentence
    assert "Nobody named" in none.sentence
