"""Colours as `#rrggbb`: how well two can be told apart (WCAG 2.2: relative luminance, contrast ratio), and mixtures."""

from __future__ import annotations

import re

HEX = re.compile(r"#[0-9a-fA-F]{6}")
BLACK, WHITE = "#000000", "#ffffff"
STEPS = 100
# What WCAG 2.2 (1.4.3) asks of text. The accent is the colour of links and buttons.
READABLE = 4.5
# What an accent lies on in ui/theme.css: its paper in the light and in the dark, its cards in both and on the wall; and how
# much of the accent its soft neighbour holds on each card.
PAPERS = ("#faf7f1", "#14181d")
CARDS = ("#fffefb", "#1c2229", "#171d24")
SOFT = (0.1, 0.18, 0.18)


def is_colour(text: object) -> bool:
    return isinstance(text, str) and HEX.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """1 (the same) to 21 (black on white); text needs 4.5, big text and signs 3."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def ink_on(colour: str) -> str:
    """Black or white, whichever is read better on it."""
    return max((WHITE, BLACK), key=lambda ink: contrast(ink, colour))


def mixed(colour: str, ground: str, share: float) -> str:
    """`share` of a colour on a ground, as `color-mix(in srgb, …)` does it."""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return "#" + "".join(f"{round(share * one + (1 - share) * under):02x}" for one, under in pairs)


def lightened(colour: str, ground: str, least: float) -> str:
    """As little white in a colour as gives it that contrast on a dark ground; white where even that is too little."""
    steps = (mixed(WHITE, colour, step / STEPS) for step in range(STEPS))
    return next((one for one in steps if contrast(one, ground) >= least), WHITE)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    linear = (
        (c / 12.92) if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in _channels(colour))
    )
    return sum(weight * channel for weight, channel in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
