"""Claims about small tests: which to try first and why, what the card still misses, what may be shared and offered."""

from __future__ import annotations

from typing import Any

import pytest

from leads_kit.kinds import Picture, kind_of
from leads_kit.model import Counts, Exercise, Figure, Note, Pack, Part, Release, Tier
from leads_kit.text import Lang
from leads_kit.ui.card_state import strip
from tests.world import World

CORNERS = ("soon", "plan", "beside", "rest")
Idea = tuple[str, int | None, int | None, str | None]


@pytest.fixture
def exercise(pack: Pack) -> Exercise:
    return pack.exercises["st2-small-tests"]


def ideas(*given: Idea, chosen: str = "", share: str = "", **card: Any) -> dict[str, Any]:
    """Ideas of `(text, effect, effort, undo)`; those that `chosen` and `share` name are ticked."""
    rows = [
        {"id": f"r{at}", "idea": text, "effect": effect, "effort": effort, "undo": undo}
        | {"chosen": text in chosen.split("|"), "share": text in share.split("|")}
        for at, (text, effect, effort, undo) in enumerate(given)
    ]
    return {"ideas": rows} | card


SAMPLE = ideas(("list of calls", 2, 1, "easily"), ("open later", 3, 3, "effort"), chosen="list of calls")
CARD = {"expect": "fewer calls", "notice": "a tally", "stop": "it takes too long", "day": "2031-03-07"}


def told(pack: Pack, exercise: Exercise, answer: dict[str, Any], lang: Lang = "en") -> str:
    return " ".join(kind_of(exercise).feedback(exercise, answer, pack.words.say(lang)))


def pictured(pack: Pack, exercise: Exercise, answer: dict[str, Any]) -> Picture | None:
    return kind_of(exercise).own_picture(exercise, answer, pack.words.say("en"))


def test_the_one_to_try_first_is_named_with_the_persons_own_marks(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, SAMPLE)
    assert (
        "By your own marks the one to try first is “list of calls” (effect: noticeable, effort: an hour or so, undone: easily)"
        in text
    )
    french = told(pack, exercise, SAMPLE, "fr")
    assert "(effet\u00a0: sensible, effort\u00a0: une heure environ, retour en arrière\u00a0: facilement)" in french


def test_a_mark_that_was_not_given_is_left_out_and_one_idea_alone_is_not_the_first_of_many(
    pack: Pack, exercise: Exercise
) -> None:
    text = told(pack, exercise, ideas(("a", 2, 1, None)))
    assert "By your own marks “a” stands so: effect: noticeable, effort: an hour or so." in text
    assert "to try first is" not in text


def test_whatever_stands_as_well_is_named(pack: Pack, exercise: Exercise) -> None:
    assert "“b” stands as well." in told(pack, exercise, ideas(("a", 2, 1, None), ("b", 3, 2, None)))
    assert "stands as well" not in told(pack, exercise, SAMPLE)


def test_a_choice_against_the_marks_is_reason_enough(pack: Pack, exercise: Exercise) -> None:
    given = (("a", 3, 1, "easily"), ("b", 1, 3, "easily"))
    assert "You try “b” first, and that is reason enough" in told(pack, exercise, ideas(*given, chosen="b"))
    agreed = told(pack, exercise, ideas(*given, chosen="a"))
    assert "You try “a” first." in agreed
    assert "reason enough" not in agreed
    assert "Which one would you like to try first?" in told(pack, exercise, ideas(*given))


def test_of_several_ticks_the_first_counts_and_it_is_said(pack: Pack, exercise: Exercise) -> None:
    several = ideas(("a", 1, 1, None), ("b", 3, 1, None), chosen="a|b", share="a|b")
    text = told(pack, exercise, several)
    assert "You ticked 2; one at a time shows more" in text
    assert "You ticked 2 to share; one is shared, the first: “a”." in text
    assert kind_of(exercise).offer(exercise, several)["shared"] == {"r0": "a"}


def test_what_is_hard_to_undo_is_asked_for_a_smaller_piece(pack: Pack, exercise: Exercise) -> None:
    assert "“a” would be hard to undo" in told(pack, exercise, ideas(("a", 3, 1, "hardly"), chosen="a"))
    assert "hard to undo" not in told(pack, exercise, ideas(("a", 3, 1, "hardly"), ("b", 3, 1, "easily"), chosen="b"))


def test_the_card_says_what_is_there_and_what_is_missing(pack: Pack, exercise: Exercise) -> None:
    half = told(pack, exercise, SAMPLE | {"expect": "fewer calls."})
    assert "You expect: “fewer calls”." in half
    assert "still misses how you will notice, when you stop and a day" in half
    whole = told(pack, exercise, SAMPLE | CARD)
    assert "The card is whole" in whole
    assert "It begins on Friday, March 7, in" in whole
    assert "misses" not in whole
    assert "is still open: what you expect" in told(pack, exercise, SAMPLE)


def test_a_card_without_an_idea_is_said_back(pack: Pack, exercise: Exercise) -> None:
    text = told(pack, exercise, {"expect": "fewer calls"})
    assert "“fewer calls”" in text
    assert "No idea here yet" in text


