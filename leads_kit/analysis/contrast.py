"""How well two colours can be told apart: the contrast ratio of WCAG 2.2 (relative luminance of sRGB), 1 to 21."""

from __future__ import annotations

import re

HEX = re.compile(r"#[0-9a-fA-F]{6}")
# What WCAG 2.2 asks of text (1.4.3) and of marks and controls (1.4.11).
TEXT, MARKS = 4.5, 3.0


def luminance(colour: str) -> float:
    """Relative luminance, 0 for black to 1 for white, of `#rrggbb`. Raises ValueError for anything else."""
    if not HEX.fullmatch(colour):
        raise ValueError(colour)
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio of two colours `#rrggbb`, whichever is lighter. Raises ValueError."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def ink_on(colour: str, inks: tuple[str, str] = ("#ffffff", "#06201f")) -> str:
    """Of two inks the one that is easier to read on a colour. Raises ValueError."""
    return max(inks, key=lambda ink: contrast(ink, colour))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
