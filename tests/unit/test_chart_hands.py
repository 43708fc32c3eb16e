"""Claims about rows of hands: a dot for each person, filled before hollow, as many lines as it takes."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import Any

import pytest
import vl_convert

from leads_kit import charts


def dots(spec: charts.Spec) -> list[dict[str, Any]]:
    return [row for rows in spec["datasets"].values() for row in rows if "dx" in row]


@pytest.mark.parametrize(("filled", "hollow"), [(0, 0), (1, 0), (0, 3), (2, 20), (25, 5), (30, 0)])
def test_each_person_is_one_dot_and_no_two_lie_on_each_other(filled: int, hollow: int) -> None:
    spec = charts.hands([charts.Hand("Contracts", "", filled, hollow)], "legend", "told")
    found = dots(spec)
    assert len({(dot["dx"], dot["y"]) for dot in found}) == filled + hollow
    assert sum(dot["filled"] for dot in found) == filled
    assert "<svg" in vl_convert.vegalite_to_svg(spec, vl_version="6.4")


def test_the_filled_come_first_and_a_line_fits_a_phone() -> None:
    found = dots(charts.hands([charts.Hand("Contracts", "", 3, 40)], "legend", "told"))
    order = sorted(found, key=lambda dot: (-dot["y"], dot["dx"]))
    assert [dot["filled"] for dot in order[:4]] == [True, True, True, False]
    assert max(dot["dx"] for dot in found) < 300


def test_rows_do_not_reach_into_each_other() -> None:
    rows = [charts.Hand("a", "", 30, 0), charts.Hand("b", "", 1, 0), charts.Hand("c", "", 0, 45)]
    spec = charts.hands(rows, "legend", "told")
    heights = {dot["y"] for dot in dots(spec)}
    labels = [row["y"] for held in spec["datasets"].values() for row in held if row.get("text") in ("a", "b", "c")]
    assert labels == sorted(labels, reverse=True)
    assert all(abs(y - label) > 12 for y in heights for label in labels)
    assert min(heights) > 0


def test_a_row_without_anybody_is_dashed_and_has_no_dot() -> None:
    spec = charts.hands([charts.Hand("Contracts", "nobody")], "legend", "told")
    assert dots(spec) == []
    assert [row for rows in spec["datasets"].values() for row in rows if "x2" in row]


def test_a_reason_stands_where_the_dots_would_be() -> None:
    spec = charts.hands([charts.Hand("Contracts", "", reason="answers much alike")], "legend", "told")
    assert dots(spec) == []
    assert not [row for rows in spec["datasets"].values() for row in rows if "x2" in row]
    assert "answers much alike" in vl_convert.vegalite_to_svg(spec, vl_version="6.4")


def test_on_the_wall_a_few_people_are_on_one_line() -> None:
    wall = charts.hands([charts.Hand("Contracts", "", 3, 9)], "legend", "told")["usermeta"]["wall"]
    assert len({dot["y"] for dot in dots(wall)}) == 1


@pytest.mark.parametrize("topics", [3, 8, 12])
@pytest.mark.parametrize("label", ["topic", "a topic of thirty characters xx"])
def test_on_the_wall_rows_lie_flat_and_all_of_them_are_in_sight(topics: int, label: str) -> None:
    rows = [charts.Hand(f"{label} {at}", "8 can", 8, 22) for at in range(topics)]
    wall = charts.hands(rows, "legend", "told")["usermeta"]["wall"]
    assert wall["height"] <= 205
    found = dots(wall)
    places = sorted({(dot["y"], dot["dx"]) for dot in found})
    assert len(places) == 30 * topics
    assert all(abs(y - other) > 5 or abs(dx - right) > 5 for (y, dx), (other, right) in pairwise(places))
    assert 0 < min(dot["y"] for dot in found) < max(dot["y"] for dot in found) < wall["height"]
    assert max(dot["dx"] for dot in found) < 455
    assert "<svg" in vl_convert.vegalite_to_svg({**wall, "width": 455}, vl_version="6.4")


def test_colours_are_tokens_and_words_are_not_small() -> None:
    spec = charts.hands([charts.Hand("Contracts", "1", 1, 1)], "legend", "told")
    told = json.dumps([spec["layer"], spec["usermeta"]["wall"]["layer"]])
    assert all(re.fullmatch(r"var\(--[\w-]+\)", one) for one in re.findall(r'"(?:color|fill|stroke)": "([^"]+)"', told))
    assert min(int(size) for size in re.findall(r'"fontSize": (\d+)', told)) >= 12
    assert spec["description"] == "told"
