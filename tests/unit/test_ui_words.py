"""Claims about the words of the form's page: the kit's catalogue has every one of them, in both languages."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from leads_kit.packs import load_words
from leads_kit.text import LANGS, Lang
from leads_kit.ui import bundle
from leads_kit.ui._widget import worded
from leads_kit.ui.form import FORM_WORDS

UI = Path(inspect.getfile(bundle)).parent


@pytest.mark.parametrize("lang", LANGS)
def test_the_catalogue_has_every_word_of_the_form(lang: Lang) -> None:
    assert all(worded(load_words().say(lang), FORM_WORDS).values())


def test_every_word_that_the_form_s_files_name_travels_to_the_page_and_no_other() -> None:
    files = [path for path in UI.glob("*.js") if path.name not in ("console.js", "wall.js", "now.js", "take.js")]
    named = {word for path in files for word in re.findall(r'"(card\.[a-z_]+)"', path.read_text("utf-8"))}
    assert named == {word for word in FORM_WORDS if word.startswith("card.")}
