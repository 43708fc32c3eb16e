"""What is taken home by a person, and what a room was shown. Pictures are drawn outside this process."""

from leads_kit.reports.pdf import as_pdf, seen_together
from leads_kit.reports.shown import as_shown, gather_shown
from leads_kit.reports.svg import in_colours, svg
from leads_kit.reports.take_home import Kept, as_calendar, as_html, as_json, as_markdown, gather

__all__ = [
    "Kept", "as_calendar", "as_html", "as_json", "as_markdown", "as_pdf", "as_shown", "gather", "gather_shown", "in_colours",
    "seen_together", "svg",
]  # fmt: skip
