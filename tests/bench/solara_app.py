"""The shipped notebook as a Solara page: its prose and its exercises, everyone alone."""

from __future__ import annotations

from pathlib import Path

import nbformat
import solara

from leads_kit.packs import load_pack
from leads_kit.workshop import open_workshop

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "4-develop-coalitions.ipynb"


@solara.component
def Page() -> None:  # noqa: N802 — the name that Solara looks for
    workshop = solara.use_memo(open_workshop, [])
    for cell in nbformat.read(NOTEBOOK, as_version=4).cells:  # type: ignore[no-untyped-call]
        if cell.cell_type == "markdown":
            solara.Markdown(cell.source)
    for exercise in load_pack().exercises:
        solara.display(workshop.exercise(exercise))
