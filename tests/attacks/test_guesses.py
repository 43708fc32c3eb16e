"""Somebody guesses codes from the one address that a whole conference shares: the guesses cost, and nobody else pays."""

from __future__ import annotations

import asyncio
import contextlib
import random
import re
from collections.abc import Iterator

import pytest

from leads_kit.packs import load_words
from leads_kit.room.making import CODE_LENGTH, CODE_LETTERS
from leads_kit.server.limits import FREE_GUESSES, HELD, LONGEST_DELAY, REMEMBERED
from leads_kit.text import LANGS, Lang
from tests.attacks.burst import Line, Told
from tests.server_fixture import Client, Served, served

GUESSES, GUESSERS = 10_000, 100
PEOPLE, MISTYPERS = 200, 50
WORDS = load_words()


def sentence(word: str, lang: Lang = "en") -> str:
    return WORDS.say(lang)(word)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("guesses"), room="autumn") as running:
        yield running


@pytest.fixture(scope="module")
def early(server: Served) -> Client:
    """Somebody who took a seat before the guessing began."""
    client = server.client()
    client.join(server.code)
    return client


@pytest.fixture(scope="module")
def besieged(server: Served, early: Client) -> Served:
    """From this address far more wrong codes came than are taken lightly."""
    asyncio.run(guess(server, FREE_GUESSES + 30, FREE_GUESSES + 30))
    return server


def wrong_code(server: Served) -> str:
    while (code := "".join(random.choices(CODE_LETTERS, k=CODE_LENGTH))) == server.code:
        continue
    return code


async def guess(server: Served, times: int, lines: int) -> list[Told]:
    """So many guesses, spread over lines that each wait for their answer."""
    todo = iter(range(times))
    told: list[Told] = []

    async def guesser() -> None:
        async with Line(server.port) as line:
            told.extend([await line.get(f"/join/{wrong_code(server)}") for _ in todo])

    await asyncio.gather(*(guesser() for _ in range(lines)))
    return told


async def join(server: Served) -> list[Told]:
    """One person, with the right code."""
    async with Line(server.port) as line:
        looked = shown = await line.get(f"/join/{server.code}")
        while True:
            offered = re.findall(r'name="pseudonym" value="([^"]+)"', shown.text)
            shown = await line.post(f"/join/{server.code}", {"pseudonym": offered[0], "consent": "yes"})
            if shown.status != 400:  # else somebody took that name a moment before
                return [looked, shown]


async def mistype(server: Served) -> list[Told]:
    """One person who types a wrong code first."""
    async with Line(server.port) as line:
        return [await line.get(f"/join/?code={wrong_code(server)}"), await line.get(f"/join/{server.code}")]


async def siege(server: Served) -> tuple[list[Told], list[list[Told]], list[list[Told]]]:
    """Ten thousand guesses, and a room that arrives in the middle of them."""

    async def crowd() -> list[list[list[Told]]]:
        await asyncio.sleep(0.5)
        arriving = asyncio.gather(*(join(server) for _ in range(PEOPLE)))
        return [await arriving, await asyncio.gather(*(mistype(server) for _ in range(MISTYPERS)))]

    guesses, (joined, mistyped) = await asyncio.gather(guess(server, GUESSES, GUESSERS), crowd())
    return guesses, joined, mistyped


def test_ten_thousand_guesses_from_one_address_stop_nobody_at_it_and_find_nothing(server: Served) -> None:
    guesses, joined, mistyped = asyncio.run(siege(server))
    assert {one.status for one in guesses} == {404, 429}
    assert sum(one.status == 404 for one in guesses) < 2 * FREE_GUESSES
    assert all([look.status, took.status] == [200, 303] for look, took in joined)
    for wrong, right in mistyped:
        assert wrong.status in (404, 429)
        assert sentence("errors.unknown_code") in wrong.text or sentence("errors.too_many_guesses") in wrong.text
        assert 'name="code"' in wrong.text
        assert right.status == 200
    assert server.counter("joined") == PEOPLE


