"""Parts of a whole on a slide; the slide lists them beside the drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.charts.reading import keys
from reportgen.charts.slides.look import part_colours
from reportgen.charts.strands import apportion, pitch, strands
from reportgen.model.chart import ChartSpec

if TYPE_CHECKING:
    from reportgen.charts.board import Board

ACROSS = 0.96  # of the board's shorter side
HOLE = 0.59
GAP = 2.0  # points between parts
STRAND_GAP, STRAND = 1.2, 0.72  # of the distance between strands


def draw_doughnut(board: Board, spec: ChartSpec) -> None:
    """Parts in reading order, clockwise, the largest from the top."""
    values = [datum.value for datum in spec.data]
    total, start = sum(values), sum(values[: values.index(max(values))])
    radius, centre = ACROSS * min(board.width, board.height) / 2, (board.width / 2, board.height / 2)
    at = -start
    for key, value, colour in zip(keys(spec), values, part_colours(board, len(values)), strict=True):
        turns = (at / total, (at + value) / total)
        board.sector(centre, (HOLE * radius, radius), turns, colour, f"part:{key}", GAP)
        at += value


def draw_stacked(board: Board, spec: ChartSpec) -> None:
    """One bar over the whole width, split in proportion."""
    values = [datum.value for datum in spec.data]
    per_unit, x = board.width / sum(values), 0.0
    tall = board.height
    for key, value, colour in zip(keys(spec), values, part_colours(board, len(values)), strict=True):
        shown = (x, x + value * per_unit - (GAP if value is not values[-1] else 0.0))
        board.bar(x, 0.0, value, per_unit, tall, colour, key, shown)
        x += value * per_unit


def draw_waffle(board: Board, spec: ChartSpec) -> None:
    """The woven field alone, a thousandth to a strand."""
    side = min(board.width, board.height)
    step = pitch(side, side)
    counts = apportion([datum.value for datum in spec.data])
    field = list(strands(side, side, STRAND_GAP * step))
    first = 0
    for key, count, colour in zip(keys(spec), counts, part_colours(board, len(counts)), strict=True):
        lines = [((s.x1, s.y1), (s.x2, s.y2)) for s in field[first : first + count]]
        board.segments(lines, colour, STRAND * step, f"part:{key}")
        first += count
