"""A picture on the page: SVG with its sentence and its table twin. The drawing is chart.js."""

from __future__ import annotations

from typing import Any

from leads_kit.kinds._kind import Picture
from leads_kit.text import Say
from leads_kit.ui._widget import LeadsWidget, worded

CHART_WORDS = ("chart.table", "chart.failed")


def pictured(picture: Picture | None) -> dict[str, Any] | None:
    """A picture as the page takes it: `{spec, sentence, table: {columns, rows}}`."""
    if picture is None:
        return None
    return {
        "spec": picture.spec,
        "sentence": picture.sentence,
        "table": {"columns": list(picture.table.columns), "rows": [list(row) for row in picture.table.rows]},
    }


class ChartWidget(LeadsWidget):
    """One picture, with nothing to operate. `draw` shows another in its place."""

    def __init__(self, picture: Picture | None, say: Say, *, big: bool = False, static: str | None = None) -> None:
        words = worded(say, CHART_WORDS)
        super().__init__("chart.js", static=static, picture=pictured(picture), words=words, lang=say.lang, big=big)

    def draw(self, picture: Picture | None) -> None:
        self.show(picture=pictured(picture))
