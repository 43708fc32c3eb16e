"""Too much at once, from one page, one seat, one room: refused in a sentence, and nobody else is held up."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import websocket

from leads_kit.packs import load_words
from leads_kit.server.places import PAGES_OF_ONE, WALLS
from leads_kit.text import LANGS
from tests.server_fixture import Answer, Channel, Client, Page, Served, served, wait_until

MOST = PAGES_OF_ONE["seat"]
WORDS = load_words()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("floods"), room_pages=MOST + 1) as running:
        yield running


@pytest.fixture(scope="module")
def greedy(server: Served) -> Client:
    client = server.client()
    client.join(server.code)
    return client


@pytest.fixture(scope="module")
def pages(server: Served, greedy: Client) -> Iterator[list[tuple[Page, Channel]]]:
    """As many pages of one seat as it may have, all looked at."""
    with ThreadPoolExecutor(MOST) as at_once:
        opened = list(at_once.map(lambda _: greedy.open(f"/room/{server.code}"), range(MOST)))
    lines = [(page, page.connect()) for page in opened]
    yield lines
    for _, line in lines:
        line.close()


def refused(answer: Answer, status: int, word: str, **values: int) -> None:
    assert answer.status == status
    assert int(answer.headers["Retry-After"]) > 0
    lang = LANGS['<html lang="fr">' in answer.text]
    assert WORDS.say(lang)(word, **values) in answer.text
    assert "jupyter-config-data" not in answer.text


def test_a_seat_opens_so_many_pages_and_then_is_told_why_not(
    server: Served, greedy: Client, pages: list[tuple[Page, Channel]]
) -> None:
    before = len(server.kernels())
    refused(greedy.get(f"/room/{server.code}"), 429, "errors.too_many_pages", most=MOST)
    greedy.post(f"/language/{server.code}", {"lang": "fr", "back": "room"})
    refused(greedy.get(f"/room/{server.code}"), 429, "errors.too_many_pages", most=MOST)
    assert len(server.kernels()) == before
    assert server.counter("error_too_many_pages") == 2


def test_a_crowded_room_tells_the_next_to_wait_and_lets_its_facilitator_in(
    server: Served, pages: list[tuple[Page, Channel]]
) -> None:
    last, one_more, host = server.client(), server.client(), server.client()
    for client in (last, one_more):
        client.join(server.code)
    host.get(f"/host/{server.secret}")
    kept = last.open(f"/room/{server.code}")
    refused(one_more.get(f"/room/{server.code}"), 503, "errors.room_crowded")
    assert one_more.get(f"/code/{server.code}").status == 200
    assert host.open(f"/console/{server.code}").kernel
    assert last.post(f"/voila/api/shutdown/{kept.kernel}").status == 204


def test_a_room_opens_so_many_walls_and_then_says_why_not(server: Served) -> None:
    def look(_: int) -> Channel:
        return server.client().open(f"/wall/{server.code}").connect()

    with ThreadPoolExecutor(MOST) as at_once:
        lines = list(at_once.map(look, range(WALLS)))
    refused(server.client().get(f"/wall/{server.code}"), 429, "errors.too_many_walls", most=WALLS)
    for line in lines:
        line.close()


def test_a_page_that_nobody_looks_at_makes_room_for_ones_own_next(
    server: Served, greedy: Client, pages: list[tuple[Page, Channel]]
) -> None:
    page, line = pages[2]
    line.close()
    assert wait_until(lambda: '"connections": 0' in greedy.get(f"/api/kernels/{page.kernel}").text)
    fresh = greedy.open(f"/room/{server.code}")
    assert greedy.get(f"/api/kernels/{page.kernel}").status == 404
    pages[2] = (fresh, fresh.connect())
    assert all(greedy.get(f"/api/kernels/{one.kernel}").status == 200 for one, _ in pages)


def ended_with(line: Channel) -> int:
    """The code with which the server ends a line. Fails where it goes on."""
    line.socket.settimeout(15)
    kind, data = line.socket.recv_data()
    while kind != websocket.ABNF.OPCODE_CLOSE:
        kind, data = line.socket.recv_data()
    return int.from_bytes(data[:2])


def test_a_flood_of_messages_is_dropped_its_line_ended_and_nobody_elses(
    server: Served, pages: list[tuple[Page, Channel]]
) -> None:
    (page, line), (other, quiet) = pages[:2]
    line.learn()
    quiet.learn()
    passed = server.counter("passed")
    for _ in range(1500):
        line.send("comm_msg", {"comm_id": page.model, "data": {"method": "request_state"}})
    assert ended_with(line) == 1008
    assert server.counter("lines_ended") == 1
    assert server.counter("dropped_flood") > 800
    assert server.counter("passed") - passed < 400
    assert quiet.probe(other.model)["wall"] == 1


def test_whoever_comes_back_at_once_goes_on_where_they_were_stopped(
    server: Served, pages: list[tuple[Page, Channel]]
) -> None:
    page, _ = pages[0]
    again, before = page.connect(), server.counter("dropped_flood")
    for _ in range(5):
        again.send("kernel_info_request", {})
    assert wait_until(lambda: server.counter("dropped_flood") >= before + 5)
    again.close()
