"""Claims about rows of dots under whole lines of somebody's: nothing cut that fits, nothing on top of anything else."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
import vl_convert

from leads_kit import charts

LINE = (
    "Depuis le printemps, plus personne dans le quartier ne rentre de l’hôpital un vendredi soir sans pain ni téléphone"
)


def texts_of(spec: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of every layer of words, the number of a row's dots among them."""
    named = spec.get("datasets", {})
    layers = [layer["data"] for layer in spec["layer"] if layer["mark"]["type"] == "text"]
    return [row for data in layers for row in (named[data["name"]] if "name" in data else data["values"])]


@pytest.mark.parametrize(("long", "lines"), [(True, 3), (False, 2)])
def test_a_long_label_is_whole_on_a_phone_and_a_short_one_keeps_to_two_lines(long: bool, lines: int) -> None:
    spec = charts.tallies([charts.Tally(LINE, 3, long=long)], "● one", "told")
    told = [row["text"] for row in texts_of(spec) if row["text"] not in ("3", "● one")]
    assert len(told) == lines
    assert (" ".join(told) == LINE) is long


@pytest.mark.parametrize("rows", [1, 3, 5, 12])
def test_long_labels_of_many_rows_never_lie_on_each_other(rows: int) -> None:
    spec = charts.tallies([charts.Tally(LINE, at, long=True) for at in range(1, rows + 1)], "● one", "told")
    for one in (spec, spec["usermeta"]["wall"]):
        heights = sorted(row["y"] for row in texts_of(one) if not row["text"].isdigit())
        assert all(above - below >= 15.9 for below, above in pairwise(heights))
        assert heights[-1] <= one["height"] - 7
        assert "<svg" in vl_convert.vegalite_to_svg(one, vl_version="6.4")


def test_a_note_stands_where_the_dots_would_and_no_number_beside_it() -> None:
    spec = charts.tallies([charts.Tally("a", 0, "nearly everybody"), charts.Tally("b", 0)], "● one", "told")
    for one in (spec, spec["usermeta"]["wall"]):
        told = [row["text"] for row in texts_of(one)]
        assert "nearly everybody" in told
        assert told.count("0") == 1


def test_the_wall_stays_low_with_as_many_rows_as_a_vote_draws() -> None:
    heights = [
        charts.tallies([charts.Tally(LINE, 9, long=True)] * rows, "● one", "told")["usermeta"]["wall"]["height"]
        for rows in (3, 4, 5, 8, 10)
    ]
    assert max(heights) <= 260