@pytest.mark.parametrize(
    ("idea", "hint"),
    [
        ("Management must act first", "waits for somebody else"),
        ("il faudrait qu’on m’aide, et la direction décide", "waits for somebody else"),
        ("I ask for a new budget", "may need money"),
        ("demander la permission", "may need money"),
        ("I greet people by name", ""),
        ("je note ce qu’on demande à la caisse", ""),
    ],
)
def test_hints_are_for_ideas_that_wait_and_for_no_others(pack: Pack, exercise: Exercise, idea: str, hint: str) -> None:
    text = told(pack, exercise, ideas((idea, 2, 1, "easily")))
    assert {one for one in ("waits for somebody else", "may need money") if one in text} == ({hint} if hint else set())


def test_the_picture_has_every_idea_with_both_marks(pack: Pack, exercise: Exercise) -> None:
    picture = pictured(pack, exercise, ideas(("a", 1, 3, "hardly"), ("b", 3, None, None), ("c", 2, 1, None)))
    assert picture is not None
    assert picture.table.rows == (
        ("a", "a little", "a week or more", "hardly", "may wait"), ("c", "noticeable", "an hour or so", "–", "try soon"),
    )  # fmt: skip
    assert picture.sentence.startswith("2 ideas by effort and effect. In the corner “try soon”: “c”.")
    assert pictured(pack, exercise, ideas(("b", 3, None, None))) is None


def test_the_day_goes_to_the_calendar_with_the_idea_that_is_tried(pack: Pack, exercise: Exercise) -> None:
    say = pack.words.say("en")
    (dated,) = kind_of(exercise).calendar(exercise, SAMPLE | CARD, say)
    assert (dated.day, dated.title) == ("2031-03-07", "list of calls")
    unticked = ideas(("a", 1, 3, None), ("b", 3, 1, None), day="2031-03-07")
    assert kind_of(exercise).calendar(exercise, unticked, say)[0].title == "b"
    assert kind_of(exercise).calendar(exercise, {"day": "2031-03-07"}, say) == ()


def test_ideas_are_private_the_corners_are_figures_and_one_idea_may_be_shared_without_a_name(
    exercise: Exercise,
) -> None:
    parts = {part.id: part for part in kind_of(exercise).parts(exercise)}
    assert parts["ideas"].tier is Tier.PRIVATE
    assert (parts["corners"].tier, parts["corners"].offered) == (Tier.GROUP, True)
    assert (parts["shared"].tier, parts["shared"].offered, parts["shared"].unsigned) == (Tier.SHARED, True, True)


def test_the_strip_of_a_shared_idea_promises_no_name_and_that_of_a_signed_line_tells_it(world: World) -> None:
    live, say = world.attempt(0, "st2-small-tests").delivery, world.pack.words.say("en")
    unsigned = strip(Part("x", Tier.SHARED, offered=True, unsigned=True), live, say)["strip"]
    signed = strip(Part("x", Tier.SHARED, offered=True), live, say)["strip"]
    assert "without your chosen name" in unsigned
    assert "unless you tick" in unsigned
    assert "with your chosen name" in signed


def test_only_the_ticked_idea_becomes_a_note(exercise: Exercise) -> None:
    made = kind_of(exercise)
    offered = made.offer(exercise, ideas(("a", 2, 1, None), ("b", 3, 1, None), share="b"))
    assert made.notes(exercise, "shared", offered["shared"]) == (Note("r1", "b"),)
    assert made.notes(exercise, "corners", offered["corners"]) == ()
    assert "shared" not in made.offer(exercise, SAMPLE)


def test_each_person_counts_once_in_each_corner(exercise: Exercise) -> None:
    made = kind_of(exercise)
    bodies = [
        made.offer(exercise, answer)["corners"]
        for answer in (ideas(("a", 2, 1, None), ("b", 3, 1, None), ("c", 1, 1, None)), ideas(("d", 2, 3, None)))
    ]
    assert bodies == [{"soon": "there", "beside": "there"}, {"plan": "there"}]
    counted = made.summary(exercise, [*bodies, {"soon": "gone"}, {"x": "there"}, {}])
    assert counted == (Figure("corners", CORNERS, (1, 1, 1, 0), 2, multiple=True),)
    assert "corners" not in made.offer(exercise, ideas(("a", 2, None, None)))


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((6, 3, 2, 0), "something to try soon"),
        ((4, 3, 2, 0), "No corner stands out"),
        ((6, 6, 2, 0), "No corner stands out"),
    ],
)
def test_the_room_hears_of_a_corner_only_where_more_than_half_have_an_idea(
    pack: Pack, exercise: Exercise, counts: tuple[int, ...], said: str
) -> None:
    figure = Figure("corners", CORNERS, counts, 9, multiple=True)
    release = Release("st2-small-tests", 1, Counts(9, 9, 9, 9, 0), (figure,), {}, 9)
    picture = kind_of(exercise).room_picture(exercise, release, pack.words.say("en"))
    assert picture is not None
    assert said in picture.sentence
    assert [row[1] for row in picture.table.rows] == [str(count) for count in counts]


def test_three_whole_ideas_and_a_card_stay_well_within_forty_taps(pack: Pack, exercise: Exercise) -> None:
    answer = ideas(*((text, 3, 2, "effort") for text in "abc"), chosen="a", share="b", **CARD)
    form = kind_of(exercise).form(exercise, pack.words)
    assert form.faults(answer) == []
    assert form.taps(answer) <= 20
