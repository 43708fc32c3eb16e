"""Claims about the loop: it runs through four summits as high as what is seen, and words keep to their own half."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import Any

import pytest
import vl_convert

from leads_kit import charts
from leads_kit.charts._lemniscate import SUMMIT, lemniscate

SUMMITS = {"right good": (1, 1), "left much": (-1, -1), "left good": (-1, 1), "right much": (1, -1)}


def pole(good: int | None, much: int | None, *lines: str) -> charts.Pole:
    return charts.Pole("pole", charts.Quarter("good", lines, good), charts.Quarter("much", lines, much))


def drawn(left: charts.Pole, right: charts.Pole) -> charts.Spec:
    return charts.loop(left, right, "legend", "told")


def rows_of(spec: charts.Spec) -> list[dict[str, Any]]:
    return [row for layer in spec["layer"] for row in rows_in(spec, layer)]


def rows_in(spec: charts.Spec, layer: dict[str, Any]) -> list[dict[str, Any]]:
    data = layer["data"]
    return spec["datasets"][data["name"]] if "name" in data else data["values"]


def numbers(spec: charts.Spec) -> list[dict[str, Any]]:
    discs = [layer for layer in spec["layer"] if layer["mark"].get("size") == 560]
    return [row for layer in discs for row in rows_in(spec, layer)]


def test_the_curve_is_closed_and_crosses_itself_in_the_middle() -> None:
    points = lemniscate((1, 2, 3, 4))
    assert points[0] == pytest.approx(points[-1])
    assert sum(abs(x) < 1e-9 and abs(y) < 1e-9 for x, y in points) == 2


def test_the_curve_meets_each_summit_at_its_height() -> None:
    points = lemniscate((1, 2, 3, 4))
    for height, (side, way) in zip((1, 2, 3, 4), SUMMITS.values(), strict=True):
        assert min(abs(x - side * SUMMIT) + abs(y - way * height) for x, y in points) < 1e-9


def test_no_step_of_the_curve_jumps_even_between_the_least_and_the_most() -> None:
    points = lemniscate((1, 5, 1, 5))
    steps = [abs(y - before) for (_, before), (_, y) in pairwise(points)]
    assert max(steps) < 1


def test_the_loop_passes_through_the_numbers() -> None:
    spec = drawn(pole(4, 5), pole(1, 2))
    line = [(row["x"], row["y"]) for row in rows_of(spec) if "step" in row]
    assert [row["text"] for row in numbers(spec)] == ["1", "5", "4", "2"]
    for disc in numbers(spec):
        assert min(abs(x - disc["x"]) * 150 + abs(y - disc["y"]) for x, y in line) < 1e-6


def test_more_of_a_quarter_lies_further_from_the_line_between() -> None:
    def spread(mark: int) -> float:
        places = [row["y"] for row in numbers(drawn(pole(mark, mark), pole(mark, mark)))]
        return max(places) - min(places)

    assert spread(5) == pytest.approx(5 * spread(1))
    assert spread(1) > 26  # two discs one above the other do not touch


def test_a_quarter_without_a_mark_is_dashed_and_has_no_number() -> None:
    spec = drawn(pole(4, None), pole(1, 2))
    dashes = {tuple(one["mark"]["strokeDash"]): one for one in spec["layer"] if one["mark"].get("size") == 560}
    assert [row["text"] for row in rows_in(spec, dashes[(3, 4)])] == ["–"]
    assert len(rows_in(spec, dashes[(1, 0)])) == 3


@pytest.mark.parametrize("count", [0, 1, 3, 40])
def test_words_lie_above_or_below_the_loop_and_within_the_picture(count: int) -> None:
    spec = drawn(pole(5, 5, *["interorganisationnellement et longtemps"] * count), pole(5, 5))
    discs = [row["y"] for row in numbers(spec)]
    words = [row["y"] for row in rows_of(spec) if "text" in row and row not in numbers(spec)]
    assert all(y > max(discs) + 20 or y < min(discs) - 20 for y in words)
    assert 0 < min(words) < max(words) < spec["height"]
    assert len(words) == len({(row["x"], row["y"]) for row in rows_of(spec) if "text" in row}) - 4


def test_a_line_keeps_to_its_half_of_a_phone_and_ends_in_dots_where_it_must() -> None:
    spec = drawn(pole(3, 3, "one word after another until nobody would read on, and still more of them"), pole(3, 3))
    lines = [row["text"] for row in rows_of(spec) if row.get("x") == -0.5]
    assert max(len(line) for line in lines) <= 18
    assert any(line.endswith("…") for line in lines)


def test_words_are_data_colours_are_tokens_and_no_text_is_small() -> None:
    spec = drawn(pole(3, 3, "<script>hit()</script>", "🦉" * 40), pole(None, 3, "\" ' \\ {n}"))
    assert "<script" not in vl_convert.vegalite_to_svg(spec, vl_version="6.4")
    colours = set(re.findall(r'"(?:color|fill|stroke)": "([^"]+)"', json.dumps(spec["layer"])))
    assert colours
    assert all(re.fullmatch(r"var\(--[\w-]+\)", one) for one in colours)
    assert min(int(size) for size in re.findall(r'"fontSize": (\d+)', json.dumps(spec))) >= 12
    assert spec["description"] == "told"
