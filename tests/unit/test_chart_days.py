"""Claims about the picture of steps on the days to come."""

from __future__ import annotations

import itertools
import json
import re
from typing import Any

import pytest
import vl_convert

from leads_kit import charts

TICKS = ((0, "today"), (14, "June 15"), (28, "June 29"))
AHEAD = charts.Ahead(14, 28)


def made(*rows: charts.Dated, ahead: charts.Ahead = AHEAD) -> charts.Spec:
    return charts.days(rows, ahead, TICKS, "shaded: the next 14 days", "told")


def rows_of(spec: charts.Spec) -> list[dict[str, Any]]:
    held = spec.get("datasets", {})
    return [
        row
        for layer in spec["layer"]
        for row in (held[layer["data"]["name"]] if "name" in layer["data"] else layer["data"]["values"])
    ]


def spot(spec: charts.Spec, note: str) -> dict[str, Any]:
    return next(row for row in rows_of(spec) if row.get("text") == note and "shape" in row)


@pytest.mark.parametrize(
    ("away", "shape"),
    [(-1, "past"), (0, "near"), (14, "near"), (15, "far"), (28, "far"), (29, "beyond"), (None, "none")],
)
def test_shape_tells_where_a_day_lies(away: int | None, shape: str) -> None:
    assert spot(made(charts.Dated("call", "a day", away)), "a day")["shape"] == shape


def test_days_stand_in_order_and_what_lies_outside_stands_at_the_edges() -> None:
    aways = (-9, 0, 7, 14, 28, 400)
    spec = made(*(charts.Dated("call", f"day {away}", away) for away in aways))
    places = [spot(spec, f"day {away}")["x"] for away in aways]
    assert places == sorted(places)
    assert (places[0], places[-1]) == (places[1], places[-2])
    assert places[3] == pytest.approx((places[1] + places[4]) / 2)
    assert all(0.5 < place < 5.5 for place in places)


def test_the_shaded_days_are_those_within_reach() -> None:
    spec = made(charts.Dated("call", "day", 14))
    band = next(row for row in rows_of(spec) if "y2" in row)
    assert spot(spec, "day")["x"] < band["x2"] < 5.5
    whole = next(
        row for row in rows_of(made(charts.Dated("call", "day", 3), ahead=charts.Ahead(14, 14))) if "y2" in row
    )
    assert whole["x2"] == pytest.approx(5.5)


def test_a_day_is_written_on_the_side_where_there_is_room() -> None:
    spec = made(charts.Dated("call", "early", 2), charts.Dated("call", "late", 27))
    assert (spot(spec, "early")["align"], spot(spec, "late")["align"]) == ("left", "right")
    assert spot(spec, "early")["dx"] > 0 > spot(spec, "late")["dx"]


def test_rows_do_not_overlap_however_long_their_words() -> None:
    long = "appeler la coordonnatrice des soins à domicile pour lui proposer une rencontre à trois"
    spec = made(charts.Dated(long, "one", 3), charts.Dated("call", "two", 3), charts.Dated(long, "three", 3))
    heights = [row["y"] for row in rows_of(spec) if "text" in row and "align" not in row][:-1]
    assert heights == sorted(heights, reverse=True)
    assert min(a - b for a, b in itertools.pairwise(heights)) >= 16
    assert max(heights) < spec["height"]


def test_a_step_without_a_day_has_its_words_and_no_line_to_stand_on() -> None:
    spec = made(charts.Dated("call", "June 4", 3), charts.Dated("write", "no day yet"))
    assert len([row for row in rows_of(spec) if "x2" in row and "y2" not in row]) == 1
    assert {"call", "write", "no day yet"} <= {row.get("text") for row in rows_of(spec)}


def test_words_are_data_colours_are_tokens_and_the_chart_describes_itself() -> None:
    spec = made(charts.Dated("<script>hit()</script>", "June 4", 3), charts.Dated("late", "June 30", 40))
    assert "<script" not in vl_convert.vegalite_to_svg(spec, vl_version="6.4")
    colours = set(re.findall(r'"(?:color|fill|stroke)": "([^"]+)"', json.dumps(spec["layer"])))
    assert all(re.fullmatch(r"var\(--[\w-]+\)", one) for one in colours)
    assert spec["description"] == "told"
    assert min(int(size) for size in re.findall(r'"fontSize": (\d+)', json.dumps(spec))) >= 12
