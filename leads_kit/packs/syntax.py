"""What the YAML reader's complaints mean to a person: each of them is one of our sentences."""

from __future__ import annotations

import re

# Each is looked for in the reader's problem and what it was about; the first that is found says it.
MEANINGS = (
    (r"mapping values are not allowed", "syntax_colon"),
    (r"could not find expected ':'", "syntax_no_colon"),
    (r"expected ',' or", "syntax_unclosed"),
    (r"sequence entries are not allowed|expected <block end>", "syntax_depth"),
    (r"unexpected end of stream.*quoted", "syntax_quote"),
    (r"cannot start any token|expected chomping", "syntax_sign"),
    (r"escape", "syntax_escape"),
    (r"alias|anchor", "anchor"),
    (r"expected the node content", "syntax_nothing"),
    (r"another document", "syntax_documents"),
    (r"special characters", "syntax_character"),
)
OTHERWISE = "syntax"
# What went wrong where it began: the reader itself noticed only much later.
BEGUN = ("syntax_no_colon", "syntax_quote")


def meaning(problem: str) -> str:
    """The id of the fault that a complaint of the reader is."""
    return next((id for pattern, id in MEANINGS if re.search(pattern, problem, re.DOTALL)), OTHERWISE)
