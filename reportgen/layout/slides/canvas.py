"""The slide's size, margins and columns in points, and the deck's own words."""

from __future__ import annotations

from reportgen.lengths import inch

SIZE = (960.0, 540.0)  # 13.333 × 7.5 in
MARGIN = inch(0.75)
CONTENT = inch(11.833)
RIGHT = MARGIN + CONTENT
BODY_TOP, BODY_BOTTOM = inch(1.95), inch(6.72)
THIRD, THIRD_GAP, THIRDS = inch(3.67), inch(0.41), 3
HALF = inch(5.6)
PANEL_X = inch(8.45)  # a side panel runs from here into the right edge
PANEL_INSET = inch(0.3)
MAIN_WIDTH = inch(7.2)
WIDE_X, WIDE_WIDTH = inch(6.55), inch(6.03)  # of words beside a narrower column of numbers
RULE, STRONG_RULE = 0.75, 1.5
SHORT_RULE = inch(1.2)  # width of a rule that only separates two texts
GAP = inch(0.22)
COLUMN_GAP = 31.0
FEW_POINTS = 3  # up to this many short points are set larger, or go below a chart

SCHEMATIC = "示意图，地形为抽象绘制"


def third(column: int) -> float:
    """x of a column of thirds."""
    return MARGIN + column * (THIRD + THIRD_GAP)
