"""Whatever stands in a client's files, `leads check` tells faults in words of both languages, and never shows a traceback."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from leads_kit.packs import data_root
from leads_kit.packs.checks import check
from leads_kit.packs.source import Mark, parse
from leads_kit.text import HOLE, LANGS
from tests.client_folder import NAMED, WORDS, data_with

SAY = {lang: WORDS.say(lang) for lang in LANGS}
EXAMPLE = "clients/health-authority"
# A client's file of each sort, and where real content for it is.
SOURCES = {
    "client.yaml": f"{EXAMPLE}/client.yaml",
    "exercises/ha-voice.yaml": f"{EXAMPLE}/exercises/ha-voice.yaml",
    "exercises/ls1-window.yaml": "exercises/ls1-window.yaml",
    "exercises/eo4-climate.yaml": "exercises/eo4-climate.yaml",
    "exercises/dc3-knowledge-to-action.yaml": "exercises/dc3-knowledge-to-action.yaml",
    "exercises/talks.yaml": "exercises/talks.yaml",
    "exercises/evaluate.yaml": "exercises/evaluate.yaml",
    "agendas/dc-210.yaml": "agendas/dc-210.yaml",
    "prose/consent.yaml": "prose/consent.yaml",
    "prose/welcome.yaml": "prose/welcome.yaml",
    "framework/terms.yaml": "framework/terms.yaml",
    "framework/leads.yaml": "framework/leads.yaml",
    "words/pulse.yaml": "words/kind-pulse.yaml",
}
TEXTS = {name: (data_root() / source).read_text("utf-8") for name, source in SOURCES.items()}
ODD: tuple[Any, ...] = (
    None, True, 0, -1, 7.5, 10**30, float("inf"), "", " ", "null", "{", "{nobody}", "pictures/none.png", "![](pictures/x.svg)",
    "\u202e\u200b\u0300", "\U0001f469\u200d\U0001f469", "é" * 400, "a b. " * 90, "#0b6e6e", [], {}, [[]], [None], {"en": None},
    {"en": 1, "fr": []}, {"fr": "x"}, {"kind": "rating"}, {"kind": []}, {"sequence": ["x", 3]}, {"steps": {}}, {"like": []},
)  # fmt: skip
BYTES = (
    "",
    "\t",
    ": ",
    "- ",
    "{",
    "]",
    "&a ",
    "*a",
    "!!x ",
    "null",
    "\x00",
    "\ufeff",
    "é",
    "\U0001f600",
    '"',
    "'",
    "\\",
    "\n",
    "---\n",
    "#",
    "| ",
)
FAST = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], phases=[Phase.generate]
)
Tree = Any
Mangle = Callable[[str, random.Random], str]


def mangled_tree(text: str, chance: random.Random) -> str:
    """The text with some of its values and keys changed, as JSON, which is YAML too and may have a key twice."""
    node = parse(text, Mark("x"), [])
    assert node is not None
    tree: Tree = node.plain()
    for _ in range(chance.randint(1, 4)):
        holders = [one for one in inside(tree) if one]
        if holders:
            change(chance.choice(holders), chance)
    told = json.dumps(tree, ensure_ascii=False)
    return told.replace('~twice": ', '": ')


def inside(tree: Tree) -> list[Tree]:
    """Every mapping and list below."""
    below = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else []
    return ([tree] if isinstance(tree, dict | list) else []) + [one for each in below for one in inside(each)]


def change(holder: Tree, chance: random.Random) -> None:
    keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
    at, other = chance.choice(keys), chance.choice(keys)
    match chance.randrange(8):
        case 0:
            del holder[at]
        case 1 if isinstance(holder, dict):
            holder[f"{at}~twice"] = deepcopy(holder[at])
        case 2:
            holder[at], holder[other] = holder[other], holder[at]
        case 3 if isinstance(holder, dict):
            holder[chance.choice([f"{at}x", f"{at}"[:-1], "sequence", "version", "\u202e", "*", f"{at}".upper()])] = (
                holder.pop(at)
            )
        case 4:
            holder[at] = [deepcopy(holder[at]) for _ in range(chance.randint(1, 3))]
        case 5:
            for _ in range(chance.choice([2, 15, 60])):
                holder[at] = {"en": holder[at]}
        case _:
            holder[at] = deepcopy(chance.choice(ODD))


def mangled_bytes(text: str, chance: random.Random) -> str:
    """The text with some of its characters replaced."""
    for _ in range(chance.randint(1, 6)):
        at, size = chance.randrange(len(text) + 1), chance.choice([0, 0, 1, 3, 40])
        text = text[:at] + chance.choice(BYTES) + text[at + size :]
    return text


def all_is_said(root: Path) -> int:
    """How many faults a client has; each is a sentence in both languages, with every hole filled, at a place in a file."""
    found = check("acme", root)
    assert (found.pack is None) <= bool(found.faults)
    for fault in (*found.faults, *found.advice):
        assert fault.line >= 1
        assert fault.column >= 1
        for say in SAY.values():
            word = fault.id if fault.id in WORDS else f"{fault.id}.other"
            holes = set(HOLE.findall(WORDS[word].of(say.lang)))
            assert holes <= set(fault.values), fault
            said = say(fault.id, **fault.values)
            assert said.strip()
            assert "Node(" not in said
    return len(found.faults)


def mangle(folder: Path, seed: int, how: Mangle) -> None:
    chance = random.Random(seed)
    names = chance.sample(sorted(SOURCES), chance.choice([1, 1, 2, 4]))
    root = data_with(folder, {name: how(TEXTS[name], chance) for name in names})
    all_is_said(root)
    for name in names:
        path = root / "clients/acme" / name
        path.unlink()
    (root / "clients/acme/client.yaml").write_text(NAMED, "utf-8")


@FAST
@given(seed=st.integers(0, 2**32))
def test_values_and_keys_that_are_wrong_are_told_and_never_a_traceback(tmp_path: Path, seed: int) -> None:
    mangle(tmp_path, seed, mangled_tree)


@settings(FAST, max_examples=10)
@given(seed=st.integers(0, 2**32))
def test_characters_that_are_wrong_are_told_and_never_a_traceback(tmp_path: Path, seed: int) -> None:
    mangle(tmp_path, seed, mangled_bytes)


# Some four minutes: what forty examples miss, a thousand find.
@pytest.mark.full
@settings(FAST, max_examples=500)
@given(seed=st.integers(0, 2**32), how=st.sampled_from([mangled_tree, mangled_bytes]))
def test_a_thousand_wrong_files_are_told_and_never_a_traceback(tmp_path: Path, seed: int, how: Mangle) -> None:
    mangle(tmp_path, seed, how)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("client.yaml", f"{NAMED}look: {{accent: '#0b6e6e', logo: [pictures/logo.svg]}}\n"),
        ("client.yaml", f"{NAMED}official: [official.yaml]\n"),
        ("agendas/dc-40.yaml", f"minutes: {10**30}\n"),
        ("exercises/evaluate.yaml", "exercises: {evaluate: {settings: []}}\n"),
        ("exercises/evaluate.yaml", "exercises: {evaluate: {settings: {version: [1], lines: {en: A, fr: B}}}}\n"),
    ],
)
def test_what_once_was_a_traceback_or_no_fault_is_told(tmp_path: Path, file: str, text: str) -> None:
    assert all_is_said(data_with(tmp_path, {file: text})) == 1


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    root = data_with(tmp_path, {})
    (root / "clients/acme/exercises").mkdir()
    (root / "clients/acme/exercises/dc-wheel.yaml").write_bytes(b"\xff\xfe\x00")
    assert all_is_said(root) == 1


def test_the_files_that_are_mangled_are_right_before(tmp_path: Path) -> None:
    whole = {name: text for name, text in TEXTS.items() if name.startswith(("exercises/ha", "agendas"))}
    root = data_with(tmp_path, {**whole, "words/own.yaml": "own.word: {en: A, fr: B}\n"})
    (root / "clients/acme/pictures").mkdir()
    (root / "clients/acme/pictures/table.svg").write_bytes((data_root() / EXAMPLE / "pictures/table.svg").read_bytes())
    assert all_is_said(root) == 0
