"""A client's look as style text, made here only: the accent's tokens of theme.css once more, in the client's colour."""

from __future__ import annotations

from leads_kit.analysis.colours import ink_on, mixed
from leads_kit.model import Look

# The cards of theme.css, on which a soft accent lies: light, dark, wall.
CARDS = ("#fffefb", "#1c2229", "#171d24")
SOFT = (0.1, 0.18, 0.18)


def style(look: Look) -> str:
    """CSS for after theme.css. Of equal weight as its tokens, so that the later one counts, in widgets as on pages."""
    light, dark, wall = (
        _tokens(colour, card, share)
        for colour, card, share in zip((look.accent, look.accent_dark, look.accent_dark), CARDS, SOFT, strict=True)
    )
    return (
        f".leads {{ {light} }}\n"
        f"@media (prefers-color-scheme: dark) {{ .leads {{ {dark} }} }}\n"
        f".leads-wall, .leads-wall .leads {{ {wall} }}\n"
    )


def _tokens(accent: str, card: str, share: float) -> str:
    soft = mixed(accent, card, share)
    return f"--accent: {accent}; --accent-ink: {ink_on(accent)}; --accent-soft: {soft}"
