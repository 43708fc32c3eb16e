"""What is taken home, by a person. Pictures are drawn outside this process."""

from leads_kit.reports.svg import svg
from leads_kit.reports.take_home import Kept, as_calendar, as_html, as_json, as_markdown, gather

__all__ = ["Kept", "as_calendar", "as_html", "as_json", "as_markdown", "gather", "svg"]
