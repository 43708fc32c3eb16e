"""Claims about the two charts of coverage: a grid of marks, and rows of dots. Drawn by the real Vega."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import Any

import pytest
import vl_convert

from leads_kit import charts
from leads_kit.charts.cells import NAMED

LEGEND = ("0 nothing", "1 a little", "2 well", "3 could teach it")


def drawn(spec: charts.Spec) -> str:
    return vl_convert.vegalite_to_svg(spec, vl_version="6.4")


def layers_of(spec: charts.Spec) -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
    held = spec.get("datasets", {})
    return [
        (layer["mark"], held[layer["data"]["name"]] if "name" in layer["data"] else layer["data"]["values"])
        for layer in spec["layer"]
    ]


def texts_of(spec: charts.Spec) -> list[str]:
    return [row["text"] for _, rows in layers_of(spec) for row in rows if "text" in row]


def grid(columns: int, *rows: charts.Marked) -> charts.Spec:
    return charts.cells(["me", *(f"person {at}" for at in range(1, columns))], rows, LEGEND, "told")


def test_every_mark_has_its_number_and_a_shape_that_says_whether_it_counts() -> None:
    spec = grid(4, charts.Marked("Law", (0, 1, 2, 3)))
    shapes = {
        mark["shape"]: rows for mark, rows in layers_of(spec) if mark["type"] == "point" and mark["shape"] == "circle"
    }
    squares = [row["x"] for mark, rows in layers_of(spec) if mark.get("shape") == "square" for row in rows]
    circles = [row["x"] for mark, rows in layers_of(spec) if mark.get("shape") == "circle" for row in rows]
    assert shapes
    assert (circles, squares) == ([0.5, 1.5], [2.5, 3.5])
    assert {"0", "1", "2", "3"} <= set(texts_of(spec))


def test_a_mark_left_out_is_a_dash_and_no_circle() -> None:
    spec = grid(2, charts.Marked("Law", (None, 0)))
    points = [row for mark, rows in layers_of(spec) if mark["type"] == "point" for row in rows]
    assert [row["x"] for row in points] == [1.5]
    assert "–" in texts_of(spec)


def test_few_columns_have_names_and_many_have_letters_with_a_key() -> None:
    few, many = grid(NAMED, charts.Marked("Law", (0,) * NAMED)), grid(7, charts.Marked("Law", (0,) * 7))
    assert "person 1" in texts_of(few)
    assert "A = person 1" in texts_of(many)
    assert {"me", "A", "F"} <= set(texts_of(many))
    assert "A" not in texts_of(few)


def test_duties_have_letters_on_shapes_and_numbers_for_columns_so_that_a_letter_means_one_thing() -> None:
    style = charts.duties("T", "A", "W", "D", "DW")
    people = [f"person {at}" for at in range(5)]
    spec = charts.cells(people, [charts.Marked("Law", (0, 1, 2, 3, 4))], ("T is told",), "told", style)
    assert {"T", "A", "W", "D", "DW", "1 = person 0", "5 = person 4"} <= set(texts_of(spec))
    assert not {"B", "C", "0"} & set(texts_of(spec))
    looks = [
        (mark["shape"], mark["fill"], mark["stroke"])
        for mark, rows in layers_of(spec)
        if mark["type"] == "point" and rows
    ]
    assert len(set(looks)) == 5
    assert drawn(spec)


def test_rows_stand_below_each_other_and_no_line_of_words_on_another() -> None:
    long = "interprofessionnelle et occupation temporaire du domaine public municipal de la ville"
    spec = grid(
        7, charts.Marked(long, (1,) * 7, "personne encore"), charts.Marked("Law", (2,) * 7), charts.Marked("", (3,) * 7)
    )
    left = sorted(row["y"] for _, rows in layers_of(spec) for row in rows if "text" in row and row["x"] == 0)
    assert min(b - a for a, b in pairwise(left)) >= 16
    assert left[0] > 0
    assert left[-1] < spec["height"]


def test_colours_are_tokens_words_are_data_and_nothing_is_tiny() -> None:
    evil = "<script>hit()</script>"
    row = charts.Marked(evil, (0, 1, 2, 3, None), evil)
    specs = [charts.cells([evil] * 5, [row], LEGEND, "told"), charts.tallies([charts.Tally(evil, 3)], "● one", "told")]
    for spec in specs:
        whole = json.dumps(spec)
        colours = set(re.findall(r'"(?:color|fill|stroke)": "([^"]+)"', json.dumps(spec["layer"])))
        assert all(re.fullmatch(r"var\(--[\w-]+\)", one) for one in colours)
        assert min(int(size) for size in re.findall(r'"fontSize": (\d+)', whole)) >= 12
        assert "<script" not in drawn(spec)
        assert spec["description"] == "told"


@pytest.mark.parametrize("count", [0, 1, 22, 23, 30, 60])
def test_each_plan_is_one_dot_and_no_two_lie_on_each_other(count: int) -> None:
    spec = charts.tallies([charts.Tally("Law", count), charts.Tally("Finance", 2)], "● one plan", "told")
    for one in (spec, spec["usermeta"]["wall"]):
        dots = [(row["dx"], row["y"]) for mark, rows in layers_of(one) if mark["type"] == "circle" for row in rows]
        assert len(dots) == len(set(dots)) == count + 2
        assert str(count) in texts_of(one)
        assert drawn(one)


def test_dots_fit_a_phone_and_the_wall_beside_their_number() -> None:
    spec = charts.tallies([charts.Tally("Accès aux personnes qui décident", 60)], "● one plan", "told")
    widest = [
        max(row["dx"] for _, rows in layers_of(one) for row in rows if "dx" in row)
        for one in (spec, spec["usermeta"]["wall"])
    ]
    assert widest[0] <= 285
    assert widest[1] <= 430


def test_rows_of_dots_do_not_meet() -> None:
    spec = charts.tallies([charts.Tally(f"row {at}", 45) for at in range(3)], "● one plan", "told")
    labels = [row["y"] for _, rows in layers_of(spec) for row in rows if str(row.get("text", "")).startswith("row")]
    dots = [row["y"] for mark, rows in layers_of(spec) if mark["type"] == "circle" for row in rows]
    assert all(abs(dot - label) >= 12 for dot in dots for label in labels)
    assert min(dots) > 16


def test_a_chart_without_a_first_column_of_mine_may_name_four() -> None:
    names = ("board", "families", "the town", "schools")
    rows = [charts.Marked("quiet", (0, 1, 2, 3))]
    four, lettered = (charts.cells(names, rows, (), "told", style=charts.Style(named=most)) for most in (4, 3))
    assert not set("ABC") & set(texts_of(four))
    assert {"board", "families", "the town", "schools"} <= set(texts_of(four))
    assert set("ABC") <= set(texts_of(lettered))
