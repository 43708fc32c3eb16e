"""Each example's pages, served: its colours and its logo, its minimum, its words; where there is one language, no switch."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator

import pytest

from leads_kit.packs import load_pack
from leads_kit.server.run import MARKDOWN
from leads_kit.store import open_store
from leads_kit.ui.look import style
from tests.server_fixture import Answer, Client, Served, start

HEALTH, CHAPTER = "health-authority", "referral-chapter"


@pytest.fixture(scope="module", params=[HEALTH, CHAPTER])
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Served]]:
    server = start(tmp_path_factory.mktemp("client"), client=request.param)
    yield request.param, server
    server.end()


def test_the_pages_have_their_clients_look_and_let_no_other_style_in(served: tuple[str, Served]) -> None:
    name, server = served
    look, client = load_pack(name).client.look, Client(server.port)
    for page in (client.get(f"/join/{server.code}"), client.get("/"), client.get(f"/resume/{server.code}")):
        (found,) = re.findall(r"<style>(.*?)</style>", page.text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(found.encode()).digest()).decode()
        assert found == style(look)
        assert f"style-src 'self' 'sha256-{digest}';" in policy(page)
        assert "unsafe-inline" not in policy(page)
        assert f'<img class="logo" src="{look.logo}"' in page.text


def test_a_clients_minimum_and_words_stand_where_one_joins(served: tuple[str, Served]) -> None:
    name, server = served
    text = Client(server.port).get(f"/join/{server.code}").text
    assert ("for 7 people or more" in text) == (name == HEALTH)
    assert ("counts as working time" in text) == (name == HEALTH)
    assert load_pack(name).client.name.en in text


def test_there_is_a_switch_only_where_there_is_another_language(served: tuple[str, Served]) -> None:
    name, server = served
    client, bilingual = Client(server.port), name == HEALTH
    for path in ("/", f"/join/{server.code}", "/nowhere"):
        assert ("/language/" in client.get(path).text) == bilingual
    client.post(f"/language/{server.code}", {"lang": "fr", "back": "join"})
    asked = client.get(f"/join/{server.code}").text
    assert ('<html lang="fr">' in asked) == bilingual
    client.join(server.code, lang="fr")
    code = client.get(f"/code/{server.code}").text
    assert f'<html lang="{"fr" if bilingual else "en"}">' in code


def test_a_seat_keeps_the_version_that_it_agreed_to(served: tuple[str, Served]) -> None:
    name, server = served
    Client(server.port).join(server.code)
    store = open_store(server.store)
    room = store.room_by_code(server.code)
    kept = {seat.consent_version for seat in store.seats(room.id)}
    store.close()
    assert kept == {load_pack(name).consent_version}


def test_prose_shows_a_clients_drawing_and_still_no_markup_or_script() -> None:
    drawn = MARKDOWN.render("![Three owners](data:image/svg+xml;base64,PHN2Zz4=)")
    assert drawn == '<p><img src="data:image/svg+xml;base64,PHN2Zz4=" alt="Three owners" /></p>\n'
    for hostile in ("![x](data:text/html;base64,PHN2Zz4=)", "[x](javascript:alert)", "<img src=x>"):
        assert "<img" not in MARKDOWN.render(hostile)
        assert "<a" not in MARKDOWN.render(hostile)


def policy(page: Answer) -> str:
    return page.headers["Content-Security-Policy"]
