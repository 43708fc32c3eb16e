"""Claims about signals on three waves: each on its own, apart from the others, the likelier left, all of their words below."""

from __future__ import annotations

import math
import random
from itertools import combinations
from typing import Any

import pytest
import vl_convert

from leads_kit import charts
from leads_kit.charts._spots import MARK
from leads_kit.charts.waves import NARROW, TALL

WORDS = charts.Waves(("fading", "tried", "coming"), "today", "later", ("filled: first",))
SHAPES = ("square", "diamond", "circle")


def layers_of(spec: charts.Spec) -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
    held = spec.get("datasets", {})
    return [
        (layer["mark"], held[layer["data"]["name"]] if "name" in layer["data"] else layer["data"]["values"])
        for layer in spec["layer"]
    ]


def marks(spec: charts.Spec, **look: Any) -> dict[str, tuple[float, float]]:
    """Where each numbered mark with these looks stands."""
    return {
        row["text"]: (row["x"], row["y"])
        for mark, rows in layers_of(spec)
        if {"type": "point", **look}.items() <= mark.items()
        for row in rows
    }


def texts(spec: charts.Spec) -> list[str]:
    return [row["text"] for mark, rows in layers_of(spec) if mark["type"] == "text" for row in rows]


def drawn(*rows: charts.Signal) -> charts.Spec:
    return charts.waves(rows, WORDS, "told")


@pytest.mark.parametrize("seed", range(20))
def test_no_mark_lies_on_another_and_all_stay_on_the_plane(seed: int) -> None:
    chance = random.Random(seed)
    rows = [charts.Signal("a", "", chance.randint(0, 2), likely=chance.randint(0, 3)) for _ in range(6)]
    found = list(marks(drawn(*rows)).values())
    assert len(found) == 6
    assert min(math.dist(one, other) for one, other in combinations(found, 2)) >= MARK - 0.01
    assert all(0 <= x <= NARROW for x, _ in found)
    assert max(y for _, y in found) - min(y for _, y in found) <= TALL


def test_each_wave_has_a_shape_and_only_the_first_is_filled() -> None:
    spec = drawn(charts.Signal("a", "", 2, first=True), charts.Signal("b", "", 0), charts.Signal("c", "", 1))
    assert {shape: list(marks(spec, shape=shape)) for shape in SHAPES} == {
        "square": ["2"], "diamond": ["3"], "circle": ["1"],
    }  # fmt: skip
    assert list(marks(spec, fill="var(--accent)")) == ["1"]


def test_what_fades_stands_left_of_what_is_tried_and_that_left_of_what_comes() -> None:
    spec = drawn(*(charts.Signal("a", "", wave) for wave in (0, 1, 2)))
    assert [number for number, _ in sorted(marks(spec).items(), key=lambda one: one[1])] == ["1", "2", "3"]


def test_on_one_wave_the_likelier_stand_further_left() -> None:
    spec = drawn(*(charts.Signal("a", "", 2, likely=likely) for likely in (1, 3, 2)))
    assert [number for number, _ in sorted(marks(spec).items(), key=lambda one: one[1])] == ["2", "3", "1"]


def test_a_signal_without_a_wave_is_listed_and_not_drawn() -> None:
    spec = drawn(charts.Signal("on a wave", "a · b", 1), charts.Signal("nowhere", "", None))
    assert list(marks(spec)) == ["1"]
    assert {"on a wave", "a · b", "nowhere"} <= set(texts(spec))


def test_the_parts_of_a_long_note_go_to_the_next_line_whole() -> None:
    spec = drawn(charts.Signal("a", "Environnement · probable 1/3 · importance 1/3", 0))
    assert "importance 1/3" in texts(spec)
    assert "Environnement · probable 1/3" in texts(spec)


@pytest.mark.parametrize("label", ["", "x" * 140, "🦉" * 60, "<img src=x> {n} \\ \" '"])
def test_any_words_are_drawn(label: str) -> None:
    assert "<svg" in vl_convert.vegalite_to_svg(drawn(charts.Signal(label, "n", 0, first=True)), vl_version="6.4")
