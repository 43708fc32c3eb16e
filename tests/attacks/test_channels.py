"""Kernels and their channels, attacked through a real server: whose they are, and what may be said to
them."""

from __future__ import annotations

import os
import signal
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import websocket

from tests.server_fixture import Channel, Client, Page, Served, gone, served, start, wait_until

FAILING = 'secret_word = "heron-7"; raise ValueError(secret_word)'
NOISY = 'import sys; print("to stdout"); print("to stderr", file=sys.stderr)'
CONTROL = "jupyter.widget.control"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("channels"), FAILING, NOISY) as running:
        yield running


@pytest.fixture(scope="module")
def page(server: Served) -> Page:
    """One seat's page, with a kernel of its own."""
    client = server.client(X_Leads_Role="host", X_Leads_Secret="00" * 16, X_Leads_Store="x.db", Cookie2="x")
    client.join(server.code)
    return client.open(f"/room/{server.code}?role=host&planted=2")


@pytest.fixture
def channel(page: Page) -> Iterator[Channel]:
    opened = page.connect()
    opened.learn()
    yield opened
    opened.close()


def dropped(server: Served, reason: str) -> int:
    return server.counter(f"dropped_{reason}")


def test_a_page_can_talk_to_its_own_widgets(page: Page, channel: Channel) -> None:
    assert channel.probe(page.model)["door"] == 1
    channel.send(
        "comm_msg",
        {"comm_id": page.model, "data": {"method": "update", "state": {"door": 7}, "buffer_paths": []}},
    )
    assert channel.probe(page.model)["door"] == 7


@pytest.mark.parametrize(
    "kind",
    ["execute_request", "complete_request", "inspect_request", "history_request", "is_complete_request"],
)
def test_a_browser_cannot_run_or_read_code(server: Served, page: Page, channel: Channel, kind: str) -> None:
    before = dropped(server, "type")
    channel.send(
        kind,
        {
            "code": "broken = 1",
            "silent": False,
            "cursor_pos": 1,
            "hist_access_type": "tail",
            "n": 9,
            "output": True,
            "raw": True,
        },
    )
    assert not channel.probe(page.model)["broken"]
    assert dropped(server, "type") == before + 1


@pytest.mark.parametrize("through", ["control", "stdin", "iopub", "nowhere"])
def test_only_the_shell_channel_leads_inward(server: Served, page: Page, channel: Channel, through: str) -> None:
    before = dropped(server, "channel")
    for kind in (
        "execute_request",
        "shutdown_request",
        "interrupt_request",
        "input_reply",
        "kernel_info_request",
    ):
        channel.send(kind, {"code": "broken = 1", "restart": False}, channel=through)
    assert not channel.probe(page.model)["broken"]
    assert dropped(server, "channel") == before + 5


def test_a_browser_cannot_end_its_kernel_by_message(server: Served, page: Page, channel: Channel) -> None:
    for kind in ("shutdown_request", "interrupt_request", "debug_request", "create_subshell_request"):
        channel.send(kind, {"restart": False})
    assert channel.probe(page.model)["wall"] == 1


@pytest.mark.parametrize("target", ["jupyter.widget", "anything", "ipympl", ""])
def test_a_browser_cannot_make_a_widget_or_open_another_comm(
    server: Served, page: Page, channel: Channel, target: str
) -> None:
    before, widgets = dropped(server, "widget"), channel.probe(page.model)["widgets"]
    state = {
        "_model_module": "@jupyter-widgets/controls", "_model_module_version": "2.0.0",
        "_view_module": "@jupyter-widgets/controls", "_view_module_version": "2.0.0",
        "_model_name": "IntSliderModel", "_view_name": "IntSliderView",
    }  # fmt: skip
    channel.send(
        "comm_open",
        {"comm_id": uuid.uuid4().hex, "target_name": target, "data": {"state": state}},
        {"version": "2.1.0"},
    )
    assert channel.probe(page.model)["widgets"] == widgets
    assert dropped(server, "widget") == before + 1


