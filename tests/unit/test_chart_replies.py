"""Claims about marks of answers: one disc for each request, dashed while it is open, and nothing on top of anything."""

from __future__ import annotations

import json
import re
from typing import Any

import vl_convert

from leads_kit import charts

ROWS = (
    charts.Reply("✓", "Yes", "Send your new hours before the first of the month, to all of us and to the town as well"),
    charts.Reply("", "Still open", "<script>hit()</script> 🦉"),
    charts.Reply("?", "Not clear", ""),
)


def rows_in(spec: charts.Spec, layer: dict[str, Any]) -> list[dict[str, Any]]:
    data = layer["data"]
    return spec["datasets"][data["name"]] if "name" in data else data["values"]


def rows_of(spec: charts.Spec) -> list[dict[str, Any]]:
    return [row for layer in spec["layer"] for row in rows_in(spec, layer)]


def test_an_open_request_has_a_dashed_disc_and_no_sign() -> None:
    spec = charts.replies(ROWS, "told")
    discs = {tuple(one["mark"]["strokeDash"]): one for one in spec["layer"] if one["mark"]["type"] == "point"}
    assert [row["text"] for row in rows_in(spec, discs[(1, 0)])] == ["✓", "?"]
    assert [row["text"] for row in rows_in(spec, discs[(3, 4)])] == [""]


def test_sign_and_word_stand_for_each_request_in_their_order() -> None:
    places = {row["text"]: row["y"] for row in rows_of(charts.replies(ROWS, "told"))}
    assert places["Yes"] > places["Still open"] > places["Not clear"]
    assert places["✓"] > places["?"]


def test_what_was_asked_lies_under_its_word_in_at_most_three_lines() -> None:
    spec = charts.replies(ROWS, "told")
    told = [row for row in rows_of(spec) if row["text"] and row["text"] not in ("✓", "?")]
    first = [row["text"] for row in told if row["text"] in "Send your new hours before the first of the month, to all"]
    assert first
    assert len({row["y"] for row in told}) == len(told)
    assert all(0 < row["y"] < spec["height"] for row in told)
    assert all(one.height >= 17 * (1 + len(one.lines)) and len(one.lines) <= 3 for one in ROWS)


def test_words_are_data_colours_are_tokens_and_no_text_is_small() -> None:
    spec = charts.replies(ROWS, "told")
    assert "<script" not in vl_convert.vegalite_to_svg(spec, vl_version="6.4")
    colours = set(re.findall(r'"(?:color|fill|stroke)": "([^"]+)"', json.dumps(spec["layer"])))
    assert all(re.fullmatch(r"var\(--[\w-]+\)", one) for one in colours)
    assert min(int(size) for size in re.findall(r'"fontSize": (\d+)', json.dumps(spec))) >= 12
    assert (spec["description"], spec["width"]) == ("told", "container")
