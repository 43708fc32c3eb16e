"""What is no YAML is told in words of ours, in both languages, at its place."""

from __future__ import annotations

import pytest

from leads_kit.errors import Fault
from leads_kit.packs import load_words
from leads_kit.packs.source import Mark, parse

WORDS = load_words()


@pytest.mark.parametrize(
    ("text", "id", "place"),
    [
        ("a: b: c", "syntax_colon", (1, 5)),
        ("a:\n  b: 1\n  c\n  d: 1", "syntax_no_colon", (3, 3)),
        ("a: [1, 2}", "syntax_unclosed", (1, 9)),
        ("a: {b: 1", "syntax_unclosed", (1, 9)),
        ("a:\n  b: 1\n c: 2", "syntax_depth", (3, 2)),
        ("a: - b", "syntax_depth", (1, 4)),
        ('a: "b" c', "syntax_depth", (1, 8)),
        ('a: "b\nc: d', "syntax_quote", (1, 4)),
        ("a: @b", "syntax_sign", (1, 4)),
        ("a:\n\t- b", "syntax_sign", (2, 1)),
        ('a: "\\q"', "syntax_escape", (1, 6)),
        ('a: "\\xzz"', "syntax_escape", (1, 7)),
        ("a: *b", "anchor", (1, 4)),
        ("a: [", "syntax_nothing", (1, 5)),
        ("a: 1\n---\nb: 1", "syntax_documents", (2, 1)),
        ("a: 1\nb: \x07", "syntax_character", (2, 1)),
        ("%YAML 3", "syntax", (1, 8)),
        ("[" * 3000, "too_deep", (1, 1)),
    ],
)
def test_what_is_no_yaml_is_said_in_both_languages_at_its_place(text: str, id: str, place: tuple[int, int]) -> None:
    faults: list[Fault] = []
    assert parse(text, Mark("x"), faults) is None
    ((told),) = faults
    assert (told.id, told.line, told.column) == (f"faults.{id}", *place)
    said = {WORDS.say(lang)(told.id, **told.values) for lang in ("en", "fr")}
    assert len(said) == 2
    assert not [one for one in said if "{" in one or "expected" in one or "found" in one]


def test_a_text_that_is_yaml_has_no_fault() -> None:
    faults: list[Fault] = []
    assert parse("a: 'b: c'", Mark("x"), faults) is not None
    assert faults == []