def both(server: Served, wrong: str, right: str, **cookies: str) -> tuple[Told, Told]:
    """A wrong and a right thing asked at the same moment."""

    async def ask() -> tuple[Told, Told]:
        async with Line(server.port, dict(cookies)) as one, Line(server.port, dict(cookies)) as other:
            return await asyncio.gather(one.ask(wrong, "letters=AAAAA"), other.ask(right, ""))

    return asyncio.run(ask())


@pytest.mark.parametrize("lang", LANGS)
def test_past_the_limit_a_wrong_code_gets_a_sentence_and_a_right_one_its_page_at_once(
    besieged: Served, lang: Lang
) -> None:
    wrong, right = both(besieged, f"GET /join/{wrong_code(besieged)}", f"GET /join/{besieged.code}", leads_lang=lang)
    assert wrong.status == 429
    assert 1 <= int(wrong.headers["retry-after"]) <= 120
    assert sentence("errors.too_many_guesses", lang) in wrong.text
    assert 'role="alert"' in wrong.text
    assert 'name="code"' in wrong.text
    assert right.status == 200
    assert right.seconds < wrong.seconds


def test_past_the_limit_the_facilitators_link_works_at_once_and_a_guessed_one_waits(besieged: Served) -> None:
    wrong, right = both(besieged, f"GET /host/{'x' * 32}", f"GET /host/{besieged.secret}")
    assert (wrong.status, right.status) == (429, 303)
    assert right.seconds < wrong.seconds
    assert "set-cookie" not in wrong.headers


def test_past_the_limit_ones_own_letters_work_at_once_and_guessed_ones_wait(besieged: Served, early: Client) -> None:
    letters = re.search(r'class="letters">([^<]+)<', early.get(f"/code/{besieged.code}").text)
    assert letters
    back = besieged.client().post(f"/resume/{besieged.code}", {"letters": letters[1]})
    assert back.location == f"/room/{besieged.code}"
    wrong, _ = both(besieged, f"POST /resume/{besieged.code}", "GET /health")
    assert wrong.status == 429
    assert sentence("errors.too_many_guesses") in wrong.text
    assert 'name="letters"' in wrong.text


def test_past_the_limit_a_seat_is_stopped_nowhere(besieged: Served, early: Client) -> None:
    assert early.get(f"/join/{besieged.code}").location == f"/room/{besieged.code}"
    assert early.get(f"/code/{besieged.code}").status == 200
    assert early.post(f"/language/{besieged.code}", {"lang": "en", "back": "room"}).status == 303
    line = early.open(f"/room/{besieged.code}").connect()
    assert line.learn()
    line.close()


def test_every_address_that_takes_a_code_counts_wrong_ones(besieged: Served) -> None:
    code = wrong_code(besieged)
    takes = [f"GET /{page}/{code}" for page in ("join", "reached", "room", "code", "resume", "console", "wall")]
    takes += [f"POST /{page}/{code}" for page in ("join", "play", "resume", "leave", "language")]
    takes += [f"GET /join/?code={code}", f"GET /room/{code}/0-welcome"]

    async def ask(what: str) -> int:
        async with Line(besieged.port) as line:
            return (await line.ask(what, "")).status

    async def ask_all() -> list[int]:
        return await asyncio.gather(*(ask(what) for what in takes))

    assert dict(zip(takes, asyncio.run(ask_all()), strict=True)) == dict.fromkeys(takes, 429)


def test_a_forwarded_address_is_not_believed_without_a_proxy(besieged: Served) -> None:
    assert besieged.client(X_Forwarded_For="203.0.113.9").get(f"/join/{wrong_code(besieged)}").status == 429


def test_whoever_hangs_up_gives_back_the_memory_that_waiting_took(besieged: Served) -> None:
    async def impatient() -> None:
        async with Line(besieged.port) as line:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(line.get(f"/join/{wrong_code(besieged)}"), 0.3)

    async def crowd() -> Told:
        # The last few make up for what was forgiven while a slow machine let the others in.
        for many in (HELD, HELD, REMEMBERED - FREE_GUESSES):
            await asyncio.gather(*(impatient() for _ in range(many)))
        async with Line(besieged.port) as line:
            return await line.get(f"/join/{wrong_code(besieged)}")

    assert asyncio.run(crowd()).seconds > LONGEST_DELAY / 2
