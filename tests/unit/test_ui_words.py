"""Claims about the words of the form's page: the kit's catalogue has every one of them, in both languages."""

from __future__ import annotations

import pytest

from leads_kit.packs import load_words
from leads_kit.text import LANGS, Lang
from leads_kit.ui._widget import worded
from leads_kit.ui.form import FORM_WORDS


@pytest.mark.parametrize("lang", LANGS)
def test_the_catalogue_has_every_word_of_the_form(lang: Lang) -> None:
    assert all(worded(load_words().say(lang), FORM_WORDS).values())
