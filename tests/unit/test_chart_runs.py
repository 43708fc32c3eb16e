"""Claims about the run chart's picture: points in order, levels that can be read, letters where something was changed."""

from __future__ import annotations

import json
import random
import re
from itertools import pairwise
from typing import Any

import pytest
import vl_convert

from leads_kit import charts
from leads_kit.charts.runs import Look

WORDS = charts.RunWords(("→ values in order", "● the long run"), ("A: early start",))
MEDIAN = charts.Level(5, "median", "5")


def point(value: float, look: Look = "off", marks: str = "") -> charts.Point:
    return charts.Point(value, str(value), look, marks)


def layers_of(spec: charts.Spec) -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
    held = spec.get("datasets", {})
    return [
        (layer["mark"], held[layer["data"]["name"]] if "name" in layer["data"] else layer["data"]["values"])
        for layer in spec["layer"]
    ]


def line_of(spec: charts.Spec) -> list[dict[str, Any]]:
    return next(rows for mark, rows in layers_of(spec) if mark["type"] == "line")


def texts(spec: charts.Spec) -> list[tuple[float, str]]:
    return [(row["y"], row["text"]) for mark, rows in layers_of(spec) if mark["type"] == "text" for row in rows]


def test_points_stand_in_order_and_higher_values_stand_higher() -> None:
    spec = charts.runs([point(3), point(9), point(5)], [MEDIAN], WORDS, "told")
    rows = line_of(spec)
    assert [row["x"] for row in rows] == [1, 2, 3]
    assert rows[0]["y"] < rows[2]["y"] < rows[1]["y"]


def test_a_point_on_the_median_lies_on_its_line() -> None:
    spec = charts.runs([point(3), point(5, "on"), point(9)], [MEDIAN], WORDS, "told")
    (rule,) = [row for mark, rows in layers_of(spec) if mark["type"] == "rule" for row in rows]
    assert line_of(spec)[1]["y"] == rule["y"]


@pytest.mark.parametrize("seed", range(10))
def test_names_of_levels_never_meet_however_near_they_are(seed: int) -> None:
    chance = random.Random(seed)
    levels = [MEDIAN, charts.Level(5 + chance.random() * 0.1, "target", "5.1", aimed=True)]
    spec = charts.runs([point(chance.uniform(0, 100)) for _ in range(20)], levels, WORDS, "told")
    heights = sorted(y for y, text in texts(spec) if text in ("median", "target"))
    assert all(other - one >= 32 for one, other in pairwise(heights))


def test_the_letter_of_a_change_stands_just_before_its_point() -> None:
    spec = charts.runs([point(1), point(2, marks="A, B"), point(3)], [MEDIAN], WORDS, "told")
    letters = [row for mark, rows in layers_of(spec) if mark["type"] == "text" for row in rows if row["text"] == "A, B"]
    assert [row["x"] for row in letters] == [1.5]


def test_looks_differ_in_shape_or_fill_and_not_in_colour_alone() -> None:
    spec = charts.runs([point(1, "long"), point(2, "off"), point(3, "on")], [MEDIAN], WORDS, "told")
    looks = {(mark["shape"], mark["fill"]) for mark, rows in layers_of(spec) if mark["type"] == "point" and rows}
    assert len(looks) == 3


@pytest.mark.parametrize("count", range(1, 25))
def test_the_numbers_below_begin_with_one_end_with_the_last_and_stand_apart(count: int) -> None:
    spec = charts.runs([point(at) for at in range(count)], [MEDIAN], WORDS, "told")
    floor = min(y for y, text in texts(spec) if text == "1")
    shown = [int(text) for y, text in texts(spec) if y == floor and text.isdecimal()]
    assert (shown[0], shown[-1]) == (1, count)
    assert shown == sorted(set(shown))
    if count > 8:
        assert min(b - a for a, b in pairwise(shown)) >= 2


@pytest.mark.parametrize("values", [(4.0,), (4.0, 4.0, 4.0), (-1e12, 1e12)])
def test_one_value_alike_ones_and_vast_ones_can_be_drawn(values: tuple[float, ...]) -> None:
    spec = charts.runs([point(value) for value in values], [MEDIAN], WORDS, "told")
    assert "<svg" in vl_convert.vegalite_to_svg(spec, vl_version="6.4")
    assert all(0 < row["y"] < spec["height"] for row in line_of(spec))


def test_colours_are_tokens_words_are_data_and_nothing_is_tiny() -> None:
    words = charts.RunWords((), ("A: <script>hit()</script>",))
    spec = charts.runs([point(1, "long", "A"), point(2)], [MEDIAN], words, "told")
    colours = set(re.findall(r'"(?:color|fill|stroke)": "([^"]+)"', json.dumps(spec["layer"])))
    assert all(re.fullmatch(r"var\(--[\w-]+\)", one) for one in colours)
    assert min(int(size) for size in re.findall(r'"fontSize": (\d+)', json.dumps(spec))) >= 12
    assert "<script" not in vl_convert.vegalite_to_svg(spec, vl_version="6.4")
