"""Claims about what can be made out of a headline by word lists, in both languages."""

from __future__ import annotations

import pytest

from leads_kit.analysis.headlines import LISTS, Seen, looked_at, said_twice
from leads_kit.model import Pack
from leads_kit.text import Text


@pytest.fixture
def lists(pack: Pack) -> dict[str, Text]:
    return {name: pack.words[f"headline.words.{name}"] for name in LISTS}


@pytest.mark.parametrize(
    "headline",
    ["40 families at one table since May", "Depuis l’été, chaque patient rentre avec une lettre",
     "Les gens du troisième ont leurs clés depuis 2027", "Nobody waits past noon since last winter"],
)  # fmt: skip
def test_a_headline_with_all_of_it_is_whole(lists: dict[str, Text], headline: str) -> None:
    assert looked_at(headline, lists).whole


@pytest.mark.parametrize(
    ("headline", "seen"),
    [
        ("", Seen(False, False, False, ())),
        ("Care in 2028", Seen(False, False, True, ())),
        ("12 patients", Seen(True, True, False, ())),
        ("On va de l’avant dans un bon esprit", Seen(False, False, False, ())),
        ("An offer on demand", Seen(False, False, False, ())),
        ("L’Excellence, une vision d’excellence", Seen(False, False, False, ("Excellence", "vision"))),
        ("World-class care", Seen(False, False, False, ("World-class",))),
    ],
)
def test_what_is_missing_is_missed_and_nothing_is_found_that_is_not_there(
    lists: dict[str, Text], headline: str, seen: Seen
) -> None:
    assert looked_at(headline, lists) == seen


def test_a_number_of_things_is_no_time_and_a_year_is_no_number_of_things(lists: dict[str, Text]) -> None:
    assert not looked_at("40 families", lists).when
    assert looked_at("40 families", lists).seen
    assert not looked_at("Health in 2028", lists).seen


def test_the_time_may_stand_beside_the_headline_and_nothing_else_may(lists: dict[str, Text]) -> None:
    beside = looked_at("Calm", lists, "9 patients, by spring")
    assert beside == Seen(False, False, True, ())


def test_words_of_two_texts_are_told_as_the_first_has_them() -> None:
    assert said_twice(["Été au Marché", "un marché d’été", "rien"]) == ["Marché"]
    assert said_twice(["Every door", "each DOOR and door", "Open doors"]) == ["door"]


def test_short_and_plain_words_and_words_of_one_text_alone_are_not_told() -> None:
    assert said_twice(["the key, the key", "a key"]) == []
    assert said_twice(["with bread", "with water"], ["with"]) == []
    assert said_twice(["home, home", "bread"]) == []
    assert said_twice([]) == []
