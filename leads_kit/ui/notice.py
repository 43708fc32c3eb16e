"""One sentence in place of a widget."""

from __future__ import annotations

from html import escape

from ipywidgets import HTML


def notice(sentence: str) -> HTML:
    """The sentence, escaped, in the house style."""
    return HTML(f'<div class="leads"><p class="notice">{escape(sentence)}</p></div>')
