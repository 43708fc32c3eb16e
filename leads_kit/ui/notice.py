"""Words in place of a widget, and nothing to operate."""

from __future__ import annotations

import functools
from html import escape

from ipywidgets import HTML
from ipywidgets.widgets.widget_string import HTMLStyle

from leads_kit.ui._widget import plain_layout


def notice(sentence: str) -> HTML:
    """One sentence, escaped, in the house style."""
    return plain(f'<p class="notice">{escape(sentence)}</p>')


def plain(markup: str) -> HTML:
    """Markup of our own, in the house style."""
    return HTML(f'<div class="leads">{markup}</div>', layout=plain_layout(), style=_style())


@functools.cache
def _style() -> HTMLStyle:
    return HTMLStyle()
