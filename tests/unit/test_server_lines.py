"""Claims about lines that are lost and taken up again, and about kernels whose pages are gone."""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import websocket

from leads_kit.server.spool import Spool
from tests.server_fixture import PROTOCOL, Channel, Page, Served, served, wait_until

AFTER = 5


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("lines"), cull_after=AFTER, cull_every=1) as running:
        yield running


@pytest.fixture
def page(server: Served) -> Page:
    client = server.client()
    client.join(server.code)
    return client.open(f"/room/{server.code}")


Line = Callable[..., Channel]


@pytest.fixture
def line(page: Page) -> Iterator[Line]:
    """`line(session, had)` opens a line of one page; a later one says how many messages it had."""
    opened: list[Channel] = []

    def more(session: str = "", had: int | None = None) -> Channel:
        said = "" if had is None else f"&had={had}"
        session = session or uuid.uuid4().hex
        socket = websocket.WebSocket()
        socket.settimeout(20)
        opened.append(Channel(socket, session))
        socket.connect(
            f"ws://127.0.0.1:{page.client.port}/api/kernels/{page.kernel}/channels?session_id={session}{said}",
            cookie=page.client.cookie,
            subprotocols=[PROTOCOL],
            suppress_origin=True,
        )
        return opened[-1]

    yield more
    for channel in opened:
        channel.close()


def heard(channel: Channel, seconds: float = 1.0) -> list[Any]:
    """What arrives, texts included, until nothing has for `seconds`."""
    channel.socket.settimeout(seconds)
    found: list[Any] = []
    try:
        while True:
            found.append(channel.socket.recv())
    except websocket.WebSocketTimeoutException:
        return found


def beat(channel: Channel, had: int) -> None:
    channel.socket.send(str(had))


def test_a_spool_keeps_what_was_not_acknowledged_and_knows_when_it_is_too_little() -> None:
    spool = Spool("page", most=10)
    for message in (b"one", b"two", b"three"):
        spool.put(message)
    assert spool.after(1) is not None
    assert spool.after(0) is None  # eleven bytes were more than ten
    spool.had(2)
    assert spool.after(2) == [b"three"]
    assert spool.after(3) == []
    assert spool.after(1) is None
    assert spool.after(4) is None


def test_a_page_hears_at_once_that_its_line_is_alive(line: Line) -> None:
    channel = line()
    heard(channel, 0.5)
    beat(channel, 0)
    began = time.monotonic()
    assert channel.socket.recv() == "alive"
    assert time.monotonic() - began < 1


@pytest.mark.parametrize("said", ["-1", "", "1e3", "٣", "9" * 10, "alive"])
def test_a_beat_that_is_no_count_is_dropped(server: Served, line: Line, said: str) -> None:
    channel, before = line(), server.counter("dropped_malformed")
    channel.socket.send(said)
    assert wait_until(lambda: server.counter("dropped_malformed") == before + 1, 5)


@pytest.mark.parametrize("noticed", [False, True])
def test_a_page_that_comes_back_hears_what_it_missed_once_and_in_order(page: Page, line: Line, noticed: bool) -> None:
    session = uuid.uuid4().hex
    first = line(session)
    first.learn()
    heard(first)
    # The line dies in the middle: the server has written what the page never reads.
    for nonce in ("a", "b", "c"):
        data = {"method": "custom", "content": {"nonce": nonce}}
        first.send("comm_msg", {"comm_id": page.model, "data": data})
    time.sleep(0.5)
    if noticed:
        first.close()
    second = line(session, had=0)
    told = [one for one in heard(second) if isinstance(one, bytes)]
    nonces = [nonce for one in told for nonce in re.findall(rb'"nonce": "([abc])"', one)]
    assert nonces == [b"a", b"b", b"c"]
    assert len(told) == len(set(told))
    # All the page has is acknowledged; what comes after arrives over the new line and not twice.
    beat(second, len(told))
    assert second.socket.recv() == "alive"
    assert second.probe(page.model)["door"] == 1
    second.close()
    third = line(session, had=len(told))
    again = [one for one in heard(third) if isinstance(one, bytes)]
    assert len(again) == len(set(again)) > 0
    assert not set(again) & set(told)


@pytest.mark.parametrize("had", [1, 500])
def test_a_page_whose_missed_messages_are_not_kept_is_told_to_load_again(line: Line, had: int) -> None:
    channel = line(had=had)
    assert channel.socket.recv() == "anew"


def test_a_kernel_whose_page_is_gone_ends_and_its_seat_stays(server: Served, page: Page, line: Line) -> None:
    channel = line()
    channel.learn()
    # A person who reads and says nothing is still there, however long.
    time.sleep(AFTER + 2)
    assert page.client.get(f"/api/kernels/{page.kernel}").status == 200
    channel.close()
    # Not from when something was last said, but from when the page went: a locked phone finds its page as it was.
    time.sleep(AFTER - 2)
    assert page.client.get(f"/api/kernels/{page.kernel}").status == 200
    assert wait_until(lambda: page.client.get(f"/api/kernels/{page.kernel}").status == 404, AFTER + 5)
    assert page.client.open(f"/room/{server.code}").kernel != page.kernel
