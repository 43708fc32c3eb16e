"""Names that somebody is looking at are not offered to anybody else, for a while."""

from __future__ import annotations

from leads_kit.server.offers import SECONDS, Offers


def test_a_name_is_kept_back_in_its_room_until_minutes_have_gone() -> None:
    now = 0.0
    offers = Offers(lambda: now)
    offers.add("autumn", ["Quiet Heron"])
    assert offers.lately("autumn") == {"Quiet Heron"}
    assert offers.lately("spring") == frozenset()
    now = SECONDS - 1
    assert offers.lately("autumn") == {"Quiet Heron"}
    now = SECONDS
    assert offers.lately("autumn") == frozenset()


def test_a_name_offered_again_is_kept_back_anew() -> None:
    now = 0.0
    offers = Offers(lambda: now)
    offers.add("autumn", ["Quiet Heron"])
    now = SECONDS - 1
    offers.add("autumn", ["Quiet Heron"])
    now = SECONDS + 1
    assert offers.lately("autumn") == {"Quiet Heron"}
