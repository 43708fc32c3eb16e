"""Claims about what came across: words stay private, places are counted by listener, and the speaker's half works alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from leads_kit.analysis.disclosure import protect
from leads_kit.analysis.fidelity import arrived, fates, length, lost, most_lost
from leads_kit.kinds import Picture, kind_of
from leads_kit.model import Counts, Exercise, Figure, Pack, Release, Tier
from leads_kit.text import LANGS, Lang

FATES = ("lost", "some", "each")
COUNTS = Counts(here=12, seats=12, started=0, finished=12, passed=0)


@pytest.fixture
def message(pack: Pack) -> Exercise:
    return pack.exercises["eo3-message"]


def came(*places: str) -> frozenset[str]:
    return frozenset(places)


def ticks(*each: str) -> dict[str, Any]:
    """What was ticked speaker by speaker: "13" is the first and the third, "0" none of them, "" nothing yet."""
    return {f"came-{at}": ["none"] if given == "0" else list(given) for at, given in enumerate(each, 1) if given}


def told(pack: Pack, message: Exercise, answer: Mapping[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(message).feedback(message, answer, pack.words.say(lang)))


def seen(pack: Pack, message: Exercise, *counts: tuple[int, int, int], lang: Lang = "en", **withheld: str) -> Picture:
    figures = [Figure(place, FATES, given, sum(given)) for place, given in zip("123", counts, strict=False)]
    shown = tuple(one for one in figures if one.id not in withheld)
    picture = kind_of(message).room_picture(
        message, Release(message.id, 1, COUNTS, shown, withheld, 12), pack.words.say(lang)
    )
    assert picture is not None
    return picture


@pytest.mark.parametrize(
    ("ticked", "found"),
    [
        (["1", "3"], came("1", "3")),
        (["none"], came()),
        (["2", "none"], came("2")),
        ([], None),
        (None, None),
        ("1", None),
    ],
)
def test_nothing_ticked_is_no_answer_and_none_of_them_is_one(ticked: Any, found: frozenset[str] | None) -> None:
    assert arrived(ticked) == found


def test_a_place_came_each_time_now_and_then_or_never() -> None:
    assert fates([came("1", "2"), came("1")]) == {"1": "each", "2": "some", "3": "lost"}
    assert fates([came("1")]) == {"1": "each", "2": "lost", "3": "lost"}
    assert fates([]) == {}


def test_the_place_that_got_lost_most_is_found_and_ties_are_all_named() -> None:
    assert most_lost(lost([came("1", "3"), came("1"), came("1", "3")])) == ["2"]
    assert most_lost(lost([came("1"), came("1")])) == ["2", "3"]
    assert most_lost(lost([came("1", "2", "3")])) == most_lost(lost([])) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("Noon.", 1), ("We close at eight – really !", 5), ("L’équipe ferme à 20 h", 5), ("– — •", 0)],
)
def test_words_are_counted_as_people_count_them(text: str, words: int) -> None:
    assert length(text) == words


def test_all_that_is_typed_is_private_and_only_ticks_count_for_the_group(message: Exercise) -> None:
    tiers = {field: part.tier for part in kind_of(message).parts(message) for field in part.fields}
    assert {field for field, tier in tiers.items() if tier is Tier.GROUP} == {"came-1", "came-2", "came-3"}
    assert {tier for field, tier in tiers.items() if not field.startswith("came")} == {Tier.PRIVATE}


def test_a_phone_has_one_card_for_each_speaker_and_only_the_first_is_waited_for(pack: Pack, message: Exercise) -> None:
    form = kind_of(message).form(message, pack.words)
    assert [len(group.fields) for group in form.groups] == [4, 3, 3, 3, 1]
    assert form.gaps({}, short=True) == ["message-1", "message-2", "message-3", "heard-1", "came-1"]
    assert form.taps(ticks("123", "123", "123")) == 9
    assert form.faults({"came-1": ["1", "2", "3", "none"]})
    assert form.faults({"came-1": ["4"]})
    assert form.groups[1].title.fr == "Écoute 1"


@pytest.mark.parametrize(("extra", "long"), [(0, False), (1, True)])
def test_a_message_of_more_than_twelve_words_is_hard_to_carry(
    pack: Pack, message: Exercise, extra: int, long: bool
) -> None:
    text = told(pack, message, {"message-1": "word " * (12 + extra)})
    assert ("Beyond 12" in text) is long
    assert f"{12 + extra} words" in text


def test_every_long_message_is_told_and_no_short_one(pack: Pack, message: Exercise) -> None:
    text = told(pack, message, {"message-1": "one " * 13, "message-2": "Noon.", "message-3": "two " * 20})
    assert "has 13 words" in text
    assert "has 20 words" in text
    assert "longest" not in text


def test_alone_the_speaker_hears_what_stands_in_the_middle_and_no_word_about_listening(
    pack: Pack, message: Exercise
) -> None:
    mine = {"what": "the hours", "message-1": "Early.", "message-2": "Use the side door.", "message-3": "Ask."}
    text = told(pack, message, mine)
    assert "You have to tell this: “the hours”." in text
    assert "In the middle stands “Use the side door”." in text
    assert "Speaker" not in text
    assert "In the middle stands" not in told(pack, message, mine | ticks("13"))


def test_fewer_than_three_messages_are_no_shortcoming(pack: Pack, message: Exercise) -> None:
    assert "it has the best chance of all" in told(pack, message, {"message-2": "Use the side door."})
    assert "fewer travel better" in told(pack, message, {"message-1": "Early.", "message-3": "Ask."})
    assert "longest message is one word: “Early”" in told(pack, message, {"message-1": "Early."})


def test_the_listeners_own_line_is_quoted_with_what_of_the_three_was_in_it(pack: Pack, message: Exercise) -> None:
    answer = {"heard-1": " - two new routes\n\n• the key", "also-1": "he is tired."} | ticks("13")
    text = told(pack, message, answer)
    assert (
        "Speaker 1: you wrote “two new routes”. What came across: the first and the third; what got lost: the second."
        in text
    )
    assert "You also heard “he is tired”" in text


def test_each_way_of_arriving_has_its_sentence(pack: Pack, message: Exercise) -> None:
    assert "All three came across. Nothing got lost" in told(pack, message, ticks("123"))
    assert "None of the three came across" in told(pack, message, ticks("0"))
    assert "tick which of them your lines hold" in told(pack, message, {"heard-2": "the key"})
    assert "Begin with the one sentence" in told(pack, message, {"heard-1": " \n - "} | {"came-1": []})


@pytest.mark.parametrize(
    ("given", "noticed"),
    [
        (("13", "12", "13"), "it is the middle that got lost most"),
        (("23",), "What got lost most with you: the first. First and last usually stay, so"),
        (("1", "1"), "What got lost most with you: the second and the third."),
        (("123", "123"), "With 2 speakers nothing got lost."),
    ],
)
def test_which_place_got_lost_most_is_told_though_nobody_typed_it(
    pack: Pack, message: Exercise, given: tuple[str, ...], noticed: str
) -> None:
    assert noticed in told(pack, message, ticks(*given))


def test_the_one_said_anew_is_counted_too(pack: Pack, message: Exercise) -> None:
    assert "“Use the side door”. Say it once more" in told(pack, message, {"again": "Use the side door."})
    assert "That makes 13; would 12 do?" in told(pack, message, {"again": "word " * 13})


@pytest.mark.parametrize("lang", LANGS)
def test_nobody_gets_a_score(pack: Pack, message: Exercise, lang: Lang) -> None:
    answer = {"message-1": "Early.", "heard-1": "late"} | ticks("0", "1", "12")
    picture = kind_of(message).own_picture(message, answer, pack.words.say(lang))
    assert picture is not None
    for text in (told(pack, message, answer, lang), picture.sentence):
        assert not {"score", "points", "bad", "wrong", "mal", "faux"} & set(text.lower().split())
        assert not {"9", "%"} & set(text)


def test_the_own_picture_has_a_row_for_each_speaker_that_was_ticked(pack: Pack, message: Exercise) -> None:
    picture = kind_of(message).own_picture(message, ticks("13", "", "0") | {"heard-2": "x"}, pack.words.say("en"))
    assert picture is not None
    assert picture.table.rows == (
        ("Speaker 1", "came across", "got lost", "came across"),
        ("Speaker 3", "got lost", "got lost", "got lost"),
    )
    assert "from 2 speakers: the first 1, the second 0, the third 1" in picture.sentence
    assert kind_of(message).own_picture(message, {"heard-1": "x", "came-1": []}, pack.words.say("en")) is None


def test_a_listener_counts_once_for_each_place_however_many_speakers_they_had(message: Exercise) -> None:
    answers = [ticks("13", "12", "13"), ticks("1"), ticks("0"), {"came-1": []}, {}]
    figures = {one.id: (one.classes, one.counts, one.n) for one in kind_of(message).summary(message, answers)}
    assert figures == {"1": (FATES, (1, 0, 2), 3), "2": (FATES, (2, 1, 0), 3), "3": (FATES, (2, 1, 0), 3)}
    assert kind_of(message).summary(message, [{}, {"came-2": None}]) == ()


def test_a_room_hears_which_place_got_lost_most(pack: Pack, message: Exercise) -> None:
    assert "The middle got lost most often" in seen(pack, message, (0, 2, 10), (6, 4, 2), (1, 4, 7)).sentence
    other = seen(pack, message, (8, 2, 2), (1, 4, 7), (0, 2, 10)).sentence
    assert "What got lost most often: the first." in other
    assert "equally often" in seen(pack, message, (1, 4, 7), (2, 3, 7), (0, 5, 7)).sentence


def test_a_place_that_is_not_shown_is_told_with_its_reason_and_nothing_is_made_of_the_others(
    pack: Pack, message: Exercise
) -> None:
    answers = [ticks("12"), ticks("1"), ticks("13"), ticks("1"), ticks("123")]
    figures, withheld = protect(kind_of(message).summary(message, answers), 5, 5)
    assert [one.id for one in figures] == ["2", "3"]
    assert withheld == {"1": "disclosure.very_similar"}
    picture = seen(pack, message, (0, 0, 5), (3, 0, 2), (3, 0, 2), **withheld)
    assert picture.sentence == "5 listeners ticked what came across."
    assert picture.table.rows[0] == ("First message", "answers much alike", "–", "–", "–")


def test_each_listener_is_a_dot_over_the_words_for_how_often(pack: Pack, message: Exercise) -> None:
    picture = seen(pack, message, (0, 2, 10), (6, 4, 2), (1, 4, 7), lang="fr")
    rows = [row for held in picture.spec["datasets"].values() for row in held]
    assert len([row for row in rows if "dx" in row]) == 36
    assert {"jamais", "parfois", "chaque fois"} <= {row["text"] for row in rows if "text" in row}
