"""Claims about the field of risks: every mark in its own field and on no other, and words that fit a phone."""

from __future__ import annotations

import json
import math
import re
from itertools import combinations, pairwise
from typing import Any

import pytest
import vl_convert

from leads_kit import charts
from leads_kit.charts._spots import MARK
from leads_kit.charts.risks import ACROSS, GUTTER, SIZE, UP
from leads_kit.text import columns

WORDS = charts.RiskWords("↑ impact · → likelihood", "impact × likelihood", ("● yes", "◇ no"))


def hazard(
    likelihood: int | None = 2,
    impact: int | None = 2,
    look: charts.RiskLook = "yes",
    name: str = "rain",
    under: str = "desk",
) -> charts.Hazard:
    return charts.Hazard(name, likelihood, impact, look, "4", under)


def layers_of(spec: charts.Spec) -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
    held = spec.get("datasets", {})
    return [
        (layer["mark"], held[layer["data"]["name"]] if "name" in layer["data"] else layer["data"]["values"])
        for layer in spec["layer"]
    ]


def floor_of(spec: charts.Spec) -> float:
    return min(row["y"] for mark, rows in layers_of(spec) if mark["type"] == "rect" for row in rows)


def marks_of(spec: charts.Spec) -> list[tuple[float, float]]:
    """Marks of the plane; those of the list lie below it."""
    floor = floor_of(spec)
    points = [row for mark, rows in layers_of(spec) if mark["type"] == "point" for row in rows]
    return [(row["x"], row["y"]) for row in points if row["y"] > floor]


@pytest.mark.parametrize("likelihood", [1, 2, 3])
@pytest.mark.parametrize("impact", [1, 2, 3])
@pytest.mark.parametrize("count", [1, 8])
def test_marks_stand_in_their_own_field_and_side_by_side(likelihood: int, impact: int, count: int) -> None:
    spec = charts.risks([hazard(likelihood, impact) for _ in range(count)], WORDS, "told")
    floor, marks = floor_of(spec) - 1.5, marks_of(spec)
    assert len(marks) == count
    for x, y in marks:
        assert GUTTER + (likelihood - 1) * ACROSS <= x - MARK / 2
        assert x + MARK / 2 <= GUTTER + likelihood * ACROSS
        assert (impact - 1) * UP <= y - floor - MARK / 2
        assert y - floor + MARK / 2 <= impact * UP
    assert all(math.dist(one, other) >= MARK for one, other in combinations(marks, 2))


def test_the_heavy_fields_alone_are_tinted() -> None:
    spec = charts.risks([hazard()], WORDS, "told")
    tints = {mark["color"]: len(rows) for mark, rows in layers_of(spec) if mark["type"] == "rect"}
    assert tints == {"var(--soft)": 6, "var(--accent-soft)": 3}


def test_looks_differ_in_shape_fill_or_dash() -> None:
    looks: tuple[charts.RiskLook, ...] = ("yes", "partly", "no", "unsaid")
    spec = charts.risks([hazard(look=look) for look in looks], WORDS, "told")
    found = {
        (mark["shape"], tuple(mark["strokeDash"])) for mark, rows in layers_of(spec) if mark["type"] == "point" and rows
    }
    assert len(found) == 4


def test_a_risk_without_both_numbers_is_in_the_list_alone() -> None:
    spec = charts.risks([hazard(None, 3), hazard(3, None), hazard()], WORDS, "told")
    assert len(marks_of(spec)) == 1
    numbers = [row["text"] for mark, rows in layers_of(spec) if mark.get("fontSize") == 12 for row in rows]
    assert sorted(numbers) == ["1", "2", "3", "3"]


def test_words_of_any_length_stay_within_a_phone_and_rows_do_not_meet() -> None:
    long = hazard(name="interorganisationnellement incontournable " * 4, under="la personne responsable " * 4)
    spec = charts.risks([long] * 8, WORDS, "told")
    texts = [row for mark, rows in layers_of(spec) if mark["type"] == "text" for row in rows]
    assert max(columns(row["text"]) for row in texts) <= 44
    names = sorted(row["y"] for row in texts if row["x"] == 28)
    assert len(names) == 8 * 4
    assert min(b - a for a, b in pairwise(names)) >= 16


def test_colours_are_tokens_words_are_data_and_nothing_is_tiny() -> None:
    spec = charts.risks([hazard(name="<script>hit()</script>")], WORDS, "told")
    colours = set(re.findall(r'"(?:color|fill|stroke)": "([^"]+)"', json.dumps(spec["layer"])))
    assert all(re.fullmatch(r"var\(--[\w-]+\)", one) for one in colours)
    assert min(int(size) for size in re.findall(r'"fontSize": (\d+)', json.dumps(spec))) >= 12
    assert SIZE >= MARK**2 * 0.7
    assert "<script" not in vl_convert.vegalite_to_svg(spec, vl_version="6.4")
