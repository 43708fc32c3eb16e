"""Claims about what may pass from a browser to a kernel, one by one; the whole way is in tests/attacks."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jupyter_server.services.kernels.connection.base import serialize_msg_to_ws_v1

from leads_kit.server.filter import LIMIT, Ledger, Passed, Refused, judge, packed

HEADER = {
    "msg_id": "m1",
    "session": "s1",
    "username": "x",
    "version": "5.2",
    "subshell_id": "other",
    "extra": 1,
}
KNOWN = {"w1": frozenset({"door"}), "w2": frozenset[str]()}


def frame(kind: Any, content: Any, metadata: Any = None, channel: str = "shell", **header: Any) -> bytes:
    parts = [{**HEADER, "msg_type": kind, **header}, {"parent": 1}, metadata or {}, content]
    return bytes(serialize_msg_to_ws_v1([json.dumps(part).encode() for part in parts], channel))


def ledger() -> Ledger:
    return Ledger(comms=dict(KNOWN), controls=["c1"])


def passed(message: bytes, known: Ledger | None = None) -> Passed:
    return judge(message, known or ledger())[1]


def refused(message: bytes, known: Ledger | None = None) -> str:
    with pytest.raises(Refused) as caught:
        judge(message, known or ledger())
    return caught.value.reason


def said(comm: str, **data: Any) -> bytes:
    return frame("comm_msg", {"comm_id": comm, "data": data})


def test_what_passes_is_built_anew_and_holds_nothing_that_was_not_looked_at() -> None:
    header, message = judge(frame("kernel_info_request", {"code": "1"}, {"x": 1}), ledger())
    assert header == {"msg_id": "m1", "session": "s1"}
    assert message == Passed("kernel_info_request", {})
    custom = {"method": "custom", "content": {"a": 1}}
    assert passed(said("w1", **custom, extra=1)) == Passed("comm_msg", {"comm_id": "w1", "data": custom})
    assert passed(frame("comm_info_request", {"target_name": "x"})).content == {"target_name": "jupyter.widget"}


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ({"door": 1}, None),
        ({}, None),
        ({"wall": 1}, "readonly"),
        ({"door": 1, "wall": 1}, "readonly"),
        ([], "malformed"),
    ],
)
def test_a_browser_sets_the_keys_that_a_widget_declares_and_no_other(state: Any, reason: str | None) -> None:
    message = said("w1", method="update", state=state, buffer_paths=[["door"]])
    if reason:
        assert refused(message) == reason
    else:
        assert passed(message).content["data"] == {"method": "update", "state": state, "buffer_paths": []}


def test_a_widget_that_declares_nothing_takes_messages_and_no_values() -> None:
    assert refused(said("w2", method="update", state={"door": 1})) == "readonly"
    assert passed(said("w2", method="custom", content={"kind": "save"})).type == "comm_msg"
    assert passed(said("w2", method="request_state")).content["data"] == {"method": "request_state"}


def test_the_control_comm_carries_one_question() -> None:
    assert passed(said("c1", method="request_states")).content["data"] == {"method": "request_states"}
    for data in (
        {"method": "update", "state": {}},
        {"method": "custom", "content": {}},
        {"method": "update_states"},
    ):
        assert refused(said("c1", **data)) == "unknown"


def test_only_a_control_comm_opens_and_it_cannot_take_the_place_of_a_widget() -> None:
    known = ledger()
    control = {"comm_id": "c2", "target_name": "jupyter.widget.control", "data": {"state": 1}}
    opened = passed(frame("comm_open", control, {"version": "1.0.0"}), known)
    assert opened.content["data"] == {}
    assert known.controls == ["c1", "c2"]
    assert refused(frame("comm_open", {**control, "target_name": "jupyter.widget"}, {"version": "2.0.0"})) == "widget"
    assert refused(frame("comm_open", {**control, "comm_id": "w1"}, {"version": "1.0.0"})) == "malformed"
    assert refused(frame("comm_open", control, {"version": "import os"})) == "malformed"


def test_control_comms_do_not_pile_up() -> None:
    known = Ledger()
    for number in range(100):
        content = {"comm_id": f"c{number}", "target_name": "jupyter.widget.control", "data": {}}
        passed(frame("comm_open", content, {"version": "1.0.0"}), known)
    assert len(known.controls) <= 8
    assert passed(said("c99", method="request_states"), known)


def test_a_browser_closes_its_own_control_comm_and_no_widget() -> None:
    known = ledger()
    assert refused(frame("comm_close", {"comm_id": "w1", "data": {}}), known) == "unknown"
    assert passed(frame("comm_close", {"comm_id": "c1", "data": {"x": 1}}), known).content == {
        "comm_id": "c1",
        "data": {},
    }
    assert refused(said("c1", method="request_states"), known) == "unknown"


def test_widgets_are_known_once_the_kernel_has_named_them() -> None:
    known = Ledger(controls=["c1"])
    assert refused(said("w1", method="custom", content={}), known) == "unknown"
    known.heard(
        "comm_open",
        {"comm_id": "w1", "target_name": "jupyter.widget", "data": {"state": {"writable": ["door"]}}},
    )
    known.heard("comm_msg", {"comm_id": "c1", "data": {"method": "update_states", "states": {"w2": {"state": {}}}}})
    known.heard("comm_info_reply", {"comms": {"w3": {"target_name": "jupyter.widget"}, "x": {"target_name": "other"}}})
    assert known.comms == {"w1": frozenset({"door"}), "w2": frozenset(), "w3": frozenset()}
    known.heard("comm_msg", {"comm_id": "w1", "data": {"method": "update", "state": {"writable": []}}})
    assert refused(said("w1", method="update", state={"door": 1}), known) == "readonly"
    known.heard("comm_close", {"comm_id": "w1", "data": {}})
    assert refused(said("w1", method="custom", content={}), known) == "unknown"


def test_a_list_of_comms_takes_no_declared_key_away() -> None:
    known = ledger()
    known.heard("comm_info_reply", {"comms": {"w1": {"target_name": "jupyter.widget"}}})
    assert passed(said("w1", method="update", state={"door": 2}), known)


@pytest.mark.parametrize("channel", ["control", "stdin", "iopub", "", "shell "])
def test_only_the_shell_channel_leads_inward(channel: str) -> None:
    assert refused(frame("kernel_info_request", {}, channel=channel)) == "channel"


def test_a_message_up_to_the_limit_passes_and_one_beyond_does_not() -> None:
    small = said("w1", method="custom", content={"a": ""})
    room = LIMIT - len(small)
    assert passed(said("w1", method="custom", content={"a": "x" * room}))
    assert refused(said("w1", method="custom", content={"a": "x" * (room + 1)})) == "oversize"


def test_buffers_do_not_pass() -> None:
    whole = [json.dumps(part).encode() for part in (HEADER | {"msg_type": "kernel_info_request"}, {}, {}, {})]
    assert refused(bytes(serialize_msg_to_ws_v1([*whole, b"buffer"], "shell"))) == "buffers"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"1",
        b"nul",
        b'{"a": NaN}',
        b'{"a": 1e999}',
        b'{"a": [-1e999]}',
        b"[" * 100_000,
        b'{"a":' * 50_000,
        b"\xff\xfe",
        b'{"a": 1}{"b": 2}',
    ],
)
def test_what_is_no_json_object_is_refused_and_raises_nothing_else(body: bytes) -> None:
    parts = [json.dumps(HEADER | {"msg_type": "comm_msg"}).encode(), b"{}", b"{}", body]
    assert refused(bytes(serialize_msg_to_ws_v1(parts, "shell"))) == "malformed"


@pytest.mark.parametrize("msg_id", [None, 1, "", "x" * 101, 'a"b', "a b", "é", ["x"]])
def test_a_header_holds_plain_ids_or_the_message_is_refused(msg_id: Any) -> None:
    assert refused(frame("kernel_info_request", {}, msg_id=msg_id)) == "malformed"
    assert refused(frame("kernel_info_request", {}, session=msg_id)) == "malformed"


@given(st.binary(max_size=400))
def test_no_bytes_at_all_bring_it_down(noise: bytes) -> None:
    refused(noise)


@given(st.integers(0, 70), st.lists(st.integers(0, 500), max_size=12), st.binary(max_size=200))
def test_no_offsets_bring_it_down(count: int, ends: list[int], rest: bytes) -> None:
    refused(b"".join(number.to_bytes(8, "little") for number in [count, *ends]) + rest)


def test_half_an_emoji_reaches_a_kernel_as_a_question_mark() -> None:
    content = passed(said("w1", method="custom", content={"a": "ok \ud83d"})).content
    assert json.loads(packed(content))["data"]["content"] == {"a": "ok ?"}
