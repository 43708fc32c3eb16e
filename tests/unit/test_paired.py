"""Claims about change between two rounds: the worked sample, published quantiles, and who is counted."""

from __future__ import annotations

import pytest

from leads_kit.analysis.paired import change, t_quantile
from leads_kit.analysis.smallgroups import moved

PRE = dict(zip("abcdef", (3.0, 3.25, 2.75, 3.5, 3.0, 3.25), strict=True))
POST = dict(zip("abcdef", (3.5, 3.5, 3.25, 3.5, 3.75, 3.5), strict=True))


def test_the_worked_sample_gives_its_numbers() -> None:
    found = change(PRE, POST)
    assert found is not None
    assert (found.n, found.up, found.same, found.down) == (6, 5, 1, 0)
    assert (found.mean, found.sd) == (pytest.approx(0.375), pytest.approx(0.262, abs=5e-4))
    assert (found.low, found.high) == (pytest.approx(0.10, abs=5e-3), pytest.approx(0.65, abs=5e-3))
    assert found.g == pytest.approx(1.20, abs=5e-3)
    assert moved(PRE, POST) == (5, 1, 0)


@pytest.mark.parametrize(
    ("degrees", "published"),
    [(1, 12.706), (2, 4.303), (3, 3.182), (5, 2.571), (6, 2.447), (11, 2.201), (29, 2.045), (120, 1.980)],
)
def test_quantiles_are_those_of_the_published_tables(degrees: int, published: float) -> None:
    assert t_quantile(degrees) == pytest.approx(published, abs=5e-4)


def test_only_people_in_both_rounds_count_and_two_are_too_few() -> None:
    some = change({**PRE, "gone": 1.0}, {**POST, "new": 5.0})
    assert some == change(PRE, POST)
    assert change({"a": 1.0, "b": 2.0, "c": 3.0}, {"a": 1.0, "b": 2.0}) is None


def test_where_everybody_changed_alike_no_size_is_made_up() -> None:
    found = change({"a": 1.0, "b": 2.0, "c": 3.0}, {"a": 2.0, "b": 3.0, "c": 4.0})
    assert found is not None
    assert (found.mean, found.low, found.high, found.g) == (1, 1, 1, None)


def test_without_a_degree_of_freedom_there_is_no_quantile() -> None:
    with pytest.raises(ValueError, match="degree"):
        t_quantile(0)
