"""Claims about the house style: what is drawn, in which colours, and that words are data. Drawn by the real Vega."""

from __future__ import annotations

import json
import math
import re
from typing import Any

import pytest
import vl_convert

from leads_kit import charts
from leads_kit.analysis.layout import around
from leads_kit.text import columns

TICKS = tuple((float(at), str(at)) for at in range(1, 6))
PILES = tuple(charts.Pile(at - 0.4, at + 0.4, count) for at, count in zip(range(1, 6), (0, 2, 7, 3, 0), strict=True))


def drawn(spec: charts.Spec) -> str:
    return vl_convert.vegalite_to_svg(spec, vl_version="6.4")


def rows_of(spec: charts.Spec) -> list[dict[str, Any]]:
    return [row for layer in spec["layer"] for row in rows_in(spec, layer)]


def rows_in(spec: charts.Spec, layer: dict[str, Any]) -> list[dict[str, Any]]:
    held: dict[str, list[dict[str, Any]]] = spec.get("datasets", {})
    data = layer["data"]
    return held[data["name"]] if "name" in data else data["values"]


def circle(count: int) -> list[charts.Contact]:
    names = [f"contact {at}" for at in range(count)]
    return [charts.Contact(name, *place) for name, place in around(names, []).items()]


def curves(spec: charts.Spec) -> dict[int, list[tuple[float, float]]]:
    found: dict[int, list[tuple[float, float]]] = {}
    for row in rows_of(spec):
        if "tie" in row:
            found.setdefault(row["tie"], []).append((row["x"], row["y"]))
    return found


def test_each_answer_is_one_dot_and_no_two_lie_on_each_other() -> None:
    spec = charts.strips([charts.Strip("Service", "n = 12", PILES, 3.0)], TICKS, "axis", "told")
    dots = [(row["x"], row["dx"], row["y"]) for row in rows_of(spec) if "dx" in row]
    assert len(dots) == len(set(dots)) == 12
    assert drawn(spec).count("circle") >= 1


def test_a_class_without_answers_has_its_piece_of_ground_and_no_dot() -> None:
    spec = charts.strips([charts.Strip("Service", "", (charts.Pile(0.6, 1.4, 0),))], TICKS, "axis", "told")
    assert [row for row in rows_of(spec) if row.get("x2") == 1.4]
    assert not [row for row in rows_of(spec) if "dx" in row]


def test_a_row_that_may_not_be_shown_keeps_its_name_and_its_reason() -> None:
    spec = charts.strips([charts.Strip("Service", "too few answers")], TICKS, "axis", "told")
    svg = drawn(spec)
    assert "Service" in svg
    assert "too few answers" in svg
    assert not [row for row in rows_of(spec) if "dx" in row]


def test_an_importance_alone_is_drawn_and_a_missing_mark_is_not_a_zero() -> None:
    spec = charts.spans([charts.Span("Service", "", None, 4.0)], TICKS, "axis", "told")
    places = [row["x"] for row in rows_of(spec) if "x2" not in row and "text" not in row]
    assert sorted(places) == [1, 2, 3, 4, 4, 5]


@pytest.mark.parametrize("words", ["aujourd'hui", 'the "middle"', "\\' + alert(1) + \\'", "l’été"])
def test_words_on_the_axis_are_literals_whatever_quotes_they_hold(words: str) -> None:
    spec = charts.strips([charts.Strip("Service", "", PILES)], ((1.0, words),), "axis", "told")
    told = re.findall(r">([^<]+)</text>", drawn(spec))
    unescaped = [one.replace("&quot;", '"').replace("&#39;", "'").replace("&apos;", "'") for one in told]
    assert words in unescaped


def test_names_are_data_and_never_markup() -> None:
    evil = charts.Contact("<script>hit()</script>", 1.0, 0.0)
    svg = drawn(charts.network([evil], [], "me", "", "told"))
    assert "<script" not in svg
    assert "&lt;script&gt;" in svg.replace("-</", "</")