@pytest.mark.parametrize(
    "state", [{"wall": 9}, {"door": 9, "wall": 9}, {"writable": ["wall"]}, {"_model_name": "x"}, {"keys": 1}]
)
def test_a_key_that_the_widget_does_not_declare_cannot_be_set(
    server: Served, page: Page, channel: Channel, state: dict[str, Any]
) -> None:
    before, door = dropped(server, "readonly"), channel.probe(page.model)["door"]
    channel.send("comm_msg", {"comm_id": page.model, "data": {"method": "update", "state": state, "buffer_paths": []}})
    channel.send(
        "comm_msg",
        {"comm_id": page.model, "data": {"method": "update", "state": {"wall": 9}, "buffer_paths": []}},
    )
    told = channel.probe(page.model)
    assert (told["wall"], told["door"]) == (1, door)
    assert dropped(server, "readonly") == before + 2


def test_a_browser_cannot_declare_a_key_writable_by_imitating_the_kernel(page: Page, channel: Channel) -> None:
    control = uuid.uuid4().hex
    channel.send("comm_open", {"comm_id": control, "target_name": CONTROL, "data": {}}, {"version": "1.0.0"})
    about = {page.model: {"state": {"writable": ["wall"]}}}
    channel.send("comm_msg", {"comm_id": control, "data": {"method": "update_states", "states": about}})
    channel.send("comm_open", {"comm_id": page.model, "target_name": CONTROL, "data": {}}, {"version": "1.0.0"})
    channel.send(
        "comm_msg",
        {"comm_id": page.model, "data": {"method": "update", "state": {"wall": 9}, "buffer_paths": []}},
    )
    assert channel.probe(page.model)["wall"] == 1


def test_messages_to_comms_that_the_kernel_never_named_are_dropped(
    server: Served, page: Page, channel: Channel
) -> None:
    before = dropped(server, "unknown")
    for comm in (uuid.uuid4().hex, "x", page.model[:-1]):
        channel.send("comm_msg", {"comm_id": comm, "data": {"method": "custom", "content": {}}})
        channel.send("comm_close", {"comm_id": comm, "data": {}})
    channel.send("comm_close", {"comm_id": page.model, "data": {}})
    assert channel.probe(page.model)["wall"] == 1
    assert dropped(server, "unknown") == before + 7


def test_before_the_kernel_has_named_its_widgets_nothing_reaches_them(server: Served) -> None:
    client = server.client()
    client.join(server.code)
    fresh = client.open(f"/room/{server.code}")
    early = fresh.connect()
    before = dropped(server, "unknown")
    early.send(
        "comm_msg",
        {"comm_id": fresh.model, "data": {"method": "update", "state": {"door": 9}, "buffer_paths": []}},
    )
    assert wait_until(lambda: dropped(server, "unknown") == before + 1)
    early.learn()
    assert early.probe(fresh.model)["door"] == 1
    early.close()


def test_an_oversize_message_is_dropped_and_a_huge_one_ends_the_line(
    server: Served, page: Page, channel: Channel
) -> None:
    before = dropped(server, "oversize")
    big = {"comm_id": page.model, "data": {"method": "custom", "content": {"asked": "x" * 300_000}}}
    channel.send("comm_msg", big)
    assert channel.probe(page.model)["wall"] == 1
    assert dropped(server, "oversize") == before + 1
    huge = page.connect()
    huge.send(
        "comm_msg",
        {"comm_id": page.model, "data": {"method": "custom", "content": {"asked": "x" * 3_000_000}}},
    )
    assert huge.hung_up()


