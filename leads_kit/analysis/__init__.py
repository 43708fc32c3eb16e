"""Pure functions with published sources: small-group statistics, networks, disclosure rules."""
