"""What every kernel needs, imported and done once: the kit, one chart, and what a kernel itself imports late.

What is imported here is shared by all kernels; what is not, each imports again for itself.
"""

from __future__ import annotations

import importlib

KERNEL = (
    "ipykernel.kernelapp",
    "ipykernel.ipkernel",
    "ipykernel.zmqshell",
    "ipywidgets",
    "anywidget",
)
KIT = ("leads_kit.workshop", "leads_kit.charts", "leads_kit.reports", "sqlalchemy.dialects.sqlite")


def preload() -> None:
    """Import everything and make one chart."""
    for name in (*KERNEL, *KIT):
        importlib.import_module(name)
    one_chart()


def one_chart() -> None:
    """Altair reads and checks its schema with the first chart; kernels find that done."""
    import altair as alt

    alt.Chart(alt.Data(values=[{"a": 1}])).mark_point().encode(x="a:Q").to_dict()
