"""A specification onto a board of the right scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.charts.board import Board
from reportgen.charts.fit import fitting_scale
from reportgen.charts.kinds import KINDS
from reportgen.charts.slides.kinds import SLIDE_KINDS
from reportgen.charts.style import ChartStyle
from reportgen.model.chart import ChartSpec

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def build_figure(spec: ChartSpec, size: tuple[float, float], style: ChartStyle) -> Figure:
    """The chart as a figure of ``size`` points; see :func:`reportgen.charts.build`."""
    if style.on_slide:
        board = Board(size, style, 1.0)
        SLIDE_KINDS[spec.kind](board, spec)
        return board.figure
    board = Board(size, style, fitting_scale(spec, size, style.measure))
    KINDS[spec.kind].draw(board, spec)
    return board.figure
