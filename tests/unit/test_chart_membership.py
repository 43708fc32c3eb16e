"""Claims about the picture of who belongs to what."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import vl_convert

from leads_kit import charts

COLUMNS = [charts.Column("shares my values", "2 people"), charts.Column("complements me", "1 person")]
ROWS = [charts.Membership("pharmacy", (True, True)), charts.Membership("press", (True, False))]


def layers(spec: charts.Spec) -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Each layer's mark and the rows it draws."""
    held = spec.get("datasets", {})
    return [
        (one["mark"], held[one["data"]["name"]] if "name" in one["data"] else one["data"]["values"])
        for one in spec["layer"]
    ]


def rows_of(spec: charts.Spec) -> list[dict[str, Any]]:
    return [row for _mark, rows in layers(spec) for row in rows]


def texts(spec: charts.Spec) -> list[str]:
    return [row["text"] for mark, rows in layers(spec) if mark["type"] == "text" for row in rows]


def drawn(spec: charts.Spec) -> str:
    return vl_convert.vegalite_to_svg(spec, vl_version="6.4")


def test_every_belonging_has_a_sign_and_every_other_place_a_small_dot() -> None:
    spec = charts.membership(ROWS, COLUMNS, "told")
    sizes = {mark["size"]: len(rows) for mark, rows in layers(spec) if mark["type"] == "circle"}
    assert texts(spec).count("✓") == 3
    assert sorted(sizes.values()) == [1, 3]
    assert sizes[max(sizes)] == 3


def test_marks_stand_under_their_column_and_under_their_rows_name() -> None:
    spec = charts.membership(ROWS, COLUMNS, "told")
    said = [row for row in rows_of(spec) if "text" in row]
    signs = [row for row in said if row["text"] == "✓"]
    names = {row["text"]: row["y"] for row in said if row["text"] in ("pharmacy", "press")}
    notes = {row["text"]: row["x"] for row in said if row["text"] in ("2 people", "1 person")}
    assert {row["x"] for row in signs} == set(notes.values())
    assert names["pharmacy"] > names["press"]
    assert sum(names["pharmacy"] > row["y"] > names["press"] for row in signs) == 2


@pytest.mark.parametrize("count", [1, 2, 3])
def test_headings_are_wrapped_over_the_first_row_and_none_is_lost(count: int) -> None:
    columns = [charts.Column("partage la clientèle avec moi", "3 personnes")] * count
    rows = [charts.Membership("la boulangère", (True,) * count)]
    spec = charts.membership(rows, columns, "told")
    words = [word for text in texts(spec) for word in text.split()]
    assert all(words.count(word) >= count for word in ("partage", "la", "clientèle", "avec", "moi"))
    top = next(row["y"] for row in rows_of(spec) if row.get("text") == "la boulangère")
    assert all(row["y"] > top for row in rows_of(spec) if "clientèle" in str(row.get("text")))


def test_names_are_data_colours_are_tokens_and_the_chart_describes_itself() -> None:
    spec = charts.membership([charts.Membership("<script>hit()</script>", (True, False))], COLUMNS, "told")
    svg = drawn(spec)
    assert "<script" not in svg
    colours = set(re.findall(r'"(?:color|fill|stroke)": "([^"]+)"', json.dumps(spec["layer"])))
    assert all(re.fullmatch(r"var\(--[\w-]+\)", one) for one in colours)
    assert spec["description"] == "told"
    assert min(int(size) for size in re.findall(r'"fontSize": (\d+)', json.dumps(spec))) >= 12
