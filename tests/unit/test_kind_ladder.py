"""Claims about the ladder: rungs and the way between them, trust and value, and what may be offered of it."""

from __future__ import annotations

from typing import Any

import pytest

from leads_kit.form import Rows, Scale
from leads_kit.kinds import Picture, kind_of
from leads_kit.kinds.ladder.partner import Partner, read
from leads_kit.model import Counts, Exercise, Figure, Pack, Release, Tier
from leads_kit.text import Lang

PHARMACY = {
    "id": "r1", "name": "Pharmacy", "now": 2, "needed": 3,
    "trust-reliable": 3, "trust-open": 4, "trust-aim": 3,
    "value-influence": 4, "value-involvement": 2, "value-resources": 3,
}  # fmt: skip


@pytest.fixture
def ladder(pack: Pack) -> Exercise:
    return pack.exercises["dc1-ladder"]


def placed(*rungs: tuple[int | None, int | None]) -> dict[str, Any]:
    """Partners A, B, C … on these rungs, today's and needed."""
    rows = [
        {"id": f"r{at}", "name": chr(ord("A") + at)}
        | {key: rung for key, rung in (("now", now), ("needed", needed)) if rung}
        for at, (now, needed) in enumerate(rungs)
    ]
    return {"partners": rows}


def rated(**marks: int) -> dict[str, Any]:
    row = {"id": "r1", "name": "A", "now": 1, "needed": 3} | {
        key.replace("_", "-"): mark for key, mark in marks.items()
    }
    return {"partners": [row]}


