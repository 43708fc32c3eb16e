"""Claims about reflections: what is noticed in one's own answers, what is left alone, and what goes on to later exercises."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from leads_kit.form import LINE_LIMIT, Paragraph
from leads_kit.kinds import kind_of
from leads_kit.kinds.reflection import Question, Settings
from leads_kit.model import Exercise, Pack, Tier
from leads_kit.text import Lang, Text

WHOLE = {
    "notice": "the night driver",
    "together": "train two apprentices",
    "proud": "the head of the trade school",
    "sign": "write him on Friday",
}


@pytest.fixture
def close(pack: Pack) -> Exercise:
    return pack.exercises["dc-close"]


def told(pack: Pack, close: Exercise, answer: dict[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(close).feedback(close, answer, pack.words.say(lang)))


@pytest.mark.parametrize(
    "changed",
    [
        {"proud": " The Night Driver "},
        {"together": "a route plan with the night driver"},
        {"sign": "thank the night driver on Friday"},
    ],
)
def test_somebody_who_comes_up_twice_is_noticed(pack: Pack, close: Exercise, changed: dict[str, str]) -> None:
    text = told(pack, close, WHOLE | changed)
    assert "comes up in more than one of your answers" in text
    assert "“Notice”" in text
    assert "comes up" not in told(pack, close, WHOLE)


def test_it_is_said_where_somebody_comes_up(pack: Pack, close: Exercise) -> None:
    text = told(pack, close, WHOLE | {"sign": "thank the head of the trade school on Friday"})
    assert "“the head of the trade school” comes up in more than one of your answers: “Beside me” and “A sign”." in text


def test_a_name_inside_another_word_is_not_somebody_again(pack: Pack, close: Exercise) -> None:
    assert "comes up" not in told(pack, close, WHOLE | {"notice": "Ann", "together": "the annual plan with Joann"})
    assert "comes up" in told(pack, close, WHOLE | {"notice": "Ann", "together": "planning, with ANN"})


def test_an_initial_is_not_looked_for_inside_texts(pack: Pack, close: Exercise) -> None:
    assert "comes up" not in told(pack, close, WHOLE | {"notice": "a", "together": "a leaflet"})
    assert "comes up" in told(pack, close, WHOLE | {"notice": "K.", "proud": "k."})


def test_signs_in_a_name_are_only_signs(pack: Pack, close: Exercise) -> None:
    assert "(.*)+$ [a-z" in told(pack, close, WHOLE | {"notice": "(.*)+$ [a-z"})
    assert "comes up" not in told(pack, close, WHOLE | {"notice": ".*"})


def test_names_are_told_with_what_follows_from_privacy(pack: Pack, close: Exercise) -> None:
    text = told(pack, close, WHOLE)
    assert "You named “the night driver” and “the head of the trade school”." in text
    assert "only if you let them know" in text


def test_french_counts_the_people_named(pack: Pack, close: Exercise) -> None:
    assert "cette personne ne le saura" in told(pack, close, {"notice": "K."}, "fr")
    assert "ces personnes ne le sauront" in told(pack, close, {"notice": "K.", "proud": "M."}, "fr")


def test_something_to_do_without_a_time_gets_a_hint_and_with_one_none(pack: Pack, close: Exercise) -> None:
    hint = "No time is named under “A sign”"
    assert hint in told(pack, close, WHOLE | {"sign": "tell him that his calm helps"})
    for sign in ("tell him on Friday", "le lui dire demain", "la semaine prochaine", "by the 3rd", "tomorrow"):
        assert hint not in told(pack, close, WHOLE | {"sign": sign})
    assert hint not in told(pack, close, {key: text for key, text in WHOLE.items() if key != "sign"})


def test_what_was_left_open_is_named_and_called_fine(pack: Pack, close: Exercise) -> None:
    one = told(pack, close, {key: text for key, text in WHOLE.items() if key != "proud"})
    assert "You left one question open: “Beside me”. That is fine" in one
    assert "You left these open: “Notice”, “Beside me” and “A sign”." in told(pack, close, {"together": "a leaflet"})
    assert "open" not in told(pack, close, WHOLE)


def test_blanks_are_nothing(pack: Pack, close: Exercise) -> None:
    assert "Nothing written, and that is fine" in told(pack, close, {"notice": "  ", "sign": None})


def test_a_whole_answer_still_hears_something_it_did_not_say(pack: Pack, close: Exercise) -> None:
    assert "Read it again in a month" in told(pack, close, WHOLE)
    assert "Read it again" not in told(pack, close, WHOLE | {"sign": "tell him"})


def test_a_long_answer_is_quoted_by_its_beginning_on_a_whole_word(pack: Pack, close: Exercise) -> None:
    text = told(pack, close, {"together": "start " + "words and " * 60})
    assert "“start words and words" in text
    assert " …”" in text
    assert len(text) < 300


def test_all_of_it_is_private_and_nothing_is_summed_up(close: Exercise) -> None:
    assert [part.tier for part in kind_of(close).parts(close)] == [Tier.PRIVATE]
    assert kind_of(close).summary(close, [WHOLE, WHOLE]) == ()


def test_people_go_on_once_each_and_nothing_else_does(close: Exercise) -> None:
    given = kind_of(close).gives(close, WHOLE | {"notice": "M. ", "proud": "m."})
    assert given == {"people": ("M.",)}
    assert kind_of(close).gives(close, WHOLE) == {"people": ("the night driver", "the head of the trade school")}
    assert kind_of(close).gives(close, {"together": "a leaflet"}) == {}


def test_chips_are_offered_where_a_question_asks_for_people(pack: Pack, close: Exercise) -> None:
    fields = {field.id: field for field in kind_of(close).form(close, pack.words).fields}
    assert [id for id, field in fields.items() if field.suggest == "people"] == ["notice", "proud"]
    assert isinstance(fields["together"], Paragraph)
    assert fields["sign"].most == LINE_LIMIT


def test_any_questions_will_do(pack: Pack, close: Exercise) -> None:
    goal = Question(title=Text("Aim", "But"), label=Text("What for?", "Dans quel but ?"), suggest="goal")
    own = dataclasses.replace(close, settings=Settings(questions={"aim": goal}))
    text = told(pack, own, {"aim": "same-day answers"})
    assert "“same-day answers”" in text
    assert "You named" not in text
    assert kind_of(own).gives(own, {"aim": "same-day answers"}) == {"goal": ("same-day answers",)}
