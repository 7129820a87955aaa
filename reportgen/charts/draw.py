"""A specification onto a board, in the form of the page or of the slide."""

from __future__ import annotations

from reportgen.charts.board import Board
from reportgen.charts.fit import fitting_scale
from reportgen.charts.kinds import kind_of
from reportgen.charts.pencil import Pencil
from reportgen.charts.style import ChartStyle
from reportgen.model.chart import ChartSpec


def draw(spec: ChartSpec, board: Board, size: tuple[float, float], style: ChartStyle) -> None:
    """Draws the chart in ``size`` points; a kind without a form of its own for slides as on pages."""
    kind = kind_of(spec)
    if style.on_slide and kind.slide.draw is not None:
        kind.slide.draw(Pencil(board, size, style, 1.0), spec)
    else:
        kind.draw(Pencil(board, size, style, fitting_scale(spec, size, style.letters)), spec)
