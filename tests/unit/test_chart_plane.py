"""Claims about the plane of effort and effect: numbers lie where they belong, shapes tell undoing, no mark hides another."""

from __future__ import annotations

import json
import math
import re
from itertools import combinations, product
from typing import Any

import pytest
import vl_convert

from leads_kit import charts
from leads_kit.charts._spots import MARK
from leads_kit.charts.plane import LABEL, NARROW, SIZE
from leads_kit.text import columns

WORDS = charts.PlaneWords("↑ effect", ("soon", "plan", "beside", "rest"), ("● easily", "□ with effort", "◆ hardly"))


def layers_of(spec: charts.Spec) -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
    held = spec.get("datasets", {})
    return [
        (layer["mark"], held[layer["data"]["name"]] if "name" in layer["data"] else layer["data"]["values"])
        for layer in spec["layer"]
    ]


def marks(spec: charts.Spec) -> dict[str, tuple[dict[str, Any], float, float]]:
    """Look and place of each mark, by its number."""
    return {
        row["text"]: (mark, row["x"], row["y"])
        for mark, rows in layers_of(spec)
        if mark.get("size") == SIZE
        for row in rows
    }


def floor(spec: charts.Spec) -> float:
    return min(row["y"] for mark, rows in layers_of(spec) if mark["type"] == "rect" for row in rows)


@pytest.mark.parametrize(("across", "up"), list(product((1, 2, 3), repeat=2)))
def test_a_mark_alone_stands_in_the_middle_of_its_cell(across: int, up: int) -> None:
    spec = charts.plane([charts.Spot("a", across, up, 0)], WORDS, "told")
    _, x, y = marks(spec)["1"]
    assert x == pytest.approx(across)
    assert (y - floor(spec)) / 70 + 0.5 == pytest.approx(up)


@pytest.mark.parametrize(
    ("look", "shape", "dash"),
    [(0, "circle", [1, 0]), (1, "square", [1, 0]), (2, "diamond", [1, 0]), (None, "circle", [3, 3])],
)
def test_the_shape_tells_how_easily_it_is_undone(look: int | None, shape: str, dash: list[int]) -> None:
    mark, _, _ = marks(charts.plane([charts.Spot("a", 1, 2, look)], WORDS, "told"))["1"]
    assert (mark["shape"], mark["strokeDash"]) == (shape, dash)


@pytest.mark.parametrize(("across", "up"), list(product((1, 2, 3), repeat=2)))
def test_three_in_one_cell_stand_side_by_side_and_stay_in_it(across: int, up: int) -> None:
    spec = charts.plane([charts.Spot(str(at), across, up, at) for at in range(3)], WORDS, "told")
    places = [(x * NARROW / 3, y - floor(spec)) for _, x, y in marks(spec).values()]
    assert len(places) == 3
    assert min(math.dist(one, other) for one, other in combinations(places, 2)) >= MARK - 0.01
    assert all(across - 1 <= px / 100 - 0.5 <= across and up - 1 <= py / 70 <= up for px, py in places)


def test_every_number_has_its_words_below_and_none_is_cut_by_the_edge() -> None:
    spec = charts.plane(
        [charts.Spot("Interprofessionnelle, coordonnée, régionale " * 3, 1, 1), charts.Spot("b", 3, 3)], WORDS, "t"
    )
    texts = [row["text"] for mark, rows in layers_of(spec) if mark["type"] == "text" for row in rows]
    assert [texts.count(number) for number in ("1", "2")] == [2, 2]
    long = [text for text in texts if "Interprofessionnelle" in text]
    assert max(map(columns, long)) <= LABEL
    assert LABEL * 7.4 + MARK <= NARROW


def test_colours_are_tokens_words_are_data_and_nothing_is_tiny() -> None:
    spec = charts.plane([charts.Spot("<script>hit()</script>", 1, 1, 2)], WORDS, "told")
    colours = set(re.findall(r'"(?:color|fill|stroke)": "([^"]+)"', json.dumps(spec["layer"])))
    assert all(re.fullmatch(r"var\(--[\w-]+\)", one) for one in colours)
    assert min(int(size) for size in re.findall(r'"fontSize": (\d+)', json.dumps(spec))) >= 12
    assert spec["description"] == "told"
    assert "<script" not in vl_convert.vegalite_to_svg(spec, vl_version="6.4")
