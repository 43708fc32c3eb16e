"""Claims about rows that meet columns: discs as large as their number, a ring where they never meet, a reason for no counts."""

from __future__ import annotations

from typing import Any

import pytest
import vl_convert

from leads_kit import charts
from leads_kit.charts.crossings import NEVER

ROWS = ("Society", "Technology")


def layers_of(spec: charts.Spec) -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
    held = spec.get("datasets", {})
    return [
        (layer["mark"], held[layer["data"]["name"]] if "name" in layer["data"] else layer["data"]["values"])
        for layer in spec["layer"]
    ]


def rows_of(spec: charts.Spec, **look: Any) -> list[dict[str, Any]]:
    return [row for mark, rows in layers_of(spec) if look.items() <= mark.items() for row in rows]


def both(*named: charts.Crossing) -> list[charts.Spec]:
    """What a page draws, and what the wall does."""
    spec = charts.crossings(ROWS, named, "the number: people", "told")
    return [spec, spec["usermeta"]["wall"]]


@pytest.mark.parametrize("at", [0, 1], ids=["page", "wall"])
def test_a_disc_grows_with_its_number_and_stands_in_its_column(at: int) -> None:
    spec = both(charts.Crossing("now", (8, 2)), charts.Crossing("then", (0, 4)))[at]
    discs = {(row["x"], row["size"]) for row in rows_of(spec, type="circle")}
    sizes = sorted(size for _, size in discs)
    assert {x for x, _ in discs} == {0.5, 1.5}
    assert len(sizes) == 3
    assert sizes[2] == 2 * sizes[1] > sizes[1] > sizes[0]
    assert [row["x"] for row in rows_of(spec, type="point", size=NEVER)] == [1.5]
    assert {"8", "2", "4"} <= {row["text"] for row in rows_of(spec, type="text")}


@pytest.mark.parametrize("at", [0, 1], ids=["page", "wall"])
def test_a_column_that_may_not_be_shown_says_why_and_has_neither_disc_nor_ring(at: int) -> None:
    spec = both(charts.Crossing("now", (1, 1)), charts.Crossing("then", (), "too few yet"))[at]
    assert {row["x"] for row in rows_of(spec, type="circle")} == {0.5}
    assert rows_of(spec, type="point", size=NEVER) == []
    assert "too few yet" in {row["text"] for row in rows_of(spec, type="text")}
    shown = both(charts.Crossing("now", (1, 1)))[at]
    assert "too few yet" not in {row["text"] for row in rows_of(shown, type="text")}


def test_rows_stand_below_each_other_in_their_order() -> None:
    for spec in both(charts.Crossing("now", (1, 2))):
        first, second = (next(row["y"] for row in rows_of(spec, type="text") if row["text"] == name) for name in ROWS)
        assert first > second
        ones = {row["text"]: row["y"] for row in rows_of(spec, type="text") if row["text"] in ("1", "2")}
        assert ones["1"] > ones["2"]


@pytest.mark.parametrize("counts", [(0, 0), (30, 1)])
def test_any_counts_are_drawn(counts: tuple[int, int]) -> None:
    for spec in both(
        charts.Crossing("L’interprofessionnelle de coordination", counts), charts.Crossing("b", (), "x" * 60)
    ):
        assert "<svg" in vl_convert.vegalite_to_svg(spec, vl_version="6.4")
