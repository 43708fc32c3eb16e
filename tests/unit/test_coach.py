"""Claims about a coach's own server: who gets in, and what is served at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import websocket

from leads_kit.errors import NoClient
from leads_kit.server.coach import CoachOptions, serve_coach
from leads_kit.server.headers import quiet_address
from tests.server_fixture import Channel
from tests.studio_fixture import Studio, studio


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    with studio(tmp_path_factory.mktemp("coach"), lang="fr") as one:
        yield one


def test_one_line_is_printed_and_its_secret_becomes_a_cookie(served: Studio) -> None:
    assert re.fullmatch(r"studio  http://127\.0\.0\.1:\d+/studio/[\w-]{20,}", served.line)
    client = served.client()
    answer = client.get(served.path)
    assert (answer.status, answer.location) == (303, "/studio")
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "HttpOnly" in answer.headers["Set-Cookie"]
    page = client.get("/studio")
    assert page.status == 200
    assert served.path.rpartition("/")[2] not in page.text


def test_a_wrong_secret_opens_nothing(served: Studio) -> None:
    client = served.client()
    assert client.get("/studio/not-the-secret-at-all").status == 404
    assert client.cookies == {}


def test_without_the_cookie_the_page_is_a_sentence_in_the_language_it_was_started_in(served: Studio) -> None:
    client = served.client()
    answer = client.get("/studio")
    assert answer.status == 403
    assert "ne s’ouvre qu’avec le lien" in answer.text
    client.cookies[f"leads_coach_{served.port}"] = "guessed"
    assert client.get("/studio").status == 403


def test_a_name_of_somebody_elses_that_leads_here_is_refused(served: Studio) -> None:
    client = served.client()
    client.get(served.path)
    assert client.get("/studio", Host=f"evil.example:{served.port}").status == 403
    assert client.get("/studio", Host=f"localhost:{served.port}").status == 200


@pytest.mark.parametrize(
    "path", ["/", "/join/ABC", "/console/ABC", "/wall/ABC", "/preview", "/metrics", "/host/secretsecret"]
)
def test_nothing_of_a_workshop_is_served(served: Studio, path: str) -> None:
    assert served.client().get(path).status == 404


def test_a_kernel_is_nobody_elses(served: Studio) -> None:
    client, other = served.client(), served.client()
    client.get(served.path)
    page = client.open("/studio")
    assert client.get(f"/api/kernels/{page.kernel}").status == 200
    assert other.get(f"/api/kernels/{page.kernel}").status == 404


def test_a_client_that_is_not_there_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEADS_DATA", str(tmp_path))
    with pytest.raises(NoClient):
        serve_coach(CoachOptions("nowhere", port=0))


def test_the_secret_is_in_no_log() -> None:
    assert quiet_address("/studio/abc?x=1") == "/studio/***"
    assert quiet_address("/studio") == "/studio"


@pytest.mark.parametrize("name", ["../north", "..", "", ".", "north/../north", "/etc", "north/exercises"])
def test_a_way_to_another_folder_is_no_client(name: str) -> None:
    with pytest.raises(NoClient):
        serve_coach(CoachOptions(name, port=0))


def test_a_kernel_s_line_asks_for_the_cookie_this_machine_s_name_and_its_own_page(served: Studio) -> None:
    coach, other = served.client(), served.client()
    coach.get(served.path)
    kernel = coach.open("/studio").kernel
    for client, origin in (
        (other, None),
        (coach, "http://evil.example"),
        (coach, f"http://127.0.0.1:{served.port + 1}"),
    ):
        with pytest.raises(websocket.WebSocketException):
            Channel.open(client, kernel, origin=origin)
    Channel.open(coach, kernel, origin=f"http://127.0.0.1:{served.port}").close()


def test_another_site_cannot_change_the_language_nor_read_the_page(served: Studio) -> None:
    client = served.client()
    client.get(served.path)
    assert client.post("/language/-", {"lang": "fr"}, Origin="http://evil.example").status == 403
    page = client.get("/studio", Origin="http://evil.example")
    assert "Access-Control-Allow-Origin" not in page.headers
    assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]


@pytest.mark.parametrize("page", ["preview", "host", "room", "studio/x/y"])
def test_the_secret_of_the_studio_opens_nothing_else(served: Studio, page: str) -> None:
    secret = served.path.rpartition("/")[2]
    client = served.client()
    assert client.get(f"/{page}/{secret}").status == 404
    assert client.cookies == {}
    client.cookies[f"leads_coach_{served.port + 1}"] = secret
    assert client.get("/studio").status == 403
