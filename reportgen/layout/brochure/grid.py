"""The brochure's page grid: trim, margins, columns and the offsets text starts at (points)."""

from __future__ import annotations

from reportgen.lengths import Rect, mm

TRIM = (mm(210), mm(285))  # 大度16开
BLEED = mm(3)
BLEED_PAGE = Rect(-BLEED, -BLEED, TRIM[0] + 2 * BLEED, TRIM[1] + 2 * BLEED)  # the page with its bleed
SAFE = mm(5)  # least between the trim and what must not be cut
INNER, OUTER = mm(20), mm(16)
TYPE_AREA = mm(174)
RULE_Y, RUNNING_Y = mm(12), mm(14.6)
LIVE_TOP, LIVE_BOTTOM = mm(24), mm(262)
LIVE_HEIGHT = LIVE_BOTTOM - LIVE_TOP
FOLIO_Y = mm(271)
BODY_EM = 11.0  # pt; measures are whole multiples of it

LABEL_WIDTH = mm(55.3)  # four-column label
LABEL_CONTENT = mm(59.3)
LABEL_CONTENT_WIDTH = mm(114.7)
SIDE_X = mm(118.7)
SIDE_WIDTH = mm(55.3)
HALF_X, HALF_WIDTH = mm(84), mm(90)
THIRDS = 3  # columns
IN_PAIRS = (2, 4)  # counts set two to a row; others are set three to a row
THIRD, THIRD_GAP = mm(54), mm(6)
SOURCE_GAP = mm(1.5)  # between what is shown and the line that says where it is from
LABEL_DROP = mm(3)  # from a rule to the words of the label column under it


def characters(count: float) -> float:
    """The measure of this many body characters in points (CLREQ: a whole multiple of the type size)."""
    return count * BODY_EM


def left_margin(folio: int) -> float:
    """x of the type area: left pages (even folios) have their outer margin on the left."""
    return OUTER if folio % 2 == 0 else INNER


def third(column: int) -> float:
    """x offset of a column of thirds within the type area."""
    return column * (THIRD + THIRD_GAP)
