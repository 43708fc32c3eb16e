"""Claims about one service seen from two chairs: what a person is told, and what a room sees of released figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from leads_kit.analysis.disclosure import protect
from leads_kit.kinds import Picture, kind_of
from leads_kit.model import Counts, Exercise, Figure, Pack, Release, Tier
from leads_kit.text import Lang, Text

FIVE = ("1", "2", "3", "4", "5")
COUNTS = Counts(here=12, seats=12, started=0, finished=12, passed=0)
DESK = Text("Our joint front desk", "Notre accueil commun")


@pytest.fixture
def service(pack: Pack) -> Exercise:
    return pack.exercises["dc2-service"]


@pytest.fixture
def joint(service: Exercise) -> Exercise:
    return replace(service, supplied={"service": (DESK,)})


@pytest.fixture
def workplace(pack: Pack) -> Exercise:
    return pack.exercises["eo2-workplace"]


def marks(attribute: str, importance: Any = None, customer: Any = None, provider: Any = None) -> dict[str, Any]:
    given = {"importance": importance, "customer": customer, "provider": provider}
    return {f"{asked}-{attribute}": mark for asked, mark in given.items() if mark is not None}


def told(pack: Pack, exercise: Exercise, answer: Mapping[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(exercise).feedback(exercise, answer, pack.words.say(lang)))


def at(asked: str, attribute: str, mark: int) -> Figure:
    """Nine answers with their middle at a mark."""
    counts = [0, 0, 0, 0, 0]
    counts[mark - 1] = 7
    counts[mark - 2 if mark > 1 else 1] += 1
    counts[mark if mark < 5 else 3] += 1
    return Figure(f"{asked}-{attribute}", FIVE, tuple(counts), 9)


def seen(
    pack: Pack, exercise: Exercise, figures: list[Figure], withheld: Mapping[str, str] | None = None, lang: Lang = "en"
) -> Picture:
    release = Release(exercise.id, 1, COUNTS, tuple(figures), withheld or {}, 9)
    picture = kind_of(exercise).room_picture(exercise, release, pack.words.say(lang))
    assert picture is not None
    return picture


def row(picture: Picture, label: str) -> dict[str, str]:
    (found,) = [row for row in picture.table.rows if row[0] == label]
    return dict(zip(picture.table.columns, found, strict=True))


def notes(picture: Picture) -> set[str]:
    return {one["text"] for rows in picture.spec["datasets"].values() for one in rows if "text" in one}


def test_the_widest_gap_is_told_with_both_its_marks(pack: Pack, service: Exercise) -> None:
    text = told(pack, service, marks("reach", 5, 4) | marks("time", 5, 2))
    assert "is in “On time”: it matters 5 and goes at 2" in text
    assert "Several gaps" not in text


def test_gaps_that_are_alike_are_told_together(pack: Pack, service: Exercise) -> None:
    text = told(pack, service, marks("reach", 5, 3) | marks("time", 4, 2) | marks("price", 3, 3))
    assert "alike, 2 points each: Easy to reach and On time." in text


def test_what_goes_better_than_it_matters_is_no_gap(pack: Pack, service: Exercise) -> None:
    text = told(pack, service, marks("reach", 2, 5) | marks("time", 3, 3))
    assert "All 2 that you marked go at least as well as they matter" in text
    assert "gap" not in text


@pytest.mark.parametrize(
    ("customer", "provider", "said"),
    [(2, 4, "milder one about “On time”: 4 from you, 2"), (5, 3, "stricter one about “On time”: 3 from you, 5")],
)
def test_the_chairs_are_told_apart(pack: Pack, service: Exercise, customer: int, provider: int, said: str) -> None:
    answer = marks("time", 4, customer, provider) | marks("reach", 4, 4, 4)
    assert said in told(pack, service, answer)


def test_chairs_that_agree_are_told_so_and_one_chair_alone_is_not(pack: Pack, service: Exercise) -> None:
    assert "same marks, 2 times" in told(pack, service, marks("time", 4, 4, 4) | marks("reach", 4, 3, 3))
    assert "from one chair only" in told(pack, service, marks("time", 4, 4))


def test_not_observed_is_not_a_low_mark(pack: Pack, service: Exercise) -> None:
    text = told(pack, service, marks("time", 5, "na", "na") | marks("reach", 5, 4, 4))
    assert "On time" not in text
    assert "“Easy to reach”: it matters 5 and goes at 4" in text


def test_only_what_matters_and_is_met_is_called_so(pack: Pack, service: Exercise) -> None:
    text = told(pack, service, marks("reach", 5, 4) | marks("time", 5, 3) | marks("price", 3, 5) | marks("clear", 2, 5))
    assert "Matters and is met: Easy to reach." in text


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_these_are_said_to_be_guesses_and_small_differences_to_mean_little(
    pack: Pack, service: Exercise, lang: Lang
) -> None:
    said = {"en": ("our guesses about the customers", "means little"), "fr": ("des suppositions", "peu de chose")}
    text = told(pack, service, marks("time", 5, 2, 4), lang)
    assert [words for words in said[lang] if words not in text] == []


def test_an_own_service_is_asked_where_the_room_named_none_and_stays_private(pack: Pack, service: Exercise) -> None:
    kind = kind_of(service)
    assert "service" in {field.id for field in kind.form(service, pack.words).fields}
    (own,) = [part for part in kind.parts(service) if "service" in part.fields]
    assert own.tier is Tier.PRIVATE
    assert "“our stall”" in told(pack, service, {"service": "our stall"} | marks("time", 5, 2))


def test_a_service_that_the_room_named_stands_on_every_card_and_is_not_asked(pack: Pack, joint: Exercise) -> None:
    kind = kind_of(joint)
    form = kind.form(joint, pack.words)
    assert "service" not in {field.id for field in form.fields}
    assert sorted(field for part in kind.parts(joint) for field in part.fields) == sorted(one.id for one in form.fields)
    assert all(group.intro and DESK.en in group.intro.en and DESK.fr in group.intro.fr for group in form.groups)
    assert f"“{DESK.en}”" in told(pack, joint, marks("time", 5, 2))


def test_a_room_may_name_a_service_or_leave_it_to_each(pack: Pack, service: Exercise) -> None:
    (ask,) = kind_of(service).asks(service)
    assert (ask.least, ask.most) == (0, 1)
    left = replace(service, supplied={"service": ()})
    assert "service" in {field.id for field in kind_of(left).form(left, pack.words).fields}


def test_the_short_form_asks_three_marks_of_each_attribute(pack: Pack, service: Exercise) -> None:
    form = kind_of(service).form(service, pack.words)
    short = [field.id for field in form.fields if not field.full_only and field.id != "service"]
    assert len(short) == 21
    assert not [id for id in short if id.startswith("provider_importance")]


def test_sums_leave_out_what_was_not_observed_and_what_nobody_marked(service: Exercise) -> None:
    answers = [marks("time", 5, "na", 2), marks("time", 4, 2)]
    figures = {one.id: one for one in kind_of(service).summary(service, answers)}
    assert figures["importance-time"].counts == (0, 0, 0, 1, 1)
    assert (figures["customer-time"].counts, figures["customer-time"].n) == ((0, 1, 0, 0, 0), 1)
    assert "customer-reach" not in figures


def test_the_room_hears_what_to_work_on_and_where_the_line_is(pack: Pack, service: Exercise) -> None:
    figures = [
        at("importance", "time", 5),
        at("customer", "time", 2),
        at("importance", "reach", 5),
        at("customer", "reach", 4),
    ]
    picture = seen(pack, service, figures)
    assert "more than the middle of the scale, 3, and goes below it: On time." in picture.sentence
    assert "┊ middle" in str(picture.spec)
    columns = [row(picture, label) for label in ("On time", "Easy to reach")]
    assert [one["Where it lies, by the middle of the scale"] for one in columns] == ["work on it", "keep it up"]


def test_without_anything_to_work_on_the_widest_gap_is_told(pack: Pack, service: Exercise) -> None:
    figures = [
        at("importance", "time", 5),
        at("customer", "time", 3),
        at("importance", "reach", 5),
        at("customer", "reach", 4),
    ]
    assert "widest gap between what matters and how it goes: On time." in seen(pack, service, figures).sentence
    met = seen(pack, service, [at("importance", "time", 4), at("customer", "time", 4)])
    assert "Nothing goes worse than it matters" in met.sentence
    assert "Too few answers" in seen(pack, service, [at("importance", "time", 4)]).sentence


def test_gap_and_views_stand_in_the_table(pack: Pack, service: Exercise) -> None:
    picture = seen(pack, service, [at("importance", "time", 5), at("customer", "time", 2), at("provider", "time", 4)])
    assert picture.table.rows[2][:6] == ("On time", "5", "2", "4", "3", "-2")
    assert "more gently than the people served would, we think: On time." in picture.sentence


def test_only_where_the_views_are_furthest_apart_is_told(pack: Pack, service: Exercise) -> None:
    figures = [
        at("customer", "time", 2),
        at("provider", "time", 3),
        at("customer", "price", 4),
        at("provider", "price", 2),
    ]
    sentence = seen(pack, service, figures).sentence
    assert "more strictly than the people served would, we think: Worth its price." in sentence
    assert "gently" not in sentence
    alike = seen(pack, service, [at("customer", "time", 3), at("provider", "time", 3)])
    assert "Both views lie close together." in alike.sentence


def test_between_classes_that_were_put_together_no_points_are_told(pack: Pack, service: Exercise) -> None:
    answers = [marks("time", 5, 1, 4)] * 3 + [marks("time", 4, 2, 5)] * 2 + [marks("time", 1, 5, 1)] * 2
    figures, withheld = protect(kind_of(service).summary(service, answers), 7, 5)
    picture = seen(pack, service, list(figures), withheld)
    assert picture.table.rows[2][:6] == ("On time", "4–5", "1–2", "4–5", "–", "–")
    assert "goes below it: On time." in picture.sentence


def test_a_withheld_mark_says_why_and_draws_nothing(pack: Pack, service: Exercise) -> None:
    withheld = {"customer-time": "disclosure.very_similar", "provider-reach": "disclosure.too_few"}
    figures = [
        at("importance", "time", 5),
        at("provider", "time", 4),
        at("importance", "reach", 5),
        at("customer", "reach", 4),
    ]
    picture = seen(pack, service, figures, withheld)
    assert row(picture, "On time")["People served"] == "answers much alike"
    assert row(picture, "On time")["Where it lies, by the middle of the scale"] == "–"
    assert {"● answers much alike", "□ too few answers to show"} <= notes(picture)
    assert {"● –", "□ –"} <= {
        one["text"] for rows in picture.spec["usermeta"]["wall"]["datasets"].values() for one in rows if "text" in one
    }
    drawn = [one["side"] for rows in picture.spec["datasets"].values() for one in rows if "side" in one]
    assert sorted(drawn) == ["lower", "upper"]


def test_how_many_answered_is_a_range_where_some_left_a_mark_out(pack: Pack, service: Exercise) -> None:
    fewer = replace(at("customer", "time", 3), counts=(0, 1, 5, 1, 0), n=7)
    picture = seen(pack, service, [at("importance", "time", 4), fewer])
    assert row(picture, "On time")["Answers"] == "7–9"
    assert row(picture, "Easy to reach")["Answers"] == "–"


def test_how_much_it_matters_to_us_has_a_column_only_where_it_was_said(pack: Pack, service: Exercise) -> None:
    figures = [at("importance", "time", 5), at("customer", "time", 2)]
    assert "Matters to us" not in seen(pack, service, figures).table.columns
    picture = seen(pack, service, [*figures, at("provider_importance", "time", 4)])
    assert row(picture, "On time")["Matters to us"] == "4"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_room_is_told_whose_service_and_whose_voices_it_sees(
    pack: Pack, service: Exercise, joint: Exercise, lang: Lang
) -> None:
    figures = [at("importance", "time", 5), at("customer", "time", 2)]
    own, named = (seen(pack, one, figures, lang=lang).sentence for one in (service, joint))
    assert DESK.of(lang) in named
    assert DESK.of(lang) not in own
    assert all(service.settings.caution.of(lang) in one for one in (own, named))  # type: ignore[attr-defined]


def test_nothing_released_is_no_picture(pack: Pack, service: Exercise) -> None:
    release = Release(service.id, 1, COUNTS, (), {"*": "disclosure.too_few"}, 3)
    assert kind_of(service).room_picture(service, release, pack.words.say("en")) is None


def test_a_workplace_is_looked_at_from_one_chair_and_nobody_names_a_service(pack: Pack, workplace: Exercise) -> None:
    kind = kind_of(workplace)
    asked = {field.id for field in kind.form(workplace, pack.words).fields}
    assert {"importance-load", "customer-load", "moves"} <= asked
    assert not [id for id in asked if id.startswith(("provider", "service"))]
    assert kind.asks(workplace) == ()
    assert {part.tier for part in kind.parts(workplace)} == {Tier.GROUP}
    assert "moves" not in {field.id for field in kind.form(pack.exercises["dc2-service"], pack.words).fields}


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_from_one_chair_nothing_is_said_of_another(pack: Pack, workplace: Exercise, lang: Lang) -> None:
    other = {
        "en": ("chair", "people served", "partner", "service"),
        "fr": ("chaise", "servies", "partenaire", "service"),
    }
    text = told(pack, workplace, marks("load", 5, 2) | marks("thanks", 5, 5), lang)
    figures = [at("importance", "load", 5), at("customer", "load", 2)]
    picture = seen(pack, workplace, figures, lang=lang)
    shown = f"{text} {picture.sentence} {picture.table.columns} {picture.spec}"
    assert [word for word in other[lang] if word in shown] == []
    assert "Today" in picture.table.columns or lang == "fr"


def test_the_widest_gap_at_work_is_told_with_both_its_marks(pack: Pack, workplace: Exercise) -> None:
    text = told(pack, workplace, marks("load", 5, 2) | marks("rest", 4, 3))
    assert "is in “A load one can carry”: it matters 5 and is at 2 today" in text
    assert "alike, 2 points each: Thanks and Time off that is off." in told(
        pack, workplace, marks("thanks", 4, 2) | marks("rest", 5, 3)
    )


def test_what_one_would_move_is_said_back_and_whether_it_is_where_the_gap_is(pack: Pack, workplace: Exercise) -> None:
    answer = marks("load", 5, 2) | marks("rest", 4, 3)
    there, elsewhere = (told(pack, workplace, answer | {"moves": ids}) for ids in (["load", "rest"], ["rest"]))
    assert "You would move: A load one can carry and Time off that is off." in there
    assert "not where your gap is widest" not in there
    assert "not where your gap is widest (A load one can carry)" in elsewhere
    assert "You would move" not in told(pack, workplace, answer)
    assert "You would move: Thanks." in told(pack, workplace, {"moves": ["thanks"]})


def test_up_to_three_may_be_moved_and_no_more(pack: Pack, workplace: Exercise) -> None:
    form = kind_of(workplace).form(workplace, pack.words)
    assert form.faults({"moves": ["load", "rest", "voice"]}) == []
    assert form.faults({"moves": ["load", "rest", "voice", "fit"]})


def moved(**counts: int) -> Figure:
    ids = (
        "direction",
        "respect",
        "support",
        "speak",
        "voice",
        "load",
        "fit",
        "thanks",
        "growth",
        "rest",
        "bodies",
        "trust",
    )
    return Figure("moves", ids, tuple(counts.get(id, 0) for id in ids), 9, multiple=True)


def test_moves_are_counted_in_one_figure_and_only_where_somebody_picked(workplace: Exercise) -> None:
    answers = [{"moves": ["load", "rest"]}, {"moves": ["rest"]}, marks("load", 5, 2)]
    (figure,) = kind_of(workplace).summary(workplace, answers[:2])
    counts = dict(zip(figure.classes, figure.counts, strict=True))
    assert (counts["rest"], counts["load"], counts["fit"], figure.multiple) == (2, 1, 0, True)
    assert "moves" not in {one.id for one in kind_of(workplace).summary(workplace, answers[2:])}


def test_how_many_would_move_it_stands_beside_each_row(pack: Pack, workplace: Exercise) -> None:
    figures = [at("importance", "load", 5), at("customer", "load", 2), moved(load=4, thanks=6)]
    picture = seen(pack, workplace, figures)
    assert "possible to move soon: Thanks." in picture.sentence
    assert row(picture, "A load one can carry")["Could be moved soon"] == "4"
    assert row(picture, "Support")["Could be moved soon"] == "0"
    assert "n = 9 · work on it · ✓ 4" in notes(picture)
    assert not [text for text in notes(picture) if text.endswith("✓ 0")]


def test_moves_that_were_not_released_or_are_alike_are_not_told(pack: Pack, workplace: Exercise) -> None:
    figures = [at("importance", "load", 5), at("customer", "load", 2)]
    picture = seen(pack, workplace, figures)
    assert "Could be moved soon" not in picture.table.columns
    assert "move soon" not in picture.sentence
    alike = seen(pack, workplace, [*figures, replace(moved(), counts=(3,) * 12)])
    assert "move soon" not in alike.sentence


def test_the_short_form_of_a_workplace_asks_two_marks_each(pack: Pack, workplace: Exercise) -> None:
    form = kind_of(workplace).form(workplace, pack.words)
    assert len([field for field in form.fields if not field.full_only]) == 25