def test_colours_are_tokens_of_the_theme_only() -> None:
    contacts = circle(4)
    all_charts = [
        charts.strips([charts.Strip("Service", "", PILES, 3.0)], TICKS, "axis", "told"),
        charts.spans([charts.Span("Service", "", 2.0, 4.0)], TICKS, "axis", "told"),
        charts.network(contacts, [(contacts[0], contacts[2])], "me", "legend", "told"),
    ]
    for spec in all_charts:
        colours = set(re.findall(r'"(?:color|fill|stroke)": "([^"]+)"', json.dumps(spec["layer"])))
        assert colours
        assert all(re.fullmatch(r"var\(--[\w-]+\)", one) for one in colours)


def test_no_text_is_under_twelve_pixels_and_every_chart_describes_itself() -> None:
    spec = charts.network(circle(3), [], "me", "legend", "three ties around me")
    assert min(int(size) for size in re.findall(r'"fontSize": (\d+)', json.dumps(spec))) >= 12
    assert spec["description"] == "three ties around me"
    assert spec["width"] == "container"


def test_a_chart_sets_nothing_for_everybody() -> None:
    import altair as alt

    before = (alt.theme.active, alt.data_transformers.active, alt.renderers.active)
    charts.network(circle(12), [], "me", "", "told")
    assert (alt.theme.active, alt.data_transformers.active, alt.renderers.active) == before


@pytest.mark.parametrize("count", range(2, 13))
def test_a_line_between_two_contacts_never_passes_through_me(count: int) -> None:
    contacts = circle(count)
    for one in contacts:
        others = [other for other in contacts if other is not one]
        spec = charts.network(contacts, [(one, other) for other in others], "me", "", "told")
        centre = next(row["y"] for row in rows_of(spec) if row.get("name") == "me")
        for curve in curves(spec).values():
            # Pixels on a phone: me has a radius of 20, the oval is about 60 wide on each side.
            assert min(math.hypot(x * 60, y - centre) for x, y in curve) > 20


def test_a_straight_line_stays_straight_where_nothing_is_in_its_way() -> None:
    contacts = circle(4)
    right = [one for one in contacts if one.x > 0]
    (curve,) = curves(charts.network(contacts, [(right[0], right[1])], "me", "", "told")).values()
    assert {round(x, 3) for x, _ in curve} == {round(right[0].x, 3)}


@pytest.mark.parametrize(
    "name",
    [
        "R. B.",
        "coordonnatrice des soins à domicile",
        "x" * 60,
        "a-b " * 15,
        " \n\t spaced  out ",
        "🦉" * 40,
        "漢字" * 9,
    ],
    ids=["initials", "long words", "one word of sixty", "hyphens", "blanks", "emoji", "ideographs"],
)
def test_a_name_stands_on_at_most_three_short_lines(name: str) -> None:
    spec = charts.network([charts.Contact(name, 1.0, 0.0)], [], "me", "", "told")
    lines = next(row["name"] for row in rows_of(spec) if isinstance(row.get("name"), list))
    assert 1 <= len(lines) <= 3
    assert all(columns(line) <= 12 for line in lines)
    assert drawn(spec)


@pytest.mark.parametrize("sign", ["👩‍👩‍👧‍👦", "🇨🇦", "👍🏽", "e\u0301", "❤️"], ids=ascii)
def test_a_name_is_never_cut_within_a_sign(sign: str) -> None:
    spec = charts.network([charts.Contact(sign * 30, 1.0, 0.0)], [], "me", "", "told")
    lines = next(row["name"] for row in rows_of(spec) if isinstance(row.get("name"), list))
    assert all(re.fullmatch(f"({sign})+[-…]?", line) for line in lines)


def test_the_wished_are_dashed_and_the_others_are_not() -> None:
    contacts = [charts.Contact("a", 1.0, 0.0), charts.Contact("b", -1.0, 0.0, wished=True)]
    spec = charts.network(contacts, [], "me", "", "told")
    lines = [layer for layer in spec["layer"] if layer["mark"]["type"] == "rule"]
    dashes = {tuple(layer["mark"]["strokeDash"]): rows_in(spec, layer) for layer in lines}
    assert [row["wished"] for row in dashes[(5, 5)]] == [True]
    assert [row["wished"] for row in dashes[(1, 0)]] == [False]
