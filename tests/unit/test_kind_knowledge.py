"""Claims about who knows what: levels count without a name, names stand only where they are offered, thin topics come first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from pydantic import ValidationError

from leads_kit.analysis.disclosure import protect
from leads_kit.kinds import Picture, kind_of
from leads_kit.kinds.knowledge import Settings
from leads_kit.model import Counts, Exercise, Figure, Note, Pack, Release, Said, Tier
from leads_kit.text import Lang, Text

COUNTS = Counts(here=12, seats=12, started=0, finished=12, passed=0)
ROOM = tuple(Text(one, one) for one in ("Bread", "Tax {n}", "Glass", "Law", "Wood"))


@pytest.fixture
def knows(pack: Pack) -> Exercise:
    return replace(pack.exercises["dc3-who-knows"], supplied={"topics": ROOM})


def told(pack: Pack, knows: Exercise, answer: Mapping[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(knows).feedback(knows, answer, pack.words.say(lang)))


def levels(*given: Any) -> dict[str, Any]:
    return {f"level-t{at}": level for at, level in enumerate(given, 1) if level is not None}


def rests_on(topic: str, can: int, little: int = 0, n: int = 12) -> Figure:
    return Figure(topic, ("little", "can"), (little, can), n, multiple=True)


def seen(pack: Pack, knows: Exercise, *figures: Figure, **more: Any) -> Picture:
    picture = kind_of(knows).room_picture(
        knows, Release(knows.id, 1, COUNTS, figures, n=12, **more), pack.words.say("en")
    )
    assert picture is not None
    return picture


def texts(picture: Picture) -> list[str]:
    return [row["text"] for rows in picture.spec["datasets"].values() for row in rows if "text" in row]


def test_the_room_asks_about_its_own_topics_in_its_order(pack: Pack, knows: Exercise) -> None:
    form = kind_of(knows).form(knows, pack.words)
    assert [field.label for field in form.fields[:5]] == list(ROOM)
    assert [option.label for option in form.fields[5].options] == list(ROOM)  # type: ignore[attr-defined]
    assert not any(group.intro for group in form.groups)


def test_alone_the_topics_are_examples_and_are_said_to_be(pack: Pack) -> None:
    alone = pack.exercises["dc3-who-knows"]
    form = kind_of(alone).form(alone, pack.words)
    assert form.groups[0].intro
    assert len(form.fields) == 12


@pytest.mark.parametrize(("count", "cards"), [(3, [3]), (5, [2, 3]), (9, [3, 3, 3]), (10, [3, 4, 3]), (12, [4, 4, 4])])
def test_no_card_has_more_than_four_topics_and_none_is_left_almost_empty(
    pack: Pack, knows: Exercise, count: int, cards: list[int]
) -> None:
    topics = tuple(Text(f"t {at}", f"s {at}") for at in range(count))
    made = replace(knows, supplied={"topics": topics})
    groups = kind_of(made).form(made, pack.words).groups
    assert [len(group.fields) for group in groups[:-1]] == cards
    assert len({group.title.fr for group in groups}) == len(groups)


def test_twelve_topics_all_marked_and_all_offered_take_at_most_forty_taps(pack: Pack, knows: Exercise) -> None:
    topics = tuple(Text(f"t {at}", f"s {at}") for at in range(12))
    made = replace(knows, supplied={"topics": topics})
    answer = levels(*[2] * 12) | {"ask": [f"t{at}" for at in range(1, 13)], "name": "Ida"}
    form = kind_of(made).form(made, pack.words)
    assert form.faults(answer) == []
    assert form.gaps(answer, short=True) == []
    assert form.taps(answer) == 24


def test_too_few_suggestions_are_no_settings(pack: Pack) -> None:
    settings = pack.exercises["dc3-who-knows"].settings.model_dump()
    with pytest.raises(ValidationError):
        Settings.model_validate({**settings, "topics": dict(list(settings["topics"].items())[:2])})


def test_levels_are_for_figures_and_the_name_for_the_list_only(knows: Exercise) -> None:
    tiers = {field: part.tier for part in kind_of(knows).parts(knows) for field in part.fields}
    assert {tiers[f"level-t{at}"] for at in range(1, 6)} == {Tier.GROUP}
    assert (tiers["ask"], tiers["name"]) == (Tier.SHARED, Tier.SHARED)


def test_a_name_stands_under_each_topic_it_is_offered_for_and_no_name_is_no_note(pack: Pack, knows: Exercise) -> None:
    kind = kind_of(knows)
    made = kind.notes(knows, "ask", {"ask": ["t4", "t2", "t99"], "name": " Ida "})
    assert made == (Note("t2", "Ida", about="t2"), Note("t4", "Ida", about="t4"))
    assert kind.notes(knows, "ask", {"ask": ["t2"], "name": "  "}) == ()
    assert kind.notes(knows, "ask", {"ask": ["t2"]}) == kind.notes(knows, "ask", {"name": "Ida"}) == ()
    assert kind.notes(knows, "levels", {"ask": ["t2"], "name": "Ida"}) == ()
    assert kind.headings(knows, pack.words.say("en"))["t2"] == "Tax {n}"


def test_what_one_can_do_is_told_apart_from_what_one_offers(pack: Pack, knows: Exercise) -> None:
    text = told(pack, knows, levels(3, 2, 1, 0) | {"ask": ["t1", "t3"], "name": "Ida"})
    assert "You can help with 2 of them: Bread and Tax {n}." in text
    assert "“Ida” stands for: Bread and Glass." in text
    assert "You offer Glass though you are still learning" in text
    assert "could also be asked about Tax {n}" in text
    assert "Whom here could you ask about Law?" in text


def test_what_is_missing_for_the_list_is_told_kindly(pack: Pack, knows: Exercise) -> None:
    assert "Without a first name nothing goes on the list" in told(pack, knows, levels(3) | {"ask": ["t1"]})
    assert "“Ida” stands for nothing yet" in told(pack, knows, {"name": "Ida"})
    assert "No level yet" in told(pack, knows, {})


def test_who_can_do_nothing_yet_is_not_told_so(pack: Pack, knows: Exercise) -> None:
    text = told(pack, knows, levels(0, 1, 0))
    assert "you are the one who asks" in text
    assert "one of these: Bread and Glass?" in text


def test_who_can_do_everything_is_not_sent_to_ask(pack: Pack, knows: Exercise) -> None:
    assert "Whom here" not in told(pack, knows, levels(2, 3))


def test_each_topic_is_counted_over_those_who_gave_it_a_level(knows: Exercise) -> None:
    answers = [levels(0, 1, 2), levels(3, None, 2), levels(1, 1, 3), {"name": "Ida", "ask": ["t1"]}]
    figures = {one.id: (one.counts, one.n) for one in kind_of(knows).summary(knows, answers)}
    assert figures == {"t1": ((1, 1), 3), "t2": ((2, 0), 2), "t3": ((0, 3), 3)}


def test_a_topic_that_nobody_can_is_shown_and_one_that_all_can_hides_no_other(pack: Pack, knows: Exercise) -> None:
    answers = [levels(0, 3, 2), levels(0, 2, 0), levels(0, 3, 1), levels(0, 2, 0), levels(0, 2, 0)]
    figures, withheld = protect(kind_of(knows).summary(knows, answers), 5, 5)
    assert {one.id: one.counts for one in figures} == {"t1": (0, 0), "t3": (1, 1)}
    assert withheld == {"t2": "disclosure.very_similar"}
    picture = seen(pack, knows, *figures, withheld=withheld)
    assert [row[:4] for row in picture.table.rows[:3]] == [
        ("Bread", "0", "0", "5"), ("Glass", "1", "1", "5"), ("Tax {n}", "answers much alike", "–", "–"),
    ]  # fmt: skip
    assert "answers much alike" in texts(picture)


def test_topics_that_rest_on_nobody_or_one_come_first_and_are_named(pack: Pack, knows: Exercise) -> None:
    picture = seen(
        pack, knows, rests_on("t1", 7), rests_on("t2", 1), rests_on("t3", 0, 4), rests_on("t4", 2), rests_on("t5", 1, 1)
    )
    assert [row[0] for row in picture.table.rows] == ["Glass", "Tax {n}", "Wood", "Law", "Bread"]
    assert "Nobody here can do this yet: Glass." in picture.sentence
    assert "One person alone can do each of these: Tax {n} and Wood." in picture.sentence
    assert "No fault of anybody" in picture.sentence
    assert "Bread" not in picture.sentence


def test_two_people_are_no_risk(pack: Pack, knows: Exercise) -> None:
    sentence = seen(pack, knows, rests_on("t1", 2), rests_on("t2", 5)).sentence
    assert sentence == "Each of the 2 topics shown rests on two people or more."


def test_a_sentence_names_three_topics_and_counts_the_others(pack: Pack, knows: Exercise) -> None:
    picture = seen(pack, knows, *(rests_on(f"t{at}", 0, at) for at in range(1, 6)))
    assert "Bread, Tax {n}, Glass and 2 more." in picture.sentence


def test_each_person_is_a_dot_filled_where_they_can(pack: Pack, knows: Exercise) -> None:
    picture = seen(pack, knows, rests_on("t1", 3, 2))
    dots = [row["filled"] for rows in picture.spec["datasets"].values() for row in rows if "dx" in row]
    assert sorted(dots) == [False, False, True, True, True]


def test_released_names_stand_in_the_table_alone_and_without_pseudonym(pack: Pack, knows: Exercise) -> None:
    notes = (
        Said("1:ask:t2", Note("t2", "Ida", about="t2"), "Heron 1"),
        Said("2:ask:t2", Note("t2", "Olaf", about="t2"), "Owl 2"),
    )
    picture = seen(pack, knows, rests_on("t1", 3), rests_on("t2", 2), notes=notes)
    assert {row[0]: row[-1] for row in picture.table.rows}["Tax {n}"] == "Ida and Olaf"
    assert not [text for text in (*texts(picture), picture.sentence) if "Ida" in text]
    assert "Heron" not in str(picture.table)


def test_the_own_picture_has_a_row_for_each_level_given(pack: Pack, knows: Exercise) -> None:
    picture = kind_of(knows).own_picture(knows, levels(3, 0) | {"ask": ["t1"]}, pack.words.say("en"))
    assert picture is not None
    dots = [row["filled"] for rows in picture.spec["datasets"].values() for row in rows if "dx" in row]
    assert (dots.count(True), dots.count(False)) == (3, 3)
    assert picture.table.rows[:2] == (("Bread", "3, can teach it", "yes"), ("Tax {n}", "0, not yet", "–"))
    assert picture.sentence == "You marked 2 topics and can do 1."
