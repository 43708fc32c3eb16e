"""Editing sessions: a client's files as they would be, changed value by value, undone, redone, and saved as a person would."""

from leads_kit.packs.drafts.draft import Draft
from leads_kit.packs.drafts.listing import Entry
from leads_kit.packs.drafts.values import Value, Where

__all__ = ["Draft", "Entry", "Value", "Where"]
