"""Claims about rows of two views: marks on lanes of their own, a bar for what matters, a line for the middle of the scale."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import Any

import vl_convert

from leads_kit import charts

TICKS = tuple((float(at), str(at)) for at in range(1, 6))


def drawn(*rows: charts.View) -> charts.Spec:
    return charts.views(rows, TICKS, 3.0, "axis", "told")


def bars(spec: charts.Spec) -> list[float]:
    return [row["x"] for row in rows_of(spec, "y2") if "x2" not in row and row["x"] != 3.0]


def wall(spec: charts.Spec) -> charts.Spec:
    return dict(spec["usermeta"]["wall"])


def rows_of(spec: charts.Spec, *keys: str) -> list[dict[str, Any]]:
    rows = [row for held in spec["datasets"].values() for row in held]
    return [row for row in rows if set(keys) <= set(row)]


def test_marks_in_one_place_do_not_lie_on_each_other() -> None:
    spec = drawn(charts.View("On time", "", 4.0, 4.0, 4.0))
    marks = {row["side"]: (row["x"], row["y"]) for row in rows_of(spec, "side")}
    assert marks["upper"][0] == marks["lower"][0] == 4.0
    assert marks["upper"][1] - marks["lower"][1] > 12


def test_a_mark_without_a_second_one_in_any_row_lies_in_the_middle() -> None:
    alone, both = drawn(charts.View("a", "", 4.0, 2.0)), drawn(charts.View("a", "", 4.0, 2.0, 3.0))
    for spec, apart in ((alone, False), (wall(alone), False), (both, True), (wall(both), True)):
        (ground,) = rows_of(spec, "x2", "y2")
        (upper,) = [row for row in rows_of(spec, "side") if row["side"] == "upper"]
        assert (upper["y"] > (ground["y"] + ground["y2"]) / 2) is apart


def test_the_way_runs_from_each_mark_to_the_bar() -> None:
    spec = drawn(charts.View("On time", "", 5.0, 2.0, 4.0))
    ways = {(row["x"], row["x2"]) for row in rows_of(spec, "x2") if "y2" not in row}
    assert ways == {(2.0, 5.0), (4.0, 5.0)}


def test_what_is_missing_is_not_drawn_as_anything() -> None:
    spec = drawn(charts.View("On time", "", None, 2.0, None))
    assert [row["side"] for row in rows_of(spec, "side")] == ["upper"]
    assert bars(spec) == []
    assert [row for row in rows_of(spec, "x2") if "y2" not in row] == []


def test_a_row_that_may_not_be_shown_keeps_its_name_and_its_reason_and_has_no_ground() -> None:
    spec = drawn(charts.View("On time", "too few answers"))
    assert rows_of(spec, "y2") == []
    assert {"On time", "too few answers"} <= {row["text"] for row in rows_of(spec, "text")}
    assert "<svg" in vl_convert.vegalite_to_svg(spec, vl_version="6.4")


def test_the_cross_hair_runs_through_every_row_and_through_no_label() -> None:
    spec = drawn(*(charts.View(str(at), "", 4.0, 2.0, 5.0) for at in range(7)))
    lines = [(row["y"], row["y2"]) for row in rows_of(spec, "y2") if row["x"] == 3.0]
    labels = [row["y"] for row in rows_of(spec, "text") if row["text"]]
    assert len(lines) == len(labels) == len(bars(spec)) == 7
    assert not [y for y in labels for low, high in lines if low < y < high]


def test_on_the_wall_a_row_is_low_its_note_is_brief_and_its_reason_lies_on_its_lanes() -> None:
    rows = [charts.View(f"Row {at}", "n = 12 · keep it up", 5.0, 4.0, 4.0, "n = 12") for at in range(6)]
    low = wall(drawn(*rows, charts.View("Row 6", "answers much alike")))
    assert low["height"] <= 170
    told = [row["text"] for row in rows_of(low, "text")]
    assert told.count("n = 12") == 6
    assert "answers much alike" in told
    assert "n = 12 · keep it up" not in told
    assert "<svg" in vl_convert.vegalite_to_svg({**low, "width": 455}, vl_version="6.4")


def test_on_the_wall_marks_of_neighbouring_rows_keep_apart() -> None:
    low = wall(drawn(*(charts.View(str(at), "", 4.0, 4.0, 4.0) for at in range(7))))
    heights = sorted(row["y"] for row in rows_of(low, "side"))
    assert all(above - below >= 9 for below, above in pairwise(heights))
    assert max(above - below for below, above in pairwise(heights)) > 12


def test_colours_are_tokens_and_words_are_not_small() -> None:
    spec = drawn(charts.View("On time", "n = 5", 4.0, 2.0, 3.0))
    told = json.dumps([spec["layer"], wall(spec)["layer"]])
    assert all(re.fullmatch(r"var\(--[\w-]+\)", one) for one in re.findall(r'"(?:color|fill|stroke)": "([^"]+)"', told))
    assert min(int(size) for size in re.findall(r'"fontSize": (\d+)', told)) >= 12
    assert spec["description"] == "told"
