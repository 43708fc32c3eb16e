"""What may pass from a browser to a kernel. Pure; the only judge.

A message is never passed on: what passes is built anew from the few values that were looked at, so that a
kernel can
get nothing that this file does not name. Which comms exist, and which of their keys a browser may set, is
learned
from what the kernel itself told browsers (`Ledger.heard`), never from a browser.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from leads_kit.server.limits import Pace

LIMIT = 256 * 1024
WIDGET = "jupyter.widget"
CONTROL = "jupyter.widget.control"
CONTROLS_AT_ONCE = 8
ID = re.compile(r"[\w.:-]{1,100}", re.ASCII)
VERSION = re.compile(r"\d{1,3}\.\d{1,3}\.\d{1,3}", re.ASCII)

# What a kernel may tell a browser: no source, no traceback, nothing printed.
OUTWARD = frozenset({"status", "comm_open", "comm_msg", "comm_close", "comm_info_reply", "kernel_info_reply"})

Parts = Mapping[str, Any]


class Refused(Exception):
    """Not passed; `reason` is counted. Never leaves the channel."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True)
class Passed:
    """A message to send to the kernel, made here."""

    type: str
    content: dict[str, Any]
    metadata: dict[str, Any] = field(default_factory=dict)


@dataclass
class Ledger:
    """One kernel's comms: id → keys a browser may set. `controls` are the control comms that browsers
    opened; `pace` is how much all its lines say."""

    comms: dict[str, frozenset[str]] = field(default_factory=dict)
    controls: list[str] = field(default_factory=list)
    pace: Pace = field(default_factory=Pace)

    def heard(self, kind: str, content: Parts) -> None:
        """Learn from one message of the kernel's."""
        match kind:
            case "comm_open" if content.get("target_name") == WIDGET:
                self._know(content["comm_id"], content["data"].get("state", {}))
            case "comm_close":
                self.comms.pop(content["comm_id"], None)
            case "comm_info_reply":
                for comm, about in content.get("comms", {}).items():
                    if about.get("target_name") == WIDGET:
                        self.comms.setdefault(comm, frozenset())
            case "comm_msg":
                self._heard_message(content["comm_id"], content["data"])

    def _heard_message(self, comm: str, data: Parts) -> None:
        if data.get("method") == "update_states" and comm in self.controls:
            for model, about in data["states"].items():
                self._know(model, about["state"])
        elif data.get("method") == "update" and "writable" in data.get("state", {}):
            self._know(comm, data["state"])

    def _know(self, comm: str, state: Parts) -> None:
        self.comms[comm] = frozenset(state.get("writable", ()))


def judge(message: bytes, ledger: Ledger) -> tuple[dict[str, Any], Passed]:
    """The header and the message to send, or Refused. `message` is one websocket frame of the v1 kernel
    protocol."""
    if len(message) > LIMIT:
        raise Refused("oversize")
    header, content, metadata = _read(message)
    kept = {"msg_id": _id(header.get("msg_id")), "session": _id(header.get("session"))}
    return kept, _judged(header.get("msg_type"), content, metadata, ledger)


def packed(value: Any) -> bytes:
    """JSON for the kernel. Half an emoji becomes a question mark instead of an error further in."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace")


def _judged(kind: Any, content: Parts, metadata: Parts, ledger: Ledger) -> Passed:
    match kind:
        case "kernel_info_request":
            return Passed("kernel_info_request", {})
        case "comm_info_request":
            return Passed("comm_info_request", {"target_name": WIDGET})
        case "comm_open":
            return _open_control(content, metadata, ledger)
        case "comm_msg":
            return _comm_message(_id(content.get("comm_id")), content.get("data"), ledger)
        case "comm_close":
            return _close_control(_id(content.get("comm_id")), ledger)
    raise Refused("type")


def _open_control(content: Parts, metadata: Parts, ledger: Ledger) -> Passed:
    comm, version = _id(content.get("comm_id")), metadata.get("version")
    if content.get("target_name") != CONTROL:
        raise Refused("widget")
    if comm in ledger.comms or not isinstance(version, str) or not VERSION.fullmatch(version):
        raise Refused("malformed")
    ledger.controls = [*(one for one in ledger.controls if one != comm), comm][-CONTROLS_AT_ONCE:]
    return Passed("comm_open", {"comm_id": comm, "target_name": CONTROL, "data": {}}, {"version": version})


def _close_control(comm: str, ledger: Ledger) -> Passed:
    if comm not in ledger.controls:
        raise Refused("unknown")
    ledger.controls.remove(comm)
    return Passed("comm_close", {"comm_id": comm, "data": {}})


def _comm_message(comm: str, data: Any, ledger: Ledger) -> Passed:
    if not isinstance(data, dict):
        raise Refused("malformed")
    method = data.get("method")
    if comm in ledger.controls and method == "request_states":
        return Passed("comm_msg", {"comm_id": comm, "data": {"method": "request_states"}})
    if comm not in ledger.comms:
        raise Refused("unknown")
    return Passed("comm_msg", {"comm_id": comm, "data": _widget_data(method, data, ledger.comms[comm])})


def _widget_data(method: Any, data: Parts, writable: frozenset[str]) -> dict[str, Any]:
    match method:
        case "request_state":
            return {"method": "request_state"}
        case "custom" if isinstance(data.get("content"), dict):
            return {"method": "custom", "content": data["content"]}
        case "update" if isinstance(data.get("state"), dict):
            if not data["state"].keys() <= writable:
                raise Refused("readonly")
            return {"method": "update", "state": data["state"], "buffer_paths": []}
    raise Refused("malformed")


def _read(message: bytes) -> tuple[Parts, Parts, Parts]:
    """Header, content and metadata of a v1 frame on the shell channel without buffers."""
    count = int.from_bytes(message[:8], "little")
    if not 6 <= count <= 64 or len(message) < 8 * (count + 1):
        raise Refused("malformed")
    ends = [int.from_bytes(message[8 * i : 8 * (i + 1)], "little") for i in range(1, count + 1)]
    channel, *parts = [message[start:end] for start, end in pairwise(ends)]
    if channel != b"shell":
        raise Refused("channel")
    if len(parts) != 4:
        raise Refused("buffers")
    header, _parent, metadata, content = (_mapping(part) for part in parts)
    return header, content, metadata


def _mapping(part: bytes) -> Parts:
    try:
        value = json.loads(part, parse_constant=_no_constant, parse_float=_finite)
    except (ValueError, RecursionError) as broken:
        raise Refused("malformed") from broken
    if not isinstance(value, dict):
        raise Refused("malformed")
    return value


def _no_constant(_name: str) -> Any:
    raise ValueError


def _finite(digits: str) -> float:
    """A number too big to be one would be no JSON on its way out."""
    number = float(digits)
    if math.isinf(number):
        raise ValueError
    return number


def _id(value: Any) -> str:
    if not isinstance(value, str) or not ID.fullmatch(value):
        raise Refused("malformed")
    return value
