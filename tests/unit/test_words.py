"""Every word that code says is in the catalogue, in both languages, and every strip is worded from the rule that is enforced."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from leads_kit.errors import LeadsError
from leads_kit.kinds import all_kinds
from leads_kit.model import Pack, Part, Tier
from leads_kit.room import release
from leads_kit.text import LANGS, Text, Words
from leads_kit.ui.card_state import strip
from leads_kit.ui.console import MOVES
from tests.world import WHEEL, World

ROOT = Path(__file__).parents[2]
SAID = re.compile(r"""\bsay\(\s*["']([a-z_]+\.[a-z_.]+)["']""")
NARROW = "\u202f"


def errors(base: type[LeadsError] = LeadsError) -> Iterator[type[LeadsError]]:
    yield base
    for one in base.__subclasses__():
        yield from errors(one)


def known(words: Words, word: str) -> bool:
    return word in words or (f"{word}.one" in words and f"{word}.other" in words)


@pytest.mark.parametrize("error", sorted({one.id for one in errors()}))
def test_every_error_has_its_sentence(pack: Pack, error: str) -> None:
    assert error in pack.words


def test_an_error_without_a_sentence_would_be_noticed(pack: Pack) -> None:
    assert "errors.never_written" not in pack.words


@pytest.mark.parametrize("path", sorted((ROOT / "leads_kit").rglob("*.py")), ids=lambda path: path.name)
def test_every_word_that_a_module_says_is_in_the_catalogue(pack: Pack, path: Path) -> None:
    said = set(SAID.findall(path.read_text("utf-8")))
    assert {word for word in said if not known(pack.words, word)} == set()


@pytest.mark.parametrize("path", sorted((ROOT / "leads_kit").rglob("templates/*.html")), ids=lambda path: path.name)
def test_every_word_that_a_template_says_is_in_the_catalogue(pack: Pack, path: Path) -> None:
    said = set(SAID.findall(path.read_text("utf-8")))
    assert {word for word in said if not known(pack.words, word)} == set()


WIDGETS = ["console", "wall", "now", "take", "form", "chart", "studio", "studio_first", "preview"]


@pytest.mark.parametrize("name", WIDGETS)
def test_every_word_that_a_page_says_travels_to_it(name: str) -> None:
    widget = [ROOT / "leads_kit" / "ui" / f"{name}{part}.py" for part in ("", "_words")]
    told = "".join(one.read_text("utf-8") for one in widget if one.exists())
    handed = set(re.findall(r'"([a-z]+\.[a-z_.]+)"', told))
    handed |= set(re.findall(r'"(chart\.[a-z]+)"', (ROOT / "leads_kit/ui/chart.py").read_text("utf-8")))
    drawn = [ROOT / "leads_kit" / "ui" / f"{name}.js", *(ROOT / "leads_kit" / "ui").glob(f"{name}_*.js")]
    own = [path for path in drawn if path.stem == name or path.stem not in WIDGETS]
    said = {word for path in own for word in SAID.findall(path.read_text("utf-8"))}
    moves = {f"console.{move}" for move in MOVES} if name == "console" else set()
    assert said - moves - handed == set()


@pytest.mark.parametrize("path", sorted((ROOT / "leads_kit").rglob("*.js")), ids=lambda path: path.name)
def test_no_sentence_stands_in_javascript(path: Path) -> None:
    if path.parent.name == "built":
        return
    code = re.sub(r"//.*|/\*[\s\S]*?\*/", "", path.read_text("utf-8"))
    strings = re.findall(r'"([^"\n]{12,})"', code)
    assert [text for text in strings if re.fullmatch(r"[A-Z][\w’' ,]+[.!?]", text)] == []


def test_no_sentence_stands_in_python() -> None:
    found = []
    for path in (ROOT / "leads_kit").rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        docs = {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        for node in ast.walk(tree):
            text = node.value if isinstance(node, ast.Constant) and id(node) not in docs else None
            if isinstance(text, str) and " " in text and re.fullmatch(r"[A-ZÀ-Ü][\w’', ]+[.!?]", text):
                found.append((path.name, text))
    assert found == []


def test_both_languages_fill_the_same_holes(pack: Pack) -> None:
    uneven = [
        word
        for word, text in pack.words.texts.items()
        if Text(text.en, text.en).holes() != Text(text.fr, text.fr).holes()
    ]
    assert uneven == []


def test_french_is_set_as_french_is(pack: Pack) -> None:
    texts = [*pack.words.texts.values(), *pack.prose.values()]
    loose = [text.fr for text in texts if re.search(r"\w [;!?](\s|$)|« | »", text.fr)]
    assert loose == []


@pytest.mark.parametrize("lang", LANGS)
def test_plurals_follow_the_language(pack: Pack, lang: str) -> None:
    say = pack.words.say("fr" if lang == "fr" else "en")
    assert (say("card.left", n=1) == say("card.left.one", n=1)) is True
    assert say("card.left", n=0) == say("card.left.one" if lang == "fr" else "card.left.other", n=0)


@pytest.mark.parametrize("tier", list(Tier))
def test_a_strip_is_worded_from_the_tier_that_is_enforced(world: World, tier: Tier) -> None:
    live = world.attempt(0, "dc-wheel").delivery
    say = world.pack.words.say("en")
    told = strip(Part("x", tier), live, say)["strip"]
    assert told == say(f"strip.{tier.value}", min_group=world.room.min_group)


def test_every_part_of_every_kind_has_a_strip(pack: Pack) -> None:
    for exercise in pack.exercises.values():
        for part in all_kinds()[exercise.kind].parts(exercise):
            special = [f"strip.{name}" for name in ("offered", "anonymous", "unsigned") if getattr(part, name)]
            assert (special[0] if special else f"strip.{part.tier.value}") in pack.words


def test_a_strip_of_what_is_offered_tells_figures_from_lines_that_everyone_may_read(world: World) -> None:
    live, say = world.attempt(0, "three-steps").delivery, world.pack.words.say("en")
    figures, lines = (strip(Part("x", tier, offered=True), live, say)["strip"] for tier in (Tier.GROUP, Tier.SHARED))
    assert "unless you tick" in figures
    assert "unless you tick" in lines
    assert "in figures of" in figures
    assert "with your chosen name" not in figures
    assert "in figures of" not in lines
    assert "with your chosen name" in lines


def test_a_strip_of_what_is_offered_without_a_name_says_both(world: World) -> None:
    live, say = world.attempt(0, "three-steps").delivery, world.pack.words.say("en")
    told = strip(Part("x", Tier.SHARED, offered=True, unsigned=True), live, say)["strip"]
    assert "unless you tick" in told
    assert "without your chosen name" in told
    assert "with your chosen name" not in told


def test_the_number_on_the_strip_is_the_number_that_release_goes_by(world: World) -> None:
    world.desk.settle(6)
    said = strip(Part("x", Tier.GROUP), world.attempt(0, "dc-wheel").delivery, world.pack.words.say("en"))["strip"]
    assert "6 or more" in said
    world.open("dc-wheel")
    for seat in range(5):
        world.answer(seat, "dc-wheel", WHEEL)
    world.close("dc-wheel")
    assert not release(world.store, world.store.room(world.room.id), world.pack, "dc-wheel", 1, "console").figures
