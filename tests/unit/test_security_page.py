"""The page on security: every line that says "defended" names tests that attack it, and they exist."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from leads_kit.room.making import CODE_LENGTH, CODE_LETTERS, HOST_BYTES
from leads_kit.server.filter import LIMIT
from leads_kit.server.limits import BURST, FREE_GUESSES, LONGEST_DELAY, MESSAGES_A_SECOND
from leads_kit.server.places import PAGES_OF_ONE, ROOM_PAGES, WALLS
from leads_kit.store.seal import SECRET_BYTES

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text("utf-8")
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
DEFENDED = PAGE.partition("\n## Defended\n")[2].partition("\n## ")[0]
LINES = [line for line in DEFENDED.splitlines() if line.startswith("- ")]


def written_in(path: Path) -> set[str]:
    """The tests of a file; none where there is no such file."""
    tree = ast.parse(path.read_text("utf-8")) if path.is_file() else ast.Module([], [])
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_there_is_something_to_defend() -> None:
    assert len(LINES) >= 18
    assert not [line for line in DEFENDED.splitlines() if line and not line.startswith(("- ", "### "))]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[4:44])
def test_every_line_that_says_defended_names_a_test(line: str) -> None:
    assert NAMED.search(line)


@pytest.mark.parametrize(("file", "name"), sorted(set(NAMED.findall(PAGE))))
def test_every_test_that_is_named_exists(file: str, name: str) -> None:
    assert name in written_in(ROOT / file)


def test_whatever_looks_like_a_test_is_named_in_full() -> None:
    assert len(re.findall(r"\btest_\w+(?!\w*\.py)`", PAGE)) == len(NAMED.findall(PAGE))


def test_a_test_that_is_gone_would_be_noticed() -> None:
    assert "test_never_written" not in written_in(ROOT / "tests" / "attacks" / "test_routes.py")
    assert written_in(ROOT / "tests" / "attacks" / "test_never_written.py") == set()


@pytest.mark.parametrize(
    "number",
    [
        f"24⁶ = {len(CODE_LETTERS) ** CODE_LENGTH:,}",
        f"one chance in {len(CODE_LETTERS) ** CODE_LENGTH // (1000 * 90 * 60)}",
        f"one in {round(len(CODE_LETTERS) ** CODE_LENGTH / (90 * 60 / LONGEST_DELAY + FREE_GUESSES), -3):,.0f}",
        f"more than {LIMIT // 1024} KB is dropped",
        f"more than {4 * LIMIT // 2**20} MB ends the line",
        f"{BURST:.0f} messages at once and {MESSAGES_A_SECOND:.0f} a second",
        f"together {ROOM_PAGES}",
    ],
)
def test_the_numbers_are_those_that_the_code_goes_by(number: str) -> None:
    assert number in PAGE


def test_numbers_in_words_are_those_that_the_code_goes_by() -> None:
    assert (PAGES_OF_ONE["seat"], PAGES_OF_ONE["host"], WALLS, FREE_GUESSES, LONGEST_DELAY) == (6, 12, 20, 100, 1.0)
    assert (8 * SECRET_BYTES, 8 * HOST_BYTES) == (128, 192)
