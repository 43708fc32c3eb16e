"""Addresses that try to leave a folder, written in every way that some server once understood."""

from __future__ import annotations

import http.client
import re
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server_fixture import PATIENCE, Client, Served, served

UPS = [
    "../",
    "..%2f",
    "..%2F",
    "%2e%2e/",
    "%2e%2e%2f",
    "%2E%2E%2F",
    ".%2e/",
    "..%252f",
    "%252e%252e%252f",
    "..\\",
    "..%5c",
    "..%255c",
    "....//",
    "....\\/",
    "..;/",
    "..%00/",
    "..%c0%af",
    "%c0%ae%c0%ae/",
    "..%e0%80%af",
    "..%uff0f",
    "%uff0e%uff0e/",
    "．．／",
    "..%ef%bc%8f",
    "./../",
    "x/../../",
    "//../",
]
TARGETS = ["etc/passwd", "etc%2fpasswd", "leads_kit/server/app.py", "room.db"]
BARE = [
    "/etc/passwd",
    "//etc/passwd",
    "%2fetc%2fpasswd",
    "file:///etc/passwd",
    "C:\\Windows\\win.ini",
    "~root/.profile",
]
FILE_ROUTES = {
    "/leads/static/{digest}/": "theme.css",
    "/leads/static/": "{digest}/theme.css",
    "/leads/static/{digest}/voila/": "voila.js",
    "/leads/static/{digest}/ext/": "",
    "/leads/static/{digest}/ext/anywidget/static/": "",
    "/leads/static/{digest}/ext/@jupyter-widgets/jupyterlab-manager/static/": "",
    "/room/{code}/": "4-develop-coalitions",
    "/": "",
}
SECRETS = ("root:", "from __future__", "SQLite format", "[fonts]")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("paths")) as running:
        yield running


@pytest.fixture(scope="module")
def seat(server: Served) -> Client:
    client = server.client()
    client.join(server.code)
    return client


@pytest.fixture(scope="module")
def names(server: Served) -> dict[str, str]:
    found = re.search(r"/leads/static/([0-9a-f]{16})/", server.client().get("/").text)
    assert found
    return {"digest": found[1], "code": server.code}


def raw(line: socket.socket, path: str, cookie: str) -> tuple[int, str]:
    """An answer to an address exactly as written here: no client of ours tidies it first."""
    line.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\nCookie: {cookie}\r\n\r\n".encode())
    answer = http.client.HTTPResponse(line)
    answer.begin()
    return answer.status, answer.read().decode("utf-8", "replace")


def climbs() -> Iterator[str]:
    for up in UPS:
        for target in TARGETS:
            for deep in (1, 3, 8):
                yield up * deep + target
    yield from BARE


@pytest.mark.parametrize("route", FILE_ROUTES)
def test_no_way_of_writing_an_address_leads_out_of_a_folder(
    server: Served, seat: Client, names: dict[str, str], route: str
) -> None:
    prefix, came_out = route.format(**names), []
    with socket.create_connection(("127.0.0.1", server.port), PATIENCE) as line:
        for climb in climbs():
            status, text = raw(line, prefix + climb, seat.cookie)
            if status not in (400, 403, 404) or any(secret in text for secret in SECRETS):
                came_out.append((climb, status))
    assert came_out == []


@pytest.mark.parametrize(("route", "name"), [(route, name) for route, name in FILE_ROUTES.items() if name])
def test_the_same_routes_give_what_they_are_for(
    server: Served, seat: Client, names: dict[str, str], route: str, name: str
) -> None:
    assert seat.get((route + name).format(**names)).status == 200


def test_an_extensions_own_file_is_given(seat: Client, names: dict[str, str]) -> None:
    folder = Path(sys.prefix) / "share" / "jupyter" / "labextensions" / "anywidget" / "static"
    entry = next(folder.glob("remoteEntry.*.js")).name
    assert seat.get(f"/leads/static/{names['digest']}/ext/anywidget/static/{entry}").status == 200
