"""Claims about numbers in pasted text: what a comma means, and that nothing is left out in silence."""

from __future__ import annotations

import pytest

from leads_kit.analysis.pasted import one_number, pasted


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("12 14 13", (12, 14, 13)),
        ("12, 14, 13", (12, 14, 13)),
        ("12,14,13", (12, 14, 13)),
        ("12\n14\n13\n", (12, 14, 13)),
        ("12\t14;13", (12, 14, 13)),
        ("12,5 14,25 13", (12.5, 14.25, 13)),
        ("12,5; 14,25; 13", (12.5, 14.25, 13)),
        ("12,5, 14,25, 13", (12.5, 14.25, 13)),
        ("12.5, 14.25, 13", (12.5, 14.25, 13)),
        ("12.5,14.25,13", (12.5, 14.25, 13)),
        ("1,250 1,300 950", (1250, 1300, 950)),
        ("1,250.5 1,300 950", (1250.5, 1300, 950)),
        ("1\u00a0250 1\u202f300 950", (1250, 1300, 950)),
        ("0,125 0,250", (0.125, 0.25)),
        ("1,2,3 4", (1, 2, 3, 4)),
        ("-3 −4 +5", (-3, -4, 5)),
        ("12 % 14% $13", (12, 14, 13)),
        (".5 7.", (0.5, 7)),
        ("12,5", (12.5,)),
        ("", ()),
        (" ,; \n", ()),
    ],
)
def test_numbers_are_read_however_they_are_parted(text: str, values: tuple[float, ...]) -> None:
    found = pasted(text)
    assert found.values == values
    assert found.unread == ()


@pytest.mark.parametrize(
    ("text", "values", "unread"),
    [
        ("12 n/a 14", (12, 14), ("n/a",)),
        ("12 1.2.3 14", (12, 14), ("1.2.3",)),
        ("Jan 12, Feb 14", (12, 14), ("Jan", "Feb")),
        ("12 – 14", (12, 14), ("–",)),
        ("1e5 nan inf 0x10 १२", (), ("1e5", "nan", "inf", "0x10", "१२")),
        ("9" * 400, (), ("9" * 400,)),
        ("<b>12</b> 3", (3,), ("<b>12</b>",)),
    ],
)
def test_what_is_no_number_is_told_as_it_was_typed(
    text: str, values: tuple[float, ...], unread: tuple[str, ...]
) -> None:
    found = pasted(text)
    assert found.values == values
    assert found.unread == unread


@pytest.mark.parametrize(
    ("text", "value"),
    [("12,5", 12.5), ("12.5", 12.5), ("1,200", 1200), ("30 min", 30), ("at most 30 %", 30), ("1\u202f200", 1200)],
)
def test_a_target_is_one_number_with_or_without_words(text: str, value: float) -> None:
    assert one_number(text) == value


@pytest.mark.parametrize("text", ["", "soon", "20 to 30", "20-30", "1.2.3", "  "])
def test_no_number_or_several_are_no_target(text: str) -> None:
    assert one_number(text) is None
