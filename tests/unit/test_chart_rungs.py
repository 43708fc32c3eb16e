"""Claims about ladders: the highest rung on top, two marks that may share one, words beside the post and never over it."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import Any

import pytest
import vl_convert

from leads_kit import charts
from leads_kit.text import columns

NAMES = ("+2", "+1", "0", "−1", "−2")


def ladder(*texts: str, start: int = 3, now: int | None = None, label: str = "my goal") -> charts.Ladder:
    told = zip(NAMES, texts or ("",) * 5, strict=True)
    return charts.Ladder(
        label,
        tuple(charts.Rung(name, text, at == start, at == now, name == "0") for at, (name, text) in enumerate(told)),
    )


def drawn(*ladders: charts.Ladder) -> charts.Spec:
    return charts.rungs(ladders, ["○ began", "● now"], "told")


def rows(spec: charts.Spec, key: str) -> list[dict[str, Any]]:
    return [row for held in spec["datasets"].values() for row in held if key in row]


def heights(spec: charts.Spec, mark: str) -> list[float]:
    return [row["y"] for row in rows(spec, "mark") if row["mark"] == mark]


def names(spec: charts.Spec) -> dict[str, float]:
    return {row["text"]: row["y"] for row in rows(spec, "text") if row["text"] in NAMES}


def test_rungs_stand_in_order_from_the_top_and_each_has_its_place_on_the_post() -> None:
    spec = drawn(ladder())
    told = names(spec)
    assert [told[name] for name in NAMES] == sorted(told.values(), reverse=True)
    assert sorted(heights(spec, "")) == sorted(told.values())
    (post,) = rows(spec, "y2")
    assert (post["y"], post["y2"]) == (told["−2"], told["+2"])


def test_both_marks_of_one_rung_lie_in_one_place_and_of_two_apart() -> None:
    same, apart = drawn(ladder(now=3)), drawn(ladder(now=0))
    assert heights(same, "start") == heights(same, "now") == [names(same)["−1"]]
    assert heights(apart, "now") == [names(apart)["+2"]]
    assert heights(drawn(ladder()), "now") == []


def test_long_words_take_three_lines_and_push_nothing_over_another_rung() -> None:
    spec = drawn(ladder(*["interorganisationnel " * 12] * 5, label="x" * 200), ladder())
    words = sorted((row["y"] for row in rows(spec, "text") if "interorg" in row["text"]), reverse=True)
    assert len(words) == 15
    assert all(above - below >= 16 for above, below in pairwise(words))
    assert (
        0 < min(row["y"] for row in rows(spec, "text")) < max(row["y"] for row in rows(spec, "text")) < spec["height"]
    )


def test_ladders_do_not_reach_into_each_other() -> None:
    spec = drawn(ladder(label="one"), ladder(label="two"))
    first, second = sorted((post["y"], post["y2"]) for post in rows(spec, "y2"))[::-1]
    label = next(row["y"] for row in rows(spec, "text") if row["text"] == "two")
    assert second[1] < label < first[0]


@pytest.mark.parametrize("text", ["<script>hit()</script>", "🦉" * 60, "漢字" * 40, ""])
def test_words_are_data_and_fit_a_phone(text: str) -> None:
    spec = drawn(ladder(text, "", "", "", ""))
    assert all(columns(row["text"]) <= 44 for row in rows(spec, "text"))
    assert "<script" not in vl_convert.vegalite_to_svg({**spec, "width": 326}, vl_version="6.4")


def test_colours_are_tokens_and_words_are_not_small() -> None:
    spec = drawn(ladder(now=1))
    told = json.dumps(spec["layer"])
    assert all(re.fullmatch(r"var\(--[\w-]+\)", one) for one in re.findall(r'"(?:color|fill|stroke)": "([^"]+)"', told))
    assert min(int(size) for size in re.findall(r'"fontSize": (\d+)', told)) >= 12
    assert spec["description"] == "told"
