"""What must be reached, and what was: the table on the screen and build/bench.json."""

from __future__ import annotations

import json
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True)
class Figure:
    """One line. `ratio` is plain / ours; `budget` is what it, or ours alone where plain cannot do it, must keep to."""

    name: str
    ours: float
    plain: float | None
    ratio: float | None
    budget: str
    met: bool
    unit: str = "s"


def compared(name: str, ours: float, plain: float, least_ratio: float, unit: str = "s") -> Figure:
    """Ours must be `least_ratio` times less than plain's."""
    ratio = plain / ours if ours else 0.0
    return Figure(name, ours, plain, ratio, f"≥ {least_ratio:g} ×", ratio >= least_ratio, unit)


def absolute(name: str, ours: float, most: float, unit: str = "s", plain: float | None = None) -> Figure:
    """Ours must not be above `most`; plain's is told where it is known."""
    ratio = plain / ours if plain is not None and ours else None
    return Figure(name, ours, plain, ratio, f"≤ {most:g} {unit}".rstrip(), ours <= most, unit)


def told(name: str, ours: float, plain: float | None = None, unit: str = "s") -> Figure:
    """For information: nothing to keep to."""
    ratio = plain / ours if plain is not None and ours else None
    return Figure(name, ours, plain, ratio, "", True, unit)


def p95(values: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, -(-95 * len(ordered) // 100) - 1)]


def median(values: Sequence[float]) -> float:
    return statistics.median(values)


def write(figures: Sequence[Figure], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        json.dumps({"figures": [asdict(one) for one in figures]}, ensure_ascii=False, indent=1) + "\n", "utf-8"
    )


def show(figures: Sequence[Figure]) -> None:
    table = Table("figure", "leads serve", "plain Voilà", "ratio", "budget", "met")
    for one in figures:
        plain = "" if one.plain is None else _number(one.plain, one.unit)
        ratio = "" if one.ratio is None else f"{one.ratio:.1f}"
        met = "" if not one.budget else "yes" if one.met else "NO"
        table.add_row(one.name, _number(one.ours, one.unit), plain, ratio, one.budget, met)
    Console(width=150).print(table)


def _number(value: float, unit: str) -> str:
    return f"{value:.3g} {unit}".rstrip() if value < 1000 else f"{value:.0f} {unit}".rstrip()
