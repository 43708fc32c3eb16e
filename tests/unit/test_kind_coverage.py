"""Claims about the coverage exercise: what I have, who adds most, what nobody has, and what of it may be offered."""

from __future__ import annotations

from typing import Any

import pytest

from leads_kit.kinds import Picture, kind_of
from leads_kit.model import Counts, Exercise, Figure, Pack, Release, Tier
from leads_kit.text import Lang

Marks = dict[str, dict[str, int]]


@pytest.fixture
def exercise(pack: Pack) -> Exercise:
    return pack.exercises["dc1-complement"]


def plan(marks: Marks, *capacities: str, people: tuple[str, ...] = (), goal: str = "") -> dict[str, Any]:
    """Capacities by id of the list, or with `=` in own words; people get the ids p0, p1 …"""
    rows = [{"id": one, **({"name": one[1:]} if one.startswith("=") else {"capacity": one})} for one in capacities]
    names = [{"id": f"p{at}", "name": name} for at, name in enumerate(people)]
    return {"goal": goal, "capacities": rows, "candidates": names, "marks": marks}


SAMPLE = plan(
    {"fin": {"me": 0, "p0": 3}, "law": {"me": 1, "p0": 0, "p1": 1}, "dig": {"me": 2, "p1": 3}, "=patience": {"p1": 2}},
    "fin", "law", "dig", "=patience",
    people=("the accountant", "R. B."),
    goal="one page for all our services",
)  # fmt: skip


