"""Claims about the window of self and others: which word lies where, from how many peers on, and what a room may see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from leads_kit.kinds import Picture, kind_of
from leads_kit.model import Counts, Exercise, Figure, Pack, Release
from leads_kit.text import LANGS, Lang

OWN = ["calm", "reliable", "funny", "logical", "bold"]
COUNTS = Counts(here=12, seats=12, started=0, finished=12, passed=0)
CHIP, ABOUT = 28, 40


@pytest.fixture
def window(pack: Pack) -> Exercise:
    return pack.exercises["ls1-window"]


def answer(*said: Sequence[str], own: Sequence[str] = OWN) -> dict[str, Any]:
    peers = [{"id": f"r{at}", "name": f"P{at}", "words": list(words)} for at, words in enumerate(said, 1)]
    return {"own": list(own), "peers": peers}


def told(pack: Pack, window: Exercise, given: Mapping[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(window).feedback(window, given, pack.words.say(lang)))


def drawn(pack: Pack, window: Exercise, given: Mapping[str, Any]) -> Picture | None:
    return kind_of(window).own_picture(window, given, pack.words.say("en"))


def fields(picture: Picture) -> dict[str, str]:
    return {row[0]: row[1] for row in picture.table.rows}


def texts(picture: Picture) -> set[str]:
    return {row["text"] for rows in picture.spec["datasets"].values() for row in rows if "text" in row}


def test_a_word_lies_where_both_see_it_where_only_others_do_or_where_only_i_do(pack: Pack, window: Exercise) -> None:
    picture = drawn(pack, window, answer(["calm", "fair"], ["calm", "quick"], ["fair"]))
    assert picture is not None
    lies = fields(picture)
    assert lies["calm"] == "All of us see"
    assert lies["fair"] == lies["quick"] == "Only others see"
    assert lies["bold"] == "Only I see"
    assert "honest" not in lies


def test_a_word_counts_the_peers_who_said_it(pack: Pack, window: Exercise) -> None:
    picture = drawn(pack, window, answer(["calm", "fair"], ["calm", "quick"], ["calm", "fair"]))
    assert picture is not None
    assert {row[0]: row[2] for row in picture.table.rows if row[0] in ("calm", "fair", "quick", "bold")} == {
        "calm": "3", "fair": "2", "quick": "1", "bold": "0",
    }  # fmt: skip
    assert {"calm ×3", "fair ×2", "quick"} <= texts(picture)


def test_with_fewer_than_three_peers_no_number_is_told_and_their_words_are_one_field(
    pack: Pack, window: Exercise
) -> None:
    picture = drawn(pack, window, answer(["calm", "fair"], ["calm", "quick"]))
    assert picture is not None
    assert len(picture.table.columns) == 2
    assert fields(picture)["calm"] == fields(picture)["fair"] == "What others see"
    assert not [text for text in texts(picture) if "×" in text]
    text = told(pack, window, answer(["calm", "fair"], ["calm", "quick"]))
    assert "From P1 and P2 you heard “calm”, “fair” and “quick”" in text
    assert "What only others see" not in text


def test_a_peer_who_has_not_said_a_word_does_not_count_as_a_third(pack: Pack, window: Exercise) -> None:
    picture = drawn(pack, window, answer(["calm"], ["fair"], []))
    assert picture is not None
    assert fields(picture)["calm"] == "What others see"


def test_what_several_see_and_i_did_not_choose_is_what_to_ask_about(pack: Pack, window: Exercise) -> None:
    text = told(pack, window, answer(["fair", "calm"], ["fair"], ["quick"]))
    assert "“fair” was said most often, by 2 of 3, and you did not choose it" in text
    assert "A question worth asking P1 and P2: “When did you see ‘fair’ in me" in text


def test_a_word_that_both_see_is_told_as_shown_and_not_as_unseen(pack: Pack, window: Exercise) -> None:
    text = told(pack, window, answer(["fair", "calm"], ["calm"], ["quick"]))
    assert "“calm” was said most often, by 2 of 3, and it is one of your own five" in text
    assert "you did not choose it. Perhaps" not in text
    assert "before you said ‘reliable’ of me" in text


def test_peers_without_a_common_word_are_told_so_without_a_verdict(pack: Pack, window: Exercise) -> None:
    text = told(pack, window, answer(["fair"], ["quick"], ["loyal"]))
    assert "share no word among themselves" in text
    assert "That is no verdict" in text
    assert "share no word" not in told(pack, window, answer(["fair"], ["fair"], ["loyal"]))


def test_many_words_are_quoted_in_part_and_drawn_in_full(pack: Pack, window: Exercise) -> None:
    many = answer(
        ["fair", "quick", "loyal", "steady"], ["helpful", "caring", "modest"], ["genuine", "honest", "quiet"]
    )  # fmt: skip
    assert "and 5 more" in told(pack, window, many)
    picture = drawn(pack, window, many)
    assert picture is not None
    assert {"genuine", "honest", "quiet"} <= texts(picture)


def test_one_side_alone_is_no_window(pack: Pack, window: Exercise) -> None:
    assert drawn(pack, window, answer()) is None
    assert drawn(pack, window, answer(["calm"], ["fair"], ["quick"], own=[])) is None
    assert "one side of the window" in told(pack, window, answer())
    assert "Your own five are still missing" in told(pack, window, answer(["calm"], own=[]))


@pytest.mark.parametrize(
    ("shared", "size"), [(0, "few"), (1, "few"), (2, "some"), (3, "some"), (4, "many"), (5, "many")]
)
def test_what_is_offered_is_one_of_three_sizes_and_no_word(window: Exercise, shared: int, size: str) -> None:
    given = answer(OWN[:shared] or ["fair"], ["fair"], ["quick"])
    assert kind_of(window).offer(window, given) == {"size": {"shared": size}}


def test_nothing_is_offered_with_two_peers_or_with_fewer_than_five_own_words(window: Exercise) -> None:
    assert kind_of(window).offer(window, answer(["calm"], ["fair"])) == {}
    assert kind_of(window).offer(window, answer(["calm"], ["fair"], ["quick"], own=OWN[:4])) == {}


def test_the_room_hears_the_size_in_the_middle_and_that_none_is_best(pack: Pack, window: Exercise) -> None:
    figure = Figure("shared", ("few", "some", "many"), (1, 5, 2), 8)
    release = Release(window.id, 1, COUNTS, (figure,), {}, 8)
    picture = kind_of(window).room_picture(window, release, pack.words.say("en"))
    assert picture is not None
    assert "In the middle, two or three of five" in picture.sentence
    assert "No size is the best one" in picture.sentence
    assert [row[1] for row in picture.table.rows] == ["1", "5", "2"]


def test_what_is_no_size_is_not_counted(window: Exercise) -> None:
    assert kind_of(window).summary(window, [{"shared": "huge"}, {}]) == ()
    (figure,) = kind_of(window).summary(window, [{"shared": "few"}, {"shared": "huge"}])
    assert (figure.counts, figure.n) == ((1, 0, 0), 1)


@pytest.mark.parametrize("lang", LANGS)
def test_about_forty_different_words_fit_on_chips(window: Exercise, pack: Pack, lang: Lang) -> None:
    (own, *_) = kind_of(window).form(window, pack.words).fields
    labels = [option.label.of(lang) for option in own.options]  # type: ignore[attr-defined]
    assert len(labels) == len(set(labels)) == ABOUT
    assert [label for label in labels if len(label) > CHIP] == []
