"""Claims about limits, with a clock that stands until it is moved; the whole way is in tests/attacks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads_kit.errors import RoomCrowded, TooManyPages, TooManyWalls
from leads_kit.server import limits
from leads_kit.server.identity import Owner, Role
from leads_kit.server.limits import FREE_GUESSES, HELD, LONGEST_DELAY, NETWORKS, Guesses, Heard, Pace, network_of
from leads_kit.server.places import ARRIVING_SECONDS, PAGES_OF_ONE, WALLS, Places


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def wrong_often(guesses: Guesses, times: int, address: str = "10.0.0.1") -> list[limits.Wrong]:
    return [guesses.wrong(address) for _ in range(times)]


# ---- wrong codes ----


def test_a_room_full_of_mistypers_is_taken_lightly(clock: Clock) -> None:
    assert not any(one.retry or one.delay for one in wrong_often(Guesses(clock), FREE_GUESSES))


def test_past_that_wrong_codes_wait_longer_each_time_and_are_told_when_to_come_back(clock: Clock) -> None:
    guesses = Guesses(clock)
    wrong_often(guesses, FREE_GUESSES)
    over = wrong_often(guesses, HELD)
    delays = [one.delay for one in over]
    assert delays == sorted(delays)
    assert 0 < delays[0] < delays[-1] == LONGEST_DELAY
    assert [one.retry for one in over[:3]] == [1, 2, 3]


def test_no_more_answers_are_held_back_than_memory_has_room_for(clock: Clock) -> None:
    guesses = Guesses(clock)
    over = wrong_often(guesses, FREE_GUESSES + HELD + 20)
    assert sum(one.delay > 0 for one in over) == HELD
    assert over[-1].retry > 0
    guesses.answered("10.0.0.1")
    assert guesses.wrong("10.0.0.1").delay > 0


def test_many_networks_together_hold_no_more_than_the_server_can(clock: Clock) -> None:
    guesses = Guesses(clock)
    told = [one for net in range(20) for one in wrong_often(guesses, FREE_GUESSES + HELD, f"10.0.0.{net}")]
    assert sum(one.delay > 0 for one in told) == limits.HELD_IN_ALL


def test_patience_is_rewarded(clock: Clock) -> None:
    guesses = Guesses(clock)
    last = wrong_often(guesses, FREE_GUESSES + 50)[-1]
    clock.now += last.retry + 1
    assert guesses.wrong("10.0.0.1") == limits.Wrong()


def test_however_many_there_were_the_wait_is_minutes_at_most(clock: Clock) -> None:
    assert wrong_often(Guesses(clock), 5000)[-1].retry <= 120


def test_one_networks_guesses_cost_another_nothing(clock: Clock) -> None:
    guesses = Guesses(clock)
    wrong_often(guesses, 1000)
    assert guesses.wrong("10.0.0.2") == limits.Wrong()


def test_any_number_of_addresses_takes_no_more_memory_and_hides_no_one_who_goes_on(clock: Clock) -> None:
    guesses = Guesses(clock)
    wrong_often(guesses, FREE_GUESSES)
    for number in range(2 * NETWORKS):
        guesses.wrong(f"10.1.{number >> 8}.{number & 255}")
        if number % 1000 == 0:
            assert guesses.wrong("10.0.0.1").retry > 0
    assert len(guesses._levels) <= NETWORKS


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("10.0.0.1", "10.0.0.2", False),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:10.0.0.1", "10.0.0.1", True),
        ("fe80::1%eth0", "fe80::1%wlan0", True),
        ("", "10.0.0.1", False),
    ],
)
def test_who_counts_as_one(one: str, other: str, same: bool) -> None:
    assert (network_of(one) == network_of(other)) is same


# ---- messages ----


def test_a_page_that_starts_and_somebody_who_types_are_never_stopped(clock: Clock) -> None:
    pace = Pace(clock)
    assert {pace.hear(600) for _ in range(200)} == {Heard.PASSES}
    for _ in range(600):
        clock.now += 0.1
        assert pace.hear(2000) is Heard.PASSES


def test_a_flood_is_dropped_and_one_that_goes_on_ends_the_line(clock: Clock) -> None:
    pace = Pace(clock)
    heard = [pace.hear(100) for _ in range(2000)]
    assert [heard[0], heard[400], heard[-1]] == [Heard.PASSES, Heard.DROPPED, Heard.ENDS]
    clock.now += 61
    assert pace.hear(100) is Heard.PASSES


def test_long_messages_count_for_what_they_weigh(clock: Clock) -> None:
    pace = Pace(clock)
    assert sum(pace.hear(256 * 1024) is Heard.PASSES for _ in range(100)) < 20


@given(st.lists(st.tuples(st.floats(0, 5), st.integers(0, 300_000)), max_size=300))
def test_however_it_is_sent_no_more_passes_than_the_burst_and_the_rate(told: list[tuple[float, int]]) -> None:
    clock = Clock()
    pace, began, passed = Pace(clock), clock.now, 0
    for pause, size in told:
        clock.now += pause
        passed += pace.hear(size) is Heard.PASSES
    assert passed <= limits.BURST + limits.MESSAGES_A_SECOND * (clock.now - began) + 1


# ---- pages ----


class House:
    """Places, with browsers that connect and go."""

    def __init__(self, clock: Clock, pages: int = 400) -> None:
        self.connected: set[str] = set()
        self.places = Places(self.connected.__contains__, clock, pages)
        self.count = 0

    def open(self, who: str, role: Role = "seat", stays: bool = True) -> str | None:
        """One more page; the kernel that was ended for it."""
        owner = Owner.of(f"leads_{role}_room", who)
        with self.places.hold(role, owner) as instead:
            if instead is not None:
                self.close(instead)
            self.count += 1
            kernel = f"k{self.count}"
            self.places.opened(kernel, owner)
        if stays:
            self.connected.add(kernel)
            self.places.met(kernel)
        return instead

    def close(self, kernel: str) -> None:
        self.connected.discard(kernel)


@pytest.mark.parametrize(("role", "most"), list(PAGES_OF_ONE.items()))
def test_one_person_has_so_many_pages_open_and_no_more(clock: Clock, role: Role, most: int) -> None:
    house = House(clock)
    assert [house.open("me", role) for _ in range(most)] == [None] * most
    with pytest.raises(TooManyPages) as refused:
        house.open("me", role)
    assert refused.value.values["most"] == most
    assert house.open("you", role) is None


def test_the_oldest_page_that_nobody_looks_at_makes_room(clock: Clock) -> None:
    house = House(clock)
    for _ in range(6):
        house.open("me")
        clock.now += 1
    house.close("k4")
    house.close("k3")
    assert house.open("me") == "k3"
    assert house.open("me") == "k4"
    with pytest.raises(TooManyPages):
        house.open("me")


def test_two_pages_that_come_at_once_do_not_end_the_same_one(clock: Clock) -> None:
    house, owner = House(clock), Owner.of("leads_seat_room", "me")
    for _ in range(6):
        house.open("me")
        clock.now += 1
    house.close("k2")
    house.close("k5")
    with house.places.hold("seat", owner) as one, house.places.hold("seat", owner) as other:
        assert (one, other) == ("k2", "k5")


def test_a_page_that_is_still_loading_is_not_ended(clock: Clock) -> None:
    house = House(clock)
    for _ in range(6):
        house.open("me", stays=False)
    with pytest.raises(TooManyPages):
        house.open("me")
    clock.now += ARRIVING_SECONDS
    assert house.open("me") == "k1"


def test_pages_that_come_at_the_same_moment_count_before_they_are_there(clock: Clock) -> None:
    house, owner = House(clock), Owner.of("leads_seat_room", "me")
    held = [house.places.hold("seat", owner) for _ in range(7)]
    for one in held[:6]:
        one.__enter__()
    with pytest.raises(TooManyPages):
        held[6].__enter__()
    held[0].__exit__(None, None, None)
    assert house.open("me") is None


def test_a_room_has_so_many_walls_and_one_that_nobody_sees_makes_room(clock: Clock) -> None:
    house = House(clock)
    for number in range(WALLS):
        house.open(f"browser {number}", "wall")
    with pytest.raises(TooManyWalls):
        house.open("another", "wall")
    house.close("k9")
    assert house.open("another", "wall") == "k9"


def test_a_crowded_room_ends_nobody_elses_page_and_keeps_its_facilitator_and_walls(clock: Clock) -> None:
    house = House(clock, pages=4)
    for number in range(4):
        house.open(f"seat {number}")
    house.close("k1")
    with pytest.raises(RoomCrowded) as refused:
        house.open("one more")
    assert refused.value.values["seconds"] > 0
    assert house.open("seat 0") == "k1"
    assert house.open("host", "host") is None
    assert house.open("wall", "wall") is None


def test_pages_that_are_gone_do_not_count(clock: Clock) -> None:
    house = House(clock)
    for _ in range(50):
        assert house.open("me") is None
        house.places.left(f"k{house.count}")
