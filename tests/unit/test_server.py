"""Claims about starting a server, the addresses it tells, the notebooks and words it shows."""

from __future__ import annotations

import datetime as dt
import re
import signal
import socket
from pathlib import Path

import nbformat
import pytest

from leads_kit.errors import PortInUse, ServeError, UnknownRoom
from leads_kit.model import Room
from leads_kit.packs import load_pack, load_words
from leads_kit.server.join import filled
from leads_kit.server.options import ServeOptions, lan_address, loopback
from leads_kit.server.run import cells
from leads_kit.server.serve import serve
from leads_kit.server.shelf import Shelf
from tests.server_fixture import start

SERVER = Path(__file__).parent.parent.parent / "leads_kit" / "server"
WORD = re.compile(r"""(?<![\w"])["'](page\.(?!js)[\w.]+|command\.serve\.unencrypted)["']""")


def test_exactly_three_lines_are_printed_and_they_open(tmp_path: Path) -> None:
    server = start(tmp_path)
    assert server.process.stdout
    here = f"http://127.0.0.1:{server.port}"
    assert re.fullmatch(rf"participants  {here}/join/\w+", server.lines[0])
    assert re.fullmatch(rf"facilitator   {here}/host/[\w-]+", server.lines[1])
    assert server.lines[2] == f"wall          {here}/wall/{server.code}"
    assert server.client().get(f"/join/{server.code}").status == 200
    server.process.send_signal(signal.SIGINT)
    assert server.process.stdout.read() == ""
    assert server.process.wait(20) == 0
    assert server.log.read_text() == ""
    server.process.stdout.close()


def test_an_unencrypted_address_that_others_reach_is_warned_of_on_stderr_and_on_pages(tmp_path: Path) -> None:
    server = start(tmp_path, behind_proxy=False, host="0.0.0.0")
    try:
        sentence = load_words().say("en")("page.not_encrypted")
        assert load_words().say("en")("command.serve.unencrypted") in server.log.read_text()
        assert sentence in server.client().get(f"/join/{server.code}").text
        assert f"//{lan_address()}:" in server.lines[0]
    finally:
        server.end()


def test_a_port_in_use_is_an_error_and_no_other_port_is_taken(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortInUse) as caught:
            serve(ServeOptions(store=str(tmp_path / "room.db"), port=port))
    assert caught.value.values["port"] == str(port)
    assert not (tmp_path / "room.db").exists()


def test_an_address_that_is_not_this_machines_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ServeError):
        serve(ServeOptions(store=str(tmp_path / "room.db"), host="192.0.2.1", port=0))


@pytest.mark.parametrize(
    ("host", "only_here"),
    [
        ("127.0.0.1", True),
        ("localhost", True),
        ("::1", True),
        ("0.0.0.0", False),
        ("10.1.2.3", False),
        ("example.org", False),
    ],
)
def test_a_loopback_address_is_told_from_others(host: str, only_here: bool) -> None:
    assert loopback(host) is only_here


def test_the_address_told_is_one_that_phones_can_open() -> None:
    options = ServeOptions(store="x", host="0.0.0.0")
    assert options.address(80) == f"http://{lan_address()}:80"
    assert ServeOptions(store="x", host="::1").address(80) == "http://[::1]:80"
    assert ServeOptions(store="x", host="a.example", certfile=Path("c")).address(443) == "https://a.example:443"


def test_only_encrypted_or_local_connections_count_as_private() -> None:
    assert ServeOptions(store="x").private
    assert not ServeOptions(store="x", host="0.0.0.0").private
    assert ServeOptions(store="x", host="0.0.0.0", certfile=Path("c")).private
    assert ServeOptions(store="x", host="0.0.0.0", behind_proxy=True).private


def test_a_notebook_opens_by_its_listed_name_only(tmp_path: Path) -> None:
    for name in ("0-welcome", "4-develop-coalitions"):
        nbformat.write(nbformat.v4.new_notebook(), tmp_path / f"{name}.ipynb")
    shelf = Shelf.of(tmp_path)
    assert shelf.participant("0-welcome").is_file()
    for name in ("../0-welcome", "console", "0-welcome.ipynb", ""):
        with pytest.raises(UnknownRoom):
            shelf.participant(name)


def test_prose_cannot_bring_markup_of_its_own() -> None:
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [nbformat.v4.new_markdown_cell("**bold** <script>alert(1)</script> [x](javascript:alert(1))")]
    html = cells(notebook)[0].html
    assert html
    assert "<strong>bold</strong>" in html
    assert "<script" not in html
    assert 'href="javascript' not in html


def test_every_word_that_a_page_says_is_in_the_catalogue() -> None:
    words = load_words()
    found = {
        word
        for path in [*SERVER.rglob("*.py"), *SERVER.rglob("*.html")]
        for word in WORD.findall(path.read_text("utf-8"))
    }
    assert len(found) > 30
    assert sorted(word for word in found if word not in words) == []


def test_the_pages_code_holds_no_sentence_of_its_own() -> None:
    for path in (SERVER / "templates").glob("*.html"):
        text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|<[^>]*>|\{#.*?#\}", " ", path.read_text("utf-8"), flags=re.DOTALL)
        assert not re.search(r"[A-Za-z]{3,}", re.sub(r"leads[-.\w]*", "", text)), path.name


def test_a_packs_consent_texts_have_all_their_holes_filled() -> None:
    pack, now = load_pack(), dt.datetime.now(dt.UTC)
    room = Room("r", "Room", "CODE", b"", pack.digest, "a", "en", 5, False, False, False, 0, now)
    assert pack.consent
    for text in pack.consent.values():
        assert not filled(text, pack, room).holes()
