"""Claims about the stakeholder picture: no mark on another, no name on a mark or a name, and the way from now to needed."""

from __future__ import annotations

import json
import math
import random
import re
from itertools import combinations, pairwise
from typing import Any

import pytest
import vl_convert

from leads_kit import charts
from leads_kit.charts._spots import LINE, MARK, SIGN, Box, named, spread
from leads_kit.charts.stakes import NARROW, TALL, signed
from leads_kit.text import columns

NAMES = ("R. B.", "conseil d’administration du centre", "Interprofessionnelle", "la mairie", "🦉" * 20, "x" * 60)
WORDS = charts.Captions("↑ power", ("trust", "together", "sight", "hear"), "order", "priority", ("■ against", "● for"))
FRAME = Box(0, 0, NARROW, TALL)
QUARTERS = [Box(x, y, x + 150, y + 145) for x in (0, 150) for y in (0, 145)]


def stake(
    name: str = "R. B.", power: int | None = 5, interest: int | None = 5, now: int | None = 0, needed: int | None = 0
) -> charts.Stake:
    return charts.Stake(name, power, interest, now, needed, "0")


def _box(at: tuple[float, float]) -> Box:
    return Box(at[0] - MARK / 2, at[1] - MARK / 2, at[0] + MARK / 2, at[1] + MARK / 2)


def layers_of(spec: charts.Spec) -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
    held = spec.get("datasets", {})
    return [
        (layer["mark"], held[layer["data"]["name"]] if "name" in layer["data"] else layer["data"]["values"])
        for layer in spec["layer"]
    ]


def points(spec: charts.Spec, size: int, shape: str | None = None) -> list[tuple[float, float]]:
    found = [(mark, rows) for mark, rows in layers_of(spec) if mark["type"] == "point" and mark["size"] == size]
    return [(row["x"], row["y"]) for mark, rows in found if shape in (None, mark.get("shape")) for row in rows]


def some(seed: int, count: int = 12) -> list[charts.Stake]:
    chance = random.Random(seed)
    high = chance.choice((2, 5, 10))
    return [
        stake(chance.choice(NAMES), chance.randint(0, high), chance.randint(0, high), chance.randint(-2, 2))
        for _ in range(count)
    ]


@pytest.mark.parametrize("seed", range(25))
def test_no_mark_lies_on_another_and_all_stay_in_their_quarter(seed: int) -> None:
    chance = random.Random(seed)
    wanted = [(chance.uniform(11, 289), chance.uniform(11, 279)) for _ in range(12)]
    marks = spread(wanted, QUARTERS)
    assert min(math.dist(one, other) for one, other in combinations(marks, 2)) >= MARK
    inside = [one for one in wanted if any(_box(one).within(area) for area in QUARTERS)]
    for at in inside:
        home = next(area for area in QUARTERS if _box(at).within(area))
        assert _box(marks[wanted.index(at)]).within(home)


@pytest.mark.parametrize("seed", range(3))
def test_twelve_marks_are_drawn_apart_on_a_phone(seed: int) -> None:
    spec = charts.stakes(some(seed), WORDS, "told")
    marks = [(x * NARROW / 11.6, y) for x, y in points(spec, 380)]
    assert len(marks) == 12
    assert min(math.dist(one, other) for one, other in combinations(marks, 2)) >= MARK - 0.01


def test_twelve_in_the_same_place_stand_side_by_side_in_their_own_quarter() -> None:
    for power, interest in ((10, 10), (0, 0), (4, 5), (5, 4)):
        spec = charts.stakes([stake(power=power, interest=interest) for _ in range(12)], WORDS, "told")
        places = points(spec, 380)
        floor = min(row["y"] for mark, rows in layers_of(spec) if mark["type"] == "rect" for row in rows)
        unit = TALL / 11.6
        assert len(set(places)) == 12
        assert all((x > 4.5) is (interest >= 5) for x, _ in places)
        assert all((((y - floor) / unit - 0.8) > 4.5) is (power >= 5) for _, y in places)


def test_a_mark_alone_stands_where_it_was_put() -> None:
    spec = charts.stakes([stake(power=7, interest=2)], WORDS, "told")
    floor = min(row["y"] for mark, rows in layers_of(spec) if mark["type"] == "rect" for row in rows)
    ((x, y),) = points(spec, 380)
    assert x == pytest.approx(2)
    assert (y - floor) * 11.6 / TALL - 0.8 == pytest.approx(7)


