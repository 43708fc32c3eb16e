"""Claims about evaluations: the middle of the pace is right, lines stay without a name, and the room sees dots."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from leads_kit.kinds import Picture, kind_of
from leads_kit.model import Counts, Exercise, Figure, Note, Pack, Release, Tier
from leads_kit.text import Lang

FIVE = ("1", "2", "3", "4", "5")
THREE = ("1-2", "3", "4-5")
COUNTS = Counts(here=12, seats=12, started=0, finished=12, passed=0)


@pytest.fixture
def evaluate(pack: Pack) -> Exercise:
    return pack.exercises["evaluate"]


def told(pack: Pack, evaluate: Exercise, answer: Mapping[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(evaluate).feedback(evaluate, answer, pack.words.say(lang)))


def figure(id: str, *counts: int) -> Figure:
    return Figure(id, FIVE if len(counts) == len(FIVE) else THREE, counts, sum(counts))


def room(
    pack: Pack, evaluate: Exercise, *figures: Figure, withheld: Mapping[str, str] | None = None, lang: Lang = "en"
) -> Picture:
    release = Release(evaluate.id, 1, COUNTS, figures, withheld or {}, 12)
    picture = kind_of(evaluate).room_picture(evaluate, release, pack.words.say(lang))
    assert picture is not None
    return picture


def names(picture: Picture) -> dict[str, float]:
    """The words in a picture, and where on the scale they stand."""
    found = [row for rows in picture.spec["datasets"].values() for row in rows if "text" in row]
    return {row["text"]: row["x"] for row in found}


def pointers(picture: Picture) -> list[float]:
    (layer,) = [one for one in picture.spec["layer"] if one["mark"].get("shape") == "triangle-up"]
    rows = picture.spec["datasets"][layer["data"]["name"]] if "name" in layer["data"] else layer["data"]["values"]
    return [row["x"] for row in rows]


def test_useful_and_yet_not_used_is_noticed_first(pack: Pack, evaluate: Exercise) -> None:
    noticed = "You found it useful and may still not use it"
    assert noticed in told(pack, evaluate, {"useful": "4", "use": "2", "pace": "5"})
    assert noticed not in told(pack, evaluate, {"useful": "4", "use": "3"})
    assert noticed not in told(pack, evaluate, {"useful": "3", "use": "1"})
    assert noticed not in told(pack, evaluate, {"useful": "5"})


@pytest.mark.parametrize(
    ("pace", "noticed"), [("1", "slow pace"), ("2", "slow pace"), ("4", "fast pace"), ("5", "fast pace")]
)
def test_either_end_of_the_pace_is_noticed_and_the_middle_is_not(
    pack: Pack, evaluate: Exercise, pace: str, noticed: str
) -> None:
    assert noticed in told(pack, evaluate, {"pace": pace}).replace("A ", "")
    assert "moment where it shows" not in told(pack, evaluate, {"pace": "3"})


def test_it_is_said_where_taps_and_where_lines_go(pack: Pack, evaluate: Exercise) -> None:
    dots, lines = "one dot among the others", "only after closing and only once enough people have written"
    assert dots in told(pack, evaluate, {"useful": "3"})
    assert lines not in told(pack, evaluate, {"useful": "3"})
    assert lines in told(pack, evaluate, {"useful": "3", "keep": "the pairs"})
    assert lines in told(pack, evaluate, {"change": "the heat"})


def test_a_blank_line_is_none(pack: Pack, evaluate: Exercise) -> None:
    assert "Nothing here yet" in told(pack, evaluate, {"keep": "  ", "change": ""})
    assert kind_of(evaluate).notes(evaluate, "comments", {"keep": "  "}) == ()


def test_lines_are_shared_without_a_name_and_taps_are_for_the_group(evaluate: Exercise) -> None:
    parts = {part.id: part for part in kind_of(evaluate).parts(evaluate)}
    assert (parts["taps"].tier, parts["taps"].fields) == (Tier.GROUP, ("useful", "use", "pace"))
    assert (parts["comments"].tier, parts["comments"].anonymous) == (Tier.SHARED, True)
    assert parts["comments"].fields == ("keep", "change")


def test_each_line_is_a_note_under_its_heading(pack: Pack, evaluate: Exercise) -> None:
    notes = kind_of(evaluate).notes(evaluate, "comments", {"keep": " the pairs ", "change": "the heat"})
    assert notes == (Note("keep", "the pairs", "keep"), Note("change", "the heat", "change"))
    assert kind_of(evaluate).headings(evaluate, pack.words.say("en")) == {"keep": "Keep", "change": "Change"}
    assert kind_of(evaluate).headings(evaluate, pack.words.say("fr")) == {"keep": "À garder", "change": "À changer"}


def test_lines_never_come_to_the_figures(evaluate: Exercise) -> None:
    answers = [{"useful": "4", "keep": "the pairs"}, {"useful": "2", "pace": "3"}, {"change": "the heat"}]
    figures = {one.id: one for one in kind_of(evaluate).summary(evaluate, answers)}
    assert set(figures) == {"useful", "pace"}
    assert (figures["useful"].counts, figures["useful"].n) == ((0, 1, 0, 1, 0), 2)
    assert (figures["pace"].counts, figures["pace"].n) == ((0, 0, 1, 0, 0), 1)


def test_lines_may_be_left_out_and_taps_count_as_progress(pack: Pack, evaluate: Exercise) -> None:
    form = kind_of(evaluate).form(evaluate, pack.words)
    assert form.gaps({}) == ["useful", "use", "pace"]
    assert form.taps({"useful": "3", "use": "3", "pace": "3", "keep": "x"}) == 3


def test_the_middle_of_the_pace_reads_as_right_and_nothing_points_to_more(pack: Pack, evaluate: Exercise) -> None:
    picture = room(pack, evaluate, figure("useful", 0, 2, 3, 5, 2), figure("pace", 3, 3, 1, 2, 3))
    assert {"too slow": 1, "✓ right": 3, "too fast": 5}.items() <= names(picture).items()
    assert pointers(picture) == [4.0]
    assert "The pace was right for 1 of 12, slow for 6, fast for 5." in picture.sentence


def test_only_the_pace_has_a_middle_that_is_meant(pack: Pack, evaluate: Exercise) -> None:
    picture = room(pack, evaluate, figure("useful", 0, 2, 3, 5, 2), figure("use", 1, 2, 3, 4, 2))
    assert not [text for text in names(picture) if text.startswith("✓")]
    assert {"no", "in part", "very", "perhaps", "surely"} <= names(picture).keys()


def test_classes_put_together_have_names_of_their_own(pack: Pack, evaluate: Exercise) -> None:
    picture = room(pack, evaluate, figure("useful", 2, 1, 4), figure("pace", 1, 4, 2))
    assert {"little": 1.5, "in part": 3, "useful": 4.5}.items() <= names(picture).items()
    assert {"slow": 1.5, "✓ right": 3, "fast": 4.5}.items() <= names(picture).items()
    assert not {"no", "very", "too slow", "too fast"} & names(picture).keys()
    assert picture.table.rows[0] == (
        "Was this workshop useful for your work?",
        "2\u00a0×\u00a0no or hardly · 1\u00a0×\u00a0in part · 4\u00a0×\u00a0yes or very",
        "7",
    )
    assert "Useful: more than half chose “yes or very”." in picture.sentence


def test_half_is_not_more_than_half(pack: Pack, evaluate: Exercise) -> None:
    assert (
        "Useful: no answer is that of more than half." in room(pack, evaluate, figure("useful", 0, 3, 3, 4, 2)).sentence
    )


def test_a_withheld_tap_keeps_its_row_and_says_why(pack: Pack, evaluate: Exercise) -> None:
    withheld = {"use": "disclosure.too_few", "pace": "disclosure.very_similar"}
    picture = room(pack, evaluate, figure("useful", 0, 3, 3, 4, 2), withheld=withheld)
    assert {"Will use it", "too few answers to show", "Pace", "answers much alike"} <= names(picture).keys()
    assert picture.table.rows[2] == ("How was the pace?", "answers much alike", "–")
    assert "pace" not in picture.sentence


def test_nothing_released_is_no_picture(pack: Pack, evaluate: Exercise) -> None:
    release = Release(evaluate.id, 1, COUNTS, (), {"*": "disclosure.too_few"}, 3)
    assert kind_of(evaluate).room_picture(evaluate, release, pack.words.say("en")) is None
