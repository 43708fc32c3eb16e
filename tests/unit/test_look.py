"""A client's look: one accent becomes the tokens of every ground, and each of them can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from leads_kit.analysis.colours import contrast, ink_on, lightened, mixed
from leads_kit.model import Look
from leads_kit.packs import load_pack
from leads_kit.packs.clients import DARK_CARD
from leads_kit.reports.svg import in_colours
from leads_kit.ui import bundle
from leads_kit.ui._widget import LOOK_ENV, LeadsWidget, wear
from leads_kit.ui.look import CARDS, style

THEME = (Path(bundle.HERE) / "theme.css").read_text("utf-8")
LOOK = Look("#7a1f4b", "#c7a1b3")


def test_contrast_is_wcags_and_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#0b6e6e", "#0b6e6e") == 1


def test_ink_is_black_or_white_whichever_is_read_better() -> None:
    assert (ink_on("#1f4e8c"), ink_on("#ffff00")) == ("#ffffff", "#000000")


def test_a_colour_is_made_only_as_light_as_it_must_be() -> None:
    assert lightened("#5cc2bb", "#1c2229", 7) == "#5cc2bb"
    assert contrast(lightened("#000080", "#1c2229", 7), "#1c2229") >= 7
    assert contrast(lightened("#000080", "#1c2229", 7), "#1c2229") < 7.4
    assert lightened("#000000", "#ffffff", 7) == "#000000"
    assert lightened("#888888", "#888888", 22) == "#ffffff"
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"


def test_the_style_sets_the_accent_on_light_dark_and_wall_as_heavily_as_the_theme() -> None:
    told = style(LOOK)
    rules = re.findall(
        r"([.@][^{]*?)\{ (?:\.leads \{ )?--accent: (#\w{6}); --accent-ink: (#\w{6}); --accent-soft: (#\w{6})", told
    )
    assert [(selector.strip(), accent, ink) for selector, accent, ink, _ in rules] == [
        (".leads", "#7a1f4b", "#ffffff"),
        ("@media (prefers-color-scheme: dark)", "#c7a1b3", "#000000"),
        (".leads-wall, .leads-wall .leads", "#c7a1b3", "#000000"),
    ]
    assert all(contrast(accent, soft) >= 4.5 for _, accent, _, soft in rules)
    assert all(f"{selector.strip()} {{" in THEME for selector, *_ in rules)


def test_cards_and_the_bases_accents_are_the_themes() -> None:
    assert re.findall(r"--card: (#\w{6})", THEME) == list(CARDS)
    assert DARK_CARD in CARDS
    look = load_pack().client.look
    assert re.findall(r"--accent: (#\w{6})", THEME)[:2] == [look.accent, look.accent_dark]


def test_widgets_outside_our_server_bring_their_clients_look(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LOOK_ENV, "")
    plain = LeadsWidget("now.js", static="")
    wear(LOOK)
    worn, sent = LeadsWidget("now.js", static=""), []
    worn.send = sent.append  # type: ignore[assignment, method-assign]
    worn._heard(worn, {"kind": "want", "files": ["theme.css", "dom.js"]}, [])
    files = sent[0]["files"]
    assert plain.base != worn.base
    assert files["theme.css"] == THEME + style(LOOK)
    assert "--accent" not in files["dom.js"]


def test_a_picture_on_paper_has_the_clients_accent() -> None:
    spec = {
        "mark": {"type": "bar", "color": "var(--accent)"},
        "data": {"values": [{"a": 1}]},
        "encoding": {"x": {"field": "a"}},
    }
    drawn = in_colours(LOOK)(spec)
    assert "#7a1f4b" in drawn
    assert "#0b6e6e" not in drawn
