"""`leads diff`: both sides of everything, side by side where there is room, and what an upgrade did to it."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from leads_kit.cli import build
from leads_kit.cli.compared import Row, Side, differing, print_rows
from leads_kit.cli.diffing import print_upgrade
from leads_kit.errors import PackBroken
from leads_kit.packs import load_words
from leads_kit.packs.seen import remember
from leads_kit.packs.upgrade import upgrade
from leads_kit.text import LANGS, Lang
from tests.unit.test_upgrade import base

FIXTURES = Path(__file__).parents[1] / "fixtures" / "upgrade"
ONE, OTHER = "Was it useful for your work?", "Was it useful for the people you care for?"
WORDS = load_words()
FRENCH = (
    "Cet atelier a-t-il été utile aux gens que vous soignez\u202f? Dites «\u00a0oui\u00a0» ou «\u00a0non\u00a0»\u202f?"
)
Diff = Callable[..., str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """`acme`, written on the first base, on the second."""
    shutil.copytree(FIXTURES / "v1", tmp_path / "data")
    shutil.copytree(FIXTURES / "acme", tmp_path / "data/clients/acme")
    remember("acme", tmp_path / "data")
    base(tmp_path / "data", "v2")
    return tmp_path / "data"


@pytest.fixture
def diff(root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Diff:
    """What `leads diff` prints, on stdout and stderr."""
    monkeypatch.setenv("LEADS_DATA", str(root))
    monkeypatch.setenv("COLUMNS", "90")

    def run(*words: str, client: str = "acme", lang: Lang = "en") -> str:
        build(WORDS.say(lang))(["diff", "--client", client, *words], standalone_mode=False)
        told = capsys.readouterr()
        return told.out + told.err

    return run


def test_both_sides_are_told_by_file_and_the_numbers_at_the_end(diff: Diff) -> None:
    told = diff()
    assert told.index("data/clients/acme/exercises/day.yaml") < told.index("Base (en): Where [I] stand")
    assert "acme (en): Where [we] stand" in told
    assert told.splitlines()[-1] == (
        "acme: 3 of its own · 9 kept · 8 hiding a correction · 8 no longer applying · 0 without a record"
    )


def test_a_hidden_correction_is_told_with_the_base_then_and_now(diff: Diff) -> None:
    told = diff("wheel.settings.help")
    assert "Base then (en): One mark for each is enough." in told
    assert "Base now (en): A mark for each is enough; leave out what you like." in told
    assert "acme (en): One mark each." in told
    assert "Une cote" not in told  # the French is the base's own


def test_what_no_longer_applies_is_told_with_where_it_went(diff: Diff) -> None:
    assert "It now stands in exercises/pairs.yaml." in diff("pairs")
    assert "under wheel.settings.example in exercises/day.yaml" in " ".join(diff("wheel.settings.starter").split())
    assert "of another kind now: “If-then steps” instead of “Open questions”." in " ".join(diff("page").split())


def test_what_nobody_wrote_down_is_counted_apart_and_one_command_writes_it_down(diff: Diff, root: Path) -> None:
    (root / "clients/acme/seen.json").unlink()
    assert "For 17 changes nobody wrote down" in diff()
    assert "Noted in data/clients/acme/seen.json" in diff("--seen")
    assert "0 without a record" in diff()


def test_who_has_looked_at_one_names_it(diff: Diff) -> None:
    diff("wheel.settings.help", "exercises/talks.yaml", "--seen")
    assert "7 hiding a correction" in diff()


def test_a_place_that_is_none_is_a_fault_with_a_suggestion(diff: Diff) -> None:
    with pytest.raises(PackBroken) as broken:
        diff("wheel.settings.helps", "--seen")
    assert broken.value.faults[0].values["near"] == "wheel.settings.help"


def test_a_program_is_told_the_same(diff: Diff) -> None:
    told: dict[str, Any] = json.loads(diff("--json"))
    assert told["counts"] == {"kept": 9, "lost": 8, "hides": 8, "unknown": 0, "own": 3}
    (one,) = [one for one in told["differences"] if one["path"] == ["exercises", "wheel", "settings", "help"]]
    assert (one["state"], one["client"]["line"]) == ("hides", 10)
    assert one["then"]["value"]["en"] == "One mark for each is enough."
    assert one["base"]["value"]["en"] == "A mark for each is enough; leave out what you like."


def test_a_broken_client_is_told_too_and_one_without_differences(diff: Diff, root: Path) -> None:
    assert "no longer apply" in diff()
    assert "says nothing otherwise" in diff(client="base")
    (root / "clients/acme/prose/opening.yaml").write_text("begin: [", "utf-8")
    with pytest.raises(PackBroken):
        diff()


def test_nothing_that_a_file_says_moves_the_cursor(diff: Diff, root: Path) -> None:
    (root / "clients/acme/prose/opening.yaml").write_text('"a\\e[2Jb": {en: "c\\e[2Jd", fr: "e"}\n', "utf-8")
    told = diff()
    assert "\x1b" not in told
    assert "c\N{REPLACEMENT CHARACTER}[2Jd" in told


def test_only_words_that_differ_are_marked_and_none_where_nearly_all_do() -> None:
    assert [line.plain for line in differing(ONE, OTHER, True)] == [
        "Was it useful for [your work?]", "Was it useful for [the people you care for?]",
    ]  # fmt: skip
    assert [line.plain for line in differing(ONE, OTHER, False)] == [ONE, OTHER]
    assert [line.plain for line in differing("One thing.", "Something else altogether.", True)] == [
        "One thing.", "Something else altogether.",
    ]  # fmt: skip


@pytest.mark.parametrize(("width", "terminal", "beside"), [(120, True, True), (99, True, False), (120, False, False)])
def test_sides_stand_beside_each_other_where_a_terminal_has_room(width: int, terminal: bool, beside: bool) -> None:
    shown = io.StringIO()
    console = Console(file=shown, width=width, force_terminal=terminal, color_system=None)
    rows = [Row("Useful", "line 1", (Side("Base", {"en": ONE}), Side("acme", {"en": OTHER})))]
    print_rows(console, rows, "Where")
    lines = shown.getvalue().splitlines()
    assert any("Base" in line and "acme" in line for line in lines) is beside
    assert any("Was it useful for your" in line and "Was it useful for the" in line for line in lines) is beside
    assert max(map(len, lines)) <= width


@pytest.mark.parametrize("width", range(30, 42))
def test_no_line_begins_with_a_sign_that_french_holds_to_its_word(width: int) -> None:
    for wide in (width, 3 * width + 80):
        shown = io.StringIO()
        console = Console(file=shown, width=wide, force_terminal=True, color_system=None)
        print_rows(
            console, [Row("Utile\u202f?", "l. 1", (Side("Base", {"fr": FRENCH}), Side("acme", {"fr": FRENCH})))], "Où"
        )
        assert [line for line in shown.getvalue().splitlines() if line.strip().startswith(("?", "»"))] == []
        assert "\u202f?" in shown.getvalue()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [60, 110])
def test_no_line_is_wider_than_the_terminal(root: Path, lang: Lang, width: int) -> None:
    shown = io.StringIO()
    console = Console(file=shown, width=width, force_terminal=True, color_system=None)
    told = upgrade("acme", root)
    print_upgrade(told, told.overrides, WORDS.say(lang), console)
    assert max(map(len, shown.getvalue().splitlines())) <= width
