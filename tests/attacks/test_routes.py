"""Addresses, cookies and forms, attacked through a real server."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from leads_kit.packs import load_pack
from leads_kit.room import make_room
from leads_kit.store import open_store
from tests.server_fixture import Client, Served, served, start

NO_KERNEL = "00000000-0000-0000-0000-000000000000"
SECURITY = ("Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("routes")) as running:
        yield running


@pytest.fixture(scope="module")
def other(server: Served) -> tuple[str, str]:
    """Another room in the same store: its code and its facilitator's secret."""
    store = open_store(server.store)
    pack = load_pack()
    room, secret = make_room(
        store,
        pack,
        name="other",
        agenda=next(iter(pack.agendas)),
        lang="en",
        min_group=5,
        demo=False,
        now=dt.datetime.now(dt.UTC),
    )
    store.close()
    return room.code, secret


def seats(server: Served, code: str | None = None) -> int:
    store = open_store(server.store)
    try:
        return len(store.seats(store.room_by_code(code or server.code).id))
    finally:
        store.close()


def room_id(server: Served, code: str | None = None) -> str:
    store = open_store(server.store)
    try:
        return store.room_by_code(code or server.code).id
    finally:
        store.close()


def pages(server: Served) -> list[tuple[Client, str]]:
    """Every page without a kernel, each with a client that may open it."""
    seat, anyone = server.client(), server.client()
    seat.join(server.code)
    return [
        (anyone, "/"), (anyone, f"/join/{server.code}"), (anyone, "/join/"), (anyone, "/join/NOSUCH"),
        (anyone, f"/resume/{server.code}"), (seat, f"/code/{server.code}"),
        (anyone, f"/console/{server.code}"), (anyone, "/nothing"),
    ]  # fmt: skip


NOWHERE = [
    "/tree",
    "/voila/tree",
    "/api",
    "/api/contents",
    "/api/contents/x",
    "/voila/api/contents",
    "/api/kernels",
    "/api/kernels/",
    "/api/sessions",
    "/api/terminals",
    "/api/status",
    "/api/config",
    "/files/x",
    "/voila/files/x.png",
    "/static/x.js",
    "/lab",
    "/login",
    "/logout",
    "/voila/render/4-develop-coalitions.ipynb",
    "/voila/render/",
    "/notebooks/4-develop-coalitions.ipynb",
    "/voila/static/voila.js",
    "/voila/labextensions/anywidget/static/main.js",
    "/voila/query/00000000-0000-0000-0000-000000000000",
    "/voila/execution/00000000-0000-0000-0000-000000000000",
    "/voila/templates/lab/static/voila.js",
    "/voila/api/themes/x",
    "/metrics/",
    "/leads/static/",
    "/leads/static",
    "/room/",
    "/host/",
]


@pytest.mark.parametrize("path", NOWHERE)
def test_no_address_answers_but_the_named_ones(server: Served, path: str) -> None:
    answer = server.client().get(path)
    assert answer.status == 404
    assert all(name in answer.headers for name in SECURITY)


@pytest.mark.parametrize("method", ["DELETE", "PUT", "PATCH", "OPTIONS"])
def test_no_other_method_does_anything(server: Served, method: str) -> None:
    for path in ("/", f"/join/{server.code}", f"/room/{server.code}", f"/console/{server.code}"):
        assert server.client().ask(method, path, None, {}).status in (404, 405)


def test_a_file_of_the_package_is_served_only_where_it_is_listed(server: Served) -> None:
    client, address = server.client(), f"/leads/static/{digest(server)}"
    assert client.get(f"{address}/theme.css").status == 200
    for name in ("loader.js", "_widget.py", "__init__.py", "app.py", "built", "layout.html"):
        assert client.get(f"{address}/{name}").status == 404
    for name in ("voila/index.html", "ext/anywidget/package.json", "ext/@jupyterlab/x/static/x.js", "ext/anywidget"):
        assert client.get(f"{address}/{name}").status == 404


