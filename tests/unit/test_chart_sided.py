"""Claims about bars to either side of a middle line."""

from __future__ import annotations

from typing import Any

from leads_kit.charts import Sided, sided

ROWS = [Sided("calls", -3, "a lot less"), Sided("email", -1, "less"), Sided("walks", 2, "more")]


def layers(spec: dict[str, Any]) -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
    return [(layer["mark"], spec["datasets"][layer["data"]["name"]]) for layer in spec["layer"]]


def bars(spec: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [(mark["fill"], row) for mark, rows in layers(spec) if mark["type"] == "rect" for row in rows]


def test_bars_grow_from_the_middle_line_to_their_side() -> None:
    spans = {(row["x"], row["x2"]) for _, row in bars(sided(ROWS, ("drains", "gives"), "description"))}
    assert spans == {(-3, 0), (-1, 0), (0, 2)}


def test_a_side_is_read_without_colour() -> None:
    fills = {row["left"]: fill for fill, row in bars(sided(ROWS, ("drains", "gives"), "description"))}
    assert fills[True] != fills[False]


def test_words_stand_across_the_line_from_their_bar() -> None:
    aligned = {
        row["text"]: mark.get("align")
        for mark, rows in layers(sided(ROWS, ("drains", "gives"), "description"))
        if mark["type"] == "text"
        for row in rows
    }
    assert (aligned["a lot less"], aligned["more"]) == ("left", "right")


def test_rows_stand_in_the_order_given_and_a_long_name_moves_its_bar_down() -> None:
    long = Sided("the suppliers’ calls that ask for one more delay of another week", -3)
    plain, moved = (bars(sided([first, *ROWS[1:]], ("", ""), "d")) for first in (ROWS[0], long))
    heights = [row["y"] for _, row in plain]
    assert heights == sorted(heights, reverse=True)
    assert sided([long], ("", ""), "d")["height"] > sided(ROWS[:1], ("", ""), "d")["height"]
    assert len(moved) == len(plain)
