"""Claims about the picture of a decision: pieces that come to the total, dots for how often, numbers only where they fit."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import Any

import pytest
import vl_convert

from leads_kit import charts

WORDS = charts.StackWords(("1: cost (3)", "2: reach (2)"), ("In brackets: the weight.",))


def stack(pieces: tuple[float, ...] = (1.5, 2.0), share: float = 0.7, label: str = "We take turns") -> charts.Stack:
    return charts.Stack(label, "3.5 of 5", pieces, share, "first 70 times in 100")


def layers_of(spec: charts.Spec) -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
    held = spec.get("datasets", {})
    return [
        (layer["mark"], held[layer["data"]["name"]] if "name" in layer["data"] else layer["data"]["values"])
        for layer in spec["layer"]
    ]


def pieces_of(spec: charts.Spec) -> list[dict[str, Any]]:
    """Every piece, from left to right; the ground has no number."""
    rows = [row for mark, rows in layers_of(spec) if mark["type"] == "rect" for row in rows if "text" in row]
    return sorted(rows, key=lambda row: (-row["y"], row["x"]))


def test_pieces_lie_end_to_end_and_come_to_the_total() -> None:
    found = pieces_of(charts.stacks([stack((1.5, 0.5, 1.0))], 5, WORDS, "told"))
    assert [row["text"] for row in found] == ["1", "2", "3"]
    assert all(one["x2"] == other["x"] for one, other in pairwise(found))
    assert (found[0]["x"], found[-1]["x2"]) == (0, 3.0)


def test_what_adds_nothing_has_no_piece_and_leaves_the_others_their_numbers() -> None:
    found = pieces_of(charts.stacks([stack((1.5, 0.0, 1.0))], 5, WORDS, "told"))
    assert [row["text"] for row in found] == ["1", "3"]


def test_neighbours_look_different() -> None:
    spec = charts.stacks([stack((1.0, 1.0))], 5, WORDS, "told")
    fills = {mark["fill"] for mark, rows in layers_of(spec) if mark["type"] == "rect" and rows and "text" in rows[0]}
    assert len(fills) == 2


def test_a_piece_too_narrow_for_its_number_has_none() -> None:
    spec = charts.stacks([stack((0.1, 2.0))], 5, WORDS, "told")
    numbers = {row["text"] for mark, rows in layers_of(spec) if mark["type"] == "text" for row in rows}
    assert "2" in numbers
    assert "1" not in numbers


@pytest.mark.parametrize(("share", "filled"), [(0.0, 0), (0.04, 0), (0.7, 7), (0.96, 10), (1.0, 10)])
def test_as_many_of_ten_dots_are_filled_as_it_comes_first(share: float, filled: int) -> None:
    spec = charts.stacks([stack(share=share)], 5, WORDS, "told")
    dots = [(mark["fill"], len(rows)) for mark, rows in layers_of(spec) if mark["type"] == "point"]
    assert dots == [("var(--accent)", filled), ("var(--card)", 10 - filled)]


def test_rows_do_not_meet_however_long_their_labels_are() -> None:
    spec = charts.stacks([stack(label="interorganisationnellement " * 3), stack(), stack(label="")], 5, WORDS, "told")
    grounds = [row for mark, rows in layers_of(spec) if mark["type"] == "rect" for row in rows if "text" not in row]
    tops = sorted((row["y2"] for row in grounds), reverse=True)
    labels = [row["y"] for mark, rows in layers_of(spec) if mark.get("fontWeight") == 600 for row in rows]
    assert len(grounds) == 3
    assert min(b - a for a, b in pairwise(sorted([*tops, *labels]))) >= 8


def test_colours_are_tokens_words_are_data_and_nothing_is_tiny() -> None:
    spec = charts.stacks([stack(label="<script>hit()</script>")], 5, WORDS, "told")
    colours = set(re.findall(r'"(?:color|fill|stroke)": "([^"]+)"', json.dumps(spec["layer"])))
    assert all(re.fullmatch(r"var\(--[\w-]+\)", one) for one in colours)
    assert min(int(size) for size in re.findall(r'"fontSize": (\d+)', json.dumps(spec))) >= 12
    assert spec["description"] == "told"
    assert "<script" not in vl_convert.vegalite_to_svg(spec, vl_version="6.4")
