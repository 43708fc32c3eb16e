"""A picture as SVG text, drawn in a process of its own: the drawing engine is heavy and stays out of kernels and servers."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import Any

# On paper: the light tokens of ui/theme.css, which a file on its own cannot ask for.
PAPER = {
    "--ink": "#1d2733", "--ink-2": "#545f6c", "--line": "#e0dace", "--line-strong": "#868b93", "--accent": "#0b6e6e",
    "--accent-soft": "#e4f1ef", "--paper": "#faf7f1", "--card": "#fffefb", "--do": "sans-serif", "--read": "serif",
}  # fmt: skip
DRAW = "import json, sys, vl_convert; print(vl_convert.vegalite_to_svg(json.load(sys.stdin), vl_version='6.4'))"
TOKEN = re.compile(r"var\((--[\w-]+)\)")
SECONDS = 60
WIDTH = 560


def svg(spec: dict[str, Any]) -> str:
    """Vega-Lite in, SVG out. Raises CalledProcessError when the spec cannot be drawn."""
    paper = _on_paper(spec)
    config = {"view": {"stroke": None}, "font": "sans-serif", **paper.get("config", {})}
    width = WIDTH if paper.get("width") == "container" else paper.get("width", WIDTH)
    text = json.dumps({**paper, "width": width, "config": config, "background": "transparent"})
    drawn = subprocess.run(
        [sys.executable, "-c", DRAW], input=text, capture_output=True, text=True, check=True, timeout=SECONDS
    )
    return drawn.stdout.strip()


def _on_paper(value: Any) -> Any:
    """Colour tokens become the paper's colours; data is left alone: it may hold what people typed."""
    match value:
        case str():
            return TOKEN.sub(lambda m: PAPER.get(m[1], "#1d2733"), value).replace("currentColor", PAPER["--ink"])
        case list():
            return [_on_paper(one) for one in value]
        case dict():
            return {key: one if key in ("data", "datasets") else _on_paper(one) for key, one in value.items()}
    return value
