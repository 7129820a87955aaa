"""The woven waffle (编织百格): a thousand strands, each 0.1 % of the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.charts.part_list import draw_list, list_height
from reportgen.charts.reading import keys
from reportgen.charts.strands import apportion, pitch, strands
from reportgen.charts.style import Measure
from reportgen.model.chart import ChartSpec

if TYPE_CHECKING:
    from reportgen.charts.board import Board

LARGEST = 292.0  # 103 mm
SMALLEST = 70.0
STROKE, GAP = 0.64, 0.49  # of the distance between strands
SPACE = 20.0
BESIDE = 1.3  # a board so much wider than high has the list of parts beside the field
LIST_WIDTH = 170.0


def height(spec: ChartSpec, width: float, measure: Measure, k: float) -> float:
    """Points needed at that width and scale; in a lower place the field gives way, not the words."""
    if width < SMALLEST:
        return float("inf")
    return LARGEST * k if k > 1 else min(width, LARGEST) if k == 1 else SMALLEST


def draw(board: Board, spec: ChartSpec) -> None:
    """Draws the chart on the board."""
    side = min(board.width, board.height)
    step = pitch(side, side)
    counts = apportion([datum.value for datum in spec.data])
    field = list(strands(side, side, GAP * step))
    first = 0
    for key, count, colour in zip(keys(spec), counts, board.style.parts(len(counts)), strict=True):
        lines = [((s.x1, s.y1), (s.x2, s.y2)) for s in field[first : first + count]]
        board.segments(lines, colour, STROKE * step, f"part:{key}")
        first += count
    x = side + SPACE * board.k
    room = min(board.width - x, LIST_WIDTH * board.k)
    if board.width >= BESIDE * side:
        tall = list_height(spec, room, board.measure, board.k)
        if tall <= side:
            draw_list(board, spec, x, side - tall, room)