def test_only_files_under_their_digest_are_kept_for_good(server: Served) -> None:
    client = server.client()
    for name in ("theme.css", "vega.js", "voila/voila.js"):
        kept = client.get(f"/leads/static/{digest(server)}/{name}", Accept_Encoding="gzip")
        assert "immutable" in kept.headers["Cache-Control"]
        assert kept.headers["Content-Encoding"] == "gzip"
        assert client.get(f"/leads/static/0123456789abcdef/{name}").status == 404
    for who, path in pages(server):
        assert who.get(path).headers["Cache-Control"] == "no-store"


def test_every_answer_carries_the_locks(server: Served) -> None:
    files = [
        (server.client(), f"/leads/static/{digest(server)}/theme.css"),
        (server.client(), f"/leads/static/{digest(server)}/voila/voila.js"),
        (server.client(), f"/api/kernels/{NO_KERNEL}"),
        (server.client(), f"/api/kernels/{NO_KERNEL}/channels"),
        (server.client(), f"/host/{'x' * 32}"),
    ]
    for who, path in pages(server) + files:
        headers = who.get(path).headers
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["Referrer-Policy"] in ("same-origin", "strict-origin")
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "Server" not in headers


def test_no_page_names_another_host(server: Served) -> None:
    own = f"http://127.0.0.1:{server.port}"
    for who, path in pages(server):
        text = who.get(path).text.replace(own, "").replace("http://www.w3.org/", "")
        assert not re.search(r"https?://|src=.//|href=.//", text), path


def test_looking_at_the_join_page_makes_no_seat_and_the_form_makes_one(server: Served) -> None:
    before, client = seats(server), server.client()
    for _ in range(3):
        assert client.get(f"/join/{server.code}").status == 200
    assert seats(server) == before
    assert not any(name.startswith("leads_seat") for name in client.cookies)
    assert client.join(server.code).location == f"/room/{server.code}"
    assert seats(server) == before + 1
    assert client.get(f"/join/{server.code}").location == f"/room/{server.code}"


def test_a_code_is_found_in_any_case_with_spaces_and_dashes(server: Served) -> None:
    typed = f"{server.code[:3].lower()}%20-{server.code[3:].lower()}"
    assert server.client().get(f"/join/{typed}").location == f"/join/{server.code}"
    assert server.client().get(f"/join/?code={typed}").location == f"/join/{server.code}"


def test_a_wrong_code_gets_a_sentence_and_a_form(server: Served) -> None:
    answer = server.client().get("/join/ZZZZZZ")
    assert answer.status == 404
    assert 'role="alert"' in answer.text
    assert 'name="code"' in answer.text


@pytest.mark.parametrize(
    "form", [{}, {"pseudonym": "x"}, {"consent": "yes"}, {"pseudonym": "<script>", "consent": "yes"}]
)
def test_an_incomplete_or_invented_form_makes_no_seat(server: Served, form: dict[str, str]) -> None:
    before = seats(server)
    answer = server.client().post(f"/join/{server.code}", form)
    assert answer.status in (400, 409)
    assert seats(server) == before
    assert "<script>" not in answer.text


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://127.0.0.1:1", "http://127.0.0.1.evil.example"]
)
def test_a_form_from_another_site_does_nothing(server: Served, origin: str) -> None:
    before, client = seats(server), server.client()
    for path in ("join", "resume", "leave", "language", "play"):
        assert client.post(f"/{path}/{server.code}", {"pseudonym": "x", "consent": "yes"}, Origin=origin).status == 403
    assert seats(server) == before
    assert client.cookies == {}


def test_a_form_from_our_own_page_is_heard(server: Served) -> None:
    answer = server.client().post(
        f"/language/{server.code}", {"lang": "fr", "back": "join"}, Origin=f"http://127.0.0.1:{server.port}"
    )
    assert answer.location == f"/join/{server.code}"


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "../x", "join/../../x", ""])
def test_switching_language_leads_nowhere_else(server: Served, back: str) -> None:
    assert server.client().post(f"/language/{server.code}", {"lang": "fr", "back": back}).location == "/"


