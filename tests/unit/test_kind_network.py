"""Claims about the network exercise: ties, the wished-for, the way in, and what may be offered of it."""

from __future__ import annotations

from typing import Any

import pytest

from leads_kit.form import Line, Rows
from leads_kit.kinds import Picture, kind_of
from leads_kit.model import Counts, Exercise, Figure, Pack, Release, Tier
from leads_kit.text import Lang

SAMPLE: dict[str, Any] = {
    "goal": "same-day discharge follow-up",
    "contacts": [
        {"id": "a", "name": "home care"},
        {"id": "b", "name": "pharmacy"},
        {"id": "c", "name": "family council"},
        {"id": "d", "name": "emergency"},
    ],
    "knows": [["a", "b"], ["c", "d"]],
}


@pytest.fixture
def network(pack: Pack) -> Exercise:
    return pack.exercises["dc1-network"]


def told(pack: Pack, network: Exercise, answer: dict[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(network).feedback(network, answer, pack.words.say(lang)))


def pictured(pack: Pack, network: Exercise, answer: dict[str, Any]) -> Picture:
    picture = kind_of(network).own_picture(network, answer, pack.words.say("en"))
    assert picture is not None
    return picture


def figures(picture: Picture) -> dict[str, str]:
    names = ("Degree", "Density", "Constraint", "Effective size")
    return {row[0]: row[1] for row in picture.table.rows if row[0] in names}


def wishing(*, tie: bool = False, knows: tuple[str, ...] = ()) -> dict[str, Any]:
    wished = {"id": "w", "name": "pharmacy lead", "wished": True, "tie": tie}
    return {
        **SAMPLE,
        "contacts": [*SAMPLE["contacts"], wished],
        "knows": [*SAMPLE["knows"], *([one, "w"] for one in knows)],
    }


def contacts(count: int) -> dict[str, Any]:
    return {"contacts": [{"id": f"r{at}", "name": f"N{at}"} for at in range(count)], "knows": []}


def test_two_circles_are_told_with_the_person_as_their_bridge(pack: Pack, network: Exercise) -> None:
    text = told(pack, network, SAMPLE)
    assert "For “same-day discharge follow-up” you have named 4 ties." in text
    assert "4 contacts form 2 circles (home care and pharmacy · family council and emergency)" in text
    assert "you are the bridge between them" in text


def test_the_figures_of_the_worked_sample_stand_under_their_names(pack: Pack, network: Exercise) -> None:
    picture = pictured(pack, network, SAMPLE)
    assert figures(picture) == {"Degree": "4", "Density": "0.33", "Constraint": "0.56", "Effective size": "3"}
    assert ("The figures", "", "", "") in picture.table.rows


def test_nobody_is_told_to_add_contacts_and_has_no_figures(pack: Pack, network: Exercise) -> None:
    for answer in ({}, {"contacts": []}, {"contacts": [{"id": "r1", "name": "  "}]}, {"goal": "one page"}):
        assert "Add contacts" in told(pack, network, answer)
        assert kind_of(network).own_picture(network, answer, pack.words.say("en")) is None


def test_one_contact_has_no_density_and_nothing_is_not_a_number(pack: Pack, network: Exercise) -> None:
    assert figures(pictured(pack, network, contacts(1))) == {"Degree": "1", "Constraint": "1", "Effective size": "1"}


def test_only_wished_for_partners_have_no_figures(pack: Pack, network: Exercise) -> None:
    answer = {"contacts": [{"id": "w", "name": "the mayor", "wished": True}]}
    assert "everybody here is wished for (the mayor). Add contacts" in told(pack, network, answer)
    assert figures(pictured(pack, network, answer)) == {}


def test_a_wished_partner_counts_as_a_tie_only_when_the_person_says_so(pack: Pack, network: Exercise) -> None:
    assert figures(pictured(pack, network, wishing()))["Degree"] == "4"
    assert figures(pictured(pack, network, wishing(tie=True)))["Degree"] == "5"


def test_whoever_knows_a_wished_partner_is_named_as_the_way_in(pack: Pack, network: Exercise) -> None:
    two = told(pack, network, wishing(knows=("b", "c")))
    assert "pharmacy lead knows 2 people on your list (pharmacy and family council). Ask one of them" in two
    one = told(pack, network, wishing(knows=("d",)))
    assert "pharmacy lead knows one person on your list (emergency). Ask for an introduction" in one
    assert "Nobody on your list knows pharmacy lead yet" in told(pack, network, wishing())
    assert "Nobody on your list knows pharmacy lead" not in told(pack, network, wishing(tie=True))


def test_one_wished_partner_is_no_way_to_another(pack: Pack, network: Exercise) -> None:
    rows = [{"id": "v", "name": "the mayor", "wished": True}, {"id": "w", "name": "the press", "wished": True}]
    text = told(pack, network, {"contacts": [*SAMPLE["contacts"], *rows], "knows": [["v", "w"]]})
    assert "Nobody on your list knows the mayor yet" in text
    assert "Nobody on your list knows the press yet" in text


def test_a_link_told_twice_or_to_somebody_gone_counts_once_or_not(pack: Pack, network: Exercise) -> None:
    twice = {**SAMPLE, "knows": [["a", "b"], ["b", "a"], ["c", "d"], ["d", "gone"]]}
    assert pictured(pack, network, twice).table == pictured(pack, network, SAMPLE).table


def test_neither_shape_is_called_the_better_one(pack: Pack, network: Exercise) -> None:
    everybody = [[f"r{a}", f"r{b}"] for a in range(4) for b in range(a + 1, 4)]
    wide, close = told(pack, network, contacts(4)), told(pack, network, {**contacts(4), "knows": everybody})
    assert "make trust quicker" in wide
    assert "through you" in wide
    assert "one close circle" in close
    assert "outside it" in close
    assert not {"good", "bad", "better", "weak", "poor"} & set((wide + close).lower().split())


def test_ties_mostly_from_one_place_are_noticed_and_mixed_ones_are_not(pack: Pack, network: Exercise) -> None:
    def placed(*sectors: str) -> dict[str, Any]:
        return {"contacts": [{"id": str(at), "name": str(at), "sector": one} for at, one in enumerate(sectors)]}

    assert "3 of your 4 ties are in one kind of place" in told(pack, network, placed("own", "own", "own", "public"))
    assert "one kind of place" not in told(pack, network, placed("own", "own", "public", "public"))
    assert "one kind of place" not in told(pack, network, placed("own", "own"))


@pytest.mark.parametrize(("count", "size"), [(3, "few"), (4, "some"), (7, "some"), (8, "many"), (12, "many")])
def test_the_size_that_may_be_offered_is_a_class(network: Exercise, count: int, size: str) -> None:
    assert kind_of(network).offer(network, contacts(count)) == {"classes": {"size": size, "bridging": "high"}}


def test_bridging_is_low_where_all_know_each_other(network: Exercise) -> None:
    everybody = [[f"r{a}", f"r{b}"] for a in range(4) for b in range(a + 1, 4)]
    assert kind_of(network).offer(network, {**contacts(4), "knows": everybody})["classes"]["bridging"] == "low"
    assert kind_of(network).offer(network, SAMPLE)["classes"]["bridging"] == "middle"


def test_under_three_ties_nothing_is_on_offer(network: Exercise) -> None:
    for answer in ({}, contacts(1), contacts(2)):
        assert kind_of(network).offer(network, answer) == {}


def test_what_was_typed_is_private_and_only_the_classes_are_for_the_group(network: Exercise) -> None:
    parts = {part.id: (part.tier, part.offered) for part in kind_of(network).parts(network)}
    assert parts == {"map": (Tier.PRIVATE, False), "classes": (Tier.GROUP, True)}


def test_only_whole_offers_are_summed_up(network: Exercise) -> None:
    bodies = [{"size": "few", "bridging": "low"}, {"size": "few", "bridging": "odd"}, {"size": "few"}, {}]
    size, bridging = kind_of(network).summary(network, bodies)
    assert (size.counts, bridging.counts, size.n, bridging.n) == ((1, 0, 0), (1, 0, 0), 1, 1)
    assert kind_of(network).summary(network, [{}]) == ()


def test_a_question_that_may_not_be_shown_keeps_its_name_and_says_why(pack: Pack, network: Exercise) -> None:
    release = Release(
        network.id, 1, Counts(8, 8, 0, 8, 0), (Figure("size", ("few", "some", "many"), (3, 3, 2), 8),),
        {"bridging": "disclosure.very_similar"}, 8,
    )  # fmt: skip
    picture = kind_of(network).room_picture(network, release, pack.words.say("en"))
    assert picture is not None
    assert ("How far they reach", "answers much alike", "–") in picture.table.rows


def test_the_goal_and_everybody_named_go_on_each_once(network: Exercise) -> None:
    rows = [
        {"id": "r1", "name": " pharmacy "},
        {"id": "r2"},
        {"id": "r3", "name": "pharmacy"},
        {"id": "r4", "name": "press"},
    ]
    gives = kind_of(network).gives
    assert gives(network, {"goal": " one page ", "contacts": rows}) == {
        "goal": ("one page",),
        "people": ("pharmacy", "press"),
    }
    assert gives(network, {}) == {}
    assert gives(network, {"contacts": [{"id": "r1", "name": "  "}]}) == {}


def test_people_and_goal_named_before_are_offered_and_the_short_form_takes_eight(pack: Pack, network: Exercise) -> None:
    goal, contacts, _knows = kind_of(network).form(network, pack.words).fields
    assert isinstance(goal, Line)
    assert isinstance(contacts, Rows)
    assert (goal.suggest, contacts.suggest, contacts.short_most) == ("goal", "people", 8)
