"""Claims about stops of a way: in order from the top, joined where both are known, words beside the track and never on it."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import Any

import pytest
import vl_convert

from leads_kit import charts
from leads_kit.text import columns


def drawn(*rows: charts.Stop) -> charts.Spec:
    return charts.stops(rows, ["● feels", "◆ risk"], "told")


def stop(feeling: int | None, **more: Any) -> charts.Stop:
    return charts.Stop(more.pop("name", "waits"), more.pop("beneath", "led by A"), feeling, **more)


def rows(spec: charts.Spec, key: str) -> list[dict[str, Any]]:
    return [row for held in spec["datasets"].values() for row in held if key in row]


def layers(spec: charts.Spec, **mark: Any) -> list[list[dict[str, Any]]]:
    """The rows of each layer whose mark looks so."""
    return [
        spec["datasets"][layer["data"]["name"]] if "name" in layer["data"] else layer["data"]["values"]
        for layer in spec["layer"]
        if mark.items() <= layer["mark"].items()
    ]


def test_stops_stand_in_order_and_better_feelings_further_right() -> None:
    marks = rows(drawn(*(stop(feeling) for feeling in range(-2, 3))), "shape")
    assert [row["y"] for row in marks] == sorted((row["y"] for row in marks), reverse=True)
    steps = [after["x"] - before["x"] for before, after in pairwise(marks)]
    assert all(step == pytest.approx(steps[0]) for step in steps)
    assert steps[0] > 0


def test_only_neighbours_that_are_both_known_are_joined() -> None:
    spec = drawn(stop(-1), stop(1), stop(None), stop(2), stop(-2))
    marks = [(row["x"], row["y"]) for row in rows(spec, "shape")]
    ways = [((row["x"], row["y"]), (row["x2"], row["y2"])) for row in rows(spec, "x2")]
    assert len(marks) == 4
    assert ways == [(marks[0], marks[1]), (marks[2], marks[3])]


def test_a_risk_is_a_shape_and_the_worst_has_a_ring() -> None:
    spec = drawn(stop(1, risky=True), stop(-2, lowest=True), stop(0))
    shapes = {row["y"]: row["shape"] for row in rows(spec, "shape")}
    assert [shapes[y] for y in sorted(shapes, reverse=True)] == ["diamond", "circle", "circle"]
    (ring,) = layers(spec, stroke="var(--ink)")
    assert [row["y"] for row in ring] == [sorted(shapes)[1]]


def test_long_words_end_before_the_track_and_meet_no_other_stop() -> None:
    spec = drawn(*(stop(-2, name="interorganisationnel " * 9, beneath="regroupement régional " * 9) for _ in range(8)))
    words = sorted({row["y"] for row in rows(spec, "text") if row["x"] == 0}, reverse=True)
    assert all(above - below >= 16 for above, below in pairwise(words))
    told = [row["text"] for row in rows(spec, "text") if row["x"] == 0 and row["text"][0] not in "●◆"]
    assert len(told) == 8 * 4
    assert max(map(columns, told)) <= 24
    assert 0 < min(words) < max(words) < spec["height"]


@pytest.mark.parametrize("name", ["<script>hit()</script>", "🦉" * 60, "漢字" * 40, ""])
def test_words_are_data(name: str) -> None:
    spec = drawn(stop(None, name=name))
    assert rows(spec, "shape") == []
    assert "<script" not in vl_convert.vegalite_to_svg({**spec, "width": 326}, vl_version="6.4")


def test_colours_are_tokens_and_words_are_not_small() -> None:
    spec = drawn(stop(1, risky=True), stop(-2, lowest=True))
    told = json.dumps(spec["layer"])
    assert all(re.fullmatch(r"var\(--[\w-]+\)", one) for one in re.findall(r'"(?:color|fill|stroke)": "([^"]+)"', told))
    assert min(int(size) for size in re.findall(r'"fontSize": (\d+)', told)) >= 12
    assert spec["description"] == "told"
