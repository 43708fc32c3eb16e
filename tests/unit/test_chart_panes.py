"""Claims about the picture of fields with words in them."""

from __future__ import annotations

from typing import Any

from leads_kit.charts import Pane, Weighed, panes


def layers(spec: dict[str, Any]) -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
    return [(layer["mark"], spec["datasets"][layer["data"]["name"]]) for layer in spec["layer"]]


def words(spec: dict[str, Any]) -> dict[str, tuple[float, dict[str, Any]]]:
    """Every text with its size and place."""
    return {
        row["text"]: (mark["fontSize"], row) for mark, rows in layers(spec) if mark["type"] == "text" for row in rows
    }


def fields(spec: dict[str, Any]) -> list[dict[str, Any]]:
    return [row for mark, rows in layers(spec) if mark["type"] == "rect" for row in rows]


def drawn(*rows: list[Pane]) -> dict[str, Any]:
    return panes(rows, "legend", "description")


def test_a_word_that_more_people_said_is_larger_and_has_their_number() -> None:
    told = words(drawn([Pane("A", (Weighed("fair", 3), Weighed("calm", 2), Weighed("bold", 1)))]))
    assert told["fair ×3"][0] > told["calm ×2"][0] > told["bold"][0]


def test_words_without_a_number_are_all_of_one_size() -> None:
    told = words(drawn([Pane("A", (Weighed("fair"), Weighed("calm")))]))
    assert told["fair"][0] == told["calm"][0]


def test_fields_of_a_row_are_as_high_as_the_longer_one_and_do_not_touch() -> None:
    left, right = fields(drawn([Pane("A", (Weighed("fair"),)), Pane("B", tuple(Weighed(f"w{at}") for at in range(9)))]))
    assert (left["y"], left["y2"]) == (right["y"], right["y2"])
    assert left["x2"] < right["x"]


def test_rows_lie_below_each_other() -> None:
    upper, lower = fields(drawn([Pane("A", (Weighed("fair"),))], [Pane("B", (Weighed("calm"),))]))
    assert lower["y2"] < upper["y"]


def test_a_field_alone_has_its_words_in_two_columns() -> None:
    alone = words(drawn([Pane("A", (Weighed("fair"), Weighed("calm")))]))
    assert alone["fair"][1]["y"] == alone["calm"][1]["y"]
    assert alone["fair"][1]["x"] < alone["calm"][1]["x"]
    beside = words(drawn([Pane("A", (Weighed("fair"), Weighed("calm"))), Pane("B", ())]))
    assert beside["fair"][1]["x"] == beside["calm"][1]["x"]
    assert beside["fair"][1]["y"] > beside["calm"][1]["y"]


def test_all_words_lie_inside_their_field() -> None:
    spec = drawn([Pane("A", tuple(Weighed("a rather long word it is", 4) for _ in range(4))), Pane("B", (), "none")])
    (field, _), told = fields(spec), words(spec)
    assert all(field["y"] < row["y"] < field["y2"] for text, (_, row) in told.items() if text.startswith(("a", "long")))
    assert "none" in told
