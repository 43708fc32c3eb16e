"""Claims about the drawing of what moves what: arrows that reach their ends and nothing else, signs that can be told apart."""

from __future__ import annotations

import math
import random
from itertools import combinations, permutations
from typing import Any

import pytest
import vl_convert

from leads_kit import charts
from leads_kit.analysis.layout import around
from leads_kit.charts._arrows import STEPS, arrow, head, strokes
from leads_kit.charts.causes import DISC, MARK, RING

LEGEND = ("+ more", "− less")
NAMES = ("delay", "charge de travail des équipes", "communication interorganisationnelle", "🦉" * 20, "x" * 40, "a b c")


def things(count: int, first: int = -1) -> list[charts.Thing]:
    ids = [str(at) for at in range(count)]
    places = around(ids, [])
    return [charts.Thing(NAMES[at % 6], *places[id], first=at == first) for at, id in enumerate(ids)]


def layers_of(spec: charts.Spec) -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
    held = spec.get("datasets", {})
    return [
        (layer["mark"], held[layer["data"]["name"]] if "name" in layer["data"] else layer["data"]["values"])
        for layer in spec["layer"]
    ]


def rows(spec: charts.Spec, **look: Any) -> list[dict[str, Any]]:
    """The rows of all layers whose mark has these looks."""
    return [row for mark, found in layers_of(spec) if look.items() <= mark.items() for row in found]


def paths(spec: charts.Spec, **look: Any) -> list[list[tuple[float, float]]]:
    """The lines of all layers with these looks, each as its points in order."""
    found: list[list[tuple[float, float]]] = []
    for mark, held in layers_of(spec):
        if {"type": "line", **look}.items() <= mark.items():
            ids = sorted({row["path"] for row in held})
            found += [[(row["x"], row["y"]) for row in held if row["path"] == id] for id in ids]
    return found


def told(spec: charts.Spec) -> list[str]:
    return [row["text"] for row in rows(spec, type="text")]


@pytest.mark.parametrize("seed", range(6))
def test_an_arrow_leads_from_its_thing_to_its_thing_and_through_no_other(seed: int) -> None:
    chance = random.Random(seed)
    count = chance.randint(3, 8)
    pairs = chance.sample(list(permutations(range(count), 2)), min(12, count * (count - 1)))
    spec = charts.causes(things(count), [charts.Cause(*pair, True) for pair in pairs], LEGEND, "told")
    discs = [(row["x"], row["y"]) for row in rows(spec, size=DISC)]
    for (start, end), points in zip(pairs, paths(spec, strokeWidth=1.6), strict=True):
        assert math.dist(points[0], discs[start]) < 14
        assert math.dist(points[-1], discs[end]) < 14
        others = [disc for at, disc in enumerate(discs) if at not in (start, end)]
        assert min((math.dist(point, disc) for point in points for disc in others), default=99) > 6


def test_two_arrows_both_ways_do_not_lie_on_each_other() -> None:
    spec = charts.causes(things(2), [charts.Cause(0, 1, True), charts.Cause(1, 0, True)], LEGEND, "told")
    there, back = paths(spec, strokeWidth=1.6)
    assert math.dist(there[STEPS // 2], back[STEPS // 2]) > 14


def test_an_arrow_leaves_the_line_that_already_runs_between_its_ends() -> None:
    there = arrow((0, 0), (100, 0), [], [], [])
    again = arrow((0, 0), (100, 0), [], [], there)
    assert math.dist(there[STEPS // 2], again[STEPS // 2]) >= 16


def test_a_head_points_the_way_its_line_goes() -> None:
    points = arrow((0, 0), (100, 0), [], [], [])
    left, tip, right = head(points)
    assert tip == points[-1]
    assert left[0] < tip[0]
    assert right[0] < tip[0]
    assert math.dist(left, tip) == pytest.approx(math.dist(right, tip))


def test_strokes_lie_across_an_arrow() -> None:
    points = arrow((0, 0), (0, 100), [], [], [])
    for one, other in strokes(points, 12):
        assert abs(one[0] - other[0]) > 4 * abs(one[1] - other[1])


def test_an_arrow_bends_around_a_thing_in_its_way_and_away_from_a_name() -> None:
    free = arrow((0, 0), (0, 200), [], [], [])
    past = arrow((0, 0), (0, 200), [free[STEPS // 2]], [], [])
    assert min(math.dist(point, free[STEPS // 2]) for point in past) >= 17
    middle = free[STEPS // 2]
    name = (middle[0] - 4, middle[1] - 7, middle[0] + 60, middle[1] + 7)
    beside = arrow((0, 0), (0, 200), [], [name], [])
    assert not any(name[0] < x < name[2] and name[1] < y < name[3] for x, y in beside)


def test_a_plus_stands_on_a_disc_and_a_minus_on_a_square() -> None:
    arrows = [charts.Cause(0, 1, True), charts.Cause(1, 2, False), charts.Cause(2, 0, False)]
    spec = charts.causes(things(3), arrows, LEGEND, "told")
    assert len(rows(spec, size=MARK, shape="circle")) == told(spec).count("+") == 1
    assert len(rows(spec, size=MARK, shape="square")) == told(spec).count("−") == 2


def test_signs_stand_apart_wherever_there_is_room() -> None:
    arrows = [charts.Cause(one, other, True) for one, other in ((0, 1), (1, 0), (1, 2), (2, 1), (2, 0), (0, 2))]
    spec = charts.causes(things(3), arrows, LEGEND, "told")
    signs = [(row["x"], row["y"]) for row in rows(spec, size=MARK)]
    assert min(math.dist(one, other) for one, other in combinations(signs, 2)) > 16


def test_only_what_is_slow_has_strokes_and_only_what_is_first_a_ring() -> None:
    spec = charts.causes(
        things(3, first=1), [charts.Cause(0, 1, True, slow=True), charts.Cause(1, 2, True)], LEGEND, "t"
    )
    assert len(paths(spec, strokeWidth=2.2)) == 2 + 2
    (ring,) = rows(spec, size=RING)
    assert (ring["x"], ring["y"]) == [(row["x"], row["y"]) for row in rows(spec, size=DISC)][1]
    plain = charts.causes(things(3), [charts.Cause(0, 1, True)], LEGEND, "t")
    assert len(paths(plain, strokeWidth=2.2)) == 1
    assert rows(plain, size=RING) == []


@pytest.mark.parametrize("count", [1, 2, 5, 8])
def test_any_number_of_things_is_drawn_with_names_outside_the_oval(count: int) -> None:
    spec = charts.causes(things(count), [], LEGEND, "told")
    assert "<svg" in vl_convert.vegalite_to_svg(spec, vl_version="6.4")
    for align, outside in (("left", 1), ("right", -1)):
        assert all(row["x"] * outside >= 0 for row in rows(spec, type="text", align=align, fontSize=12))
