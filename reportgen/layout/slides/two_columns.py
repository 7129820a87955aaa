"""Numbers on the left and words on the right, or two charts."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.layout.parts.frame import Frame, stack
from reportgen.layout.slides import canvas
from reportgen.layout.slides.canvas import BODY_BOTTOM, GAP, MARGIN, RIGHT
from reportgen.layout.slides.flow import (
    Composed,
    as_texts,
    foot_points,
    frame_of,
    left_over,
    stacked,
    without,
)
from reportgen.layout.slides.merging import merged
from reportgen.layout.slides.numbers import LARGEST, chart, stat
from reportgen.layout.slides.pen import Pen, rule
from reportgen.lengths import inch
from reportgen.model.chart import ChartSpec
from reportgen.model.report import Figure
from reportgen.model.sheet import Item
from reportgen.story.pieces import Piece

LARGEST_OVER_CHART, SECOND = 88.0, 78.0
NARROW_WIDTH = inch(4.9)  # of the column of numbers
BLOCK = 3  # numbers of a block, the first large
NUMBER_AND_CHART = (0.38, 0.62)  # of the width
UNDER_RULE = 8.0


def two_columns(pieces: tuple[Piece, ...], top: float, pen: Pen) -> Composed:
    """Numbers on the left, lists, quotes and points on the right; words alone flow over both."""
    room = BODY_BOTTOM - top
    numbers = [piece for piece in pieces if isinstance(piece, ChartSpec | Figure)]
    others = list(without(pieces, numbers))
    left_width, x, right_width = NARROW_WIDTH, canvas.WIDE_X, canvas.WIDE_WIDTH
    if not numbers or not others:
        left_width = right_width = canvas.HALF
        x = RIGHT - canvas.HALF
    if not numbers:
        left, rest = stacked(others[: (len(others) + 1) // 2], left_width, room, pen, must=True)
        queue = (*rest, *others[(len(others) + 1) // 2 :])
    else:
        left, rest = _number_block(numbers, left_width, room, pen)
        queue = (*rest, *others)
    right, rest = stacked(queue, right_width, room, pen)
    below, rest = stacked(rest, left_width, room - left.height - GAP, pen)
    left, right = merged(stack((left, below), GAP)), merged(right)
    placed = (*left.at(MARGIN, top), *right.at(x, top))
    if numbers and others:
        return Composed("numbers-words", "数字与文字", placed, rest)
    return Composed("halves", "左右两半", placed, rest)


def two_charts(pieces: tuple[Piece, ...], top: float, pen: Pen) -> Composed:
    """Two small charts in halves, points in a row below."""
    charts = [piece for piece in pieces if isinstance(piece, ChartSpec)]
    foot, left = foot_points(as_texts(pieces), pen)
    room = BODY_BOTTOM - top - (foot.height + GAP if foot.items else 0.0)
    placed: list[Item] = []
    for x, spec in zip((MARGIN, RIGHT - canvas.HALF), charts, strict=True):
        placed += chart(spec, canvas.HALF, room, pen).at(x, top)
    placed += foot.at(MARGIN, BODY_BOTTOM - foot.height)
    return Composed("two-charts", "双图", tuple(placed), left_over(left, pieces))


def _number_block(
    numbers: Sequence[ChartSpec | Figure], width: float, room: float, pen: Pen
) -> tuple[Frame, tuple[Piece, ...]]:
    """One or two numbers stacked; of three, the first large and the others beside each other."""
    ordered = sorted(numbers, key=lambda number: not isinstance(number, Figure))
    if len(ordered) < BLOCK:
        return stacked(ordered, width, room, pen, must=True)
    drawn = any(isinstance(piece, ChartSpec) for piece in ordered[1:BLOCK])
    first = frame_of(ordered[0], width, room / 2, pen, LARGEST_OVER_CHART if drawn else LARGEST)
    shares = NUMBER_AND_CHART if drawn and isinstance(ordered[1], Figure) else (0.5, 0.5)
    rest_room = room - first.height - GAP
    pair: list[Item] = []
    x = 0.0
    for piece, share in zip(ordered[1:BLOCK], shares, strict=True):
        part = (width - canvas.COLUMN_GAP) * share
        if isinstance(piece, Figure):
            pair += stat(piece, part, SECOND, pen).at(x, 0)
        else:
            pair.append(rule(x, canvas.STRONG_RULE / 2, part, pen.role.text, canvas.STRONG_RULE))
            pair += chart(piece, part, rest_room - UNDER_RULE, pen).at(x, UNDER_RULE)
        x += part + canvas.COLUMN_GAP
    return stack((first, Frame(width, rest_room, tuple(pair))), GAP), tuple(ordered[BLOCK:])
