"""What does not fit a kind's settings is told in words of ours, in both languages, at its place."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from leads_kit.packs.checks import check
from leads_kit.packs.misfits import LIMITS, PLAIN
from tests.client_folder import WORDS, data_with, told

ROOT = Path(__file__).parents[2] / "leads_kit"
T = "{en: A, fr: B}"


def setting(exercise: str, *lines: str) -> dict[str, str]:
    """A file of a client's that changes settings of a base's exercise."""
    return {
        f"exercises/{exercise}.yaml": f"exercises:\n  {exercise}:\n    settings:\n      "
        + "\n      ".join(lines)
        + "\n"
    }


@pytest.mark.parametrize(
    ("exercise", "lines", "said"),
    [
        ("dc-wheel", "most_picks: 2.5", "4:19: the setting “most_picks” takes a whole number"),
        ("dc-wheel", "most_picks: true", "4:19: the setting “most_picks” takes a whole number"),
        ("ls1-window", "most: 5", "4:13: the setting “most” takes a number of at most 4"),
        ("dc-wheel", "most_picks: 1000000000000000000000000", "4:19: this number is too large; 1,000,000 is the most"),
        ("ls1-window", "most: 0", "4:13: the setting “most” takes a number of at least 3"),
        ("dc-wheel", "now: three", "4:12: here belongs a text with en and fr, neither of them empty"),
        ("dc-wheel", "now: [1]", "4:12: here belongs a text with en and fr, neither of them empty"),
        ("dc-wheel", "now: {en: A, fr: B, fre: C}", "4:32: “fre” is not known here; did you mean “fr”?"),
        ("dc-wheel", f'importance_anchors: {{"6": {T}}}', "4:33: “6” is not known here"),
        ("dc-wheel", "importance_anchors: 3", "4:27: here belongs a mapping (key: value)"),
        ("dc-wheel", "now: null", "4:7: “now” is missing"),
        ("ar1-vote", "hears: ar1-headline", "4:14: here belongs a list (lines that begin with “- ”)"),
        ("ar1-vote", "hears: [3]", "4:15: here belongs a word or a sentence"),
        ("ar1-vote", "hears: []", "4:14: the setting “hears” needs more entries: it has 0, and the least is 1"),
        ("ar1-vote", "hears: [ar1-mrge]", "4:15: there is no exercise or activity “ar1-mrge”; did you mean “ar1-merge”?"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_at_its_place(tmp_path: Path, exercise: str, lines: str, said: str) -> None:
    faults = check("acme", data_with(tmp_path, setting(exercise, lines))).faults
    assert told(faults) == [f"exercises/{exercise}.yaml:{said}"]
    assert told(faults, "fr") != told(faults)


QUESTION = "questions:\n        mine: {%s}"


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        (f"title: {T}", ["“label” is missing"]),
        (f"title: {T}, label: {T}, suggest: peple", ["“peple” is no choice here; did you mean “people”?"]),
        (f"title: {T}, label: {T}, suggest: 7", ["“7” is no choice here; there are: people, goal and capacities"]),
        (f"title: {T}, label: {T}, suggest: [people]", ["here belongs a word or a sentence"]),
        (f"title: {T}, label: {T}, long: maybe", ["here belongs true or false"]),
        (f"title: {T}, label: {T}, hlep: {T}", ["“hlep” is not known here; did you mean “help”?"]),
        (f"title: {T}, label: {T}", []),
    ],
)
def test_a_question_that_a_client_adds_is_looked_at_as_the_bases_are(
    tmp_path: Path, inside: str, said: list[str]
) -> None:
    root = data_with(tmp_path, setting_of_reflection(inside))
    assert [one.partition(": ")[2] for one in told(check("acme", root).faults)] == said


def setting_of_reflection(inside: str) -> dict[str, str]:
    return setting("dc-close", QUESTION % inside)


CLIMATE = setting("eo4-climate", f"pairs:\n        - {{high: nobody, low: nothing, asks: {T}}}")


def test_settings_that_do_not_go_together_are_told_in_words_of_ours(tmp_path: Path) -> None:
    (fault,) = check("acme", data_with(tmp_path, CLIMATE)).faults
    assert fault.id == "faults.setting_pair_of_nothing"
    assert fault.file.endswith("clients/acme/exercises/eo4-climate.yaml")


def test_whatever_kinds_refuse_is_worded() -> None:
    found = {
        name
        for path in (ROOT / "kinds").rglob("*.py")
        for name in re.findall(r'SettingMisfit\("(\w+)"', path.read_text())
    }
    assert len(found) >= 5
    assert [name for name in sorted(found) if f"faults.setting_{name}" not in WORDS] == []
    bare = [path for path in (ROOT / "kinds").rglob("settings.py") if "raise ValueError" in path.read_text()]
    assert bare == []


def test_every_fault_that_the_loader_may_tell_is_worded_in_both_languages() -> None:
    ids = {*PLAIN.values(), *(fault for _, fault in LIMITS.values())}
    for path in sorted((ROOT / "packs").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "fault":
                first = node.args[0]
                ids |= {first.value} if isinstance(first, ast.Constant) and isinstance(first.value, str) else set()
    assert len(ids) > 40
    assert [id for id in sorted(ids) if f"faults.{id}" not in WORDS] == []
    assert [id for id in sorted(ids) if WORDS[f"faults.{id}"].en == WORDS[f"faults.{id}"].fr] == []