def test_nonsense_is_dropped_and_the_line_stays(server: Served, page: Page, channel: Channel) -> None:
    before = dropped(server, "malformed")
    for nonsense in (b"", b"\x00" * 8, b"\xff" * 200, b"\x06" + b"\0" * 300, b'{"a": 1}' * 9):
        channel.socket.send_binary(nonsense)
    channel.socket.send("not even bytes")
    channel.send("comm_msg", "text")
    channel.send("comm_msg", {"comm_id": page.model, "data": []})
    channel.send("comm_msg", {"comm_id": ["x"], "data": {}})
    channel.send("comm_msg", {"comm_id": page.model, "data": {"method": "custom", "content": {"asked": float("nan")}}})
    channel.send("comm_msg", {"comm_id": page.model, "data": {"method": "custom", "content": {}}}, buffers=(b"x",))
    assert channel.probe(page.model)["wall"] == 1
    assert dropped(server, "malformed") >= before + 9
    assert dropped(server, "buffers") >= 1


@pytest.mark.parametrize("number", [[], {}, None, "1", 1e99, 10**400, True])
def test_whatever_number_an_answer_claims_the_line_stays(
    server: Served, page: Page, channel: Channel, number: Any
) -> None:
    for kind in ("answer", [], {}, None):
        content = {"kind": kind, "answer": number, "n": number, "base": number}
        channel.send("comm_msg", {"comm_id": page.model, "data": {"method": "custom", "content": content}})
    assert channel.probe(page.model)["wall"] == 1
    assert "Traceback" not in server.log.read_text()


def test_a_kernel_learns_who_it_serves_from_the_cookie_alone(server: Served, page: Page, channel: Channel) -> None:
    env = channel.probe(page.model, "env")["env"]
    secret = next(value for name, value in page.client.cookies.items() if name.startswith("leads_seat_"))
    assert env["HTTP_X_LEADS_ROLE"] == "seat"
    assert env["HTTP_X_LEADS_SECRET"] == secret
    assert env["HTTP_X_LEADS_LANG"] == "en"
    assert env["HTTP_X_LEADS_HERE"] == f"http://127.0.0.1:{server.port}"
    assert env["LEADS_STORE"] == server.store
    assert "HTTP_X_LEADS_STORE" not in env
    assert not any("planted" in value for value in env.values())
    assert not env.get("QUERY_STRING")
    assert not env.get("VOILA_REQUEST_URL")


def test_the_facilitators_and_the_walls_kernels_hold_no_secret(server: Served) -> None:
    host, wall = server.client(), server.client()
    host.get(f"/host/{server.secret}")
    for client, path, role in (
        (host, f"/console/{server.code}", "host"),
        (wall, f"/wall/{server.code}", "wall"),
    ):
        opened = client.open(path)
        line = opened.connect()
        line.learn()
        env = line.probe(opened.model, "env")["env"]
        assert env["HTTP_X_LEADS_ROLE"] == role
        assert "HTTP_X_LEADS_SECRET" not in env
        assert "HTTP_X_LEADS_SEAT" not in env
        assert not any(server.secret in value for value in env.values())
        line.close()


def stranger(server: Served) -> Client:
    client = server.client()
    client.join(server.code)
    return client


def test_anothers_kernel_looks_like_none(server: Served, page: Page, channel: Channel) -> None:
    host, nobody = server.client(), server.client()
    host.get(f"/host/{server.secret}")
    for client in (stranger(server), host, nobody):
        assert client.get(f"/api/kernels/{page.kernel}").status == 404
        assert client.post(f"/voila/api/shutdown/{page.kernel}").status == 404
        with pytest.raises(websocket.WebSocketBadStatusException) as refused:
            Channel.open(client, page.kernel)
        assert refused.value.status_code == 404
    assert "Traceback" not in server.log.read_text()
    assert page.client.get(f"/api/kernels/{page.kernel}").status == 200
    assert channel.probe(page.model)["wall"] == 1


