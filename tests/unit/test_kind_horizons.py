"""Claims about three horizons: what to watch first, where nobody has looked, and what leaves a list only when it is ticked."""

from __future__ import annotations

from typing import Any

import pytest

from leads_kit.kinds import kind_of
from leads_kit.model import Exercise, Note, Pack, Tier
from leads_kit.text import Lang
from tests.cases import many, released


@pytest.fixture
def horizons(pack: Pack) -> Exercise:
    return pack.exercises["st3-horizons"]


def signal(
    text: str, horizon: str = "", source: str = "", likely: int | None = None, matters: int | None = None, **more: Any
) -> dict[str, Any]:
    given = {"signal": text, "horizon": horizon, "from": source, "likely": likely, "matters": matters, **more}
    return {"id": f"r-{text}", **{key: value for key, value in given.items() if value not in ("", None)}}


def told(pack: Pack, exercise: Exercise, *signals: dict[str, Any], lang: Lang = "en", **more: Any) -> str:
    answer = {"signals": list(signals), **more}
    return " ".join(kind_of(exercise).feedback(exercise, answer, pack.words.say(lang)))


def test_what_is_likeliest_and_matters_most_is_to_be_watched_first(pack: Pack, horizons: Exercise) -> None:
    rows = [signal("a", likely=1, matters=2), signal("b", likely=3, matters=2), signal("c", likely=1, matters=3)]
    assert "Watch this first: “b”, 3 of 3 for likely and 2 of 3" in told(pack, horizons, *rows)
    assert "“b”" not in told(pack, horizons, rows[0], rows[2])


def test_of_two_as_heavy_the_one_that_matters_more_comes_first(pack: Pack, horizons: Exercise) -> None:
    text = told(pack, horizons, signal("a", likely=3, matters=2), signal("b", likely=2, matters=3))
    assert "Watch this first: “b”" in text
    assert "same marks" not in text
    equal = told(pack, horizons, signal("a", likely=3, matters=2), signal("b", likely=3, matters=2))
    assert "Watch this first: “a”" in equal
    assert "The same marks stand at “b”." in equal


def test_without_both_marks_a_line_is_said_back_and_ordered_nowhere(pack: Pack, horizons: Exercise) -> None:
    assert "You wrote down “a”" in told(pack, horizons, signal("a", likely=3))
    assert "Watch this first" not in told(pack, horizons, signal("a", likely=3))
    assert "1 more" in told(pack, horizons, *(signal(name) for name in "abcd"))


def test_what_hardly_happens_and_would_change_much_is_asked_for_its_first_sign(pack: Pack, horizons: Exercise) -> None:
    rows = [signal("a", likely=3, matters=3), signal("b", likely=1, matters=3)]
    assert "change much: “b”" in told(pack, horizons, *rows)
    assert "change much" not in told(pack, horizons, rows[0], signal("b", likely=1, matters=2))


@pytest.mark.parametrize(
    ("missing", "name"), [("h1", "What is fading"), ("h2", "What is being tried"), ("h3", "What is coming")]
)
def test_the_horizon_without_a_signal_is_named(pack: Pack, horizons: Exercise, missing: str, name: str) -> None:
    rows = [signal(f"at {id}", id) for id in ("h1", "h2", "h3") if id != missing]
    assert f"Nothing stands under “{name}” yet." in told(pack, horizons, *rows)
    assert "Nothing stands" not in told(pack, horizons, *rows, signal("more", missing))
    assert "Nothing stands" not in told(pack, horizons, rows[0])


def test_with_all_three_it_is_asked_which_way_the_middle_one_leads(pack: Pack, horizons: Exercise) -> None:
    rows = [signal("old", "h1"), signal("try", "h2"), signal("new", "h3")]
    assert "“try” is being tried. Does it help “old” to hold out" in told(pack, horizons, *rows)
    assert "is being tried." not in told(pack, horizons, *rows[:2])


def test_corners_without_a_signal_are_named_and_a_single_corner_is_too(pack: Pack, horizons: Exercise) -> None:
    assert "All of it comes from one corner, “Values”" in told(
        pack, horizons, signal("a", source="val"), signal("b", source="val")
    )
    text = told(pack, horizons, signal("a", source="val"), signal("b", source="soc"))
    assert "such as “Technology”, “Economy” and “Environment”" in text
    every = [signal(id, source=id) for id in ("soc", "tec", "eco", "env", "pol", "val")]
    assert "No signal comes from" not in told(pack, horizons, *every)
    assert "No signal comes from “Values”" in told(pack, horizons, *every[:5])


def test_a_piece_of_tomorrow_is_said_back(pack: Pack, horizons: Exercise) -> None:
    assert "already here: “the garden”." in told(pack, horizons, here="the garden.")


