"""The house style of every chart: rows in, a Vega-Lite dict out; nothing is displayed and nothing set for everybody.

Colours are tokens of the theme ("var(--accent)"), read when a page draws, so that one spec is right in light, in dark and
on the wall. Sizes are pixels for text of 13 px; a wall draws the whole narrower and enlarges it, or takes the low and wide
spec that `finished` was given for it. Labels stand above their row, so that long French names fit a phone. People's words
travel as data, never as markup or as part of an expression. Shape tells things apart wherever colour does.
"""

from leads_kit.charts._house import Spec
from leads_kit.charts._tracks import signed
from leads_kit.charts.causes import Cause, Thing, causes
from leads_kit.charts.cells import Marked, Style, cells, duties
from leads_kit.charts.crossings import Crossing, crossings
from leads_kit.charts.days import Ahead, Dated, days
from leads_kit.charts.hands import Hand, hands
from leads_kit.charts.loop import Pole, Quarter, loop
from leads_kit.charts.membership import Column, Membership, membership
from leads_kit.charts.network import Contact, Tie, network
from leads_kit.charts.panes import Pane, Weighed, panes
from leads_kit.charts.plane import PlaneWords, Spot, plane
from leads_kit.charts.pulls import Pull, PullSide, pulls
from leads_kit.charts.replies import Reply, replies
from leads_kit.charts.risks import Hazard, RiskWords, risks
from leads_kit.charts.risks import Look as RiskLook
from leads_kit.charts.rungs import Ladder, Rung, rungs
from leads_kit.charts.runs import Level, Point, RunWords, runs
from leads_kit.charts.runs import Look as RunLook
from leads_kit.charts.sided import Sided, sided
from leads_kit.charts.spans import Span, spans
from leads_kit.charts.stacks import Stack, StackWords, stacks
from leads_kit.charts.stakes import Captions, Stake, stakes
from leads_kit.charts.stops import Stop, stops
from leads_kit.charts.strips import Pile, Strip, strips
from leads_kit.charts.tallies import Tally, tallies
from leads_kit.charts.views import View, views
from leads_kit.charts.waves import Signal, Waves, waves

__all__ = [
    "Ahead",
    "Captions",
    "Cause",
    "Column",
    "Contact",
    "Crossing",
    "Dated",
    "Hand",
    "Hazard",
    "Ladder",
    "Level",
    "Marked",
    "Membership",
    "Pane",
    "Pile",
    "PlaneWords",
    "Point",
    "Pole",
    "Pull",
    "PullSide",
    "Quarter",
    "Reply",
    "RiskLook",
    "RiskWords",
    "RunLook",
    "RunWords",
    "Rung",
    "Sided",
    "Signal",
    "Span",
    "Spec",
    "Spot",
    "Stack",
    "StackWords",
    "Stake",
    "Stop",
    "Strip",
    "Style",
    "Tally",
    "Thing",
    "Tie",
    "View",
    "Waves",
    "Weighed",
    "causes",
    "cells",
    "crossings",
    "days",
    "duties",
    "hands",
    "loop",
    "membership",
    "network",
    "panes",
    "plane",
    "pulls",
    "replies",
    "risks",
    "rungs",
    "runs",
    "sided",
    "signed",
    "spans",
    "stacks",
    "stakes",
    "stops",
    "strips",
    "tallies",
    "views",
    "waves",
]
