"""What the tests of a form do with its page: ask what the stand-in kernel heard, change the language, look for small targets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

EVIL = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>\u202eאב'
Open = Callable[..., Page]

SMALL = """() => [...document.querySelectorAll("#here :is(button, .face, input, textarea, summary)")]
    .filter((el) => el.checkVisibility() && el.offsetHeight < 44)
    .map((el) => el.outerHTML)"""
IN_FRENCH = """async () => {
    const address = new URLSearchParams(location.search).get("state").replace("lang=en", "lang=fr");
    const { form, words, lang, title } = await (await fetch(address)).json();
    kernel.show({ form, words, lang, title });
}"""


def status(page: Page) -> Any:
    return page.locator(".keep .status")


def kernel(page: Page, change: str) -> Any:
    return page.evaluate(f"window.kernel.{change}")


def sent(page: Page, kind: str = "answer") -> list[dict[str, Any]]:
    return [one for one in kernel(page, "received") if one["kind"] == kind]


def caret(page: Page) -> int:
    return int(page.evaluate("document.activeElement.selectionStart"))
