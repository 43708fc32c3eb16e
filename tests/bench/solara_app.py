"""The shipped notebook as a Solara page: its prose and its exercises, everyone alone."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import solara

from leads_kit.ui._widget import plain_layout
from leads_kit.workshop import Workshop, open_workshop

EXERCISE = re.compile(r'^workshop\.exercise\("([^"]+)"\)$')
NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "4-develop-coalitions.ipynb"


@solara.component
def Page() -> None:  # noqa: N802 — the name that Solara looks for
    workshop = solara.use_memo(_opened, [])
    for cell in nbformat.read(NOTEBOOK, as_version=4).cells:  # type: ignore[no-untyped-call]
        asked = EXERCISE.match(cell.source)
        if cell.cell_type == "markdown":
            solara.Markdown(cell.source)
        elif asked:
            solara.display(workshop.exercise(asked[1]))


def _opened() -> Workshop:
    # Our widgets share one layout in a process; here a process has many pages, and each must know its own.
    plain_layout.cache_clear()
    return open_workshop()
