"""How a group answers statements about its work, some of them worded the other way round. Pure.

Half of the statements of such a scale are worded negatively, so that agreeing with everything is not an answer; their marks
are turned before they are laid beside the others. What is asked here is inspired by research on psychological safety:
Edmondson (1999), Psychological safety and learning behavior in work teams, Administrative Science Quarterly 44:350. How
near answers lie is told in words: with five to thirty of them an index of agreement (James, Demaree & Wolf 1984, Journal of
Applied Psychology 69:85) says more than the data bear.
"""

from __future__ import annotations

from typing import Literal

from leads_kit.analysis.sides import HIGH, LOW, majority, sides
from leads_kit.model import Figure

Nearness = Literal["split", "high", "low", "mixed"]
LEAST, MOST = 1, 5
# A third of the answers at either end makes two camps.
CAMP = 3


def turned(mark: int) -> int:
    """A mark of a statement worded the other way round, on the scale of the others: 1 is 5, 2 is 4."""
    return LEAST + MOST - mark


def nearness(figure: Figure) -> Nearness:
    """Whether the answers lie at both ends, mostly at one, or neither; told from three classes, which hold for few answers."""
    told = sides(figure)
    if all(told[end] * CAMP >= figure.n for end in (LOW, HIGH)):
        return "split"
    most = majority(figure)
    if most == HIGH:
        return "high"
    return "low" if most == LOW else "mixed"
