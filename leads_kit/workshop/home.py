"""One file to take home, made when it is asked for."""

from __future__ import annotations

from leads_kit.delivery import Delivery
from leads_kit.reports import as_calendar, as_html, as_json, as_markdown, as_pdf, gather, in_colours, seen_together
from leads_kit.text import Say


def home_file(delivery: Delivery, say: Say, file: str, own_titles: bool) -> str | bytes:
    """The text of `html`, `markdown`, `json` or `ics`, the bytes of `pdf`. Raises the store's errors, NotPrinted."""
    kept, now = gather(delivery, say), delivery.clock()
    client = delivery.pack.client
    title, notice, made = say("report.title"), say.text(delivery.pack.framework.notice), now.date()
    match file:
        case "html":
            return as_html(kept, say, title, notice, made, in_colours(client.look), client)
        case "pdf":
            return as_pdf(kept, seen_together(delivery, say), say, title, notice, made, in_colours(client.look), client)
        case "markdown":
            return as_markdown(kept, say, title, notice, made)
        case "json":
            return as_json(kept, made)
    return as_calendar(kept, now, own_titles).decode()
