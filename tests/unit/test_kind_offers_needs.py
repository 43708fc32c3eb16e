"""The market: an English offer meets a French need; people choose, and names pass only between two who both did."""

from __future__ import annotations

from typing import Any

import pytest

from leads_kit.errors import NobodyThere
from leads_kit.kinds import kind_of
from leads_kit.kinds.offers_needs.pairing import likeness
from leads_kit.model import Note, Pack
from leads_kit.room import Meeting, release, unmatched
from leads_kit.store import Store
from tests.world import World, doing, make_world

MARKET = "dc1-market"


def lists(offer: str = "", offered: str = "", need: str = "", needed: str = "") -> dict[str, Any]:
    given = {"offers": (offer, offered), "needs": (need, needed)}
    return {
        side: [{"id": "r1", "what": what, "tags": [tag] if tag else []}] for side, (what, tag) in given.items() if what
    }


LEASE = lists("an hour on leases", "law", "a room on Mondays", "space")
BAIL = lists("une salle le lundi", "space", "relire un bail", "law")
VAN = lists("a van on weekends", "transport")


@pytest.fixture
def market(store: Store, pack: Pack) -> World:
    """Three people have written; all is released and shown."""
    world = make_world(store, doing(pack, MARKET), people=4, agenda="test")
    world.open(MARKET)
    for seat, answer in enumerate((LEASE, BAIL, VAN)):
        world.answer(seat, MARKET, answer)
    world.close(MARKET)
    notes = release(store, world.desk.room, world.pack, MARKET, 1, "console").notes
    world.desk.release_notes(world.step(MARKET), [one.key for one in notes])
    world.desk.show(world.step(MARKET))
    return world


def met(world: World, seat: int) -> dict[str, Meeting]:
    attempt = world.attempt(seat, MARKET)
    return {one.by: one for one in attempt.delivery.meetings(attempt.exercise)}


def interest(world: World, seat: int, by: str, yes: bool = True, name: str = "") -> None:
    world.attempt(seat, MARKET).say_interest(met(world, seat)[by].key, yes, name)


def test_an_english_offer_meets_a_french_need_by_its_tag(market: World) -> None:
    found = met(market, 0)
    assert set(found) == {"Seat 1", "Seat 2"}
    assert found["Seat 1"].reasons == ("law", "space")
    assert found["Seat 1"].best
    assert found["Seat 2"].reasons == ()


def test_matches_come_first_and_nobody_meets_themselves(market: World) -> None:
    attempt = market.attempt(0, MARKET)
    assert [one.by for one in attempt.delivery.meetings(attempt.exercise)] == ["Seat 1", "Seat 2"]


def test_like_words_meet_where_no_tag_does_and_common_words_do_not(pack: Pack) -> None:
    exercise = pack.exercises[MARKET]
    kind = kind_of(exercise)
    assert kind.matches is not None

    def note(about: str, text: str) -> list[Note]:
        return [Note("r1", text, about)]

    alike = kind.matches(
        exercise, {"a": note("offer", "photos de boutique"), "b": note("need", "des photos de ma boutique")}
    )
    assert [one.reasons for one in alike] == [("words",)]
    assert (
        kind.matches(exercise, {"a": note("offer", "help with the van"), "b": note("need", "help with the books")})
        == ()
    )


def test_likeness_folds_accents_and_leaves_common_words_out() -> None:
    assert likeness("Relecture française", "relecture FRANCAISE", frozenset()) == 1
    assert likeness("help with papers", "help with plants", frozenset({"help", "with"})) == 0
    assert likeness("", "plants", frozenset()) == 0


def test_interest_is_seen_by_the_other_one_alone(market: World) -> None:
    interest(market, 0, "Seat 1")
    assert met(market, 1)["Seat 0"].theirs
    assert met(market, 0)["Seat 1"].mine
    assert not met(market, 2)["Seat 0"].theirs
    assert not met(market, 2)["Seat 1"].theirs


def test_a_name_passes_only_once_both_have_said_yes(market: World) -> None:
    interest(market, 0, "Seat 1", name="Ana")
    assert met(market, 1)["Seat 0"].their_name == ""
    interest(market, 1, "Seat 0")
    assert met(market, 1)["Seat 0"].their_name == ""
    interest(market, 0, "Seat 1", name="  Ana ")
    assert met(market, 1)["Seat 0"].their_name == "Ana"
    assert met(market, 0)["Seat 1"].their_name == ""
    interest(market, 1, "Seat 0", name="Luc")
    assert met(market, 0)["Seat 1"].their_name == "Luc"


def test_taking_back_takes_the_name_back(market: World) -> None:
    interest(market, 0, "Seat 1")
    interest(market, 1, "Seat 0")
    interest(market, 0, "Seat 1", name="Ana")
    interest(market, 0, "Seat 1", yes=False)
    seen = met(market, 1)["Seat 0"]
    assert (seen.mine, seen.theirs, seen.their_name) == (True, False, "")
    interest(market, 0, "Seat 1")
    assert met(market, 1)["Seat 0"].their_name == ""


def test_ones_own_line_and_a_line_that_is_not_on_the_screens_can_be_tapped_by_nobody(market: World) -> None:
    notes = {one.by: one.key for one in release(market.store, market.desk.room, market.pack, MARKET, 1, "wall").notes}
    with pytest.raises(NobodyThere):
        market.attempt(0, MARKET).say_interest(notes["Seat 0"], True)
    market.desk.hide_notes(market.step(MARKET), list(notes.values()))
    with pytest.raises(NobodyThere):
        market.attempt(0, MARKET).say_interest(notes["Seat 1"], True)
    with pytest.raises(NobodyThere):
        market.attempt(0, MARKET).say_interest("0" * 16, True)


def test_who_is_taken_off_the_screens_is_met_by_nobody(market: World) -> None:
    notes = release(market.store, market.desk.room, market.pack, MARKET, 1, "console").notes
    market.desk.hide_notes(market.step(MARKET), [one.key for one in notes if one.by == "Seat 1"])
    assert set(met(market, 0)) == {"Seat 2"}


def test_nobody_meets_before_the_step_is_shown(market: World) -> None:
    market.desk.hide(market.step(MARKET))
    assert met(market, 0) == {}


def test_the_console_learns_how_many_match_nobody_and_not_who(market: World) -> None:
    exercise = market.pack.exercises[MARKET]
    assert unmatched(market.store, market.desk.room, exercise, 1) == 1


def test_no_id_of_a_seat_reaches_another_seat(market: World) -> None:
    interest(market, 1, "Seat 0")
    ids = {seat.id for seat, _ in market.seats}
    assert not [id for id in ids if id in str(met(market, 0))]


def test_a_room_sees_what_was_released_and_nothing_else(market: World) -> None:
    say, exercise = market.pack.words.say("en"), market.pack.exercises[MARKET]
    notes = release(market.store, market.desk.room, market.pack, MARKET, 1, "console").notes
    market.desk.hide_notes(market.step(MARKET), [one.key for one in notes if one.by == "Seat 2"])
    seen = release(market.store, market.desk.room, market.pack, MARKET, 1, "seat")
    picture = kind_of(exercise).room_picture(exercise, seen, say)
    assert picture is not None
    assert [row[0] for row in picture.table.rows] == ["Space, tools", "Rules, contracts"]
