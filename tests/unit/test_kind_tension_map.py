"""Claims about the tension map: where marks lean, whose words are said back, and that nobody is told which pole is right."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from leads_kit.form import Choice
from leads_kit.kinds import kind_of
from leads_kit.model import Exercise, Pack, Tier
from leads_kit.text import LANGS, Lang, Text

LINES = {
    "a-good": "we are quick", "a-much": "we trip over each other",
    "b-good": "all are on board", "b-much": "we wait for the last",
}  # fmt: skip


@pytest.fixture
def tension(pack: Pack) -> Exercise:
    return pack.exercises["dc4-tension"]


@pytest.fixture
def given(tension: Exercise) -> Exercise:
    """With the poles of a room."""
    return replace(tension, supplied={"poles": (Text("Local", "Local"), Text("Common", "Commun"))})


def marks(*seen: int | None) -> dict[str, Any]:
    given = zip(("a-good", "a-much", "b-good", "b-much"), seen, strict=True)
    return {f"{id}-seen": mark for id, mark in given if mark is not None}


def told(pack: Pack, exercise: Exercise, answer: dict[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(exercise).feedback(exercise, answer, pack.words.say(lang)))


def test_marks_lean_to_the_pole_of_which_more_is_seen(pack: Pack, given: Exercise) -> None:
    text = told(pack, given, LINES | marks(4, 4, 2, 1))
    assert "lean to “Local” now: 8 of 10" in text
    assert "against 3 of 10 for “Common”" in text
    assert "lean to “Common” now: 8 of 10" in told(pack, given, LINES | marks(2, 1, 4, 4))


def test_leaning_is_told_with_its_price_and_its_way_back_in_the_tables_words(pack: Pack, given: Exercise) -> None:
    text = told(pack, given, LINES | marks(4, 4, 2, 1))
    assert "costs, in your words: “we trip over each other”." in text
    assert "the good of “Common”: “all are on board”." in text
    assert "we wait for the last" not in text


def test_one_point_is_no_leaning_and_two_are(pack: Pack, given: Exercise) -> None:
    assert "small differences mean little" in told(pack, given, LINES | marks(3, 3, 3, 2))
    assert "lean to" not in told(pack, given, LINES | marks(3, 3, 3, 2))
    assert "lean to “Local”" in told(pack, given, LINES | marks(3, 3, 2, 2))


@pytest.mark.parametrize("missing", range(4))
def test_a_missing_mark_is_not_a_low_one(pack: Pack, given: Exercise, missing: int) -> None:
    seen: list[int | None] = [5, 5, 5, 5]
    seen[missing] = None
    text = told(pack, given, LINES | marks(*seen))
    assert "lean to" not in text
    assert "even" not in text
    assert "mark from 1 to 5 for each of the four" in text


def test_poles_that_are_even_are_told_whether_in_their_good_or_in_their_too_much(pack: Pack, given: Exercise) -> None:
    assert "little of the rest" in told(pack, given, marks(4, 2, 5, 1))
    assert "what goes wrong on both sides" in told(pack, given, marks(1, 4, 2, 4))
    neither = told(pack, given, marks(3, 3, 3, 3))
    assert "little of the rest" not in neither
    assert "what goes wrong" not in neither


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("seen", [(5, 1, 1, 1), (1, 5, 1, 1), (1, 1, 5, 1), (1, 1, 1, 5), (3, 3, 3, 3), (None,) * 4])
def test_whatever_the_marks_both_poles_are_said_to_be_needed(
    pack: Pack, given: Exercise, lang: Lang, seen: tuple[int | None, ...]
) -> None:
    said = {"en": "Both poles are needed, and neither is the right one", "fr": "Les deux pôles sont nécessaires"}
    assert said[lang] in told(pack, given, LINES | marks(*seen), lang)


def test_a_side_without_a_good_word_is_asked_for(pack: Pack, given: Exercise) -> None:
    assert "somebody who prefers “Common”" in told(pack, given, {"a-good": "we are quick"})
    assert "somebody who prefers “Local”" in told(pack, given, {"b-good": "all are on board"})
    assert "somebody who prefers" not in told(pack, given, LINES)
    assert "What good do people seek there all the same?" in told(pack, given, {"b-much": "we wait"})


def test_poles_alone_are_a_beginning_and_no_map(pack: Pack, tension: Exercise) -> None:
    assert "Nothing here yet" in told(pack, tension, {"pair": "pace"})
    assert kind_of(tension).own_picture(tension, {"pair": "pace"}, pack.words.say("en")) is None


def test_the_tables_own_words_come_before_the_pair_and_the_pair_before_letters(pack: Pack, tension: Exercise) -> None:
    good = {"a-good": "x"}
    assert "“Pole A”" in told(pack, tension, good)
    assert "“Moving quickly”" in told(pack, tension, good | {"pair": "pace"})
    text = told(pack, tension, good | {"pair": "pace", "own-a": "Speed"})
    assert "“Speed”" in text
    assert "“Bringing everyone along”" in text


def test_poles_from_the_room_are_named_everywhere_and_not_chosen_again(
    pack: Pack, tension: Exercise, given: Exercise
) -> None:
    form = kind_of(given).form(given, pack.words)
    titles = [group.title.fr for group in form.groups]
    assert titles[:2] == ["Local\u00a0: ce qu’il y a de bon", "Local\u00a0: quand c’est trop"]
    assert not {"pair", "own-a", "own-b"} & {field.id for field in form.fields}
    assert {"pair", "own-a", "own-b"} <= {field.id for field in kind_of(tension).form(tension, pack.words).fields}
    parts = kind_of(given).parts(given)
    assert sorted(id for part in parts for id in part.fields) == sorted(field.id for field in form.fields)
    assert kind_of(given).headings(given, pack.words.say("en"))["b"] == "Early signs of too much of this: Common"


def test_the_room_is_asked_for_two_poles_and_offered_the_pairs_in_their_order(pack: Pack, tension: Exercise) -> None:
    (ask,) = kind_of(tension).asks(tension)
    assert (ask.id, ask.least, ask.most) == ("poles", 2, 2)
    pair = next(one for one in kind_of(tension).form(tension, pack.words).fields if isinstance(one, Choice))
    assert [text.en for text in ask.suggestions[:2]] == ["Each partner’s own way", "One common standard"]
    assert len(ask.suggestions) == 2 * len(pair.options)


def test_early_signs_are_notes_and_the_map_and_the_steps_stay_at_the_table(tension: Exercise) -> None:
    parts = {part.id: part for part in kind_of(tension).parts(tension)}
    assert {id: part.tier for id, part in parts.items()} == {"map": Tier.TABLE, "warnings": Tier.SHARED}
    assert {"a-good", "b-much-seen", "step-a", "step-b"} <= set(parts["map"].fields)
    rows = [{"id": "w1", "sign": " two leaflets ", "side": "a"}, {"id": "w2", "sign": "a queue"}, {"id": "w3"}]
    found = kind_of(tension).notes(tension, "warnings", {"warnings": rows})
    assert [(note.id, note.text, note.about) for note in found] == [("w1", "two leaflets", "a"), ("w2", "a queue", "")]


def test_one_step_is_answered_with_the_question_for_the_other_and_two_are_not(pack: Pack, given: Exercise) -> None:
    assert "And one for “Common”" in told(pack, given, {"step-a": "one free hour."})
    both = told(pack, given, {"step-a": "one free hour.", "step-b": "one page"})
    assert "A step for “Local”: “one free hour”." in both
    assert "And one for" not in both


def test_lines_lose_the_dashes_before_them_and_nothing_else(pack: Pack, given: Exercise) -> None:
    answer = {"a-good": "- word-by-word – done\r\n\n  • second\n-"}
    picture = kind_of(given).own_picture(given, answer, pack.words.say("en"))
    assert picture is not None
    assert picture.table.rows[0] == ("Local", "the good of it", "word-by-word – done · second", "–")


def test_the_picture_says_all_four_marks_and_draws_them(pack: Pack, given: Exercise) -> None:
    picture = kind_of(given).own_picture(given, LINES | marks(4, None, 2, 1), pack.words.say("en"))
    assert picture is not None
    assert "“Local” on the left: good 4, too much –; “Common” on the right: good 2, too much 1." in picture.sentence
    assert [row[-1] for row in picture.table.rows] == ["4", "–", "2", "1"]


def test_the_short_form_is_a_handful_of_taps(pack: Pack, given: Exercise) -> None:
    answer = LINES | marks(4, 4, 2, 1) | {"warnings": [{"id": "w1", "sign": "a", "side": "a"}]}
    assert kind_of(given).form(given, pack.words).taps(answer) == 6
