"""The LEADS workshop kit. Notebooks import from `leads_kit.workshop`; importing this package does nothing."""

__version__ = "0.1.0"