def test_a_stolen_cookie_under_another_name_opens_no_kernel(server: Served, page: Page) -> None:
    thief = server.client()
    name, value = next(item for item in page.client.cookies.items() if item[0].startswith("leads_seat_"))
    thief.cookies = {
        name.replace("seat", "host"): value,
        "leads_seat_x": value,
        name: value[:-1] + ("0" if value[-1] != "0" else "1"),
    }
    assert thief.get(f"/api/kernels/{page.kernel}").status == 404


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "http://127.0.0.1:1", "http://localhost.evil.example", "null"]
)
def test_another_sites_page_cannot_open_the_channel(page: Page, origin: str) -> None:
    with pytest.raises(websocket.WebSocketBadStatusException) as refused:
        page.connect(origin=origin)
    assert refused.value.status_code == 403


def test_our_own_page_can_open_the_channel(server: Served, page: Page) -> None:
    own = page.connect(origin=f"http://127.0.0.1:{server.port}")
    assert own.learn()
    own.close()


def test_the_older_protocol_is_refused(page: Page) -> None:
    with pytest.raises(websocket.WebSocketBadStatusException) as refused:
        page.connect(protocol=None)
    assert refused.value.status_code == 400


def test_a_failing_cell_is_a_sentence_without_traceback_and_the_next_cell_runs(server: Served, page: Page) -> None:
    assert page.answer.text.count('data-state="bad"') == 1
    for leak in ("heron-7", "ValueError", "Traceback", "to stdout", "to stderr", "secret_word"):
        assert leak not in page.answer.text
    assert "heron-7" not in server.log.read_text()


def test_the_page_is_whole_before_its_kernel_and_names_no_other_host(server: Served, page: Page) -> None:
    text = page.answer.text
    assert text.index("Here we are") < text.index("jupyter-config-data")
    own = f"http://127.0.0.1:{server.port}"
    assert "http://" not in text.replace(own, "")
    assert "https://" not in text
    assert page.answer.headers["Cache-Control"] == "no-store"
    secret = next(value for name, value in page.client.cookies.items() if name.startswith("leads_seat_"))
    assert secret not in text


def test_a_notebook_that_is_not_listed_does_not_open(page: Page, server: Served) -> None:
    for name in ("console", "facilitator", "wall", "4-develop-coalitions.ipynb", "x"):
        assert page.client.get(f"/room/{server.code}/{name}").status == 404


def test_a_page_that_closes_ends_its_kernel(server: Served) -> None:
    client = stranger(server)
    opened = client.open(f"/room/{server.code}")
    before = len(server.kernels())
    assert client.post(f"/voila/api/shutdown/{opened.kernel}", Origin="https://evil.example").status == 403
    assert client.post(f"/voila/api/shutdown/{opened.kernel}").status == 204
    assert client.get(f"/api/kernels/{opened.kernel}").status == 404
    assert wait_until(lambda: len(server.kernels()) == before - 1, 15)


def test_a_killed_kernel_is_noticed_and_its_line_hung_up(tmp_path: Path) -> None:
    with served(tmp_path) as small:
        client = stranger(small)
        opened = client.open(f"/room/{small.code}")
        line = opened.connect()
        line.learn()
        for pid in small.kernels():
            os.kill(pid, signal.SIGKILL)
        began = time.monotonic()
        assert line.hung_up()
        assert time.monotonic() - began < 6
        assert client.get(f"/api/kernels/{opened.kernel}").status == 404
        assert client.open(f"/room/{small.code}").kernel != opened.kernel


# SIGTERM takes the way of SIGINT, and every other test ends its server by it.
@pytest.mark.parametrize(
    ("number", "seconds"),
    [(signal.SIGINT, 5.0), pytest.param(signal.SIGTERM, 5.0, marks=pytest.mark.full), (signal.SIGKILL, 6.0)],
)
def test_no_kernel_outlives_its_server(tmp_path: Path, number: signal.Signals, seconds: float) -> None:
    server = start(tmp_path)
    client = stranger(server)
    client.open(f"/room/{server.code}")
    kernels = server.kernels()
    assert kernels
    status = server.end(number)
    assert wait_until(lambda: all(gone(pid) for pid in kernels), seconds)
    assert status == (-number if number == signal.SIGKILL else 0)
    assert "Traceback" not in server.log.read_text()
