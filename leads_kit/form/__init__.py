"""What can be asked, as plain values: field types, forms, and what still stands in the way of an answer.

An answer is `{field id: value}` with JSON values. A form never draws itself; `ui` does. Two kinds of trouble:
a *fault* (out of range, too long, unknown option) means the value cannot be kept, and says so;
a *gap* (nothing given yet) is only counted, because stopping early is as good as finishing.
"""

from leads_kit.form.fields import (
    DAY,
    LINE_LIMIT,
    NOT_OBSERVED,
    PARAGRAPH_LIMIT,
    Answer,
    Choice,
    Day,
    Field,
    Line,
    Option,
    Paragraph,
    Problem,
    Scale,
    Tick,
    faults_of,
)
from leads_kit.form.many import Grid, Pairs, Pick, Rows
from leads_kit.form.whole import Form, Group

__all__ = [
    "DAY",
    "LINE_LIMIT",
    "NOT_OBSERVED",
    "PARAGRAPH_LIMIT",
    "Answer",
    "Choice",
    "Day",
    "Field",
    "Form",
    "Grid",
    "Group",
    "Line",
    "Option",
    "Pairs",
    "Paragraph",
    "Pick",
    "Problem",
    "Rows",
    "Scale",
    "Tick",
    "faults_of",
]
