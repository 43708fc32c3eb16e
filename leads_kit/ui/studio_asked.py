"""What a page of the studio asks for, checked for its shape, and what of a client's file it means."""

from __future__ import annotations

from typing import Any

from leads_kit.packs.drafts.values import Value
from leads_kit.text import LANGS
from leads_kit.ui._widget import Message
from leads_kit.ui.studio_view import with_leaf

WIDEST = 20_000
MOST_ROWS = 200


def wording(given: Any) -> bool:
    """Whether a browser's value is text in languages of ours, of modest length."""
    return isinstance(given, dict) and all(
        lang in LANGS and isinstance(one, str) and len(one) <= WIDEST for lang, one in given.items()
    )


def fits(value: Value, given: Any, content: Message) -> bool:
    """Whether a browser's value has the shape that was asked for."""
    widget = value.widget
    if widget == "text" or (widget == "data" and isinstance(given, dict)):
        return isinstance(given, dict) and all(
            lang in LANGS and isinstance(one, str) and len(one) <= WIDEST for lang, one in given.items()
        )
    if widget == "list":
        return isinstance(given, list) and len(given) <= 200
    if widget == "data":
        return isinstance(content.get("leaf"), list) and isinstance(given, str | int | float | bool)
    allowed = {"number": (int, float, type(None)), "flag": (bool, type(None))}.get(widget, (str, type(None)))
    return isinstance(given, allowed) and (widget != "choice" or given is None or given in value.choices)


def meant(value: Value, given: Any, content: Message) -> Any:
    """What the client's file is to say; None for the base's again."""
    if value.widget == "text":
        return text_of(value.now, given, value.base)
    if value.widget == "data":
        leaf = [str(one) for one in content["leaf"]]
        try:
            return with_leaf(value.now, leaf, given)
        except (KeyError, IndexError, ValueError, TypeError):
            return value.own
    return None if given in ("", None) else given


def text_of(now: Any, given: dict[str, str], base: Any) -> dict[str, str] | None:
    """Both languages; one that was emptied says what the base says again."""
    told = {**(now or {}), **given}
    whole = {lang: one if str(one).strip() else (base or {}).get(lang, "") for lang, one in told.items()}
    return {lang: one for lang, one in whole.items() if one} or None
