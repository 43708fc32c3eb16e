"""A picture as SVG text, drawn in a process of its own: the drawing engine is heavy and stays out of kernels and servers.

The engine measures text in UTF-16 units: where Vega shortens a text within an emoji, half a character reaches it and nothing
is drawn. So signs beyond the first plane travel as two stand-ins each, about as wide, and come back afterwards; half a pair
is left out.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from leads_kit.analysis.colours import mixed
from leads_kit.model import Look
from leads_kit.reports.aside import aside

# On paper: the light tokens of ui/theme.css, which a file on its own cannot ask for.
PAPER = {
    "--ink": "#1d2733", "--ink-2": "#545f6c", "--line": "#e0dace", "--line-strong": "#868b93", "--accent": "#0b6e6e",
    "--accent-soft": "#e4f1ef", "--paper": "#faf7f1", "--card": "#fffefb", "--do": "sans-serif", "--read": "serif",
}  # fmt: skip
DRAW = """
import json, sys, vl_convert
drawn = vl_convert.vegalite_to_svg(json.load(sys.stdin.buffer), vl_version="6.4")
sys.stdout.buffer.write(drawn.encode())
"""
TOKEN = re.compile(r"var\((--[\w-]+)\)")
# A flag, or a sign beyond the first plane with what is joined to it. Nothing here is JSON's own.
SIGN = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}"
    "|[\U00010000-\U0010ffff](?:[\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
    "|\u200d[\u2190-\u2bff\U00010000-\U0010ffff])*"
)
PRIVATE_USE = range(0xE000, 0xF900)
HALF = re.compile("[\ud800-\udfff]")
# How much of an accent its soft neighbour holds, as on pages.
SOFT = 0.1
WIDTH = 560


def in_colours(look: Look) -> Callable[[dict[str, Any]], str]:
    """`svg` with a client's accent."""
    accents = {"--accent": look.accent, "--accent-soft": mixed(look.accent, PAPER["--card"], SOFT)}
    return functools.partial(svg, paper=PAPER | accents)


def svg(spec: dict[str, Any], paper: Mapping[str, str] = MappingProxyType(PAPER)) -> str:
    """Vega-Lite in, SVG out, tokens in the colours of `paper`. Raises CalledProcessError when the spec cannot be drawn."""
    dressed = _on_paper(spec, paper)
    config = {"view": {"stroke": None}, "font": "sans-serif", **dressed.get("config", {})}
    width = WIDTH if dressed.get("width") == "container" else dressed.get("width", WIDTH)
    whole = {**dressed, "width": width, "config": config, "background": "transparent"}
    text = HALF.sub("", json.dumps(whole, ensure_ascii=False))
    pairs = _stand_ins(text)
    told = SIGN.sub(lambda m: pairs.get(m[0], ""), text)
    drawn = aside(DRAW, told).decode()
    for sign, pair in pairs.items():
        drawn = drawn.replace(pair, sign).replace(pair[0], "")
    return drawn.strip()


def _stand_ins(text: str) -> dict[str, str]:
    """Two private characters that occur nowhere in the text, for each sign that the engine could cut."""
    used = set(text)
    free = iter([chr(one) for one in PRIVATE_USE if chr(one) not in used])
    signs = dict.fromkeys(SIGN.findall(text))
    return {sign: f"{first}{second}" for sign, first, second in zip(signs, free, free, strict=False)}


def _on_paper(value: Any, paper: Mapping[str, str]) -> Any:
    """Colour tokens become the paper's colours; data is left alone: it may hold what people typed."""
    match value:
        case str():
            return TOKEN.sub(lambda m: paper.get(m[1], paper["--ink"]), value).replace("currentColor", paper["--ink"])
        case list():
            return [_on_paper(one, paper) for one in value]
        case dict():
            return {key: one if key in ("data", "datasets") else _on_paper(one, paper) for key, one in value.items()}
    return value