def test_only_ticked_lines_are_offered_and_corners_are_without_words(pack: Pack, horizons: Exercise) -> None:
    made, say = kind_of(horizons), pack.words.say("en")
    rows = [
        signal("a", "h1", "soc", share=True),
        signal("b", "h1", "soc"),
        signal("c", "h3"),
        signal(" ", "h2", "pol", share=True),
    ]
    offered = made.offer(horizons, {"signals": rows})
    assert offered == {"shared": {"r-a": {"text": "a", "horizon": "h1"}}, "field": {"h1/soc": "seen"}}
    assert made.preview(horizons, "shared", offered["shared"], say) == ("a",)
    assert made.preview(horizons, "field", offered["field"], say) == (
        "One signal or more: Society under “What is fading”.",
    )
    assert made.notes(horizons, "shared", offered["shared"]) == (Note("r-a", "a", "h1"),)
    assert made.offer(horizons, {"signals": [signal("c", "h3")], "here": "x"}) == {}


def test_the_list_is_private_and_what_leaves_it_is_offered(horizons: Exercise) -> None:
    parts = {part.id: (part.tier, part.offered) for part in kind_of(horizons).parts(horizons)}
    assert parts == {"signals": (Tier.PRIVATE, False), "shared": (Tier.SHARED, True), "field": (Tier.GROUP, True)}


def test_a_person_counts_once_in_a_corner_and_a_foreign_body_nowhere(horizons: Exercise) -> None:
    bodies = [{"h1/soc": "seen"}, {"h1/soc": "seen", "h3/val": "seen"}, {"h9/soc": "seen"}, {"h1/soc": "a line"}, {}]
    figures = {one.id: one for one in kind_of(horizons).summary(horizons, bodies)}
    assert {
        id: (one.n, dict(zip(one.classes, one.counts, strict=True))) for id, one in figures.items() if any(one.counts)
    } == {
        "h1": (2, {"soc": 2, "tec": 0, "eco": 0, "env": 0, "pol": 0, "val": 0}),
        "h3": (2, {"soc": 0, "tec": 0, "eco": 0, "env": 0, "pol": 0, "val": 1}),
    }
    assert kind_of(horizons).summary(horizons, [{"h9/soc": "seen"}]) == ()


def test_a_horizon_where_all_agree_is_held_back_and_hides_no_other(pack: Pack, horizons: Exercise) -> None:
    answers = [{"signals": [signal("a", "h1", "soc"), signal("b", "h3", "soc" if at else "tec")]} for at in range(6)]
    release = released(horizons, answers)
    assert {figure.id for figure in release.figures} == {"h2", "h3"}
    picture = kind_of(horizons).room_picture(horizons, release, pack.words.say("en"))
    assert picture is not None
    assert [row[1] for row in picture.table.rows] == ["–"] * 6
    assert picture.table.rows[0][3] == "5"
    assert "Nobody has a signal under “What is being tried”." in picture.sentence


def test_a_room_is_told_where_most_look_and_where_nobody_does(pack: Pack, horizons: Exercise) -> None:
    picture = kind_of(horizons).room_picture(horizons, released(horizons, many(horizons, 12)), pack.words.say("en"))
    assert picture is not None
    assert "Most look here: Technology under “What is being tried”." in picture.sentence
    spread = [
        {"signals": [signal("a", "h1", "soc"), signal("b", "h2", "tec"), signal("c", "h3", "val")]} for _ in range(3)
    ]
    spread += [
        {"signals": [signal("d", "h1", "tec"), signal("e", "h2", "soc"), signal("f", "h3", "soc")]} for _ in range(3)
    ]
    even = kind_of(horizons).room_picture(horizons, released(horizons, spread), pack.words.say("en"))
    assert even is not None
    assert "Most look here" not in even.sentence
    assert "Nobody here looks towards “Economy”, “Environment” and “Politics”." in even.sentence


def test_the_own_picture_has_every_line_in_the_order_to_watch(pack: Pack, horizons: Exercise) -> None:
    rows = [signal("a", "h1", "soc", 1, 1), signal("b", "", "val", 3, 3), signal("c", "h3")]
    picture = kind_of(horizons).own_picture(horizons, {"signals": rows}, pack.words.say("en"))
    assert picture is not None
    assert [row[0] for row in picture.table.rows] == ["b", "a", "c"]
    assert picture.table.rows[0] == ("b", "Values", "–", "3", "3")
    assert "“What is fading” 1, “What is being tried” 0 and “What is coming” 1" in picture.sentence
    assert kind_of(horizons).own_picture(horizons, {"signals": [signal("b")]}, pack.words.say("en")) is None
