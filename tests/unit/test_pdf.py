"""Taken home on paper: whole, inert, in the person's language, and of nobody else."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from leads_kit.errors import NotPrinted
from leads_kit.packs import load_pack
from leads_kit.reports import Kept, as_pdf, pdf, svg
from leads_kit.workshop.home import home_file
from tests.world import START, World

MARKUP = "#set page(fill: red) $x$ *bold* <script>hit()</script> @ref #sys.inputs // \\u{41} `raw`"
FIRST = {"person": MARKUP, "brings": "calm", "step": "call the pharmacy lead", "day": "2026-04-02"}


def printed(world: World, seat: int = 0, lang: str = "en") -> PdfReader:
    say = world.pack.words.say("fr" if lang == "fr" else "en")
    made = home_file(world.attempt(seat, "dc-wheel").delivery, say, "pdf", False)
    assert isinstance(made, bytes)
    assert made.startswith(b"%PDF-")
    return PdfReader(io.BytesIO(made))


def read(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.fixture
def home(world: World) -> World:
    world.open("dc-first-five")
    world.answer(0, "dc-first-five", FIRST)
    world.close("dc-first-five")
    return world


def test_it_holds_the_persons_words_and_the_clients_and_no_words_become_markup(home: World) -> None:
    text = read(printed(home))
    assert home.pack.client.name.en in text.replace("The demo", "the demo")
    assert "call the pharmacy lead" in text
    assert MARKUP in text


def test_it_tells_readers_its_language_and_title_in_french_too(home: World) -> None:
    reader = printed(home, lang="fr")
    assert reader.trailer["/Root"]["/Lang"] == "fr-CA"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.metadata
    assert reader.metadata.title == "Mon atelier"
    assert "Votre premier pas" in read(reader)


def test_another_persons_private_answer_is_not_in_it(home: World) -> None:
    text = read(printed(home, seat=1))
    assert "Nothing was answered yet." in text
    assert "pharmacy" not in text


def test_neither_length_nor_script_nor_emoji_costs_anybody_their_pages(home: World) -> None:
    long, odd = "The long way home. " * 526, "שלום 🦉👩‍👩‍👧‍👦 مرحبا 漢字 \u200d"
    kept = Kept("x", odd, ((odd, long.strip()), ("", odd)), (odd,), None, (), {})
    say = home.pack.words.say("en")
    made = as_pdf([kept], [], say, "Mine", "notice", START.date(), svg, home.pack.client)
    assert read(PdfReader(io.BytesIO(made))).count("long") == 526


def test_a_typesetter_that_fails_says_so_and_quotes_nobody(home: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "PRINT", "import sys; sys.exit(sys.stdin.read())")
    with pytest.raises(NotPrinted) as told:
        printed(home)
    assert "pharmacy" not in repr(told.value)
    assert told.value.__suppress_context__


def test_it_wears_the_clients_colour_and_logo(home: World) -> None:
    client = load_pack("health-authority").client
    say = home.pack.words.say("en")
    plain, dressed = (
        PdfReader(io.BytesIO(as_pdf([], [], say, "Mine", "notice", START.date(), svg, one)))
        for one in (home.pack.client, client)
    )
    assert client.name.en.lower() in read(dressed).lower()
    assert client.name.en.lower() not in read(plain).lower()
    drawn = [len(reader.pages[0].get_contents().get_data()) for reader in (plain, dressed)]
    assert drawn[1] > drawn[0] + 100, "the logo is drawn"