@pytest.mark.parametrize("seed", range(25))
def test_no_name_lies_on_a_mark_or_on_another_name_or_over_the_edge(seed: int) -> None:
    chance = random.Random(seed)
    names = [chance.choice(NAMES) for _ in range(12)]
    marks = spread([(chance.uniform(15, 285), chance.uniform(15, 275)) for _ in range(12)], QUARTERS)
    found = named(marks, names, FRAME)
    taken = [Box(x - 11, y - 11, x + 11, y + 11) for x, y in marks]
    boxes = []
    for (x, y), name in zip(marks, found, strict=True):
        if name is None:
            continue
        width, half = max(map(columns, name.lines)) * SIGN, len(name.lines) * LINE / 2
        left = x + 13 if name.side == "right" else x - 13 - width
        boxes.append(Box(left, y - half, left + width, y + half))
    assert boxes
    assert all(box.within(FRAME) for box in boxes)
    assert not any(one.meets(other) for one, other in combinations([*taken, *boxes], 2) if other in boxes)


def test_a_name_that_finds_no_room_is_left_to_its_number() -> None:
    marks = [(x, 100.0) for x in range(12, 300, 23)]
    found = named(marks, ["the pharmacist across"] * len(marks), FRAME)
    assert None in found


@pytest.mark.parametrize(
    ("now", "shape", "fill"),
    [
        (-2, "square", "var(--ink)"),
        (-1, "square", "var(--ink)"),
        (0, "circle", "var(--card)"),
        (1, "circle", "var(--accent)"),
    ],
)
def test_the_shape_and_the_fill_tell_the_stance_now(now: int, shape: str, fill: str) -> None:
    spec = charts.stakes([stake(now=now)], WORDS, "told")
    ((mark, _),) = [(mark, rows) for mark, rows in layers_of(spec) if mark.get("size") == 380 and rows]
    assert (mark["shape"], mark["fill"]) == (shape, fill)


@pytest.mark.parametrize(("now", "needed", "shape"), [(-1, 1, "triangle-right"), (2, 1, "triangle-left"), (1, 1, None)])
def test_the_way_points_from_now_to_needed(now: int, needed: int, shape: str | None) -> None:
    spec = charts.stakes([stake(now=now, needed=needed)], WORDS, "told")
    heads = [mark["shape"] for mark, rows in layers_of(spec) if mark.get("size") == 70 and rows]
    assert heads == ([shape] if shape else [])
    (way,) = [row for mark, rows in layers_of(spec) if mark["type"] == "rule" for row in rows]
    assert (way["x"] < way["x2"]) is (now < needed)


def test_what_was_not_given_is_not_drawn_but_its_row_stays() -> None:
    spec = charts.stakes([stake("the press", None, 5, None, None)], WORDS, "told")
    assert points(spec, 380) == points(spec, 90) == points(spec, 210) == []
    assert "the press" in [row["text"] for _, rows in layers_of(spec) for row in rows if "text" in row]


def test_the_number_of_a_mark_is_the_number_of_its_row() -> None:
    spec = charts.stakes([stake("first", None), stake("second", 9, 1)], WORDS, "told")
    numbers = [row["text"] for mark, rows in layers_of(spec) if mark.get("size") == 380 for row in rows]
    assert numbers == ["2"]


def test_rows_do_not_meet_however_long_their_names_are() -> None:
    spec = charts.stakes([stake(name) for name in NAMES * 2], WORDS, "told")
    lines = sorted(row["y"] for _, rows in layers_of(spec) for row in rows if "text" in row and row["x"] == 0.15)
    assert min(b - a for a, b in pairwise(lines)) >= 16


def test_stances_are_read_with_real_signs() -> None:
    assert [signed(one) for one in range(-2, 3)] == ["−2", "−1", "0", "+1", "+2"]


def test_colours_are_tokens_words_are_data_and_nothing_is_tiny() -> None:
    spec = charts.stakes([stake("<script>hit()</script>"), *some(1, 5)], WORDS, "told")
    colours = set(re.findall(r'"(?:color|fill|stroke)": "([^"]+)"', json.dumps(spec["layer"])))
    assert all(re.fullmatch(r"var\(--[\w-]+\)", one) for one in colours)
    assert min(int(size) for size in re.findall(r'"fontSize": (\d+)', json.dumps(spec))) >= 12
    assert spec["description"] == "told"
    svg = vl_convert.vegalite_to_svg(spec, vl_version="6.4")
    assert "<script" not in svg
