"""Claims about a vote: what there is to choose, what the own choice says, how ranks and ties are told."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from leads_kit.kinds import kind_of
from leads_kit.kinds.vote.room import ranked
from leads_kit.model import Counts, Exercise, Figure, Note, Pack, Release, Said, Tier
from leads_kit.text import Lang

COUNTS = Counts(6, 6, 0, 6, 0)


@pytest.fixture
def examples(pack: Pack) -> Exercise:
    return pack.exercises["ar1-vote"]


def offered(pack: Pack, exercise: Exercise, *lines: str) -> Exercise:
    """As a room has it that released these lines; what is empty waits."""
    said = [Said(f"ar1-merge:1:{at}", Note("headline", line)) for at, line in enumerate(lines, 1)]
    return replace(exercise, supplied=kind_of(exercise).heard(exercise, said, None, pack.words))


def dots(*places: int) -> dict[str, Any]:
    return {"dots": [f"ar1-merge:1:{place}" for place in places]}


def told(pack: Pack, exercise: Exercise, answer: dict[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(exercise).feedback(exercise, answer, pack.words.say(lang)))


def seen(pack: Pack, exercise: Exercise, *answers: dict[str, Any]) -> Any:
    figures = kind_of(exercise).summary(exercise, answers)
    release = Release(exercise.id, 1, COUNTS, figures, n=len(answers), heard=exercise.supplied)
    return kind_of(exercise).room_picture(exercise, release, pack.words.say("en"))


def lines(picture: Any) -> str:
    """All that is written in a picture."""
    return json.dumps([picture.spec["layer"], picture.spec.get("datasets", {})])


def test_three_dots_and_no_fourth(pack: Pack, examples: Exercise) -> None:
    form = kind_of(examples).form(examples, pack.words)
    assert form.faults(dots(1, 2, 3)) == []
    (problem,) = form.faults(dots(1, 2, 3, 4))
    assert (problem.word, problem.values["most"]) == ("form.too_many", 3)


def test_alone_the_samples_stand_as_examples_and_in_a_room_they_never_do(pack: Pack, examples: Exercise) -> None:
    alone = kind_of(examples).form(examples, pack.words).groups[0]
    assert (alone.intro, len(alone.fields[0].options)) == (pack.words["vote.examples"], 6)  # type: ignore[attr-defined]
    empty = offered(pack, examples, "", " ")
    group = kind_of(empty).form(empty, pack.words).groups[0]
    assert (group.intro, group.fields[0].options) == (None, ())  # type: ignore[attr-defined]
    assert group.fields[0].help == pack.words["vote.nothing_released"]
    assert "There is nothing to choose from yet" in told(pack, empty, {})


def test_an_unreleased_line_leaves_the_others_their_places(pack: Pack, examples: Exercise) -> None:
    some = offered(pack, examples, "first", "", "third")
    assert kind_of(some).form(some, pack.words).faults(dots(1, 3)) == []
    assert kind_of(some).form(some, pack.words).faults(dots(2))
    assert "“third”" in told(pack, some, dots(3))


def test_the_own_choice_is_said_back_with_a_word_that_comes_twice(pack: Pack, examples: Exercise) -> None:
    some = offered(pack, examples, "Every door stays open.", "No door without a light", "Bread at seven")
    text = told(pack, some, dots(1, 2))
    assert "these 2: “Every door stays open” and “No door without a light”." in text
    assert "One word stands in more than one of them: “door”" in text
    assert "1 dot is left over" in text
    assert "2 different results" in told(pack, some, dots(1, 3))


def test_words_that_say_little_are_not_told_as_common(pack: Pack, examples: Exercise) -> None:
    some = offered(pack, examples, "Where they come with their bread", "When they go with their key")
    assert "different results" in told(pack, some, dots(1, 2))


def test_one_dot_and_three_and_none_are_all_fine(pack: Pack, examples: Exercise) -> None:
    assert "One dot, on one line" in told(pack, examples, dots(2))
    assert "left over" not in told(pack, examples, dots(1, 2, 3))
    assert "No dot given yet" in told(pack, examples, dots())
    assert "No dot given yet" not in told(pack, examples, {"why": "the phone call."})
    assert "“the phone call”" in told(pack, examples, {"why": "the phone call."})


def test_dots_are_figures_and_the_reason_is_private(examples: Exercise) -> None:
    assert {part.id: part.tier for part in kind_of(examples).parts(examples)} == {
        "dots": Tier.GROUP, "why": Tier.PRIVATE,
    }  # fmt: skip


def test_each_headline_is_counted_over_all_who_gave_a_dot_to_any(pack: Pack, examples: Exercise) -> None:
    some = offered(pack, examples, "a", "b", "", "d")
    figures = kind_of(some).summary(some, [dots(1, 2), dots(1), dots(3), dots(), {}])
    assert [(one.id, one.counts, one.n, one.multiple) for one in figures] == [
        ("ar1-merge:1:1", (2,), 2, True), ("ar1-merge:1:2", (1,), 2, True), ("ar1-merge:1:4", (0,), 2, True),
    ]  # fmt: skip
    assert kind_of(some).summary(some, [dots(3), {}]) == ()


def test_places_with_as_many_dots_share_a_rank() -> None:
    assert ranked({"a": 1, "b": 3, "c": 0, "d": 3}) == [(3, ["b", "d"]), (1, ["a"]), (0, ["c"])]
    assert ranked({}) == []


def test_the_room_hears_who_leads_what_comes_next_and_what_has_no_dot(pack: Pack, examples: Exercise) -> None:
    some = offered(pack, examples, "a", "b", "c", "d")
    picture = seen(pack, some, dots(2), dots(2, 1), dots(2, 3), dots(1, 3))
    assert picture.sentence == (
        "4 people gave dots. Most dots, 3: “b”. Next, 2 tied with 2 each: “a” and “c”. "
        "1 headline has no dot, and may still hold a word to keep."
    )
    assert [row[0] for row in picture.table.rows] == ["b", "a", "c", "d"]
    assert picture.table.rows[-1] == ("d", "–")


def test_a_tie_at_the_top_is_no_lead(pack: Pack, examples: Exercise) -> None:
    some = offered(pack, examples, "a", "b", "c")
    picture = seen(pack, some, dots(1), dots(3))
    assert "A tie of 2 with 1 dot each: “a” and “c”" in picture.sentence
    assert "Most dots" not in picture.sentence


def test_many_headlines_fill_the_table_and_the_picture_keeps_to_those_in_front(pack: Pack, examples: Exercise) -> None:
    some = offered(pack, examples, *(f"line {at}" for at in range(1, 16)))
    given = [dots(at, at + 1) for at in range(1, 15) for _ in range(15 - at)]
    picture = seen(pack, some, *given)
    assert len(picture.table.rows) == 15
    assert "line 2" in lines(picture)
    assert "line 9" not in lines(picture)
    assert "9 more have dots; the table shows them." in picture.sentence


def test_a_tie_is_drawn_whole_or_not_at_all(pack: Pack, examples: Exercise) -> None:
    some = offered(pack, examples, *(f"line {at}" for at in range(1, 10)))
    everybody = [dots(at) for at in range(1, 10)]
    alone = seen(pack, some, *everybody)
    assert "line 9" in lines(alone)
    assert "A tie of 9 with 1 dot each: “line 1”, “line 2”, “line 3” and 6 more." in alone.sentence
    led = seen(pack, some, *everybody, dots(1))
    assert "line 1" in lines(led)
    assert "line 9" not in lines(led)
    assert "8 more have dots" in led.sentence


def test_a_figure_of_a_headline_that_is_not_there_any_more_makes_no_picture(pack: Pack, examples: Exercise) -> None:
    some = offered(pack, examples, "a")
    figure = Figure("ar1-merge:9:1", ("dots",), (3,), 5, multiple=True)
    release = Release(some.id, 1, COUNTS, (figure,), n=5, heard=some.supplied)
    assert kind_of(some).room_picture(some, release, pack.words.say("en")) is None
