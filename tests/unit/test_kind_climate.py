"""Claims about the climate of a team: turned statements are turned once, the team stays private, no answer is a score."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from pydantic import ValidationError

from leads_kit.analysis.climate import nearness, turned
from leads_kit.analysis.disclosure import protect
from leads_kit.kinds import Picture, kind_of
from leads_kit.kinds.climate import Settings
from leads_kit.model import Counts, Exercise, Figure, Pack, Release, Tier
from leads_kit.text import LANGS, Lang

FIVE = ("1", "2", "3", "4", "5")
THREE = ("1-2", "3", "4-5")
COUNTS = Counts(here=12, seats=12, started=0, finished=12, passed=0)
ITEMS = ("speak", "mistakes", "help", "clear", "differences", "count")
TURNED = {"mistakes", "help", "differences"}


@pytest.fixture
def climate(pack: Pack) -> Exercise:
    return pack.exercises["eo4-climate"]


def marks(*given: Any) -> dict[str, Any]:
    return {f"mark-{item}": mark for item, mark in zip(ITEMS, given, strict=False) if mark is not None}


def told(pack: Pack, climate: Exercise, answer: Mapping[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(climate).feedback(climate, answer, pack.words.say(lang)))


def seen(pack: Pack, climate: Exercise, *figures: Figure, **withheld: str) -> Picture:
    release = Release(climate.id, 1, COUNTS, figures, withheld, 12)
    picture = kind_of(climate).room_picture(climate, release, pack.words.say("en"))
    assert picture is not None
    return picture


def texts(picture: Picture) -> list[str]:
    return [row["text"] for rows in picture.spec["datasets"].values() for row in rows if "text" in row]


@pytest.mark.parametrize(("mark", "other"), [(1, 5), (2, 4), (3, 3), (5, 1)])
def test_a_turned_mark_is_as_far_from_the_other_end(mark: int, other: int) -> None:
    assert turned(mark) == other


@pytest.mark.parametrize(
    ("counts", "near"),
    [
        ((0, 1, 2, 5, 4), "high"),
        ((3, 5, 2, 2, 0), "low"),
        ((2, 2, 3, 1, 4), "split"),
        ((1, 2, 6, 2, 1), "mixed"),
        ((3, 0, 0, 7, 0), "high"),
    ],
)
def test_answers_at_both_ends_are_two_views_and_more_than_half_at_one_is_that_side(
    counts: tuple[int, ...], near: str
) -> None:
    assert nearness(Figure("x", FIVE, counts, sum(counts))) == near


def test_three_classes_say_the_same_as_the_five_they_were_made_of() -> None:
    assert nearness(Figure("x", THREE, (2, 1, 4), 7)) == nearness(Figure("x", FIVE, (1, 1, 1, 2, 2), 7)) == "high"
    assert nearness(Figure("x", THREE, (3, 1, 3), 7)) == "split"


def test_the_team_is_private_and_the_marks_are_for_figures(climate: Exercise) -> None:
    tiers = {field: part.tier for part in kind_of(climate).parts(climate) for field in part.fields}
    assert tiers.pop("team") is Tier.PRIVATE
    assert set(tiers.values()) == {Tier.GROUP}
    assert len(tiers) == len(ITEMS)


def test_each_statement_can_be_left_as_not_observed_and_three_are_said_to_be_turned(
    pack: Pack, climate: Exercise
) -> None:
    form = kind_of(climate).form(climate, pack.words)
    assert [len(group.fields) for group in form.groups] == [1, 3, 3]
    assert form.faults({"mark-help": "na"}) == []
    assert form.faults({"team": "na", "mark-help": "no"})
    assert {id for id, item in climate.settings.items.items() if item.turned} == TURNED  # type: ignore[attr-defined]
    assert form.groups[1].intro is not None
    assert "Three of the six" in form.groups[1].intro.en


def test_a_pair_of_something_that_is_not_asked_is_no_setting(climate: Exercise) -> None:
    settings = dict(climate.settings)
    pair = settings["pairs"][0]
    assert Settings.model_validate(settings | {"pairs": [pair]})
    with pytest.raises(ValidationError, match="pair_of_nothing"):
        Settings.model_validate(settings | {"pairs": [pair.model_copy(update={"low": "weather"})]})


def test_what_is_most_and_least_there_is_told_after_turning(pack: Pack, climate: Exercise) -> None:
    text = told(pack, climate, {"team": " the front desk "} | marks(4, 5, 2, 3, 3, 5))
    assert "You are thinking of “the front desk”." in text
    assert "Most there for you: “Counting on each other”. Least there: “Learning from mistakes”." in text


def test_two_items_that_pull_apart_have_a_question_of_their_own(pack: Pack, climate: Exercise) -> None:
    text = told(pack, climate, marks(3, 2, 4, 3, 2, 5))
    assert "“Counting on each other” is there, “Asking for help” much less. Could keeping one’s word" in text
    assert "pull apart" not in told(pack, climate, marks(3, 3, 3, 3, 3, 4))


def test_the_pair_that_is_furthest_apart_is_told_and_no_other(pack: Pack, climate: Exercise) -> None:
    text = told(pack, climate, marks(4, 4, 5, 3, 3, 5))
    assert text.count("pull apart") == 1
    assert "“Asking for help” much less" in text


@pytest.mark.parametrize("mark", [1, 5])
def test_agreeing_with_everything_is_asked_back_and_nothing_is_made_of_it(
    pack: Pack, climate: Exercise, mark: int
) -> None:
    text = told(pack, climate, marks(*[mark] * 6))
    assert "3 of them are put the other way round" in text
    assert "pull apart" not in text
    assert "the other way round" not in told(pack, climate, marks(*[3] * 6))
    assert "the other way round" not in told(pack, climate, marks(mark, None, None, mark, None, mark))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((5, 1, 1, 5, 1, 5), "All 6 that you marked are there alike."),
        ((1, 5, 5, 1, 5, 1), "All 6 that you marked are hardly there."),
        ((3, 3), "All 2 that you marked stand in the middle."),
        ((4, 3, 2, 4, 2, 4), "Your marks lie close together."),
        ((None, None, 4), "You marked one of them: “Asking for help”. Which moment"),
    ],
)
def test_marks_that_say_no_difference_are_told_as_they_are(
    pack: Pack, climate: Exercise, given: tuple[Any, ...], said: str
) -> None:
    assert said in told(pack, climate, marks(*given))


def test_what_was_not_observed_is_told_apart_from_what_was_left_out(pack: Pack, climate: Exercise) -> None:
    text = told(pack, climate, marks(4, "na", 2))
    assert "You left “Learning from mistakes” open." in text
    assert "Clear expectations" not in text
    assert "seen none of this yet" in told(pack, climate, marks("na", "na"))
    assert "No mark yet" in told(pack, climate, {"team": "us"})


@pytest.mark.parametrize("lang", LANGS)
def test_nobody_is_judged_and_no_mark_becomes_a_score(pack: Pack, climate: Exercise, lang: Lang) -> None:
    for given in (marks(1, 5, 5, 1, 5, 1), marks(5, 1, 1, 5, 1, 5), marks(4, 5, 2, 3, 3, 5)):
        text = told(pack, climate, given, lang)
        assert ("not a test" if lang == "en" else "pas un test") in text
        assert not {"score", "average", "moyenne", "toxic", "unsafe", "%"} & set(text.lower().split())


def test_the_own_picture_shows_turned_marks_and_the_table_both(pack: Pack, climate: Exercise) -> None:
    picture = kind_of(climate).own_picture(climate, marks(4, 5, "na"), pack.words.say("en"))
    assert picture is not None
    rows = {row[0]: row[2:] for row in picture.table.rows}
    assert rows["Speaking up early"] == ("4", "4")
    assert rows["Learning from mistakes *"] == ("5", "1")
    assert rows["Asking for help *"] == ("not observed", "–")
    assert rows["Clear expectations"] == ("no mark yet", "–")
    assert "turned here" in picture.sentence


def test_figures_count_turned_marks_and_leave_out_what_is_no_mark(climate: Exercise) -> None:
    answers = [marks(4, 5), marks(4, 1), marks("na", 2), {"team": "us"}]
    figures = {one.id: (one.counts, one.n) for one in kind_of(climate).summary(climate, answers)}
    assert figures == {"speak": ((0, 0, 0, 2, 0), 2), "mistakes": ((1, 0, 0, 1, 1), 3)}


def test_a_room_hears_in_words_where_it_stands_and_sees_no_middle(pack: Pack, climate: Exercise) -> None:
    picture = seen(
        pack,
        climate,
        Figure("speak", FIVE, (0, 1, 2, 6, 3), 12),
        Figure("help", FIVE, (4, 4, 2, 2, 0), 12),
        Figure("clear", FIVE, (3, 2, 2, 2, 3), 12),
    )
    assert picture.sentence.startswith("Mostly missing: “Asking for help”. Seen in two ways: “Clear expectations”.")
    assert "Mostly there" not in picture.sentence
    assert picture.table.rows[0] == ("Speaking up early", "1 at 2, 2 at 3, 6 at 4, 3 at 5", "mostly there", "12")
    held = picture.spec["datasets"]
    middles = [layer for layer in picture.spec["layer"] if layer["mark"].get("shape") == "triangle-up"]
    assert [
        held[layer["data"]["name"]] if "name" in layer["data"] else layer["data"]["values"] for layer in middles
    ] == [[]]


def test_where_nothing_is_missing_or_seen_in_two_ways_a_room_hears_what_is_there(pack: Pack, climate: Exercise) -> None:
    there, mixed = Figure("speak", FIVE, (0, 1, 2, 6, 3), 12), Figure("speak", FIVE, (0, 3, 6, 3, 0), 12)
    assert seen(pack, climate, there).sentence.startswith("Mostly there: “Speaking up early”.")
    assert seen(pack, climate, mixed).sentence.startswith("Nothing is mostly there or mostly missing.")


def test_an_item_on_which_all_are_alike_is_not_shown_and_says_why(pack: Pack, climate: Exercise) -> None:
    answers = [marks(5, mark) for mark in (1, 2, 3, 4, 5)]
    figures, withheld = protect(kind_of(climate).summary(climate, answers), 5, 5)
    assert [one.id for one in figures] == ["mistakes"]
    picture = seen(pack, climate, *figures, **withheld)
    assert "answers much alike" in texts(picture)
    assert picture.table.rows[0] == ("Speaking up early", "answers much alike", "–", "–")
    assert "Speaking up early" not in picture.sentence


def test_turned_statements_are_marked_wherever_a_room_reads_them(pack: Pack, climate: Exercise) -> None:
    picture = seen(pack, climate, *(Figure(id, FIVE, (1, 1, 2, 1, 1), 6) for id in ITEMS))
    signed = {row[0] for row in picture.table.rows if row[0].endswith("*")}
    assert signed == {"Learning from mistakes *", "Asking for help *", "Room for differences *"}
    assert "worded the other way round" in picture.sentence