def told(pack: Pack, exercise: Exercise, answer: dict[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(exercise).feedback(exercise, answer, pack.words.say(lang)))


def pictured(pack: Pack, exercise: Exercise, answer: dict[str, Any], lang: Lang = "en") -> Picture | None:
    return kind_of(exercise).own_picture(exercise, answer, pack.words.say(lang))


def offered(exercise: Exercise, answer: dict[str, Any]) -> dict[str, Any]:
    return kind_of(exercise).offer(exercise, answer)


def test_what_i_have_alone_is_told_with_the_goal(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, SAMPLE)
    assert "For “one page for all our services” you named 4 capacities." in text
    assert "One of them you have yourself: “Digital tools”." in text


def test_the_partner_who_adds_most_is_named_with_what_they_add(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, SAMPLE)
    assert "The partner who adds most is the accountant, with “Finance”: together you have 2 of 4." in text
    assert "As much would come with R. B.: with whom" in text
    assert "Then R. B. would add “patience”, which makes 3 of 4." in text


def test_what_nobody_has_is_told_and_marked_in_the_picture(pack: Pack, exercise: Exercise) -> None:
    assert "Still missing, whoever of them joins: “Law and contracts”." in told(pack, exercise, SAMPLE)
    picture = pictured(pack, exercise, SAMPLE)
    assert picture is not None
    assert picture.sentence == "Of 4 capacities you have 1 yourself. With the people on your list there are 3."
    assert picture.table.columns == ("Capacity", "Who has it", "me", "the accountant", "R. B.")
    assert picture.table.rows == (
        ("Finance", "the accountant", "0", "3", "–"),
        ("Law and contracts", "nobody yet", "1", "0", "1"),
        ("Digital tools", "me and R. B.", "2", "–", "3"),
        ("patience", "R. B.", "–", "–", "2"),
    )


def test_the_list_is_told_in_the_readers_language_and_own_words_as_they_are(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, SAMPLE, "fr")
    assert "Droit et contrats" in text
    assert "patience" in text
    assert "Law" not in text


def test_whoever_repeats_what_i_have_is_told_kindly(pack: Pack, exercise: Exercise) -> None:
    text = told(
        pack, exercise, plan({"dig": {"me": 2, "p0": 3}, "law": {"me": 0}}, "dig", "law", people=("the florist",))
    )
    assert "What the florist brings you have already" in text
    assert "company on the way" in text
    assert not {"useless", "redundant", "nothing", "bad"} & set(text.lower().split())


def test_nothing_missing_is_told_and_what_rests_on_one_person(pack: Pack, exercise: Exercise) -> None:
    text = told(
        pack, exercise, plan({"dig": {"me": 2, "p0": 2}, "law": {"p0": 3}}, "dig", "law", people=("the notary",))
    )
    assert "nothing you named is missing" in text
    assert "One capacity rests on a single person: “Law and contracts”." in text


def test_all_of_it_oneself_is_not_called_complete_with_partners(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, plan({"dig": {"me": 2}, "law": {"me": 3}}, "dig", "law"))
    assert "You have all of it yourself" in text
    assert "With the people on your list" not in text


def test_what_is_not_marked_yet_is_neither_had_nor_missing(pack: Pack, exercise: Exercise) -> None:
    answer = plan({"dig": {"me": 2}}, "dig", "law")
    text = told(pack, exercise, answer)
    assert "Not marked for anybody yet: “Law and contracts”." in text
    assert "missing" not in text.lower()
    assert offered(exercise, answer) == {"gaps": {"none": "covered"}}


def test_before_any_mark_there_is_no_picture_and_a_next_step(pack: Pack, exercise: Exercise) -> None:
    for answer in (plan({}, "fin", "=patience"), plan({}), {}, {"marks": {"gone": {"me": 3}}}):
        assert pictured(pack, exercise, answer) is None
    assert "So far: “Finance” and “patience”" in told(pack, exercise, plan({}, "fin", "=patience"))
    assert "Begin with one thing" in told(pack, exercise, {})


def test_marks_of_rows_that_are_gone_count_for_nothing(pack: Pack, exercise: Exercise) -> None:
    answer = plan({"fin": {"me": 0, "gone": 3}, "gone": {"me": 3}}, "fin")
    assert "“Finance”" in told(pack, exercise, answer)
    assert offered(exercise, answer) == {"gaps": {"fin": "missing"}}


def test_only_ids_of_the_list_are_offered_and_never_own_words(exercise: Exercise) -> None:
    answer = plan({"law": {"me": 0}, "=secret recipe": {"me": 0}}, "law", "=secret recipe")
    assert offered(exercise, answer) == {"gaps": {"law": "missing"}}
    assert offered(exercise, plan({"=secret recipe": {"me": 0}}, "=secret recipe")) == {}
    assert offered(exercise, {}) == {}


def test_a_capacity_named_twice_and_had_once_is_not_missing(exercise: Exercise) -> None:
    rows = [{"id": "x", "capacity": "law"}, {"id": "y", "capacity": "law", "name": "leases"}]
    answer = {"capacities": rows, "marks": {"x": {"me": 0}, "y": {"me": 3}}}
    assert offered(exercise, answer) == {"gaps": {"none": "covered"}}


def test_what_was_typed_is_private_and_only_the_gaps_are_for_the_group(exercise: Exercise) -> None:
    parts = {part.id: (part.tier, part.offered) for part in kind_of(exercise).parts(exercise)}
    assert parts == {"plan": (Tier.PRIVATE, False), "gaps": (Tier.GROUP, True)}


def test_each_plan_counts_once_in_each_capacity_it_lacks(exercise: Exercise) -> None:
    bodies = [{"law": "missing", "fin": "missing"}, {"law": "missing"}, {"none": "covered"}, {"law": "odd"}, {}]
    (figure,) = kind_of(exercise).summary(exercise, bodies)
    assert (figure.id, figure.n, figure.multiple) == ("gaps", 3, True)
    counts = dict(zip(figure.classes, figure.counts, strict=True))
    assert (counts["law"], counts["fin"], counts["dig"]) == (2, 1, 0)
    assert kind_of(exercise).summary(exercise, [{}]) == ()


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_capacity_of_the_list_may_be_offered_in_words(pack: Pack, exercise: Exercise, lang: Lang) -> None:
    say = pack.words.say(lang)
    for id in exercise.settings.listed:  # type: ignore[attr-defined]
        assert offered(exercise, plan({id: {"me": 0}}, id)) == {"gaps": {id: "missing"}}
        told = kind_of(exercise).preview(exercise, "gaps", {id: "missing"}, say)
        assert [say.text(exercise.settings.listed[id]) in sentence for sentence in told] == [True]  # type: ignore[attr-defined]


def room(pack: Pack, exercise: Exercise, **counts: int) -> Picture:
    classes = tuple(exercise.settings.listed)  # type: ignore[attr-defined]
    figure = Figure("gaps", classes, tuple(counts.get(one, 0) for one in classes), 8, multiple=True)
    release = Release(exercise.id, 1, Counts(8, 8, 0, 8, 0), (figure,), {}, 8)
    picture = kind_of(exercise).room_picture(exercise, release, pack.words.say("en"))
    assert picture is not None
    return picture


def test_the_room_sees_what_is_missing_most_first_and_all_in_the_table(pack: Pack, exercise: Exercise) -> None:
    picture = room(pack, exercise, law=5, dig=2)
    assert "Missing most often: “Law and contracts”. Who in this room" in picture.sentence
    assert picture.table.rows[:2] == (("Law and contracts", "5"), ("Digital tools", "2"))
    assert len(picture.table.rows) == 12
    drawn = str(picture.spec["datasets"] if "datasets" in picture.spec else picture.spec["layer"])
    assert "Selling" not in drawn


def test_a_room_that_lacks_nothing_hears_so(pack: Pack, exercise: Exercise) -> None:
    assert "Nothing from the list is missing" in room(pack, exercise).sentence


def test_names_and_own_words_are_handed_on_and_the_list_is_not(exercise: Exercise) -> None:
    given = kind_of(exercise).gives(exercise, SAMPLE)
    assert given == {"people": ("the accountant", "R. B."), "capacities": ("patience",)}


def test_the_longest_short_form_stays_within_forty_taps(pack: Pack, exercise: Exercise) -> None:
    form, settings = kind_of(exercise).form(exercise, pack.words), exercise.settings
    capacities = list(settings.listed)[: settings.short_capacities]  # type: ignore[attr-defined]
    people = tuple("abc"[: settings.short_candidates])  # type: ignore[attr-defined]
    marks = {one: {"me": 1, **{f"p{at}": 2 for at in range(len(people))}} for one in capacities}
    assert form.taps(plan(marks, *capacities, people=people)) == 39
