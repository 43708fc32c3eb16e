"""Claims about the one-page plan: its questions are data, its hints are gentle, and all of it is the person's own."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from pydantic import ValidationError

from leads_kit.form import Choice, Day, Line
from leads_kit.kinds import kind_of
from leads_kit.kinds.plan_page import Settings
from leads_kit.kinds.plan_page.settings import Question, Section
from leads_kit.model import Exercise, Pack, Tier
from leads_kit.text import Lang, Text

T = Text("Label", "Intitulé")


@pytest.fixture
def page(pack: Pack) -> Exercise:
    return pack.exercises["dc3-knowledge-to-action"]


def told(pack: Pack, page: Exercise, answer: dict[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(page).feedback(page, answer, pack.words.say(lang)))


def words(count: int) -> str:
    return " ".join(f"w{at}" for at in range(count))


def in_days(days: int) -> str:
    return (dt.datetime.now(dt.UTC).astimezone().date() + dt.timedelta(days=days)).isoformat()


def section(**questions: Question) -> Section:
    return Section(title=T, questions=questions)


def test_the_short_form_asks_the_five_essential_questions(pack: Pack, page: Exercise) -> None:
    form = kind_of(page).form(page, pack.words)
    assert [one.id for one in form.fields if not one.full_only] == ["knowledge", "user", "message", "action", "day"]
    assert all(one.optional for one in form.fields if one.full_only)
    assert len(form.fields) == 12


def test_all_of_it_is_private_and_nothing_is_summed_up(page: Exercise) -> None:
    kind = kind_of(page)
    assert {part.tier for part in kind.parts(page)} == {Tier.PRIVATE}
    assert kind.summary(page, [{"knowledge": "a"}] * 9) == ()


def test_who_carries_it_may_be_picked_from_earlier_names_and_is_given_on(pack: Pack, page: Exercise) -> None:
    (carrier,) = [one for one in kind_of(page).form(page, pack.words).fields if one.id == "carrier"]
    assert isinstance(carrier, Line)
    assert carrier.suggest == "people"
    assert kind_of(page).gives(page, {"carrier": " R. B. ", "user": "clerks"}) == {"people": ("R. B.",)}
    assert kind_of(page).gives(page, {"carrier": " "}) == {}


@pytest.mark.parametrize(("count", "said"), [(1, "1 word:"), (25, "25 words: it fits"), (26, "26 words; 25 are")])
def test_the_words_of_a_message_are_counted_and_many_are_hinted_at(
    pack: Pack, page: Exercise, count: int, said: str
) -> None:
    assert said in told(pack, page, {"message": words(count)})


def test_signs_alone_are_no_words(pack: Pack, page: Exercise) -> None:
    assert "3 words" in told(pack, page, {"message": "Bread – toasted : better !"})


@pytest.mark.parametrize(
    ("action", "joined"),
    [
        ("call the desk and send the page", "and"),
        ("call; write", ";"),
        ("Appeler, puis écrire", "puis"),
        ("appeler et écrire", "et"),
    ],
)
def test_an_action_that_sounds_like_two_is_asked_about(pack: Pack, page: Exercise, action: str, joined: str) -> None:
    assert f"may be more than one action (“{joined}”)" in told(pack, page, {"action": action})
    assert "plus d’une action" in told(pack, page, {"action": action}, "fr")


@pytest.mark.parametrize("action", ["offer two times instead of one", "expand the standing list", "étendre la liste"])
def test_one_action_is_left_in_peace(pack: Pack, page: Exercise, action: str) -> None:
    text = told(pack, page, {"action": action})
    assert f"The one action: “{action}”" in text
    assert "more than one" not in text


def test_a_message_without_an_action_is_asked_for_one(pack: Pack, page: Exercise) -> None:
    assert "soon forgotten" in told(pack, page, {"message": "Bread"})
    assert "soon forgotten" not in told(pack, page, {"message": "Bread", "action": "toast it"})
    assert "soon forgotten" not in told(pack, page, {"knowledge": "Bread"})


def test_a_page_without_a_date_is_nudged_and_one_with_a_date_is_told_how_far_it_is(pack: Pack, page: Exercise) -> None:
    assert "no date yet" in told(pack, page, {"knowledge": "Bread"})
    text = told(pack, page, {"knowledge": "Bread", "day": in_days(12)})
    assert "12 days from now" in text
    assert "no date yet" not in text
    assert "has passed" in told(pack, page, {"day": in_days(-3)})
    assert "today" in told(pack, page, {"day": in_days(0)})
    assert "dans 12 jours" in told(pack, page, {"day": in_days(12)}, "fr")


def test_ways_are_counted_in_the_pages_order(pack: Pack, page: Exercise) -> None:
    assert "One way: A call or a visit." in told(pack, page, {"channels": ["visit"]})
    text = told(pack, page, {"channels": ["sheet", "meeting"]})
    assert "2 ways: A meeting they have anyway and One page or a poster." in text


def test_an_answer_elsewhere_is_quoted_and_an_empty_page_is_not_scolded(pack: Pack, page: Exercise) -> None:
    assert "You have begun at “ten families”" in told(pack, page, {"sign": "ten families"})
    assert told(pack, page, {}).startswith("The page is empty yet.")
    assert "no date" not in told(pack, page, {})


def test_the_day_goes_to_the_calendar_under_the_most_telling_words(pack: Pack, page: Exercise) -> None:
    say = pack.words.say("en")
    whole = {"knowledge": "k", "message": "m", "action": "a", "day": "2030-03-07"}
    for title, answer in (
        ("a", whole),
        ("m", {**whole, "action": " "}),
        ("k", {"knowledge": "k", "day": "2030-03-07"}),
    ):
        (dated,) = kind_of(page).calendar(page, answer, say)
        assert (dated.day, dated.title) == ("2030-03-07", title)
        assert dated.neutral == "Workshop: a date from my page"
    assert kind_of(page).calendar(page, {"action": "a"}, say) == ()
    assert kind_of(page).calendar(page, {"sign": "s", "day": "2030-03-07"}, say) == ()


def test_a_coach_may_leave_questions_out_and_add_others(pack: Pack, page: Exercise) -> None:
    settings = Settings(
        sections={
            "one": section(
                budget=Question(label=T, essential=True),
                season=Question(
                    label=T, type="chips", options={"spring": Text("Spring", "Printemps"), "fall": T}, most=2
                ),
            )
        }
    )
    ours = replace(page, settings=settings)
    fields = kind_of(ours).form(ours, pack.words).fields
    assert [type(one) for one in fields] == [Line, Choice]
    assert "You have begun at “two hundred”" in told(pack, ours, {"budget": "two hundred"})
    assert "You have begun at “Spring”" in told(pack, ours, {"season": ["spring"]})
    assert "page is empty" in told(pack, ours, {})


def test_every_type_of_question_becomes_its_field() -> None:
    made = [Question(label=T, type=one).field("x") for one in ("line", "paragraph", "day")]
    assert [one.type for one in made] == ["line", "paragraph", "day"]
    assert isinstance(made[2], Day)


@pytest.mark.parametrize(
    ("sections", "said"),
    [
        ({}, "at least 1"),
        (dict.fromkeys(("one", "two"), section(a=Question(label=T, essential=True))), "question_twice"),
        ({"one": section(a=Question(label=T, type="chips", essential=True))}, "'chips'"),
        ({"one": section(a=Question(label=T, options={"x": T}, essential=True))}, "'chips'"),
    ],
)  # fmt: skip
def test_settings_that_make_no_form_are_refused(sections: dict[str, Section], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Settings(sections=sections)


def test_a_section_that_the_short_form_could_not_show_is_refused() -> None:
    with pytest.raises(ValidationError, match="essential"):
        section(a=Question(label=T))
