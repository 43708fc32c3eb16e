"""Claims about bars to both sides: length, filling and outline say what was marked, and no words meet on a phone."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import Any

import pytest
import vl_convert

from leads_kit import charts
from leads_kit.charts.pulls import BAR, EDGE, HALF
from leads_kit.text import columns

PHONE = 300


def drawn(left: list[charts.Pull], right: list[charts.Pull]) -> charts.Spec:
    sides = (charts.PullSide("holds back: 5", left), charts.PullSide("drives: 3", right))
    return charts.pulls(*sides, ("length: strength", "filled: influence"), "told")


def rows(spec: charts.Spec, mark: str, **look: Any) -> list[dict[str, Any]]:
    """Data of the layers of one mark that look so."""
    held = spec.get("datasets", {})
    return [
        row
        for layer in spec["layer"]
        if layer["mark"]["type"] == mark and look.items() <= layer["mark"].items()
        for row in (held[layer["data"]["name"]] if "name" in layer["data"] else layer["data"]["values"])
    ]


FRAME: dict[str, Any] = {"fillOpacity": 0, "strokeWidth": 1.5}
OUTLINE: dict[str, Any] = {"strokeDash": [5, 3]}
FILL: dict[str, Any] = {"fill": "var(--accent)"}


def test_what_holds_back_goes_left_and_what_drives_right() -> None:
    spec = drawn([charts.Pull("x", 4)], [charts.Pull("a", 2)])
    assert [(row["x"], row["x2"]) for row in rows(spec, "rect", **FRAME)] == [(0, -4), (0, 2)]


@pytest.mark.parametrize(("influence", "share"), [(None, None), (0, None), (1, 0.5), (2, 1.0)])
def test_a_bar_is_filled_as_far_as_one_can_influence_it(influence: int | None, share: float | None) -> None:
    filled = rows(drawn([], [charts.Pull("a", 3, influence)]), "rect", **FILL)
    assert [(row["y2"] - row["y"]) / BAR for row in filled] == ([] if share is None else [share])


def test_only_the_force_that_moves_has_an_outline_and_says_from_where_to_where() -> None:
    spec = drawn([charts.Pull("x", 5, 2, 3), charts.Pull("y", 3)], [charts.Pull("a", 4)])
    assert [row["x2"] for row in rows(spec, "rect", **OUTLINE)] == [-3]
    assert {"5 → 3", "3", "4"} <= {row["text"] for row in rows(spec, "text")}
    assert rows(drawn([charts.Pull("x", 5)], []), "rect", **OUTLINE) == []


def test_without_a_strength_there_is_a_dash_and_no_bar() -> None:
    spec = drawn([charts.Pull("habit", None, 2)], [])
    assert rows(spec, "rect") == []
    assert "–" in [row["text"] for row in rows(spec, "text")]


def test_the_longest_number_and_the_longest_words_stay_on_a_phone() -> None:
    unit = PHONE / (2 * EDGE)
    assert (EDGE - 5.2) * unit >= len("5 → 3") * 7
    words = charts.Pull("interorganisationnellement incontournable, et encore davantage de mots " * 3, 5).lines
    assert len(words) == 3
    assert max(map(columns, words)) <= HALF
    assert HALF * 7.4 <= PHONE / 2


def test_lines_of_one_side_do_not_meet_however_long_they_are() -> None:
    long = [charts.Pull("la peur de perdre la main sur l’horaire des équipes du soir", at, 1) for at in range(1, 6)]
    spec = drawn(long, [charts.Pull("le printemps", 1)])
    lines = sorted(row["y"] for row in rows(spec, "text", align="right", color="var(--ink)"))
    assert min(b - a for a, b in pairwise(lines)) >= 16
    bars = [(row["y"], row["y2"]) for row in rows(spec, "rect", **FRAME)]
    assert not [(line, bar) for line in lines for bar in bars if bar[0] - 8 < line < bar[1] + 8]


def test_colours_are_tokens_words_are_data_and_nothing_is_tiny() -> None:
    spec = drawn([charts.Pull("<script>hit()</script>", 5, 2, 3)], [])
    colours = set(re.findall(r'"(?:color|fill|stroke)": "([^"]+)"', json.dumps(spec["layer"])))
    assert all(re.fullmatch(r"var\(--[\w-]+\)", one) for one in colours)
    assert min(int(size) for size in re.findall(r'"fontSize": (\d+)', json.dumps(spec))) >= 12
    assert spec["description"] == "told"
    assert "<script" not in vl_convert.vegalite_to_svg(spec, vl_version="6.4")