def test_the_language_of_a_page_is_the_one_chosen(server: Served) -> None:
    client = server.client()
    assert '<html lang="en">' in client.get(f"/join/{server.code}").text
    client.post(f"/language/{server.code}", {"lang": "fr", "back": "join"})
    assert '<html lang="fr">' in client.get(f"/join/{server.code}").text


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(server: Served) -> None:
    client = server.client()
    offered = re.findall(r'name="pseudonym" value="([^"]+)"', client.get(f"/join/{server.code}").text)
    given = client.post(f"/join/{server.code}", {"pseudonym": offered[0], "consent": "yes"}).headers.get_all(
        "Set-Cookie"
    )
    assert given
    seat = next(one for one in given if one.startswith("leads_seat_"))
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= {part.strip() for part in seat.split(";")}
    assert "Secure" not in seat


def test_a_forwarded_header_means_nothing_without_a_proxy(server: Served) -> None:
    given = server.client(X_Forwarded_Proto="https").join(server.code).headers.get_all("Set-Cookie") or []
    assert not any("Secure" in one for one in given)


def test_headers_that_claim_an_identity_are_not_heard(server: Served) -> None:
    sitting = server.client()
    sitting.join(server.code)
    secret = sitting.cookies[f"leads_seat_{room_id(server)}"]
    liar = server.client(
        X_Leads_Role="host", X_Leads_Room=room_id(server), X_Leads_Seat="x", X_Leads_Secret=secret, Authorization=secret
    )
    assert liar.get(f"/console/{server.code}").status == 403
    assert liar.get(f"/room/{server.code}").location == f"/join/{server.code}"
    assert liar.get(f"/code/{server.code}").status == 403


@pytest.mark.parametrize("value", ["", "00", "zz", "5eed" * 8, "a" * 4000, "../../x"])
def test_a_forged_seat_cookie_opens_nothing(server: Served, value: str) -> None:
    client = server.client()
    client.cookies[f"leads_seat_{room_id(server)}"] = value
    assert client.get(f"/room/{server.code}").location == f"/join/{server.code}"
    assert client.get(f"/code/{server.code}").status == 403


def test_a_seat_of_another_room_opens_nothing_here(server: Served, other: tuple[str, str]) -> None:
    client = server.client()
    client.join(other[0])
    stolen = client.cookies[f"leads_seat_{room_id(server, other[0])}"]
    client.cookies[f"leads_seat_{room_id(server)}"] = stolen
    assert client.get(f"/room/{server.code}").location == f"/join/{server.code}"


def test_the_console_opens_with_its_own_facilitators_cookie_only(server: Served, other: tuple[str, str]) -> None:
    assert server.client().get(f"/console/{server.code}").status == 403
    seat = server.client()
    seat.join(server.code)
    assert seat.get(f"/console/{server.code}").status == 403
    stranger = server.client()
    stranger.get(f"/host/{other[1]}")
    stranger.cookies[f"leads_host_{room_id(server)}"] = stranger.cookies[f"leads_host_{room_id(server, other[0])}"]
    assert stranger.get(f"/console/{server.code}").status == 403
    seat.cookies[f"leads_host_{room_id(server)}"] = seat.cookies[f"leads_seat_{room_id(server)}"]
    assert seat.get(f"/console/{server.code}").status == 403


def test_the_facilitators_secret_is_exchanged_and_in_no_later_address(server: Served) -> None:
    client = server.client()
    answer = client.get(f"/host/{server.secret}")
    assert answer.status == 303
    assert answer.location == f"/console/{server.code}"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert server.secret not in answer.text
    for path in (f"/console/{server.code}", f"/wall/{server.code}"):
        assert server.secret not in client.get(path).text
    assert server.secret not in server.log.read_text()


def test_a_wrong_facilitators_secret_gets_a_sentence_and_no_cookie(server: Served) -> None:
    client = server.client()
    for secret in ("x" * 22, server.secret[:-1] + "_", server.secret.swapcase()):
        answer = client.get(f"/host/{secret}")
        assert answer.status == 403
        assert 'role="alert"' in answer.text
        assert answer.headers["Referrer-Policy"] == "strict-origin"
    assert client.cookies == {}