def told(pack: Pack, ladder: Exercise, answer: dict[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(ladder).feedback(ladder, answer, pack.words.say(lang)))


def pictured(pack: Pack, ladder: Exercise, answer: dict[str, Any], lang: Lang = "en") -> Picture:
    picture = kind_of(ladder).own_picture(ladder, answer, pack.words.say(lang))
    assert picture is not None
    return picture


def one(answer: dict[str, Any]) -> Partner:
    (partner,) = read(answer)
    return partner


def test_trust_and_value_of_the_worked_sample_are_the_means_of_their_ratings() -> None:
    pharmacy = one({"partners": [PHARMACY]})
    assert (pharmacy.now, pharmacy.needed, pharmacy.way) == (2, 3, 1)
    assert pharmacy.ratings["trust"].mean == pytest.approx(3.33, abs=0.005)
    assert pharmacy.ratings["value"].mean == pytest.approx(3.00)


def test_the_table_of_the_worked_sample_names_rungs_and_gives_both_means(pack: Pack, ladder: Exercise) -> None:
    table = pictured(pack, ladder, {"partners": [PHARMACY]}).table
    assert table.columns == ("Partner", "Today", "The goal needs", "The way", "Trust, of 4", "Value, of 4")
    assert table.rows == (("Pharmacy", "2 Adjust", "3 Share", "+1 rung", "3.33", "3"),)
    french = pictured(pack, ladder, {"partners": [PHARMACY]}, "fr").table
    assert french.rows == (("Pharmacy", "2 Accord", "3 Partage", "+1 échelon", "3,33", "3"),)


def test_a_mean_of_some_ratings_says_of_how_many_and_none_is_no_zero(pack: Pack, ladder: Exercise) -> None:
    row = pictured(pack, ladder, rated(trust_open=2, trust_aim=3)).table.rows[0]
    assert row[-1] == "2.5 (2 of 3 ratings)"
    assert one(placed((1, 2))).ratings["trust"].mean is None
    both = {"partners": [PHARMACY, placed((1, 2))["partners"][0] | {"id": "r9"}]}
    assert [row[-2:] for row in pictured(pack, ladder, both).table.rows] == [("3.33", "3"), ("–", "–")]


def test_without_ratings_the_table_has_no_columns_for_them(pack: Pack, ladder: Exercise) -> None:
    assert pictured(pack, ladder, placed((1, 2), (4, None))).table.rows == (
        ("A", "1 Exchange", "2 Adjust", "+1 rung"), ("B", "4 Build", "–", "one still open"),
    )  # fmt: skip


@pytest.mark.parametrize(("now", "needed", "way"), [(1, 4, "+3 rungs"), (3, 3, "as needed"), (4, 2, "−2 rungs")])
def test_the_way_is_told_beside_its_row(pack: Pack, ladder: Exercise, now: int, needed: int, way: str) -> None:
    assert pictured(pack, ladder, placed((now, needed))).table.rows[0][3] == way


def test_rungs_to_climb_are_added_up_and_the_longest_way_is_named(pack: Pack, ladder: Exercise) -> None:
    text = told(pack, ladder, placed((1, 4), (2, 3), (3, 3)))
    assert "4 rungs to climb in all, with 2 of 3 partners" in text
    assert "The longest way is with A, from “Exchange” to “Build”" in text
    assert "With A the way goes from “Exchange” to “Adjust”" in told(pack, ladder, placed((1, 2), (3, 3)))
    assert "to climb in all" not in told(pack, ladder, placed((3, 3), (4, 2)))


def test_several_equally_long_ways_are_named_together_unless_all_are(pack: Pack, ladder: Exercise) -> None:
    assert "The longest way, 2 rungs, is with A and B." in told(pack, ladder, placed((1, 3), (2, 4), (1, 2)))
    assert "longest way" not in told(pack, ladder, placed((1, 3), (2, 4)))


def test_a_rung_that_is_enough_or_more_than_enough_is_no_fault(pack: Pack, ladder: Exercise) -> None:
    text = told(pack, ladder, placed((3, 3), (4, 2), (2, None)))
    assert "With A you stand where your goal needs you" in text
    assert "With B you stand higher than this goal needs" in text
    assert "For C a rung is still open" in text
    assert not {"good", "bad", "weak", "poor", "low"} & {word.strip(".;,") for word in text.split()}


def test_needing_everybody_on_top_is_worth_a_second_thought(pack: Pack, ladder: Exercise) -> None:
    assert "You need all 3 on the top rung, “Build”" in told(pack, ladder, placed((2, 4), (3, 4), (4, 4)))
    assert "top rung" not in told(pack, ladder, placed((2, 4), (3, 4), (4, 3)))
    assert "top rung" not in told(pack, ladder, placed((2, 4), (3, 4)))


def test_the_lowest_part_of_trust_is_a_place_to_begin_where_it_stands_out(pack: Pack, ladder: Exercise) -> None:
    low = told(pack, ladder, rated(trust_reliable=3, trust_open=1, trust_aim=4))
    assert "With A, one part of trust has the lowest mark, 1: “Trust: we tell each other hard things early”" in low
    assert "lowest mark" not in told(pack, ladder, rated(trust_reliable=3, trust_open=3, trust_aim=3))
    assert "lowest mark" not in told(pack, ladder, rated(trust_reliable=1, trust_open=1, trust_aim=4))
    assert "lowest mark" not in told(pack, ladder, rated(trust_open=1))


def test_value_well_above_trust_is_noticed_and_small_differences_are_not(pack: Pack, ladder: Exercise) -> None:
    wide = rated(trust_open=2, trust_aim=2, trust_reliable=2, value_influence=4, value_involvement=3, value_resources=4)
    assert "A counts for more in this goal (3.67 of 4) than there is trust so far (2 of 4)" in told(pack, ladder, wide)
    close = rated(trust_open=3, trust_aim=3, value_influence=4, value_involvement=3, value_resources=4)
    assert "counts for more" not in told(pack, ladder, close)
    assert "counts for more" not in told(pack, ladder, rated(value_influence=4))


def test_two_partners_told_alike_are_two(pack: Pack, ladder: Exercise) -> None:
    twins = {"partners": [{"id": id, "name": "A", "now": 1, "needed": 2} for id in ("r1", "r2")]}
    assert "2 rungs to climb in all, with 2 of 2 partners" in told(pack, ladder, twins)
    assert kind_of(ladder).gives(ladder, twins) == {"people": ("A",)}


def test_names_alone_are_said_back_with_what_to_tap_and_have_no_picture(pack: Pack, ladder: Exercise) -> None:
    answer = placed((None, None), (None, None))
    text = told(pack, ladder, answer)
    assert "A and B" in text
    assert "Nobody stands on a rung yet" in text
    assert kind_of(ladder).own_picture(ladder, answer, pack.words.say("en")) is None


def test_the_sentence_of_the_picture_counts_ways(pack: Pack, ladder: Exercise) -> None:
    sentence = pictured(pack, ladder, placed((1, 4), (1, 2), (3, 3), (4, 2), (2, None))).sentence
    assert "a higher rung with 2, the same with 1, a lower one with 1. 1 partner has only one of two rungs." in sentence


def test_the_same_is_told_in_french(pack: Pack, ladder: Exercise) -> None:
    text = told(pack, ladder, placed((1, 4), (2, 3), (3, 3)), "fr")
    assert "4 échelons à monter en tout, avec 2 partenaires sur 3." in text
    assert "Le plus long chemin est avec A, de «\u00a0Échange\u00a0» à «\u00a0Alliance\u00a0»." in text
    assert "Avec C, vous êtes là où votre but le demande" in text


def test_what_was_typed_is_private_and_only_three_classes_are_for_the_group(ladder: Exercise) -> None:
    parts = {part.id: (part.tier, part.offered) for part in kind_of(ladder).parts(ladder)}
    assert parts == {"partners": (Tier.PRIVATE, False), "rungs": (Tier.GROUP, True)}


@pytest.mark.parametrize(
    ("rungs", "body"),
    [
        (((1, 2), (1, 2), (2, 2)), {"now": "low", "needed": "low", "way": "one"}),
        (((3, 3), (1, 1), (2, 4)), {"now": "third", "needed": "top", "way": "none"}),
        (((4, 2), (4, 4), (1, 3)), {"now": "top", "needed": "top", "way": "none"}),
        (((1, 3), (1, 4), (2, 2)), {"now": "low", "needed": "top", "way": "more"}),
    ],
    ids=["one rung", "where needed", "more than needed counts as nothing to climb", "two rungs or three are one class"],
)
def test_what_may_be_offered_is_the_highest_rungs_and_the_commonest_way(
    ladder: Exercise, rungs: tuple[tuple[int, int], ...], body: dict[str, str]
) -> None:
    assert kind_of(ladder).offer(ladder, placed(*rungs)) == {"rungs": body}


def test_of_two_ways_alike_the_longer_is_offered(ladder: Exercise) -> None:
    assert kind_of(ladder).offer(ladder, placed((2, 2), (3, 3), (1, 2), (2, 3)))["rungs"]["way"] == "one"
    assert kind_of(ladder).offer(ladder, placed((1, 2), (2, 3), (1, 3), (2, 4)))["rungs"]["way"] == "more"


def test_under_three_partners_with_both_rungs_nothing_is_on_offer(ladder: Exercise) -> None:
    for answer in ({}, placed((1, 2)), placed((1, 2), (1, 2)), placed((1, 2), (1, 2), (3, None))):
        assert kind_of(ladder).offer(ladder, answer) == {}


def test_the_preview_says_what_leaves_under_the_names_of_the_rungs(pack: Pack, ladder: Exercise) -> None:
    body = {"now": "low", "needed": "top", "way": "more"}
    assert kind_of(ladder).preview(ladder, "rungs", body, pack.words.say("en")) == (
        "My highest rung today: 1 Exchange or 2 Adjust",
        "The highest rung my goal needs: 4 Build",
        "Most often: two rungs to climb, or three",
    )


def test_figures_count_each_person_once_and_add_up(ladder: Exercise) -> None:
    summary = kind_of(ladder).summary
    bodies = [
        {"now": "low", "needed": "third", "way": "one"},
        {"now": "low", "needed": "top", "way": "more"},
        {"now": "third", "needed": "third", "way": "none"},
    ]
    whole = {figure.id: figure for figure in summary(ladder, bodies)}
    assert whole["now"].counts == (2, 1, 0)
    assert all(figure.n == 3 == sum(figure.counts) for figure in whole.values())
    for at in range(3):
        alone = {figure.id: figure for figure in summary(ladder, [bodies[at]])}
        rest = {figure.id: figure for figure in summary(ladder, bodies[:at] + bodies[at + 1 :])}
        for id, figure in whole.items():
            added = tuple(map(sum, zip(alone[id].counts, rest[id].counts, strict=True)))
            assert added == figure.counts


def test_what_is_no_whole_offer_is_not_counted(ladder: Exercise) -> None:
    odd = [
        {"now": "low", "needed": "low", "way": "one"},
        {"now": "low", "needed": "low"},
        {"now": "5", "way": "one"},
        {},
    ]
    assert {figure.n for figure in kind_of(ladder).summary(ladder, odd)} == {1}
    assert kind_of(ladder).summary(ladder, [{}]) == ()


def test_the_room_hears_where_its_middle_stands_and_why_a_row_is_missing(pack: Pack, ladder: Exercise) -> None:
    now = Figure("now", ("low", "third", "top"), (5, 2, 1), 8)
    way = Figure("way", ("none", "one", "more"), (1, 4, 3), 8)
    release = Release(ladder.id, 1, Counts(8, 8, 0, 8, 0), (now, way), {"needed": "disclosure.very_similar"}, 8)
    picture = kind_of(ladder).room_picture(ladder, release, pack.words.say("en"))
    assert picture is not None
    assert picture.sentence == (
        "8 people offered their ladders. In the middle, the highest rung today is 1 Exchange or 2 Adjust. "
        "Most often: one rung to climb."
    )
    assert ("Highest rung needed", "answers much alike", "–") in picture.table.rows
    assert ("Highest rung today", "4 Build", "1") in picture.table.rows
    assert ("Most often to climb", "one rung", "4") in picture.table.rows


def test_both_rungs_of_the_middle_are_told_together_and_the_way_alone_alone(pack: Pack, ladder: Exercise) -> None:
    now, needed = (
        Figure(id, ("low", "third", "top"), counts, 8) for id, counts in (("now", (5, 2, 1)), ("needed", (1, 4, 3)))
    )
    way = Figure("way", ("none", "one", "more"), (5, 2, 1), 8)
    for figures, words in (
        ((now, needed), "the highest rung is 1 Exchange or 2 Adjust today and 3 Share for the goal."),
        ((needed,), "the highest rung for the goal is 3 Share."),
        ((way,), "ladders. Most often: nothing to climb."),
    ):
        release = Release(ladder.id, 1, Counts(8, 8, 0, 8, 0), figures, {}, 8)
        picture = kind_of(ladder).room_picture(ladder, release, pack.words.say("en"))
        assert picture is not None
        assert picture.sentence.endswith(words)


def test_the_form_offers_people_names_rungs_and_keeps_ratings_for_the_full_form(pack: Pack, ladder: Exercise) -> None:
    (group,) = kind_of(ladder).form(ladder, pack.words).groups
    (partners,) = group.fields
    assert isinstance(partners, Rows)
    assert (partners.suggest, partners.most) == ("people", 10)
    assert group.intro is not None
    assert "2 Adjust: we also change our plans so that they fit." in group.intro.en
    assert "2 Accord\u00a0: nous accordons aussi nos plans." in group.intro.fr
    scales = {field.id: field for field in partners.fields if isinstance(field, Scale)}
    assert [(scale.low, scale.high) for scale in scales.values()] == [(1, 4)] * 8
    assert [id for id, scale in scales.items() if not scale.full_only] == ["now", "needed"]
    assert scales["now"].anchors[3].en == "Share"
