"""What was released of one exercise is what every seat votes on in another, in an order of its own, while it is released."""

from __future__ import annotations

from typing import Any

import pytest

from leads_kit.kinds import kind_of
from leads_kit.kinds._kind import Picture
from leads_kit.model import Pack
from leads_kit.packs import load_samples
from leads_kit.room import exercise_for, release, sit
from leads_kit.store import Store
from tests.world import World, doing, make_world

ALONE, MERGED, VOTE = "ar1-headline", "ar1-merge", "ar1-vote"
LINES = ["Quiet by nine", "Open at seven", "Nobody waits", "Told only once", "Bread for all", "Home on time"]


@pytest.fixture
def world(store: Store, pack: Pack) -> World:
    """Six people at three tables; each has offered a headline, and all lines wait."""
    world = make_world(store, doing(pack, ALONE, MERGED, VOTE), people=6, agenda="test")
    world.open(ALONE)
    for seat, line in enumerate(LINES):
        sit(store, world.room, world.seats[seat][0].id, 1 + seat // 2)
        world.answer(seat, ALONE, {"headline": line}).offer("shared", True)
    world.close(ALONE)
    return world


def merge(world: World, *lines: str) -> None:
    world.open(MERGED)
    for table, line in enumerate(lines):
        assert world.attempt(2 * table, MERGED).save({"headline": line}, 1, base=0).problems == ()
    world.close(MERGED)


def show(world: World, exercise: str, *texts: str) -> None:
    world.desk.release_notes(world.step(exercise), keys(world, exercise, *texts))
    world.desk.show(world.step(exercise))


def keys(world: World, exercise: str, *texts: str) -> list[str]:
    round_ = world.step(exercise).round
    notes = release(world.store, world.desk.room, world.pack, exercise, round_, "console").notes
    return [one.key for one in notes if not texts or one.note.text in texts]


def options(world: World, seat: int) -> dict[str, str]:
    """What a seat may choose, place by what it says, in that seat's order."""
    (dots,) = [one for one in world.attempt(seat, VOTE).form.fields if one.id == "dots"]
    told: Any = dots
    return {option.label.en: option.id for option in told.options}


def vote(world: World, seat: int, *texts: str) -> None:
    known = options(world, seat)
    assert world.answer(seat, VOTE, {"dots": [known[text] for text in texts]}).answer["dots"]


def picture(world: World, viewer: Any = "wall") -> Picture | None:
    """As the wall draws it: the exercise of nobody in particular, and what was released."""
    seen = release(world.store, world.desk.room, world.pack, VOTE, world.step(VOTE).round, viewer)
    exercise = exercise_for(world.store, world.desk.room, world.pack, VOTE, None)
    return kind_of(exercise).room_picture(exercise, seen, world.pack.words.say("en"))


def test_every_seat_may_choose_what_was_released_and_nothing_that_waits(world: World) -> None:
    show(world, ALONE, *LINES[:4])
    world.open(VOTE)
    assert all(set(options(world, seat)) == set(LINES[:4]) for seat in range(6))


def test_nothing_is_to_choose_from_while_the_step_is_not_shown(world: World) -> None:
    world.desk.release_notes(world.step(ALONE), keys(world, ALONE))
    world.open(VOTE)
    assert options(world, 0) == {}


def test_where_tables_merged_their_headlines_these_are_voted_on_and_else_everybodys(world: World) -> None:
    show(world, ALONE)
    merge(world, "One counter", "Two doors")
    world.desk.show(world.step(MERGED))
    world.open(VOTE)
    assert set(options(world, 0)) == set(LINES)
    world.desk.release_notes(world.step(MERGED), keys(world, MERGED))
    assert set(options(world, 0)) == {"One counter", "Two doors"}


def test_the_order_is_each_seats_own_and_stays(world: World) -> None:
    show(world, ALONE)
    world.open(VOTE)
    orders = [tuple(options(world, seat)) for seat in range(6)]
    assert len(set(orders)) > 1
    assert orders == [tuple(options(world, seat)) for seat in range(6)]
    assert len({frozenset(options(world, seat).items()) for seat in range(6)}) == 1


def test_dots_are_counted_and_a_tie_is_told_as_one(world: World) -> None:
    show(world, ALONE)
    world.open(VOTE)
    for seat in range(5):
        vote(world, seat, LINES[0] if seat < 2 else LINES[1] if seat < 4 else LINES[2])
    world.close(VOTE)
    world.desk.show(world.step(VOTE))
    seen = picture(world)
    assert seen is not None
    assert "5 people gave dots. A tie of 2 with 2 dots each" in seen.sentence
    assert "Next, with 1: “Nobody waits”. 3 headlines have no dot" in seen.sentence
    assert set(seen.table.rows[:2]) == {(LINES[0], "2"), (LINES[1], "2")}


def test_a_line_taken_back_takes_its_dots_with_it_and_leaves_no_trace_in_the_picture(world: World) -> None:
    show(world, ALONE)
    world.open(VOTE)
    for seat in range(6):
        vote(world, seat, LINES[seat % 2], LINES[2])
    world.desk.hide_notes(world.step(ALONE), keys(world, ALONE, LINES[0]))
    assert LINES[0] not in options(world, 0)
    assert world.answer(1, VOTE, {"dots": [options(world, 1)[LINES[1]]], "why": "it is mine"}).answer["why"]
    world.close(VOTE)
    world.desk.show(world.step(VOTE))
    seen = picture(world)
    assert seen is not None
    assert LINES[0] not in str(seen)
    world.desk.hide_notes(world.step(ALONE), keys(world, ALONE, LINES[1]))
    later = picture(world)
    assert later is not None
    assert LINES[1] not in str(later)


def test_what_is_merged_again_later_never_takes_the_dots_of_what_was_voted_on(world: World) -> None:
    merge(world, "One counter", "Two doors", "Three keys")
    show(world, MERGED)
    world.open(VOTE)
    for seat in range(6):
        vote(world, seat, "One counter" if seat % 2 else "Two doors")
    world.close(VOTE)
    world.desk.show(world.step(VOTE))
    assert "One counter" in str(picture(world))
    merge_again(world, "Quite another line")
    assert picture(world) is None


def merge_again(world: World, line: str) -> None:
    world.open(MERGED)
    attempt = world.attempt(0, MERGED)
    assert attempt.save({"headline": line}, 1, base=0).problems == ()
    world.close(MERGED)
    show(world, MERGED)


def test_from_fewer_than_the_minimum_nothing_is_counted_out(world: World) -> None:
    show(world, ALONE)
    world.open(VOTE)
    for seat in range(4):
        vote(world, seat, LINES[0])
    world.close(VOTE)
    assert picture(world, "console") is None
    assert release(world.store, world.desk.room, world.pack, VOTE, 1, "console").withheld["*"] == "disclosure.too_few"


def test_what_everybody_chose_is_told_as_nearly_everybody_and_hides_no_other(world: World) -> None:
    show(world, ALONE)
    world.open(VOTE)
    for seat in range(6):
        vote(world, seat, LINES[0], *LINES[1 : 1 + seat % 2])
    world.close(VOTE)
    seen = picture(world, "console")
    assert seen is not None
    assert "Nearly everybody chose “Quiet by nine”. Next, with 3: “Open at seven”." in seen.sentence
    assert seen.table.rows[0] == (LINES[0], "nearly everybody")


def test_what_is_released_after_the_vote_stands_in_no_picture_of_it(world: World) -> None:
    show(world, ALONE, *LINES[:3])
    world.open(VOTE)
    for seat in range(6):
        vote(world, seat, LINES[seat % 3])
    world.close(VOTE)
    world.desk.release_notes(world.step(ALONE), keys(world, ALONE, LINES[5]))
    assert LINES[5] not in str(picture(world, "console"))


def test_why_stays_sealed(world: World) -> None:
    show(world, ALONE)
    world.open(VOTE)
    world.answer(0, VOTE, {"dots": [], "why": "because of my brother"})
    world.close(VOTE)
    seen = release(world.store, world.desk.room, world.pack, VOTE, 1, "console")
    assert "brother" not in str(seen)
    assert seen.notes == ()


def test_the_invented_participants_vote_on_what_their_tables_wrote(store: Store, pack: Pack) -> None:
    """Four tables of three, the first of each writes; as a played room does it."""
    cast = list(load_samples().values())
    played = make_world(store, doing(pack, MERGED, VOTE), people=len(cast), demo=True, agenda="test")
    for at in range(len(cast)):
        sit(store, played.room, played.seats[at][0].id, 1 + at // 3)
    played.open(MERGED)
    for at in range(0, len(cast), 3):
        assert played.attempt(at, MERGED).save(cast[at].answers[MERGED], 1, base=0).problems == ()
    played.close(MERGED)
    show(played, MERGED)
    played.open(VOTE)
    for at, one in enumerate(cast):
        assert played.attempt(at, VOTE).save(one.answers[VOTE], 1).problems == ()
    played.close(VOTE)
    seen = picture(played, "console")
    assert seen is not None
    assert len(seen.table.rows) == 4
