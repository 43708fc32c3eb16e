"""Claims about the run chart: what is read, what a signal is, what is never concluded, and that invented numbers say so."""

from __future__ import annotations

from typing import Any

import pytest

from leads_kit.kinds import Picture, kind_of
from leads_kit.model import Exercise, Pack, Tier
from leads_kit.text import LANGS, Lang

SHIFT = "9 10 8 12 9 8 11 9 10 8 4 5 3 4 6 5 4 5 4 6"
NOISE = "4 6 3 7 5.5 4 6 5 3 7 4 6"


@pytest.fixture
def exercise(pack: Pack) -> Exercise:
    return pack.exercises["ar4-run-chart"]


def told(pack: Pack, exercise: Exercise, lang: Lang = "en", **answer: Any) -> str:
    return " ".join(kind_of(exercise).feedback(exercise, {"whose": "own", **answer}, pack.words.say(lang)))


def pictured(pack: Pack, exercise: Exercise, **answer: Any) -> Picture:
    picture = kind_of(exercise).own_picture(exercise, {"whose": "own", **answer}, pack.words.say("en"))
    assert picture is not None
    return picture


def changed(point: int, what: str = "early start") -> dict[str, Any]:
    return {"changes": [{"id": "c", "what": what, "point": str(point)}]}


def test_a_shift_is_told_with_its_run_and_what_chance_does(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, values=SHIFT)
    assert "A shift: 10 values in a row lie above the median, from value 1 to value 10" in text
    assert "seldom gives more than 7" in text
    assert "everyday" not in text


def test_everyday_variation_is_no_news_and_no_shift(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, values=NOISE)
    assert "everyday ups and downs" in text
    assert "shift:" not in text


def test_too_few_values_have_no_rule(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, values="1 1 1 1 9 9 9 9")
    assert "no rule says anything yet" in text
    assert "everyday" not in text
    assert "A shift" not in text


def test_a_slow_wave_is_told_by_its_crossings_alone(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, values=" ".join("1" * 5 + "9" * 5 + "1" * 5 + "9" * 5))
    assert "seldom changes sides (crossings of the median: 3" in text
    assert "A shift" not in text
    assert "later values" not in text


@pytest.mark.parametrize(
    ("point", "words"),
    [(11, "that fits in time"), (9, "that fits in time"), (5, "at value 11 only"), (15, "something else was at work")],
)
def test_a_change_is_set_against_when_the_line_turns(pack: Pack, exercise: Exercise, point: int, words: str) -> None:
    text = told(pack, exercise, values=SHIFT, **changed(point))
    assert words in text
    assert "“early start”" in text
    others = {"that fits in time", "at value 11 only", "something else was at work"} - {words}
    assert not [other for other in others if other in text]


def test_a_change_that_fits_is_never_called_a_cause(pack: Pack, exercise: Exercise) -> None:
    assert "no proof" in told(pack, exercise, values=SHIFT, **changed(11))
    assert "pas encore une preuve" in told(pack, exercise, "fr", values=SHIFT, **changed(11))


def test_a_change_without_a_shift_is_not_called_useless(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, values=NOISE, **changed(6))
    assert "there are 7 values, and no shift shows yet" in text
    assert "too small or too young" in text


def test_a_change_beyond_the_last_value_is_told_and_not_drawn(pack: Pack, exercise: Exercise) -> None:
    assert "there are 12 values so far" in told(pack, exercise, values=NOISE, **changed(13))
    assert {row[3] for row in pictured(pack, exercise, values=NOISE, **changed(13)).table.rows} == {"–"}
    assert "early start" in [row[3] for row in pictured(pack, exercise, values=NOISE, **changed(12)).table.rows]


@pytest.mark.parametrize(("better", "words"), [("lower", "the way you want it"), ("higher", "not the way you want")])
def test_the_way_of_a_shift_is_told_against_what_is_better(
    pack: Pack, exercise: Exercise, better: str, words: str
) -> None:
    assert words in told(pack, exercise, values=SHIFT, better=better)
    assert "Is that what you hoped for?" in told(pack, exercise, values=SHIFT)


def test_a_target_is_counted_by_what_is_better_and_a_steady_line_will_not_reach_it_by_itself(
    pack: Pack, exercise: Exercise
) -> None:
    text = told(pack, exercise, values=NOISE, target="3", better="lower")
    assert "Your target of 3 is reached in 2 of 12 values" in text
    assert "another way of working" in text
    assert "reached in 12 of 12" in told(pack, exercise, values=NOISE, target="3", better="higher")
    assert "another way of working" not in told(pack, exercise, values=SHIFT, target="3", better="lower")
    assert "Say which way is better" in told(pack, exercise, values=NOISE, target="3")


def test_what_could_not_be_read_is_told_and_nothing_is_lost(pack: Pack, exercise: Exercise) -> None:
    answer = {"values": "12 n/a 14 closed 13", "target": "soon"}
    text = told(pack, exercise, **answer)
    assert "“n/a” and “closed”" in text
    assert "3 values" in text
    assert "“soon” was not read" in text
    assert kind_of(exercise).form(exercise, pack.words).kept(answer) == answer


def test_only_so_many_values_are_drawn_and_the_rest_are_told(pack: Pack, exercise: Exercise) -> None:
    values = " ".join(str(at) for at in range(27))
    assert "3 after them are not looked at" in told(pack, exercise, values=values)
    assert len(pictured(pack, exercise, values=values).table.rows) == 24


@pytest.mark.parametrize("lang", LANGS)
def test_the_example_says_that_it_is_invented_wherever_it_is_shown(pack: Pack, exercise: Exercise, lang: Lang) -> None:
    word = {"en": "invented", "fr": "inventé"}[lang]
    answer = {"whose": "example", "values": "1 2 3", "measure": "mine"}
    first = kind_of(exercise).feedback(exercise, answer, pack.words.say(lang))[0]
    picture = kind_of(exercise).own_picture(exercise, answer, pack.words.say(lang))
    assert picture is not None
    assert word in first
    assert word in picture.sentence
    assert "mine" not in first
    assert len(picture.table.rows) == 20
    assert word not in told(pack, exercise, lang, values=SHIFT)


def test_the_example_shows_a_shift_that_fits_its_change(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, whose="example")
    assert "A shift" in text
    assert "that fits in time" in text


def test_what_comes_next_is_quoted_with_the_place_to_mark_it(pack: Pack, exercise: Exercise) -> None:
    assert "“call on Mondays”: mark it at value 13" in told(pack, exercise, values=NOISE, next="call on Mondays.")
    assert "mark it" not in told(pack, exercise, whose="example", next="call on Mondays")
    assert "“call on Mondays”" in told(pack, exercise, next="call on Mondays")


@pytest.mark.parametrize("values", [SHIFT, NOISE, "1 2 3"])
def test_what_not_to_conclude_is_always_said(pack: Pack, exercise: Exercise, values: str) -> None:
    assert "false alarm about one time in twenty" in told(pack, exercise, values=values)


def test_all_of_it_is_private(pack: Pack, exercise: Exercise) -> None:
    kind = kind_of(exercise)
    assert [part.tier for part in kind.parts(exercise)] == [Tier.PRIVATE]
    assert kind.summary(exercise, [{"values": SHIFT}]) == ()