def test_a_seat_comes_back_with_its_letters_on_another_device(server: Served) -> None:
    first, second = server.client(), server.client()
    first.join(server.code)
    page = first.get(f"/code/{server.code}").text
    letters = re.search(r'class="letters">([^<]+)<', page)
    assert letters
    assert second.post(f"/resume/{server.code}", {"letters": letters[1].lower()}).location == f"/room/{server.code}"
    assert second.cookies[f"leads_seat_{room_id(server)}"] == first.cookies[f"leads_seat_{room_id(server)}"]
    secret = first.cookies[f"leads_seat_{room_id(server)}"]
    assert secret not in page
    assert not re.search(rf'(?:href|action|src)="[^"]*{re.escape(letters[1])}', page)


def test_wrong_letters_get_a_sentence_and_no_seat(server: Served, other: tuple[str, str]) -> None:
    stranger = server.client()
    stranger.join(other[0])
    elsewhere = re.search(r'class="letters">([^<]+)<', stranger.get(f"/code/{other[0]}").text)
    assert elsewhere
    client = server.client()
    for letters in ("", "nonsense", "A" * 120, elsewhere[1]):
        answer = client.post(f"/resume/{server.code}", {"letters": letters})
        assert answer.status == 400
        assert 'role="alert"' in answer.text
    assert client.cookies == {}


def test_leaving_forgets_the_seat_on_this_device_and_keeps_it_in_the_room(server: Served) -> None:
    client = server.client()
    client.join(server.code)
    before = seats(server)
    client.post(f"/leave/{server.code}")
    assert not client.cookies[f"leads_seat_{room_id(server)}"]
    assert client.get(f"/room/{server.code}").location == f"/join/{server.code}"
    assert seats(server) == before


def test_a_closed_room_takes_nobody_in_and_says_so(server: Served, other: tuple[str, str]) -> None:
    store = open_store(server.store)
    store.change_room(room_id(server, other[0]), closed=True)
    try:
        assert server.client().get(f"/join/{other[0]}").status == 410
        before = seats(server, other[0])
        assert server.client().post(f"/join/{other[0]}", {"pseudonym": "x", "consent": "yes"}).status == 410
        assert seats(server, other[0]) == before
    finally:
        store.change_room(room_id(server, other[0]), closed=False)
        store.close()


def test_only_a_demo_room_can_be_played(server: Served, other: tuple[str, str]) -> None:
    before = seats(server, other[0])
    assert server.client().post(f"/play/{other[0]}").status == 404
    assert seats(server, other[0]) == before


def test_a_real_room_shows_no_link_on_the_start_page(tmp_path: Path) -> None:
    with served(tmp_path, room="Real") as real:
        page = real.client().get("/").text
        assert real.secret not in page
        assert real.code not in page
        assert 'name="code"' in page


def test_a_restart_keeps_seats_and_codes_and_voids_the_old_facilitators_link(tmp_path: Path) -> None:
    with served(tmp_path) as first:
        client, host = first.client(), first.client()
        client.join(first.code)
        host.get(f"/host/{first.secret}")
        old = dataclasses.replace(first)
    second = start(tmp_path)
    try:
        assert second.code == old.code
        assert second.secret != old.secret
        client.port = host.port = second.port
        assert client.get(f"/code/{second.code}").status == 200
        assert host.get(f"/console/{second.code}").status == 403
        assert second.client().get(f"/host/{old.secret}").status == 403
        assert second.client().get(f"/host/{second.secret}").status == 303
    finally:
        second.end()


def digest(server: Served) -> str:
    found = re.search(r"/leads/static/([0-9a-f]{16})/", server.client().get("/").text)
    assert found
    return found[1]


def test_the_room_check_turns_green_when_another_device_has_found_the_room(tmp_path: Path) -> None:
    with served(tmp_path) as fresh:
        host = fresh.client()
        host.get(f"/host/{fresh.secret}")
        host.get(f"/join/{fresh.code}")
        host.get(f"/reached/{fresh.code}")
        assert not reached(fresh)
        assert fresh.client().get(f"/reached/{fresh.code}").status == 200
        assert reached(fresh)


def reached(server: Served) -> bool:
    store = open_store(server.store)
    try:
        changes = store.changes_since(store.room_by_code(server.code).id, 0)
        return any(change.what == "reached" for change in changes)
    finally:
        store.close()
